import CaptureModel
import Foundation
import Learning
import Testing

@Suite struct TypeModelFileTests {
    private let model: TypeModel

    init() throws { model = try TypeTraining.train(SampleLetter.examples(5)) }

    @Test("what was written is read back as it was")
    func roundTrip() throws {
        let written = try TypeModelFile.written(model)
        #expect(try TypeModelFile.read(written.file) == written.model)
    }

    @Test("a file with any byte changed, cut or added is refused", arguments: [0, 40, 95, 300, 5_000, -1])
    func damaged(_ place: Int) throws {
        var file = try TypeModelFile.written(model).file
        if place >= 0 { file[place] ^= 1 } else { file.append(0x20) }
        let error = #expect(throws: CaptureError.self) { try TypeModelFile.read(file) }
        #expect(error?.problem == "type-model-damaged" || error?.problem == "type-model-version")
        #expect(throws: CaptureError.self) { try TypeModelFile.read(file.prefix(file.count / 2)) }
    }

    @Test("a model made with other features is refused with a remedy")
    func otherVersion() throws {
        var other = model
        other.featureVersion += 1
        let file = try TypeModelFile.written(other).file
        let error = #expect(throws: CaptureError.self) { try TypeModelFile.read(file) }
        #expect(error?.problem == "type-model-version" && error?.remedy.de.contains("neu lernen") == true)
    }

    @Test("parts that do not fit together are refused, so that no index leads outside")
    func unfit() throws {
        var changes: [(inout TypeModel) -> Void] = []
        changes.append { $0.weights.removeLast() }
        changes.append { $0.rarity.append(1) }
        changes.append { $0.usualLikeness.removeAll() }
        changes.append { $0.features.swapAt(0, 1) }
        changes.append { $0.examples[0].features[0] = 60_000 }
        changes.append { $0.examples[0].type = 9 }
        changes.append { $0.calibration = TypeModel.Calibration(weights: [1], familiarFrom: 0) }
        for change in changes {
            var model = model
            change(&model)
            let file = try TypeModelFile.written(model).file
            #expect(throws: CaptureError.self) { try TypeModelFile.read(file) }
        }
    }

    @Test("what is no model is refused", arguments: ["", "x", "scanstelle-type-model 1 00\n{}", "\n\n\n"])
    func noModel(_ text: String) {
        #expect(throws: CaptureError.self) { try TypeModelFile.read(Data(text.utf8)) }
    }
}
