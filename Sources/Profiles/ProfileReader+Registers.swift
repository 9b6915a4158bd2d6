import CaptureModel
import Foundation
import Yams

extension ProfileReader {
    /// The registers that are no CSV files; fields name them as they name those.
    func sources(_ node: Node?) -> [RegisterSource] {
        reader.list(node).compactMap { node in
            guard let section = reader.section(node, .register), let source = source(section) else { return nil }
            if registers.add(source, section["name"]) { return source }
            reader.note(
                section["name"],
                LocalizedText(de: "Dieses Verzeichnis gibt es schon.", en: "This register is there already."),
                LocalizedText(de: "Bitte den Namen ändern.", en: "Please change the name."))
            return nil
        }
    }

    private func source(_ section: NodeReader.Section) -> RegisterSource? {
        guard let kind = onlyKey(of: section, among: ["database", "url"]),
            let name = reader.text(section["name"]), reader.isRegisterName(name, section["name"]),
            let key = reader.text(section["key"]), let columns = columns(section["columns"]),
            let place = kind == "url" ? service(section) : database(section)
        else { return nil }
        return RegisterSource(name: name, place: place, key: key, columns: columns)
    }

    private func database(_ section: NodeReader.Section) -> RegisterSource.Place? {
        refuse(["url", "timeoutSeconds", "maxAgeSeconds"], in: section)
        guard let file = reader.text(section["database"]), let table = reader.text(section["table"]) else {
            if section["table"] == nil {
                reader.note(
                    section.node, LocalizedText(de: "„table“ fehlt hier.", en: "“table” is missing here."),
                    LocalizedText(de: "Bitte „table:“ ergänzen.", en: "Please add “table:”."))
            }
            return nil
        }
        guard !file.contains(where: { $0 == "/" || $0 == "\\" || $0 == "\0" }), !file.hasPrefix(".") else {
            reader.wrongKind(
                section["database"],
                LocalizedText(
                    de: "der Name einer Datei im Ordner der Verzeichnisse",
                    en: "the name of a file in the folder of registers"))
            return nil
        }
        return .database(file: file, table: table)
    }

    private func service(_ section: NodeReader.Section) -> RegisterSource.Place? {
        refuse(["database", "table"], in: section)
        guard let url = reader.text(section["url"]) else { return nil }
        guard Self.isSafe(url) else {
            reader.wrongKind(
                section["url"],
                LocalizedText(
                    de: "eine Adresse mit https:// und {key} hinter dem Rechnernamen, ohne Kennwort",
                    en: "an address with https:// and {key} behind the host's name, without a password"))
            return nil
        }
        var service = RegisterService(url: url)
        if let timeout = reader.number(section["timeoutSeconds"], in: 0.1...30) { service.timeoutSeconds = timeout }
        if let age = reader.number(section["maxAgeSeconds"], in: 0...86_400) { service.maxAgeSeconds = age }
        return .service(service)
    }

    /// Keys are personal data: they leave the machine encrypted or not at all, and what was read never names the host.
    private static func isSafe(_ url: String) -> Bool {
        guard url.contains(RegisterService.keyMark),
            let parts = URLComponents(string: url.replacing(RegisterService.keyMark, with: "0")),
            let other = URLComponents(string: url.replacing(RegisterService.keyMark, with: "1")),
            let host = parts.host, !host.isEmpty, host == other.host, parts.port == other.port,
            parts.user == nil, parts.password == nil, parts.fragment == nil
        else { return false }
        let isLocal = ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host)
        return parts.scheme == "https" || (parts.scheme == "http" && isLocal)
    }

    /// A list of names, or names of ours with those there; nil where one cannot be used in `field.column`.
    private func columns(_ node: Node?) -> [String: String]? {
        guard let node else { return [:] }
        var columns: [String: String] = [:]
        if node.mapping == nil {
            for name in reader.texts(node) { columns[name] = name }
        } else {
            for pair in reader.pairs(node) ?? [] { columns[pair.key] = reader.text(pair.value) }
        }
        guard columns.keys.allSatisfy(RegisterFile.isColumnName) else {
            reader.wrongKind(
                node,
                LocalizedText(
                    de: "eine Liste von Namen aus Buchstaben und Ziffern, sonst {name: SPALTE},",
                    en: "a list of names of letters and digits, else {name: COLUMN},"))
            return nil
        }
        return columns
    }

    private func refuse(_ keys: [String], in section: NodeReader.Section) {
        for key in keys where section.keys[key] != nil {
            reader.note(
                section.keys[key],
                LocalizedText(de: "„\(key)“ gilt hier nicht.", en: "“\(key)” does not belong here."),
                LocalizedText(de: "Bitte die Zeile streichen.", en: "Please take it away."))
        }
    }
}

extension NodeReader {
    /// Names of registers are names of files; others are noted.
    func isRegisterName(_ name: String, _ node: Node?) -> Bool {
        if !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) { return true }
        wrongKind(
            node,
            LocalizedText(
                de: "ein Name aus Buchstaben, Ziffern und Strichen", en: "a name of letters, digits and dashes"))
        return false
    }
}
