import CaptureModel
import Indexing
import Testing

@Suite struct RouterTests {
    private let router: Router

    init() throws {
        var profile = Profile.plain(
            route: [
                RouteRule(when: ["type": "rechnung|mahnung"], to: "all"),
                RouteRule(when: ["type": "antrag", "ref.office": "50"], to: "social"),
            ])
        profile.deliver["social"] = Destination(target: "eakte", path: "/Sozialamt/${ref}")
        router = try Router(profile: profile)
    }

    private func field(_ value: String) -> IndexValue {
        IndexValue(value: value, confidence: .certain, why: Reason(rule: "test", text: LocalizedText(de: "", en: "")))
    }

    @Test("the first rule whose patterns match whole values decides")
    func first() {
        #expect(router.route(type: "mahnung", fields: [:])?.to == "all")
        #expect(router.route(type: "antrag", fields: ["ref.office": field("50")])?.rule == "route[1]")
        #expect(router.route(type: "antrag", fields: ["ref.office": field("501")]) == nil)
        #expect(router.route(type: nil, fields: [:]) == nil)
    }

    @Test("a value on paper never adds a level to the path") func levels() throws {
        let place = try router.place(for: "social", type: "antrag", fields: ["ref": field("../../etc/0815")])
        #expect(place.target == "eakte" && place.folder == ["Sozialamt", "../../etc/0815"])
    }

    @Test("a path that lacks a value is an error") func missing() {
        #expect(throws: CaptureError.self) { try router.place(for: "social", type: "antrag", fields: [:]) }
    }

    @Test("channel, tenant and protection need come from the profile and the way in, never from paper")
    func origin() throws {
        var profile = Profile.plain(
            route: [
                RouteRule(when: ["tenant": "stadt"], to: "city"), RouteRule(when: ["channel": "scanner"], to: "scan"),
                RouteRule(when: ["confidentiality": "very-high"], to: "secret"), RouteRule(to: "all"),
            ], path: "/${tenant}/all")
        profile.tenant = "kreis"
        let forged = ["tenant": field("stadt"), "confidentiality": field("very-high")]
        let router = try Router(profile: profile, origin: DocumentOrigin(channel: "folder"))
        #expect(router.route(type: nil, fields: forged)?.to == "all")
        #expect(try router.place(for: "all", type: nil, fields: forged).folder == ["kreis", "all"])
        let scanned = try Router(profile: profile, origin: DocumentOrigin(channel: "scanner"))
        #expect(scanned.route(type: nil, fields: forged)?.to == "scan")
        profile.tenant = nil
        #expect(try Router(profile: profile).route(type: nil, fields: forged)?.to == "all")
    }

    @Test("one finding that matches is enough") func findings() throws {
        let router = try Router(profile: .plain(route: [RouteRule(when: ["finding": "a|b"], to: "all")]))
        #expect(router.route(type: nil, fields: [:], findings: ["x", "b"])?.to == "all")
        #expect(router.route(type: nil, fields: [:], findings: ["x"]) == nil)
    }
}
