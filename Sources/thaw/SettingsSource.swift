import Configuration
import SystemPackage

/// Where settings come from, first found wins: flags, the environment (`THAW_…`), `config.json` in the data folder.
struct SettingsSource {
    private let layers: [(name: String, provider: any ConfigProvider)]
    let dataFolder: String

    /// - Parameter flags: what was said on the command line, by key.
    init(flags: [AbsoluteConfigKey: ConfigValue], environment: [String: String]) async throws {
        let spoken: [(name: String, provider: any ConfigProvider)] = [
            ("the command line", InMemoryProvider(name: "flags", values: flags)),
            (
                "the environment",
                EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "thaw")
            ),
        ]
        dataFolder =
            try Self.find("data", .string, in: spoken) { if case .string(let text) = $0 { text } else { nil } }
            ?? "data"
        let file = FilePath(dataFolder).appending("config.json")
        do {
            let provider = try await FileProvider<JSONSnapshot>(filePath: file, allowMissing: true)
            layers = spoken + [(file.string, provider)]
        } catch {
            throw Failure("\(file.string) is not a JSON object of settings: \(error).")
        }
    }

    func string(_ key: AbsoluteConfigKey) throws -> String? {
        try Self.find(key, .string, in: layers) { if case .string(let text) = $0 { text } else { nil } }
    }

    func ints(_ key: AbsoluteConfigKey, in range: ClosedRange<Int>) throws -> [Int]? {
        let found = try Self.find(key, .intArray, in: layers) { if case .intArray(let list) = $0 { list } else { nil } }
        if let value = found?.first(where: { !range.contains($0) }) {
            throw Failure(
                "The setting \(key) has \(value) in it; it goes from \(range.lowerBound) to \(range.upperBound).")
        }
        return found
    }

    func int(_ key: AbsoluteConfigKey, in range: ClosedRange<Int>) throws -> Int? {
        let found = try Self.find(key, .int, in: layers) { if case .int(let number) = $0 { number } else { nil } }
        guard let value = found else { return nil }
        guard range.contains(value) else {
            throw Failure("The setting \(key) is \(value); it goes from \(range.lowerBound) to \(range.upperBound).")
        }
        return value
    }

    func strings(_ key: AbsoluteConfigKey) throws -> [String]? {
        try Self.find(key, .stringArray, in: layers) { if case .stringArray(let list) = $0 { list } else { nil } }
    }

    /// `on` or `off`.
    func isOn(_ key: AbsoluteConfigKey) throws -> Bool? {
        guard let word = try string(key) else { return nil }
        guard ["on", "off"].contains(word) else { throw Failure("The setting \(key) is “\(word)”; it is on or off.") }
        return word == "on"
    }

    private static func find<Value>(
        _ key: AbsoluteConfigKey, _ type: ConfigType, in layers: [(name: String, provider: any ConfigProvider)],
        _ extract: (ConfigContent) -> Value?
    ) throws -> Value? {
        for (name, provider) in layers {
            do {
                if let value = try provider.value(forKey: key, type: type).value { return extract(value.content) }
            } catch {
                throw Failure("The setting \(key) in \(name) is not a \(type.rawValue).")
            }
        }
        return nil
    }
}
