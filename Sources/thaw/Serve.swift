import Accounts
import ArgumentParser
import Configuration
import Database
import Foundation
import Logging
import Model
import SQLiteDatabase
import Secrets
import Store
import Web

/// `thaw serve`: serves the site of a data folder.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the site of a data folder.")

    @OptionGroup var common: CommonOptions

    @Option(help: "The address to listen on (default: 127.0.0.1).")
    var host: String?

    @Option(help: "The port to listen on; 0 takes a free one (default: 8080).")
    var port: Int?

    @Option(help: "Where readers reach the site, for links in feeds (default: http://HOST:PORT).")
    var baseURL: String?

    @Flag(help: "Shows the theme's files as soon as they change, for who works on them.")
    var watch = false

    func run() async throws {
        let settings = try await common.settings([
            "host": host.map { ConfigValue(.string($0), isSecret: false) },
            "port": port.map { ConfigValue(.int($0), isSecret: false) },
            "base-url": baseURL.map { ConfigValue(.string($0), isSecret: false) },
        ])
        let logger = Self.logger(settings)
        let assembly: Assembly
        do {
            assembly = try await Assembly(settings, logger: logger)
        } catch let fault as CertificateFiles.Fault {
            throw Failure("\(fault)")
        }
        let (isEmpty, link) = (
            try await assembly.database.read { tx in try tx.site() == nil }, try await assembly.services.setUp.open()
        )
        do {
            try await assembly.run(watchesTheme: watch) { port in
                // The one line on standard output, for people and for programs that wait for it.
                let address = settings.ownURL(port: port)
                var lines = "Thaw serves \(settings.dataFolder) at \(address)/\n"
                if let link {
                    lines +=
                        isEmpty ? "Nothing is here yet. Set the site up at\n" : "Nobody can sign in yet. Begin at\n"
                    lines += "    \(address)/admin/set-up/\(link.text)/\n"
                }
                if isEmpty {
                    lines += "or bring a blog: thaw import export.xml --data \(settings.dataFolder)\n"
                }
                FileHandle.standardOutput.write(Data(lines.utf8))
            }
        } catch let fault as ListeningFault {
            throw Failure(
                "Port \(fault.port) of \(fault.host) cannot be listened on: \(fault.reason). "
                    + "Choose another with \(fault.port == settings.port ? "--port" : "tls.redirect-port").")
        }
    }

    private static func logger(_ settings: Settings) -> Logger {
        // Results go to standard output, the log to standard error.
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        var logger = Logger(label: "thaw")
        logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info
        return logger
    }
}
