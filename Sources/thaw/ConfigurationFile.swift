import Foundation

/// `config.json` of a data folder, as this program writes it.
struct ConfigurationFile: Sendable {
    let path: String

    /// Sets one key of the first level and leaves the others; makes the file where there is none.
    func set(_ key: String, to value: String) throws {
        var settings: [String: Any] = [:]
        if let data = FileManager.default.contents(atPath: path) {
            guard let known = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
                throw Failure("\(path) is not a JSON object of settings.")
            }
            settings = known
        }
        settings[key] = value
        let data = try JSONSerialization.data(
            withJSONObject: settings, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        try data.write(to: URL(filePath: path), options: .atomic)
    }
}
