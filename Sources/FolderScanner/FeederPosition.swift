/// How far the stack has been fed and which faults have happened.
///
/// Where it is kept, the file `fed` of the folder holds both, so that the next program that opens the device goes on
/// where the last one stopped; without the file the feeder is loaded anew.
struct FeederPosition {
    private let path: String?
    private var done: Set<Int> = []

    /// Index of the next file.
    var next = 0 { didSet { save() } }

    init(folder: String, isKept: Bool) {
        path = isKept ? folder + "/fed" : nil
        guard let path, let bytes = FileBytes.read(path) else { return }
        let numbers = String(decoding: bytes, as: UTF8.self).split(separator: " ").compactMap { Int($0.trimmed()) }
        next = numbers.first ?? 0
        done = Set(numbers.dropFirst())
    }

    func hasHappened(_ index: Int) -> Bool { done.contains(index) }

    mutating func happened(_ index: Int) {
        done.insert(index)
        save()
    }

    private func save() {
        guard let path else { return }
        FileBytes.write(([next] + done.sorted()).map(String.init).joined(separator: " ") + "\n", to: path)
    }
}
