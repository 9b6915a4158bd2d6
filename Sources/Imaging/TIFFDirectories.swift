// The image file directories of a TIFF, read without libtiff so that a hostile chain is judged before any C code runs.
//
// TIFF 6.0 section 2 and the BigTIFF supplement: a header names the first directory, each directory the next. The chain
// may be a ring; every place is visited once. Only the tags needed to refuse a page are read, and strips must lie
// inside the file.

import CaptureModel
import Foundation

struct TIFFDirectories {
    /// Offsets of the directories in the file, in page order.
    private(set) var offsets: [Int] = []
    private var file: FileBytes
    private let isBig: Bool

    static let magics: [[UInt8]] = [
        [0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42], [0x49, 0x49, 43, 0], [0x4D, 0x4D, 0, 43],
    ]

    /// Follows the chain of directories; refuses rings and more pages than `pageLimit`.
    init(_ bytes: FileBytes, pageLimit: Int) throws(CaptureError) {
        file = bytes
        file.isLittleEndian = bytes.hasPrefix([0x49])
        isBig = file.u16(2) == 43
        guard let first = isBig ? file.number(at: 8, size: 8) : file.u32(4) else { throw .truncated("TIFF header") }
        var next = first
        var visited: Set<Int> = []
        while next != 0 {
            guard visited.insert(next).inserted else { throw .directoryLoop() }
            guard visited.count <= pageLimit else { throw .tooManyPages(limit: pageLimit) }
            guard let following = successor(of: next) else { throw .truncated("directory at \(next)") }
            offsets.append(next)
            next = following
        }
        guard !offsets.isEmpty else { throw .tagMissing("directory") }
    }

    private func successor(of offset: Int) -> Int? {
        guard let entries = entryCount(at: offset) else { return nil }
        let end = offset + (isBig ? 8 + 20 * entries : 2 + 12 * entries)
        return file.number(at: end, size: isBig ? 8 : 4)
    }

    private func entryCount(at offset: Int) -> Int? {
        // More entries than TIFF has tags is nonsense; the bound keeps the arithmetic small.
        guard let count = file.number(at: offset, size: isBig ? 8 : 2), count <= 65_535 else { return nil }
        return count
    }

    /// What the directory of `page` says, checked for contradictions.
    func header(page: Int) throws(CaptureError) -> PageHeader {
        guard offsets.indices.contains(page) else { throw .pageMissing(page) }
        let tags = Tags(of: self, at: offsets[page])
        guard let width = tags.first(.width), let height = tags.first(.height) else { throw .tagMissing("size") }
        let samples = tags.first(.samplesPerPixel) ?? 1
        let bits = tags.first(.bitsPerSample) ?? 1
        guard [1, 2, 4, 8, 16].contains(bits), (1...5).contains(samples), tags.first(.sampleFormat) ?? 1 == 1 else {
            throw .unsupported("\(samples) samples of \(bits) bits")
        }
        guard Self.codings.contains(tags.first(.compression) ?? 1) else {
            throw .unsupported("compression \(tags.first(.compression) ?? 1)")
        }
        var header = PageHeader(width: width, height: height, bitsPerPixel: bits * samples)
        header.resolution = tags.resolution
        header.orientation = tags.first(.orientation).flatMap { (1...8).contains($0) ? $0 : nil } ?? 1
        return header
    }

    /// None, CCITT, G3, G4, LZW, old and new JPEG, Deflate, PackBits, old Deflate: what scanners and office programs write.
    private static let codings: Set<Int> = [1, 2, 3, 4, 5, 6, 7, 8, 32_773, 32_946]

    /// Refuses a page whose strips or tiles are not where the directory says.
    func checkData(page: Int, _ header: PageHeader) throws(CaptureError) {
        let tags = Tags(of: self, at: offsets[page])
        let isTiled = tags.has(.tileWidth)
        let places = tags.values(isTiled ? .tileOffsets : .stripOffsets)
        let sizes = tags.values(isTiled ? .tileByteCounts : .stripByteCounts)
        guard !places.isEmpty, !sizes.isEmpty else { throw .tagMissing("image data") }
        guard places.count == sizes.count else { throw .stripsAbsurd("\(places.count) places, \(sizes.count) sizes") }
        if isTiled { try checkTiles(tags, header) }
        for (place, size) in zip(places, sizes) {
            guard place > 0 else { throw .stripsAbsurd("strip at \(place)") }
            guard place <= file.count, size <= file.count - place else { throw .truncated("strip at \(place)") }
        }
        let compression = tags.first(.compression) ?? 1
        if compression == 1 {
            // Uncompressed data must fill the page; one strip more or less is left to the decoder.
            let needed = header.height * ((header.width * header.bitsPerPixel + 7) / 8)
            guard sizes.reduce(0, +) >= needed else { throw .truncated("\(sizes.reduce(0, +)) of \(needed) bytes") }
        }
    }

    private func checkTiles(_ tags: Tags, _ header: PageHeader) throws(CaptureError) {
        guard let width = tags.first(.tileWidth), let height = tags.first(.tileHeight), width > 0, height > 0,
            width <= header.width + 4096, height <= header.height + 4096
        else { throw .stripsAbsurd("tile size") }
    }

    /// The place and size of the only strip of the first page; nil where there are several.
    func onlyStrip() -> Range<Int>? {
        let tags = Tags(of: self, at: offsets[0])
        let places = tags.values(.stripOffsets)
        let sizes = tags.values(.stripByteCounts)
        guard places.count == 1, sizes.count == 1, places[0] + sizes[0] <= file.count else { return nil }
        return places[0]..<places[0] + sizes[0]
    }
}

extension TIFFDirectories {
    enum Tag: Int {
        case width = 256, height = 257, bitsPerSample = 258, compression = 259, photometric = 262
        case stripOffsets = 273, orientation = 274, samplesPerPixel = 277, stripByteCounts = 279
        case xResolution = 282, yResolution = 283, resolutionUnit = 296
        case tileWidth = 322, tileHeight = 323, tileOffsets = 324, tileByteCounts = 325, sampleFormat = 339
    }

    /// The entries of one directory.
    private struct Tags {
        private let file: FileBytes
        private let isBig: Bool
        /// Type, number of values and place of the value field, by tag.
        private var entries: [Int: (type: Int, count: Int, place: Int)] = [:]

        init(of directories: TIFFDirectories, at offset: Int) {
            file = directories.file
            isBig = directories.isBig
            let size = isBig ? 20 : 12
            let start = offset + (isBig ? 8 : 2)
            for index in 0..<(directories.entryCount(at: offset) ?? 0) {
                let place = start + index * size
                guard let tag = file.u16(place), Tag(rawValue: tag) != nil, let type = file.u16(place + 2),
                    let count = file.number(at: place + 4, size: isBig ? 8 : 4)
                else { continue }
                entries[tag] = (type, count, place + (isBig ? 12 : 8))
            }
        }

        func has(_ tag: Tag) -> Bool { entries[tag.rawValue] != nil }
        func first(_ tag: Tag) -> Int? { values(tag, atMost: 1).first }

        /// Whole numbers of a tag; empty where it is missing, of another type or beyond the end of the file.
        func values(_ tag: Tag, atMost limit: Int = 1_000_000) -> [Int] {
            guard let entry = entries[tag.rawValue], entry.count > 0,
                let size = [1: 1, 3: 2, 4: 4, 16: 8][entry.type]
            else { return [] }
            let inField = isBig ? 8 : 4
            let (total, isOverflowing) = entry.count.multipliedReportingOverflow(by: size)
            guard !isOverflowing else { return [] }
            let place = total <= inField ? entry.place : file.number(at: entry.place, size: inField) ?? -1
            guard place >= 0, total <= file.count, place <= file.count - total else { return [] }
            return (0..<min(entry.count, limit)).compactMap { file.number(at: place + $0 * size, size: size) }
        }

        /// Dots per inch; nil where the unit is none or a value is missing.
        ///
        /// Unit 3 is the centimeter.
        var resolution: (x: Double, y: Double)? {
            guard let x = fraction(.xResolution), let y = fraction(.yResolution) else { return nil }
            switch first(.resolutionUnit) ?? 2 {
            case 2: return (x, y)
            case 3: return (x * 2.54, y * 2.54)
            default: return nil
            }
        }

        private func fraction(_ tag: Tag) -> Double? {
            guard let entry = entries[tag.rawValue], entry.type == 5, entry.count == 1 else { return nil }
            guard let place = isBig ? entry.place : file.u32(entry.place), let above = file.u32(place),
                let below = file.u32(place + 4), below > 0
            else { return nil }
            return Double(above) / Double(below)
        }
    }
}
