package import CaptureModel
import Testing

/// What the rest of the program relies on in every delivery target; each target's tests run all rules over it.
package struct DeliveryTargetConformance: Sendable {
    /// One promise of `DeliveryTarget`.
    package enum Rule: String, CaseIterable, Sendable {
        case deliversWhole
        case secondDeliveryChangesNothing
        case findsWhatWasDelivered
        case findsNothingElse
        case halfDeliveryIsNotFoundAndIsCompleted
        case wrongHashIsRefused
        case equalDocumentsStayTwo
    }

    private let target: any DeliveryTarget
    private let makePackage: @Sendable (_ deliveryID: String) throws -> DeliveryPackage
    private let interrupt: @Sendable (DeliveryPackage) async throws -> Void
    private let countDocuments: @Sendable () async throws -> Int

    /// - Parameters:
    ///   - target: a target with nothing in it.
    ///   - makePackage: a package with a real PDF; packages differ in their id alone.
    ///   - interrupt: leaves at the target what a kill leaves between the data and what makes them whole.
    ///   - countDocuments: the documents at the target, whole or not.
    package init(
        of target: any DeliveryTarget,
        makePackage: @escaping @Sendable (_ deliveryID: String) throws -> DeliveryPackage,
        interrupt: @escaping @Sendable (DeliveryPackage) async throws -> Void,
        countDocuments: @escaping @Sendable () async throws -> Int
    ) {
        self.target = target
        self.makePackage = makePackage
        self.interrupt = interrupt
        self.countDocuments = countDocuments
    }

    package func verify(_ rule: Rule) async throws {
        switch rule {
        case .deliversWhole: try await deliversWhole()
        case .secondDeliveryChangesNothing: try await secondDeliveryChangesNothing()
        case .findsWhatWasDelivered: try await findsWhatWasDelivered()
        case .findsNothingElse: try await findsNothingElse()
        case .halfDeliveryIsNotFoundAndIsCompleted: try await halfDeliveryIsNotFoundAndIsCompleted()
        case .wrongHashIsRefused: try await wrongHashIsRefused()
        case .equalDocumentsStayTwo: try await equalDocumentsStayTwo()
        }
    }

    private func deliversWhole() async throws {
        let package = try makePackage("delivery-1")
        let receipt = try await target.deliver(package)
        #expect(receipt.target == target.name)
        #expect(receipt.sha256 == package.sha256)
        #expect(receipt.sizeInBytes > 0)
        #expect(receipt.files["pdf"] != nil && receipt.files["metadata"] != nil)
        #expect(try await countDocuments() == 1)
    }

    private func secondDeliveryChangesNothing() async throws {
        let package = try makePackage("delivery-1")
        let first = try await target.deliver(package)
        let second = try await target.deliver(package)
        #expect(first == second)
        #expect(try await countDocuments() == 1)
    }

    private func findsWhatWasDelivered() async throws {
        let package = try makePackage("delivery-1")
        let receipt = try await target.deliver(package)
        #expect(try await target.find(package) == receipt)
    }

    private func findsNothingElse() async throws {
        let package = try makePackage("delivery-1")
        #expect(try await target.find(package) == nil)
        #expect(try await countDocuments() == 0)
        _ = try await target.deliver(makePackage("delivery-2"))
        #expect(try await target.find(package) == nil)
    }

    private func halfDeliveryIsNotFoundAndIsCompleted() async throws {
        let package = try makePackage("delivery-1")
        try await interrupt(package)
        #expect(try await countDocuments() == 1, "the test's own interruption must leave the data there")
        #expect(try await target.find(package) == nil)
        let receipt = try await target.deliver(package)
        #expect(try await target.find(package) == receipt)
        #expect(try await countDocuments() == 1)
    }

    private func wrongHashIsRefused() async throws {
        var package = try makePackage("delivery-1")
        package.sha256 = String(repeating: "0", count: 64)
        let error = await #expect(throws: CaptureError.self) { try await target.deliver(package) }
        #expect(error?.code == .badInput)
        #expect(try await target.find(package) == nil)
        #expect(try await countDocuments() == 0)
    }

    private func equalDocumentsStayTwo() async throws {
        let first = try await target.deliver(makePackage("delivery-1"))
        let second = try await target.deliver(makePackage("delivery-2"))
        #expect(first.object != second.object)
        #expect(try await countDocuments() == 2)
    }
}
