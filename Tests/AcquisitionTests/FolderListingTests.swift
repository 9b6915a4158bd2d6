import Testing

@testable import Acquisition

@Suite("A file in a watched folder is taken when it is complete") struct FolderListingTests {
    private let file = ListedFile(name: "brief.pdf", sizeInBytes: 100, modified: 1)

    @Test("not before it has been the same over some looks and some seconds")
    func stable() {
        var listing = FolderListing(stableSeconds: 10)
        #expect(listing.ready([file], now: 0).isEmpty)
        #expect(listing.ready([file], now: 20).isEmpty)
        #expect(listing.ready([file], now: 21) == [file])
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
        #expect(listing.ready([grown], now: 7) == [grown])
    }

    @Test("an empty file is given a minute")
    func empty() {
        var listing = FolderListing(stableSeconds: 1)
        let empty = ListedFile(name: "leer.tif", sizeInBytes: 0, modified: 1)
        for second in 0..<60 { #expect(listing.ready([empty], now: Double(second)).isEmpty) }
        #expect(listing.ready([empty], now: 60) == [empty])
    }

    @Test("the oldest first")
    func order() {
        var listing = FolderListing(stableSeconds: 0)
        let newer = ListedFile(name: "a.pdf", sizeInBytes: 1, modified: 9)
        for _ in 1...2 { _ = listing.ready([newer, file], now: 0) }
        #expect(listing.ready([newer, file], now: 1).map(\.name) == ["brief.pdf", "a.pdf"])
    }

    @Test(
        "hidden, temporary and system names are left alone",
        arguments: [
            ".versteckt.pdf", "brief.pdf.part", "brief.filepart", "~brief.tif", "Thumbs.db", "x.tmp", "brief.pdf~",
        ])
    func names(_ name: String) { #expect(!FolderListing.isTakeable(name)) }
}
