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

    package init(
        device: String, settings: ScanSettings, folder: String, firstPage: Int = 1, sheetsBefore: Int? = nil
    ) {
        self.device = device
        self.settings = settings
        self.folder = folder
        self.firstPage = firstPage
        self.sheetsBefore = sheetsBefore
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

    package init() {}
}

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

/// A scanner as libsane lists it.
package struct ScannerDevice: Sendable, Hashable, Codable {
    package var name: String
    package var vendor: String
    package var model: String
    package var kind: String

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
