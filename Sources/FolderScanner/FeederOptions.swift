import CSANE

/// What is set, and the descriptors that say so.
///
/// SANE keeps the pointers until the device is closed, so the descriptors live as long as this value.
struct FeederOptions: ~Copyable {
    enum Source: String, CaseIterable {
        case flatbed = "Flatbed"
        case front = "ADF Front"
        case duplex = "ADF Duplex"
    }

    enum Mode: String, CaseIterable {
        case lineart = "Lineart"
        case gray = "Gray"
        case color = "Color"
    }

    enum DoubleFeedAction: String, CaseIterable {
        case deviceDefault = "Default"
        case goOn = "Continue"
        case stop = "Stop"
    }

    /// Dots per inch.
    static let resolutions = 50...1200
    /// Longest side of A3, in millimeters.
    static let longestSide = 420

    var source = Source.front
    var mode = Mode.color
    var resolution: SANE_Word = 300
    var doubleFeedAction = DoubleFeedAction.deviceDefault { didSet { updateActivity() } }
    var watchesThickness = false
    /// -127...127.
    var brightness: SANE_Word = 0
    /// -127...127.
    var contrast: SANE_Word = 0
    /// Pages end where their files end anyway.
    var endsWithPaper = false
    /// As a fixed point number; pages are never left out.
    var blankSkip: SANE_Fixed = 0
    var isEndorsing = false
    /// What is printed on each sheet; `%05ud` and `%08ud` at its end stand for the counter, as on fujitsu devices.
    var endorsement = Endorsement()
    /// Lengths on paper as SANE's fixed point numbers, in millimeters.
    var lengths: [FeederOption: SANE_Fixed] = [
        .pageWidth: fixed(420), .pageHeight: fixed(420), .left: 0, .top: 0, .right: fixed(420), .bottom: fixed(420),
    ]

    private let descriptors: UnsafeMutablePointer<SANE_Option_Descriptor>

    init() {
        descriptors = .allocate(capacity: FeederOption.allCases.count)
        for option in FeederOption.allCases { (descriptors + Int(option.rawValue)).initialize(to: option.descriptor) }
        updateActivity()
    }

    deinit { descriptors.deallocate() }

    func descriptor(at index: SANE_Int) -> UnsafePointer<SANE_Option_Descriptor>? {
        FeederOption(rawValue: index).map { UnsafePointer(descriptors + Int($0.rawValue)) }
    }

    /// Whether two sheets at once stop the feeder; both options are needed, as on the devices we imitate.
    var stopsAtDoubleFeed: Bool { doubleFeedAction == .stop && watchesThickness }

    /// How a length of the scan area is written in pixels at the set resolution.
    func pixels(_ option: FeederOption) -> Int {
        Int((Double(lengths[option] ?? 0) / 65536 / 25.4 * Double(resolution)).rounded())
    }

    /// The thickness sensor can be chosen once there is something to do about a double feed.
    private func updateActivity() {
        let index = Int(FeederOption.doubleFeedThickness.rawValue)
        if doubleFeedAction == .deviceDefault {
            descriptors[index].cap |= SANE_CAP_INACTIVE
        } else {
            descriptors[index].cap &= ~SANE_CAP_INACTIVE
        }
    }
}

struct Endorsement {
    var text = ""

    /// What stands on the sheet of this number.
    func endorsed(_ number: SANE_Word) -> String {
        for digits in [5, 8] where text.hasSuffix("%0\(digits)ud") {
            let count = String(number)
            return text.dropLast(5) + String(repeating: "0", count: max(0, digits - count.count)) + count
        }
        return text
    }
}

/// Millimeters as SANE's fixed point number.
func fixed(_ millimeters: Int) -> SANE_Fixed { SANE_Fixed(millimeters << 16) }
