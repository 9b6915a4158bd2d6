import CaptureModel
import Foundation
import HTTPTypes
import Hummingbird

/// Why a request of a program was not done: a status for it, words for its people.
struct APIProblem: Error {
    let status: HTTPResponse.Status
    let error: CaptureError

    init(_ status: HTTPResponse.Status, _ error: CaptureError) {
        self.status = status
        self.error = error
    }

    init(
        _ status: HTTPResponse.Status, _ problem: String, _ code: CaptureError.Code = .badInput, de: String, en: String,
        remedy: (de: String, en: String)
    ) {
        self.init(
            status,
            CaptureError(
                code, problem, LocalizedText(de: de, en: en), remedy: LocalizedText(de: remedy.de, en: remedy.en)))
    }

    /// What a fault of the store means to a program.
    init(_ error: CaptureError) {
        let isDisk = ["disk-full", "storage-low", "storage-unsafe"].contains(error.problem)
        self.init(isDisk ? .diskShort : Self.status(of: error.code), error)
    }

    private static func status(of code: CaptureError.Code) -> HTTPResponse.Status {
        switch code {
        case .unavailable: .serviceUnavailable
        case .badInput, .badProfile: .unprocessableContent
        case .internalFault: .internalServerError
        }
    }

    /// The cause stays in the log: it may name places on this machine.
    private var body: [String: Body] {
        [
            "error": Body(
                code: error.problem, message: error.message, remedy: error.remedy, mayRetry: error.code == .unavailable)
        ]
    }

    var text: String { String(decoding: APIAnswer.encoded(body), as: UTF8.self) }

    var response: Response {
        var response = APIAnswer(status, body).response
        if error.code == .unavailable { response.headers[.retryAfter] = "60" }
        if status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }

    private struct Body: Encodable {
        let code: String
        let message, remedy: LocalizedText
        let mayRetry: Bool
    }
}

/// An answer in JSON.
struct APIAnswer {
    let response: Response

    init(_ status: HTTPResponse.Status, _ value: some Encodable) {
        response = Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: Self.encoded(value))))
    }

    static func encoded(_ value: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return (try? encoder.encode(value)) ?? Data("{}".utf8)
    }
}

extension HTTPResponse.Status {
    /// 507 of RFC 4918.
    fileprivate static let diskShort = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
}

extension APIProblem {
    static let unauthorized = APIProblem(
        .unauthorized, "token-unknown", de: "Der Zugangsschlüssel fehlt oder ist nicht bekannt.",
        en: "The token is missing or not known.",
        remedy: (
            "Bitte den Schlüssel als „Authorization: Bearer …“ mitsenden.",
            "Please send it as “Authorization: Bearer …”."
        ))
    static let profileForbidden = APIProblem(
        .forbidden, "profile-forbidden", de: "Dieses Programm darf das Profil nicht benutzen.",
        en: "This program may not use the profile.",
        remedy: (
            "Bitte das Profil in der Datei der Zugänge erlauben.", "Please allow the profile in the file of accounts."
        ))
    static let notFound = APIProblem(
        .notFound, "batch-unknown", de: "Diesen Stapel gibt es nicht.", en: "There is no such batch.",
        remedy: ("Bitte die Kennung prüfen.", "Please check the id."))
    static let tooLarge = APIProblem(
        .contentTooLarge, "file-too-large", de: "Die Datei ist zu groß.", en: "The file is too large.",
        remedy: ("Bitte teilen oder kleiner scannen.", "Please split it or scan it smaller."))
    static let inProgress = APIProblem(
        .conflict, "upload-in-progress", .unavailable, de: "Unter diesem Schlüssel wird gerade schon eingeliefert.",
        en: "Something is being handed in under this key already.",
        remedy: ("Bitte das Ende abwarten.", "Please wait for its end."))
    static let digestMismatch = APIProblem(
        .unprocessableContent, "digest-mismatch", de: "Die Prüfsumme passt nicht zu den Bytes, die ankamen.",
        en: "The digest does not fit the bytes that came.",
        remedy: ("Bitte noch einmal senden.", "Please send it again."))
    static let keyReused = APIProblem(
        .unprocessableContent, "key-reused", de: "Unter diesem Schlüssel kam schon eine andere Datei.",
        en: "Another file came under this key before.",
        remedy: (
            "Bitte für jede Einlieferung einen eigenen Schlüssel nehmen.",
            "Please use a key of its own for each upload."
        ))
    static let emptyBody = APIProblem(
        .badRequest, "file-empty", de: "Es kamen keine Bytes an.", en: "No bytes came.",
        remedy: ("Bitte die Datei als Inhalt der Anfrage senden.", "Please send the file as the body of the request."))
    static let batchClosed = APIProblem(
        .conflict, "batch-closed", de: "Der Stapel nimmt keine Dateien mehr an.", en: "The batch takes no more files.",
        remedy: ("Bitte einen neuen Stapel beginnen.", "Please begin a new batch."))
    static let filesMissing = APIProblem(
        .conflict, "files-missing", de: "Es fehlen noch Dateien des Stapels.",
        en: "Files of the batch are still missing.",
        remedy: ("Bitte die fehlenden Dateien senden.", "Please send the missing files."))

    static func connection(_ status: HTTPResponse.Status, _ problem: String) -> APIProblem {
        APIProblem(
            status, problem, .unavailable, de: "Die Verbindung wird geschlossen: zu viele oder zu langsame Anfragen.",
            en: "The connection is closed: too many requests, or too slow ones.",
            remedy: (
                "Bitte später noch einmal senden; nichts wurde übernommen.",
                "Please send it again later; nothing was taken."
            ))
    }

    static func badParameter(_ name: String) -> APIProblem {
        APIProblem(
            .badRequest, "bad-parameter", de: "Die Angabe „\(name)“ fehlt oder ist nicht gültig.",
            en: "The parameter “\(name)” is missing or not valid.",
            remedy: ("Siehe docs/openapi.yaml.", "See docs/openapi.yaml."))
    }
}
