package import CaptureModel
package import Foundation

/// A file that may hold page images (Bilddatei), judged by its content before anything is decoded.
package enum ImageFile {
    /// What the file is, told by its first bytes, never by its name.
    package static func format(of path: String, limits: InputLimits = InputLimits()) throws(CaptureError) -> InputFormat
    {
        try format(of: FileBytes(path: path, sizeLimit: limits.fileSizeInBytes))
    }

    /// Refuses what cannot be decoded safely and completely; else tells format and page count.
    ///
    /// PDF files are refused with `not-an-image`: ask `format(of:)` first.
    package static func inspect(_ path: String, limits: InputLimits) throws(CaptureError) -> InputInspection {
        try inspect(FileBytes(path: path, sizeLimit: limits.fileSizeInBytes), limits: limits)
    }

    /// The same of bytes in memory.
    package static func inspect(bytes: Data, limits: InputLimits) throws(CaptureError) -> InputInspection {
        guard !bytes.isEmpty else { throw .emptyFile() }
        return try inspect(FileBytes(bytes), limits: limits)
    }

    private static func inspect(_ file: FileBytes, limits: InputLimits) throws(CaptureError) -> InputInspection {
        let format = try format(of: file)
        guard format == .tiff else {
            try header(file, format, page: 0, limits).check(limits)
            return InputInspection(format: format, pageCount: 1)
        }
        let directories = try TIFFDirectories(file, pageLimit: limits.pages)
        for page in directories.offsets.indices {
            let header = try directories.header(page: page)
            try header.check(limits)
            try directories.checkData(page: page, header)
        }
        return InputInspection(format: .tiff, pageCount: directories.offsets.count)
    }

    /// Whether the JPEG may go into a PDF byte for byte: 8 bits, 1 or 3 components, no orientation of its own.
    package static func isPassableJPEG(_ path: String, limits: InputLimits = InputLimits()) throws(CaptureError) -> Bool
    {
        let file = try FileBytes(path: path, sizeLimit: limits.fileSizeInBytes)
        guard try format(of: file) == .jpeg else { return false }
        return try JPEGHeader(file).isPassable
    }

    package static func sizeInBytes(_ path: String) throws(CaptureError) -> Int {
        try FileBytes(path: path, sizeLimit: .max).count
    }

    private static func format(of file: FileBytes) throws(CaptureError) -> InputFormat {
        if TIFFDirectories.magics.contains(where: { file.hasPrefix($0) }) { return .tiff }
        if file.hasPrefix(JPEGHeader.magic) { return .jpeg }
        if file.hasPrefix(PNGHeader.magic) { return .png }
        // Readers accept a PDF header anywhere in the first 1024 bytes (ISO 32000-1, annex H.3.4.1).
        let head = file.data.prefix(1024)
        if head.indices.contains(where: { head[$0...].starts(with: "%PDF-".utf8) }) { return .pdf }
        throw .unknownFormat()
    }

    /// What the file says about `page`.
    static func header(
        _ file: FileBytes, _ format: InputFormat, page: Int, _ limits: InputLimits
    ) throws(CaptureError) -> PageHeader {
        guard page == 0 || format == .tiff else { throw .pageMissing(page) }
        switch format {
        case .tiff: return try TIFFDirectories(file, pageLimit: limits.pages).header(page: page)
        case .jpeg: return try JPEGHeader(file).page
        case .png: return try PNGHeader(file).page
        case .pdf: throw .notAnImage()
        }
    }
}
