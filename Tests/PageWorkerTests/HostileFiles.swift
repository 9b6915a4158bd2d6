import CaptureModel
import Foundation
import TestSupport

/// Files that were made to hurt, or hurt by accident; the same ones in every run.
enum HostileFiles {
    struct Case: Sendable {
        let name: String
        let bytes: Data
    }

    static var all: [Case] { cut + bent + directories + documents + masks }

    /// Sound files of every kind, the stuff the others are made of.
    private static var sound: [(kind: String, bytes: Data)] {
        [
            ("g4", BarFax.tiff(pages: 3)), ("tiff", HandTIFF(width: 64, height: 64).data),
            ("jpeg", BlockJPEG(columns: 12, rows: 12) { column, row in UInt8(column * row) }.data),
            ("pdf", HandPDF(scan: small).data), ("drawn", HandPDF(width: 200, height: 200, content: text).data),
        ]
    }

    private static let text = "BT /F 12 Tf 20 100 Td (Sehr geehrte Damen und Herren) Tj ET"
    private static let small = BlockJPEG(columns: 12, rows: 12) { column, row in UInt8(column * row) }

    /// Every kind, cut off at many places.
    private static var cut: [Case] {
        sound.flatMap { kind, bytes in
            (1...9).map { Case(name: "\(kind) cut at \($0)/10", bytes: bytes.prefix(bytes.count * $0 / 10)) }
        }
    }

    /// Every kind with some bytes changed, most of them in its head.
    private static var bent: [Case] {
        var random = SeededGenerator(seed: 2026)
        return sound.flatMap { kind, bytes in
            (1...20).map { round in
                var bent = Array(bytes)
                for _ in 0..<(1 + round / 4) {
                    let end = round.isMultiple(of: 2) ? bent.count : min(bent.count, 200)
                    bent[Int.random(in: 4..<end, using: &random)] = .random(in: 0...255, using: &random)
                }
                return Case(name: "\(kind) bent \(round)", bytes: Data(bent))
            }
        }
    }

    /// TIFF files whose directories lie.
    private static var directories: [Case] {
        let tags: [(UInt16, [UInt32])] = [
            (256, [0, 1, 40_000, .max]), (257, [0, 40_000, .max]), (258, [0, 3, 32, 65_535]), (259, [0, 2, 6, 34_712]),
            (262, [3, 6, 9, 65_535]), (273, [0, 1, .max]), (277, [0, 2, 255]), (278, [0, 1, .max]),
            (279, [0, 1, .max]), (282, [0, .max]), (274, [0, 9, 65_535]),
        ]
        var cases = tags.flatMap { tag, values in
            values.map { value in
                var tiff = HandTIFF(width: 64, height: 64)
                tiff.changed[tag] = value
                return Case(name: "tag \(tag) is \(value)", bytes: tiff.data)
            }
        }
        for tag in [256, 257, 258, 273, 279] as [UInt16] {
            var tiff = HandTIFF(width: 64, height: 64)
            tiff.missing = [tag]
            cases.append(Case(name: "tag \(tag) is missing", bytes: tiff.data))
        }
        cases += [
            Case(name: "ring of one", bytes: BarFax.tiff(pages: 1, isRing: true)),
            Case(name: "ring of five", bytes: BarFax.tiff(pages: 5, isRing: true)),
            Case(name: "more pages than allowed", bytes: BarFax.tiff(pages: 2_001)),
            Case(name: "bomb of white", bytes: BarFax.tiff(width: 31_000, height: 31_000)),
            Case(name: "strip as wide as a street", bytes: BarFax.tiff(width: 32_000, height: 1)),
            Case(name: "header only", bytes: Data([0x49, 0x49, 42, 0, 8, 0, 0, 0])),
            Case(
                name: "BigTIFF at the end of numbers",
                bytes: Data([0x4D, 0x4D, 0, 43, 0, 8, 0, 0]) + Data(repeating: 255, count: 8)),
        ]
        return cases
    }

    /// PDF files that are too much, too deep or go in rings.
    private static var documents: [Case] {
        func page(_ content: String, _ catalog: String = "", _ page: String = "") -> Data {
            HandPDF(width: 200, height: 200, content: content, catalog: catalog, page: page).data
        }
        func bodies(_ objects: [String]) -> Data { HandPDF(objects).data }
        let catalog = "<< /Type /Catalog /Pages 2 0 R >>"
        let leaf = "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 9 9 ] >>"
        return [
            Case(name: "deep lists", bytes: page(text, "/X " + nested("[", "]", 50_000))),
            Case(name: "deep dictionaries", bytes: page(text, "/X " + nested("<< /A ", ">>", 20_000))),
            Case(name: "deep saves", bytes: page(String(repeating: "q ", count: 200_000))),
            Case(name: "many clips", bytes: page(String(repeating: "0 0 9 9 re W n ", count: 50_000))),
            Case(name: "kids in a ring", bytes: bodies([catalog, "<< /Type /Pages /Kids [ 2 0 R ] /Count 1 >>"])),
            Case(
                name: "kid is its own parent's parent",
                bytes: bodies([
                    catalog, "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
                    "<< /Type /Pages /Kids [ 2 0 R ] /Count 1 >>",
                ])),
            Case(
                name: "count is a lie",
                bytes: bodies([catalog, "<< /Type /Pages /Kids [ 3 0 R ] /Count 2147483647 >>", leaf])),
            Case(
                name: "count is negative",
                bytes: bodies([catalog, "<< /Type /Pages /Kids [ 3 0 R ] /Count -5 >>", leaf])),
            Case(
                name: "length is a lie",
                bytes: bodies([
                    catalog, "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 9 9 ] /Contents 4 0 R >>",
                    "<< /Length 99999999 >>\nstream\nq Q\nendstream",
                ])),
            Case(name: "huge paper", bytes: HandPDF(width: 14_400_000, height: 14_400_000, content: "q Q").data),
            Case(name: "no paper", bytes: HandPDF(width: 0, height: 0, content: "q Q").data),
            Case(name: "paper turned inside out", bytes: HandPDF(width: -200, height: -300, content: "q Q").data),
            Case(name: "turned by 91 degrees", bytes: page(text, "", "/Rotate 91")),
            Case(name: "unit of a mile", bytes: page(text, "", "/UserUnit 4500000")),
            Case(
                name: "form that draws itself",
                bytes: bodies([
                    catalog, "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 99 99 ] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
                    "<< /Length 5 >>\nstream\n/I Do\nendstream",
                    "<< /Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] /Resources << /XObject << /I 5 0 R >> >> /Length 11 >>\nstream\n/I Do /I Do\nendstream",
                ])),
            Case(
                name: "script and launch",
                bytes: page(
                    text,
                    "/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://x'\\)) /Next << /S /Launch /F (/bin/sh) >> >>"
                )),
            Case(
                name: "reads a file of the machine",
                bytes: bodies([
                    catalog, "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 9 9 ] /Contents 4 0 R >>",
                    "<< /Length 0 /F (/etc/passwd) >>\nstream\n\nendstream",
                ])),
            Case(
                name: "encrypted by nobody knows what",
                bytes: Data(
                    String(decoding: page("q Q"), as: UTF8.self).replacing(
                        "/Root 1 0 R", with: "/Root 1 0 R /Encrypt << /Filter /Geheim /V 9 >>"
                    ).utf8)),
            Case(
                name: "reference table in a ring",
                bytes: Data(
                    String(decoding: page("q Q"), as: UTF8.self).replacing("/Root 1 0 R", with: "/Root 1 0 R /Prev 9")
                        .utf8)),
            Case(
                name: "reference table points nowhere",
                bytes: Data(
                    String(decoding: page("q Q"), as: UTF8.self).replacing("startxref\n", with: "startxref\n9999").utf8)
            ),
            Case(
                name: "thousand empty pages of one",
                bytes: bodies([
                    catalog, "<< /Type /Pages /Kids [ \(String(repeating: "3 0 R ", count: 3_000)) ] /Count 3000 >>",
                    leaf,
                ])),
        ]
    }

    /// Files that are something else than they seem.
    private static var masks: [Case] {
        let pdf = HandPDF(width: 200, height: 200, content: text).data
        let jpeg = small.data
        return [
            Case(
                name: "web page with a PDF inside",
                bytes: Data("<html><script>alert(1)</script><!--".utf8) + pdf + Data("-->".utf8)),
            Case(
                name: "PDF with an archive behind it",
                bytes: pdf + Data("PK\u{3}\u{4}".utf8) + Data(repeating: 0, count: 500)),
            Case(name: "JPEG with a PDF behind it", bytes: jpeg + pdf),
            Case(name: "PDF header on a JPEG", bytes: Data("%PDF-1.4\n".utf8) + jpeg),
            Case(
                name: "JPEG start on a web page", bytes: Data([0xFF, 0xD8, 0xFF]) + Data("<svg onload=alert(1)>".utf8)),
            Case(name: "PNG start on nothing", bytes: Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
            Case(name: "GIF", bytes: Data("GIF89a".utf8) + Data(repeating: 0, count: 100)),
            Case(name: "program", bytes: Data([0x7F, 0x45, 0x4C, 0x46]) + Data(repeating: 1, count: 100)),
            Case(name: "PostScript", bytes: Data("%!PS\n(/etc/passwd) (r) file 1000 string readstring".utf8)),
            Case(
                name: "picture of lines that reads files",
                bytes: Data("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>".utf8)),
            Case(name: "words without end", bytes: Data(entityBomb.utf8)),
            Case(name: "zeros", bytes: Data(repeating: 0, count: 100_000)),
            Case(name: "ones", bytes: Data(repeating: 255, count: 100_000)),
            Case(name: "one byte", bytes: Data([0x25])),
        ]
    }

    static let entityBomb =
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">"
        + (1...8).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 == 1 ? "" : "\($0 - 1)");", count: 10))\">" }
        .joined()
        + "]><a><fileReference>&a8;</fileReference></a>"

    static func nested(_ open: String, _ close: String, _ depth: Int) -> String {
        String(repeating: open, count: depth) + String(repeating: close, count: depth)
    }
}
