import CSANE
import Glibc

/// A document feeder with the pages of a folder in it, sorted by name.
///
/// Simplex takes every file as the front of a sheet; duplex takes them as fronts and backs in turn. Where the script
/// says `pairs`, simplex leaves the backs out. The scan area cuts a page that is larger; it adds nothing to a smaller
/// one. The flatbed gives the pages in turn and never ends.
///
/// After a fault the next start goes on with the next sheet.
final class Feeder {
    let folder: String
    let cancellation: CancellationSignal
    var options = FeederOptions()
    private let script: FeederScript
    private var files: [String]
    private var position: FeederPosition
    private var pass = ScanPass()
    /// What the sensors of the device tell until the next start.
    private(set) var lastFault: FeederScript.Fault?
    /// Sheets fed since the device was opened, as its counter shows.
    private(set) var sheetsFed: SANE_Word = 0

    init?(folder: String) {
        guard let files = Self.pages(in: folder), let script = FeederScript(folder: folder),
            let cancellation = CancellationSignal(), access(folder + "/unplugged", F_OK) != 0
        else { return nil }
        self.cancellation = cancellation
        self.folder = folder
        self.script = script
        self.files = files
        position = FeederPosition(folder: folder, isKept: script.remembers)
    }

    var isLoaded: Bool { options.source == .flatbed ? !files.isEmpty : position.next < files.count }

    /// Feels whether paper was put in or taken out since.
    func feelPaper() -> Bool {
        files = Self.pages(in: folder) ?? []
        return isLoaded
    }

    private static func pages(in folder: String) -> [String]? {
        FileBytes.names(in: folder)?.filter { name in [".pbm", ".pgm", ".ppm", ".pnm"].contains { name.hasSuffix($0) } }
    }

    /// What is being scanned, or a guess by the settings before that.
    var parameters: SANE_Parameters {
        if let parameters = pass.parameters { return parameters }
        let width = options.pixels(.right) - options.pixels(.left)
        let height = options.pixels(.bottom) - options.pixels(.top)
        return ScanPass(Pixels(layout: layout, width: max(width, 1), height: max(height, 1), bytes: [])).guess
    }

    func start() -> SANE_Status {
        cancellation.clear()
        lastFault = nil
        if pass.nextFrame() { return SANE_STATUS_GOOD }
        guard isLoaded else { return SANE_STATUS_NO_DOCS }
        var index = position.next % files.count
        if script.faults[index + 1] == .noBack, !position.hasHappened(index) {
            position.happened(index)
            position.next = index + 1
            guard isLoaded else { return SANE_STATUS_NO_DOCS }
            index += 1
        }
        let fault = position.hasHappened(index) ? nil : script.faults[index + 1]
        switch fault {
        case .noDocsEarly:
            position.happened(index)
            return SANE_STATUS_NO_DOCS
        case .coverOpen: return stop(.coverOpen, at: index, SANE_STATUS_COVER_OPEN)
        default: return feed(index, fault)
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, _ count: UnsafeMutablePointer<SANE_Int>) -> SANE_Status {
        count.pointee = 0
        guard !cancellation.wait(milliseconds: script.delayMilliseconds) else { return cancel() }
        if pass.isFaultDue, let fault = pass.fault, let status = meet(fault) { return status }
        guard let size = pass.read(into: buffer) else {
            guard pass.fault == .endless else { return SANE_STATUS_EOF }
            count.pointee = SANE_Int(buffer.count)
            return SANE_STATUS_GOOD
        }
        count.pointee = SANE_Int(size)
        return SANE_STATUS_GOOD
    }

    private func feed(_ index: Int, _ fault: FeederScript.Fault?) -> SANE_Status {
        guard let page = Pixels(portableMap: folder + "/" + files[index]) else {
            return stop(.ioError, at: index, SANE_STATUS_IO_ERROR)
        }
        pass = ScanPass(adjusted(page), isThreePass: script.isThreePass, page: index, fault: fault)
        position.next = index + step
        let isFront = index == sheet(of: index) || options.source != .duplex
        if isFront, options.source != .flatbed { endorse() }
        if fault == .doubleFeed, !options.stopsAtDoubleFeed { position.next = sheet(after: index) + sheetSize }
        return SANE_STATUS_GOOD
    }

    /// What happens in the middle of the page; nil where reading goes on.
    private func meet(_ fault: FeederScript.Fault) -> SANE_Status? {
        switch fault {
        case .jam: return stop(fault, at: pass.page, SANE_STATUS_JAMMED)
        case .doubleFeed:
            return options.stopsAtDoubleFeed ? stop(fault, at: pass.page, SANE_STATUS_JAMMED) : nil
        case .ioError: return stop(fault, at: pass.page, SANE_STATUS_IO_ERROR)
        case .hang:
            cancellation.wait(milliseconds: -1)
            return cancel()
        case .hangHard: while true { pause() }
        case .crash: abort()
        case .noDocs: return stop(fault, at: pass.page, SANE_STATUS_NO_DOCS)
        case .noMemory: return stop(fault, at: pass.page, SANE_STATUS_NO_MEM)
        case .busy: return stop(fault, at: pass.page, SANE_STATUS_DEVICE_BUSY)
        case .cancelled: return stop(fault, at: pass.page, SANE_STATUS_CANCELLED)
        case .silent:
            cancellation.wait(milliseconds: 10)
            return SANE_STATUS_GOOD
        case .vanish:
            FileBytes.write("", to: folder + "/unplugged")
            return stop(fault, at: pass.page, SANE_STATUS_IO_ERROR)
        case .coverOpen, .noDocsEarly, .unknownLength, .wrongCount, .noBack, .endless: return nil
        }
    }

    /// Counts the sheet, and prints on it what the endorser is set to: a line in the file `endorsed`.
    private func endorse() {
        sheetsFed += 1
        guard options.isEndorsing else { return }
        FileBytes.append(options.endorsement.endorsed(sheetsFed) + "\n", to: folder + "/endorsed")
    }

    private func stop(_ fault: FeederScript.Fault, at index: Int, _ status: SANE_Status) -> SANE_Status {
        lastFault = fault
        pass = ScanPass()
        position.happened(index)
        position.next = script.remembers ? sheet(of: index) : sheet(after: index)
        return status
    }

    private func cancel() -> SANE_Status {
        pass = ScanPass()
        return SANE_STATUS_CANCELLED
    }

    private func adjusted(_ page: Pixels) -> Pixels {
        let scale = { [resolution = Int(options.resolution), native = script.resolution] (pixels: Int) in
            max(1, (pixels * resolution + native / 2) / native)
        }
        let left = options.pixels(.left)
        let top = options.pixels(.top)
        return page.scaled(width: scale(page.width), height: scale(page.height))
            .cropped(
                left: left, top: top, maxWidth: min(options.pixels(.right) - left, options.pixels(.pageWidth)),
                maxHeight: min(options.pixels(.bottom) - top, options.pixels(.pageHeight))
            )
            .adjusted(brightness: Int(options.brightness), contrast: Int(options.contrast))
            .converted(to: layout)
    }

    private var layout: Pixels.Layout {
        switch options.mode {
        case .lineart: .bitonal
        case .gray: .gray
        case .color: .rgb
        }
    }

    /// Files a sheet has in the stack.
    private var sheetSize: Int { options.source == .duplex || script.hasPairs ? 2 : 1 }
    /// Files from one page fed to the next.
    private var step: Int { options.source == .duplex ? 1 : sheetSize }

    private func sheet(of index: Int) -> Int { index - index % sheetSize }
    private func sheet(after index: Int) -> Int { sheet(of: index) + sheetSize }
}
