import ArgumentParser
import Configuration
import Foundation

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: "The folder with everything that must be kept (default: data).")
    var data: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical (default: info).")
    var logLevel: String?

    /// The settings as flags, environment and config.json give them.
    func settings(_ more: [AbsoluteConfigKey: ConfigValue?] = [:]) async throws -> Settings {
        var flags = more.compactMapValues { $0 }
        flags["data"] = data.map { ConfigValue(.string($0), isSecret: false) }
        flags["log.level"] = logLevel.map { ConfigValue(.string($0), isSecret: false) }
        return try Settings(await SettingsSource(flags: flags, environment: ProcessInfo.processInfo.environment))
    }
}
