import SystemPackage
import Testing

@testable import Acquisition

extension ListedFile {
    init(name: String, sizeInBytes: Int, modified: Double) {
        self.init(path: FilePath(name), sizeInBytes: sizeInBytes, modified: modified)
    }
}

extension [ReadyFile] {
    fileprivate var names: [String] { map(\.file.name) }
}

@Suite("A file in a watched folder is taken when it is complete") struct FolderListingTests {
    private let file = ListedFile(name: "brief.pdf", sizeInBytes: 100, modified: 1)
    private let sidecar = ListedFile(name: "brief.json", sizeInBytes: 10, modified: 1)

    @Test("not before it has been the same over some looks and some seconds")
    func stable() {
        var listing = FolderListing(stableSeconds: 10)
        #expect(listing.ready([file], now: 0).isEmpty)
        #expect(listing.ready([file], now: 20).isEmpty)
        #expect(listing.ready([file], now: 21).map(\.file) == [file])
    }

    @Test("a file that still grows starts again")
    func growing() {
        var listing = FolderListing(stableSeconds: 2)
        var grown = file
        _ = listing.ready([file], now: 0)
        _ = listing.ready([file], now: 1)
        grown.sizeInBytes = 200
        #expect(listing.ready([grown], now: 5).isEmpty)
        #expect(listing.ready([grown], now: 6).isEmpty)
        #expect(listing.ready([grown], now: 7).map(\.file) == [grown])
    }

    @Test("another file of the same name, size and time starts again")
    func replaced() {
        var listing = FolderListing(stableSeconds: 0)
        var other = file
        other.inode = 7
        _ = listing.ready([file], now: 0)
        _ = listing.ready([file], now: 1)
        #expect(listing.ready([other], now: 2).isEmpty)
    }

    @Test("an empty file is given a minute")
    func empty() {
        var listing = FolderListing(stableSeconds: 1)
        let empty = ListedFile(name: "leer.tif", sizeInBytes: 0, modified: 1)
        for second in 0..<60 { #expect(listing.ready([empty], now: Double(second)).isEmpty) }
        #expect(listing.ready([empty], now: 60).map(\.file) == [empty])
    }

    @Test("the oldest first")
    func order() {
        var listing = FolderListing(stableSeconds: 0)
        let newer = ListedFile(name: "a.pdf", sizeInBytes: 1, modified: 9)
        for _ in 1...2 { _ = listing.ready([newer, file], now: 0) }
        #expect(listing.ready([newer, file], now: 1).names == ["brief.pdf", "a.pdf"])
    }

    @Test(
        "hidden, temporary and system names are left alone",
        arguments: [
            ".versteckt.pdf", "brief.pdf.part", "brief.filepart", "~brief.tif", "Thumbs.db", "x.tmp", "brief.pdf~",
            "~$brief.pdf", "scan.PARTIAL", "brief.tif.grund.txt",
        ])
    func names(_ name: String) { #expect(!FolderListing.isTakeable(name)) }

    @Test("a sidecar goes with the file that bears its name", arguments: ["brief.json", "brief.pdf.json", "brief.XML"])
    func sidecar(_ name: String) {
        var listing = FolderListing(stableSeconds: 0, sidecar: .optional)
        let sidecar = ListedFile(name: name, sizeInBytes: 10, modified: 1)
        for _ in 1...2 { _ = listing.ready([sidecar, file], now: 0) }
        let ready = listing.ready([sidecar, file], now: 1)
        #expect(ready.map(\.file) == [file] && ready.first?.sidecar == sidecar)
    }

    @Test("a file waits for a sidecar that still grows, and for one it needs, but not for ever")
    func waiting() {
        var listing = FolderListing(stableSeconds: 1, sidecar: .required, sidecarSeconds: 10)
        for second in 0...9 { #expect(listing.ready([file], now: Double(second)).isEmpty) }
        var growing = sidecar
        for second in 10...12 {
            growing.sizeInBytes += 1
            #expect(listing.ready([file, growing], now: Double(second)).isEmpty)
        }
        #expect(listing.ready([file], now: 13).names == ["brief.pdf"])
    }

    @Test("a sidecar without its file is taken after its time, to be told of")
    func lone() {
        var listing = FolderListing(stableSeconds: 1, sidecar: .optional, sidecarSeconds: 10)
        for second in 0...9 { #expect(listing.ready([sidecar], now: Double(second)).isEmpty) }
        #expect(listing.ready([sidecar], now: 10).names == ["brief.json"])
    }

    @Test("of two files of one stem the oldest gets the sidecar, unless it bears the whole name of the other")
    func stems() {
        let other = ListedFile(name: "brief.tif", sizeInBytes: 5, modified: 2)
        let exact = ListedFile(name: "brief.tif.xml", sizeInBytes: 5, modified: 2)
        var listing = FolderListing(stableSeconds: 0, sidecar: .optional)
        for _ in 1...2 { _ = listing.ready([other, exact, sidecar, file], now: 0) }
        let ready = listing.ready([other, exact, sidecar, file], now: 1)
        #expect(ready.map(\.sidecar) == [sidecar, exact])
    }
}
