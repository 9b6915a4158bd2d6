import BatchStore

/// The store's counts in Prometheus' text format 0.0.4.
enum Metrics {
    static func text(_ counts: StoreCounts, _ storage: StorageState) -> String {
        gauge("scanstelle_batches", "Batches by state.", "state", counts.batches)
            + gauge("scanstelle_documents", "Documents by state.", "state", counts.documents)
            + gauge("scanstelle_inputs", "Files taken in, by outcome.", "outcome", counts.inputs)
            + gauge("scanstelle_pages", "Pages by state.", "state", counts.pages)
            + gauge(
                "scanstelle_storage", "What the disk is fit for.", "state",
                Dictionary(uniqueKeysWithValues: StorageState.allCases.map { ($0.rawValue, $0 == storage ? 1 : 0) }))
    }

    private static func gauge(_ name: String, _ help: String, _ label: String, _ values: [String: Int]) -> String {
        let samples = values.sorted { $0.key < $1.key }.map { "\(name){\(label)=\"\($0.key)\"} \($0.value)\n" }
        return "# HELP \(name) \(help)\n# TYPE \(name) gauge\n" + samples.joined()
    }
}
