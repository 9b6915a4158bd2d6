/// What goes wrong in a folder scanner, read from the file `script` beside the pages, one sentence a line.
///
///     at 3: jam               paper jam in the middle of page 3
///     at 3: double-feed       two sheets at once: with df-action Stop and df-thickness a jam, as fujitsu devices report it,
///                             and the sensor `double-feed` is on; else the page comes and the next sheet is lost
///     at 3: cover-open        the cover is open when page 3 is asked for
///     at 3: io-error          the line breaks in the middle of page 3
///     at 3: hang              reading blocks until it is canceled
///     at 3: hang-hard         reading blocks for ever
///     at 3: crash             the driver aborts the process
///     at 3: unknown-length    the number of lines is not told
///     at 3: wrong-count       ten lines more are announced than come
///     at 3: no-docs-early     "out of documents" once, though page 3 is there
///     at 3: no-docs           "out of documents" in the middle of page 3
///     at 3: no-memory         the driver runs out of memory in the middle of page 3
///     at 3: busy              another program has the device in the middle of page 3
///     at 3: cancelled         somebody presses the stop button in the middle of page 3
///     at 3: endless           page 3 never ends
///     at 3: silent            in the middle of page 3 reads give nothing any more
///     at 3: no-back           the side of file 3 does not come, as with duplex units that lose one
///     at 3: vanish            the device is unplugged in the middle of page 3, and cannot be opened for as long as the
///                             file `unplugged` is in the folder
///     three-pass              color pages come as three frames
///     pairs                   files are fronts and backs in turn; simplex feeds fronts only
///     resolution 200          of the files, in dots per inch; 300 unless told
///     slow 200                milliseconds for each buffer read
///     remember                the position outlives the program, and the sheet of a fault is loaded again
///
/// Pages are counted from 1 in the order of the files' names. `#` begins a comment.
struct FeederScript {
    enum Fault: String {
        case jam, hang, crash
        case doubleFeed = "double-feed"
        case coverOpen = "cover-open"
        case ioError = "io-error"
        case hangHard = "hang-hard"
        case unknownLength = "unknown-length"
        case wrongCount = "wrong-count"
        case noDocsEarly = "no-docs-early"
        case noDocs = "no-docs"
        case noMemory = "no-memory"
        case cancelled, busy, endless, silent, vanish
        case noBack = "no-back"
    }

    private(set) var faults: [Int: Fault] = [:]
    private(set) var isThreePass = false
    private(set) var hasPairs = false
    private(set) var remembers = false
    private(set) var resolution = 300
    private(set) var delayMilliseconds: Int32 = 0

    /// The script of a folder, an empty one where there is none; nil where a line says nothing we know.
    init?(folder: String) {
        guard let bytes = FileBytes.read(folder + "/script") else { return }
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let sentence = line.prefix { $0 != "#" }.trimmed()
            guard sentence.isEmpty || take(sentence) else {
                FileBytes.complain("folder scanner: not understood in script: \(sentence)")
                return nil
            }
        }
    }

    private mutating func take(_ sentence: Substring) -> Bool {
        let words = sentence.split(whereSeparator: { $0 == " " || $0 == ":" })
        switch (words.first, words.count) {
        case ("three-pass", 1): isThreePass = true
        case ("pairs", 1): hasPairs = true
        case ("remember", 1): remembers = true
        case ("at", 3):
            guard let page = Int(words[1]), let fault = Fault(rawValue: String(words[2])) else { return false }
            faults[page] = fault
        case ("slow", 2):
            guard let delay = Int32(words[1]), delay >= 0 else { return false }
            delayMilliseconds = delay
        case ("resolution", 2):
            guard let dots = Int(words[1]), FeederOptions.resolutions.contains(dots) else { return false }
            resolution = dots
        default: return false
        }
        return true
    }
}
