/// A command to a scanner process, one JSON object a line on its standard input.
package enum ScannerCommand: Sendable, Codable {
    /// Feed until the feeder is empty. Page n goes to `<folder>/<n as 4 digits>/original.jpg` or `.tif`.
    case feed(FeedRequest)
    /// Stop after the page in flight, which is thrown away.
    case cancel
}

package struct FeedRequest: Sendable, Hashable, Codable {
    package var device: String
    package var settings: ScanSettings
    /// Absolute path of the batch's `pages` folder.
    package var folder: String
    /// Number of the first page, from 1.
    package var firstPage: Int
    /// Whole sheets the batch has already; nil where that follows from the first page's number.
    package var sheetsBefore: Int?
    /// Number of the page with which the first one is compared: maybe a person laid its sheet in once more; nil for none.
    package var pageBefore: Int?

    package init(
        device: String, settings: ScanSettings, folder: String, firstPage: Int = 1, sheetsBefore: Int? = nil,
        pageBefore: Int? = nil
    ) {
        self.device = device
        self.settings = settings
        self.folder = folder
        self.firstPage = firstPage
        self.sheetsBefore = sheetsBefore
        self.pageBefore = pageBefore
    }
}

/// What a profile asks of the scanner.
package struct ScanSettings: Sendable, Hashable, Codable {
    package enum Source: String, Sendable, Codable, CaseIterable {
        case flatbed
        case feeder = "adf"
        case duplexFeeder = "adf-duplex"
    }

    package enum DoubleFeedAction: String, Sendable, Codable, CaseIterable { case stop, ignore }

    package var source = Source.duplexFeeder
    /// Dots per inch.
    package var resolution = 300
    package var mode = ColorMode.color
    /// Paper size by name: `a4`, `a5`, `a3`, `letter`.
    package var paper = "a4"
    package var onDoubleFeed = DoubleFeedAction.stop
    /// JPEG quality of gray and color pages as stored, 1...100; bitonal pages are stored as group 4 TIFF.
    package var quality = 85
    /// Raw SANE options by name, set last.
    package var options: [String: String] = [:]
    /// Where a page ends; nil is `fixed`.
    package var length: PaperLength?
    /// What a staple leads to, where the device feels one; nil leaves that to the device.
    package var onStaple: DoubleFeedAction?
    /// What a crooked sheet leads to, where the device feels one; nil leaves that to the device.
    package var onSkew: DoubleFeedAction?
    /// -100...100 of what the device offers; nil leaves it to the device, and so below.
    package var brightness: Int?
    /// -100...100 of what the device offers.
    package var contrast: Int?
    /// 1...100 of what the device offers: how dark a bitonal page's ink must be.
    package var threshold: Int?
    /// The color that gray and bitonal pages leave out.
    package var dropout: DropoutColor?
    /// What the device prints on each sheet, in its own notation of counters.
    package var imprint: String?
    /// Name of the value of a separator that tells how many sheets follow it, as a cover sheet's.
    package var countFrom: String?
    /// What the device must offer; the rest of what it lacks is only told.
    package var required: [ScanFeature]?

    package init() {}
}

/// Where a page ends.
package enum PaperLength: String, Sendable, Codable, CaseIterable {
    /// Where the paper size says.
    case fixed
    /// Where the sheet ends: sheets of several sizes in one stack.
    case automatic = "auto"
    /// As far down as the device can: receipts and strips.
    case long
}

package enum DropoutColor: String, Sendable, Codable, CaseIterable { case red, green, blue }

/// What a scanner process tells, one JSON object a line on its standard output.
package enum ScannerEvent: Sendable, Codable {
    /// The device is open and takes these parameters.
    case opened(device: String)
    /// `sane_start` succeeded: paper moves. Pages are counted from the request's first page.
    case started(page: Int)
    /// The page is durable on disk under its final name.
    case stored(StoredScan)
    /// Something a person should know about the feed; it goes on.
    case noted(Finding)
    /// The feed is over; always the last event of a feed.
    case ended(FeedEnd)
}

package struct StoredScan: Sendable, Hashable, Codable {
    package var page: Int
    /// Path relative to the request's folder.
    package var file: String
    package var format: InputFormat
    /// SHA-256 of the file, hexadecimal.
    package var sha256: String
    package var sizeInBytes: Int

    package init(page: Int, file: String, format: InputFormat, sha256: String, sizeInBytes: Int) {
        self.page = page
        self.file = file
        self.format = format
        self.sha256 = sha256
        self.sizeInBytes = sizeInBytes
    }
}

extension Finding {
    /// Code of the finding that the first page of a feed looks like the page it was compared with.
    package static let sheetMaybeTwice = "sheet-maybe-twice"
}

/// Why a feed is over.
package struct FeedEnd: Sendable, Hashable, Codable {
    package enum Reason: String, Sendable, Codable {
        /// The feeder is empty.
        case empty
        case canceled, jammed, doubleFeed, coverOpen, failed
    }

    package var reason: Reason
    /// Sheets fed and pages started and stored; they must agree, or the batch is held.
    package var pagesStarted: Int
    package var pagesStored: Int
    package var problem: CaptureError?
    /// How often the device said "empty" though a page came after a short wait; nil where it never did.
    package var prematureEmptyReports: Int?
    /// Sheets that went in by the device's own counter; nil where it has none.
    package var sheetsFed: Int?

    package init(reason: Reason, pagesStarted: Int, pagesStored: Int, problem: CaptureError? = nil) {
        self.reason = reason
        self.pagesStarted = pagesStarted
        self.pagesStored = pagesStored
        self.problem = problem
    }
}

/// What a scanner process that watches a device is to look at.
package struct WatchRequest: Sendable, Hashable, Codable {
    package var device: String
    /// Names of the buttons.
    package var buttons: [String]
    package var watchesPaper: Bool
    /// The feeder is known to be empty: paper that lies in it now is new.
    package var isEmptyNow: Bool

    package init(device: String, buttons: [String], watchesPaper: Bool, isEmptyNow: Bool = false) {
        self.device = device
        self.buttons = buttons
        self.watchesPaper = watchesPaper
        self.isEmptyNow = isEmptyNow
    }
}

/// What a watched device tells, one JSON object a line.
package enum DeviceSignal: Sendable, Hashable, Codable {
    /// Watching has begun; of what was asked for, the device lacks these options.
    case watching(lacking: [String])
    case button(String)
    /// Nothing happened since the last look; whoever listens may end the watch now.
    case quiet
    /// Paper was put into the empty feeder and lies still.
    case paperLoaded
    /// The device cannot be watched any more.
    case failed(CaptureError)
}

/// A scanner as libsane lists it.
package struct ScannerDevice: Sendable, Hashable, Codable {
    package var name: String
    package var vendor: String
    package var model: String
    package var kind: String
    /// Nil where nobody asked, or the device does not answer.
    package var capabilities: ScannerCapabilities?
    /// Why the device does not answer.
    package var problem: CaptureError?

    package init(name: String, vendor: String, model: String, kind: String) {
        self.name = name
        self.vendor = vendor
        self.model = model
        self.kind = kind
    }
}

/// One option of a scanner, for the person who tunes a profile.
package struct ScannerOption: Sendable, Hashable, Codable {
    package var name: String
    package var title: String
    package var kind: String
    package var unit: String
    package var value: String?
    package var choices: [String]
    package var minimum: Double?
    package var maximum: Double?
    package var isSettable: Bool

    package init(
        name: String, title: String, kind: String, unit: String, value: String? = nil, choices: [String] = [],
        minimum: Double? = nil, maximum: Double? = nil, isSettable: Bool = true
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.unit = unit
        self.value = value
        self.choices = choices
        self.minimum = minimum
        self.maximum = maximum
        self.isSettable = isSettable
    }
}
