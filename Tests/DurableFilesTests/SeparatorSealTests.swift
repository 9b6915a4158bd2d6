import CaptureModel
import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite struct SeparatorSealTests {
    private let seal = SeparatorSeal(key: Data(repeating: 7, count: 32))

    @Test("a sealed code opens to its text") func roundTrip() {
        let code = seal.sealed("TB-50")
        #expect(seal.opened(code) == "TB-50")
        #expect(code.hasPrefix("TB-50.") && code.count == 5 + 1 + 16)
    }

    @Test("the check part is the same on every machine") func known() {
        // openssl dgst -sha256 -mac HMAC -macopt hexkey:0707...07 over the purpose line and TB-50; first 80 bits in base32.
        #expect(seal.sealed("TB-50") == "TB-50.M32ZCIBR3T2VAY7E")
    }

    @Test("nothing else opens", arguments: ["TB-50", "TB-50.", "TB-50.AAAAAAAAAAAAAAAA", "", ".", "TB-51"])
    func foreign(_ code: String) {
        #expect(seal.opened(code) == nil)
        let mark = seal.sealed("TB-50").dropFirst(5)
        #expect(seal.opened("TB-51" + mark) == nil)
        #expect(SeparatorSeal(key: Data(repeating: 8, count: 32)).opened(seal.sealed("TB-50")) == nil)
    }

    @Test("a key is made once, for its owner's eyes alone") func key() throws {
        let folder = try Scratch()
        let path = folder.path("separator.key")
        #expect(try SeparatorSeal.existing(keyFile: path) == nil)
        let code = try SeparatorSeal.making(keyFile: path).sealed("TB-50")
        #expect(try SeparatorSeal.making(keyFile: path).opened(code) == "TB-50")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(
            folder.files() == ["separator.key"]
                || folder.files().map { ($0 as NSString).lastPathComponent } == ["separator.key"])
    }

    @Test("a damaged key is an error, never replaced") func damaged() throws {
        let folder = try Scratch()
        try folder.write(Data("short".utf8), to: "separator.key")
        #expect(throws: CaptureError.self) { try SeparatorSeal.making(keyFile: folder.path("separator.key")) }
    }
}
