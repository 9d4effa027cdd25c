import ArgumentParser
import Configuration
import Exchange
import Foundation
import Model
import Publishing

/// `thaw export`: takes the blog away again.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the blog into a file that other programs read.",
        discussion: """
            wxr is WordPress's own export format: WordPress, and thaw import, take it. json is Thaw's own, which \
            docs/export.md describes: it adds settings, addresses and the HTML that readers are sent.

            Every post, page, attachment, comment, category and tag is in it, drafts, trash and spam too, with what \
            commenters gave in confidence: keep the file to yourself. The files below media/ are not in it.

            It may run while thaw serve does.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case wxr, json
    }

    @OptionGroup var common: CommonOptions

    @Option(help: "wxr or json.")
    var format: Format

    @Option(help: "Where readers reach the blog (default: the base-url of the settings, else where it came from).")
    var baseURL: String?

    @Flag(help: "Write over a file that is there.")
    var force = false

    @Argument(help: "The file to write; - is standard output.")
    var file: String

    func run() async throws {
        let settings = try await common.settings(["base-url": baseURL.map { ConfigValue(.string($0), isSecret: false) }]
        )
        try await withSite(common) { database, _ in
            let use = ExportBlog(database, now: .now, baseURL: settings.baseURL)
            if file == "-" {
                _ = try await write(use) { FileHandle.standardOutput.write(Data($0)) }
                return
            }
            // For its owner alone: it holds addresses of commenters and passwords of posts.
            let output = try OutputFile(path: file, replacing: force, mode: 0o600)
            do {
                let summary = try await write(use) { try output.write($0) }
                try output.finish()
                print("\(file) holds \(summary.items) posts and other items, and \(summary.comments) comments.")
            } catch {
                output.discard()
                throw error
            }
        }
    }

    private func write(_ use: ExportBlog, to output: ([UInt8]) throws -> Void) async throws -> ExportBlog.Summary {
        switch format {
        case .wxr: try await use.run(as: WXRWriter(), to: output)
        case .json: try await use.run(as: JSONExportWriter(), to: output)
        }
    }
}
