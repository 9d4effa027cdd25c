import Foundation
import Logging
import ServiceLifecycle
import Themes
import Web

/// Shows a theme's files as soon as they change, for who works on them (`thaw serve --watch`).
struct WatchTheme: Service {
    let theme: ThemeOpening
    let services: SiteServices
    let logger: Logger

    /// What tells one state of the folder from another: each file's name, size and time of change.
    private typealias Traces = [String: [Double]]

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var seen = traces()
            while !Task.isCancelled {
                // Looking is cheap and works on every file system; half of this is how long a change waits.
                try await Task.sleep(for: .milliseconds(200))
                let found = traces()
                guard found != seen else { continue }
                seen = found
                reload()
            }
        }
    }

    private func reload() {
        do {
            services.use(try theme.load(logger: logger))
            logger.info("the theme's files changed")
        } catch {
            logger.warning("the theme cannot be read", metadata: ["error": "\(error)"])
        }
    }

    private func traces() -> Traces {
        let manager = FileManager.default
        var traces: Traces = [:]
        for file in (try? manager.contentsOfDirectory(atPath: theme.folder)) ?? [] {
            guard let attributes = try? manager.attributesOfItem(atPath: "\(theme.folder)/\(file)") else { continue }
            let changed = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            traces[file] = [changed, (attributes[.size] as? NSNumber)?.doubleValue ?? 0]
        }
        return traces
    }
}
