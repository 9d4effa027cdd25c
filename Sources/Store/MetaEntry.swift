internal import Foundation

/// One custom field as an import brought it. Keys may repeat, and the order counts.
package struct MetaEntry: Hashable, Sendable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}

extension [MetaEntry] {
    /// Stored form: a JSON array of `[key, value]` pairs.
    var json: String {
        if isEmpty { return "[]" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        // Arrays of strings cannot fail to encode.
        return (try? encoder.encode(map { [$0.key, $0.value] })).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    init(json: String) {
        self = []
        if json == "[]" { return }
        let pairs = (try? JSONDecoder().decode([[String]].self, from: Data(json.utf8))) ?? []
        self = pairs.filter { $0.count == 2 }.map { MetaEntry(key: $0[0], value: $0[1]) }
    }
}
