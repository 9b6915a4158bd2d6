import CaptureModel
import ScannerDriver
import Testing

@Suite("Names of settings on devices") struct SettingNamesTests {
    @Test(
        "the source is found among the names of each driver",
        arguments: [
            (ScanSettings.Source.flatbed, ["Flatbed", "ADF Front", "ADF Back", "ADF Duplex"], "Flatbed"),
            (.feeder, ["Flatbed", "ADF Back", "ADF Front", "ADF Duplex", "Card Front"], "ADF Front"),
            (.duplexFeeder, ["Flatbed", "ADF Front", "Card Duplex", "ADF Duplex"], "ADF Duplex"),
            (.feeder, ["Flatbed", "Automatic Document Feeder"], "Automatic Document Feeder"),
            (.duplexFeeder, ["Flatbed", "Automatic Document Feeder"], nil),
            (
                .duplexFeeder, ["FlatBed", "Automatic Document Feeder(left aligned,Duplex)"],
                "Automatic Document Feeder(left aligned,Duplex)"
            ),
            (.flatbed, ["Normal", "ADF"], "Normal"), (.feeder, ["adf", "fb"], "adf"), (.flatbed, ["adf", "fb"], "fb"),
            (.duplexFeeder, ["Flatbed", "ADF", "Duplex"], "Duplex"), (.flatbed, ["ADF Front"], nil),
        ] as [(ScanSettings.Source, [String], String?)])
    func source(_ source: ScanSettings.Source, _ names: [String], _ expected: String?) {
        #expect(SourceChoice.name(of: source, among: names) == expected)
    }

    @Test(
        "the mode is found among the names of each driver",
        arguments: [
            (ColorMode.color, ["Lineart", "Halftone", "Gray", "Color"], "Color"),
            (.bitonal, ["Lineart", "Halftone", "Gray", "Color"], "Lineart"),
            (.gray, ["Black & White", "Gray[Error Diffusion]", "True Gray", "24bit Color"], "True Gray"),
            (.color, ["Black & White", "True Gray", "24bit Color[Fast]"], "24bit Color[Fast]"),
            (.bitonal, ["Black & White", "True Gray", "24bit Color"], "Black & White"),
            (.gray, ["binary", "gray", "color"], "gray"), (.color, ["Color Lineart", "Gray"], nil),
        ] as [(ColorMode, [String], String?)])
    func mode(_ mode: ColorMode, _ names: [String], _ expected: String?) {
        #expect(ModeChoice.name(of: mode, among: names) == expected)
    }

    @Test("paper is known by name, whatever the case")
    func paper() {
        #expect(PaperSize(named: "A4")?.width == Length(millimeters: 210))
        #expect(PaperSize(named: "a12") == nil)
    }
}
