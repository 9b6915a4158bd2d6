import CaptureModel
import Delivery
import Foundation
import TestSupport
import Testing

@Suite("Delivery targets")
struct ConformanceTests {
    @Test("a folder keeps the promises of a delivery target", arguments: DeliveryTargetConformance.Rule.allCases)
    func folder(_ rule: DeliveryTargetConformance.Rule) async throws {
        let share = try Share()
        let conformance = DeliveryTargetConformance(
            of: share.target,
            makePackage: { try Sample.package($0, in: share.scratch) },
            interrupt: { package in
                let receipt = try await share.target.deliver(package)
                try share.remove(receipt.files["metadata"])
                try share.remove(receipt.files["metadataXML"])
            },
            countDocuments: { share.files().count { $0.hasSuffix(".pdf") } })
        try await conformance.verify(rule)
    }

    @Test("a target in memory keeps its promises as well", arguments: DeliveryTargetConformance.Rule.allCases)
    func memory(_ rule: DeliveryTargetConformance.Rule) async throws {
        let scratch = try Scratch()
        let target = MemoryTarget()
        let conformance = DeliveryTargetConformance(
            of: target,
            makePackage: { try Sample.package($0, in: scratch) },
            interrupt: { try await target.storeData(of: $0) },
            countDocuments: { await target.count })
        try await conformance.verify(rule)
    }
}
