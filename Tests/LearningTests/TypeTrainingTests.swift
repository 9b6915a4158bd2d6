import CaptureModel
import Learning
import Testing

@Suite struct TypeTrainingTests {
    @Test("five documents of each type are enough to name letters never seen", arguments: SampleLetter.kinds)
    func learns(_ kind: String) throws {
        let recognizer = TypeRecognizer(try TypeTraining.train(SampleLetter.examples(5)))
        for number in 20..<24 {
            let verdict = try #require(recognizer.verdict(on: SampleLetter(kind, number).pages))
            #expect(verdict.type == kind && verdict.confidence > Confidence(0.5))
        }
    }

    @Test("a kind of document that was not learned is not sure to be one of the others")
    func stranger() throws {
        let recognizer = TypeRecognizer(try TypeTraining.train(SampleLetter.examples(10)))
        let known = try #require(recognizer.verdict(on: SampleLetter("antrag", 30).pages))
        let verdict = try #require(recognizer.verdict(on: SampleLetter("speisekarte", 1).pages))
        #expect(verdict.confidence < Confidence(0.5) && verdict.confidence < known.confidence)
    }

    @Test("few documents do not make the machine as sure as many")
    func caution() throws {
        func confidence(_ count: Int) throws -> Confidence {
            let recognizer = TypeRecognizer(try TypeTraining.train(SampleLetter.examples(count)))
            return try #require(recognizer.verdict(on: SampleLetter("antrag", 40).pages)).confidence
        }
        #expect(try confidence(5) < confidence(30))
    }

    @Test("the same documents in any order give the same file, byte for byte")
    func deterministic() throws {
        let examples = SampleLetter.examples(6)
        let first = try TypeModelFile.written(TypeTraining.train(examples))
        let second = try TypeModelFile.written(TypeTraining.train(Array(examples.reversed())))
        #expect(first.file == second.file && first.model.identity == second.model.identity)
    }

    @Test("a type with too few documents is left out and told")
    func tooFew() throws {
        let examples = SampleLetter.examples(5) + [SampleLetter("speisekarte", 1).example]
        #expect(try TypeTraining.train(examples).types.map(\.name) == SampleLetter.kinds.sorted())
        #expect(TypeTraining.tooSmall(examples).map(\.name) == ["speisekarte"])
    }

    @Test("one type alone cannot be learned")
    func oneType() throws {
        let error = #expect(throws: CaptureError.self) {
            try TypeTraining.train(SampleLetter.examples(5).filter { $0.type == "antrag" })
        }
        #expect(error?.problem == "too-few-documents")
    }

    @Test("a page without text has no verdict")
    func noText() throws {
        let recognizer = TypeRecognizer(try TypeTraining.train(SampleLetter.examples(5)))
        #expect(recognizer.verdict(on: [(0, PageAnalysis(text: []))]) == nil)
        #expect(recognizer.verdict(on: []) == nil)
    }

    @Test("misread letters, capitals and lost dots do not hide a word")
    func misread() throws {
        let recognizer = TypeRecognizer(try TypeTraining.train(SampleLetter.examples(8)))
        let text = ["KUNDIGUNG meines Vertrages", "", "hiermit kiindige ich den Vertrag fristgerecht zum Jahresende"]
        #expect(recognizer.verdict(on: [(0, PageAnalysis(text: text))])?.type == "kuendigung")
    }
}

@Suite struct LearnedReasonTests {
    @Test("the reason names words of the letter with their place, and the documents most like it")
    func reasons() throws {
        let model = try TypeModelFile.written(TypeTraining.train(SampleLetter.examples(6))).model
        let verdict = try #require(TypeRecognizer(model).verdict(on: [(7, SampleLetter("kuendigung", 50).pages[0].1)]))
        let words = try #require(verdict.why.first)
        #expect(words.text.de.contains("ündig") && words.text.de.contains("im Betreff"))
        #expect(words.page == 7 && words.box != nil && words.score == verdict.confidence)
        #expect(words.rule == "types.learned@\(model.identity)" && model.identity.count == 8)
        #expect(verdict.why.last?.text.en.contains("kuendigung-") == true)
    }

    @Test("a model holds no word of the letters it was learned from")
    func noWords() throws {
        let file = try TypeModelFile.written(TypeTraining.train(SampleLetter.examples(6))).file
        let text = String(decoding: file, as: UTF8.self).lowercased()
        #expect(
            text.contains("kuendigung") && !text.contains("kündig") && !text.contains("wohngeld")
                && !text.contains("muster"))
    }
}
