import ArgumentParser
import Citations
import Database
import Foundation
import Model
import Publishing
import Store

/// `thaw sources`: what posts cite.
struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "Lists, imports and exports the sources that posts cite.",
        subcommands: [List.self, Import.self, Export.self])

    private static let writer = Writer(account: nil, role: .owner)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the sources: key, number of posts that cite it, and how it is printed.",
            discussion: "Keys that posts cite and no source has come last, with a question mark.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "Only those with these words, in this order.")
        var words: [String] = []

        func run() async throws {
            try await withSite(common) { database, site in try await list(site, in: database) }
        }

        private func list(_ site: Site, in database: any Database) async throws {
            let words = words.joined(separator: " ")
            let (listed, missing, style) = try await database.read { tx in
                let listed = try tx.sources(SourceSelection(words: words), site: site.id).map { source in
                    (source, try tx.posts(citing: [source.key], site: site.id)[source.key, default: []].count)
                }
                return (
                    listed, words.isEmpty ? try tx.missingSources(site: site.id, limit: .max) : [],
                    try tx.citationStyle(site: site.id).flatMap(CitationStyle.init(rawValue:)) ?? .chicago
                )
            }
            for (source, posts) in listed {
                guard let reference = Reference(source) else { continue }
                let entry = Bibliography([reference], style: style).entry(for: reference).plain
                print("\(source.key)\t\(posts)\t\(entry)")
            }
            for cited in missing { print("\(cited.key)?\t\(cited.posts)") }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes sources from files of BibTeX or CSL-JSON.",
            discussion: """
                Entries that cannot be read are told by their place, and the rest is taken. A source whose key is here stays \
                as it is here, unless --replace is given.
                """)

        @OptionGroup var common: CommonOptions

        @Argument(help: "The files; - for standard input.", completion: .file())
        var files: [String]

        @Flag(help: "What comes takes the place of sources with the same keys.")
        var replace = false

        func run() async throws {
            try await withSite(common) { database, _ in
                for file in files {
                    let bytes = try Self.bytes(of: file)
                    do {
                        let report = try await ImportSources(database)
                            .take(bytes, replace ? .replace : .keep, by: SourcesCommand.writer, now: .now)
                        print("\(file): \(report.sentence)")
                        for fault in report.faults { print("  \(fault)") }
                        for key in report.kept {
                            print("  \(key) is here with other words; --replace takes the new ones")
                        }
                    } catch let fault as ReferenceFault {
                        throw Failure("\(file): \(fault)", exitCode: 2)
                    }
                }
                _ = try await ShowSources(database).run(now: .now)
            }
        }

        private static func bytes(of file: String) throws -> [UInt8] {
            if file == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Failure("\(file) cannot be read.", exitCode: 2)
            }
            return Array(data)
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Writes all sources into a file.")

        @OptionGroup var common: CommonOptions

        @Option(help: "bibtex or csl-json; by the file's name, if it is left out.")
        var format: SourceFormat?

        @Argument(help: "The file; - for standard output.", completion: .file())
        var file: String

        func run() async throws {
            try await withSite(common) { database, site in try await write(site, in: database) }
        }

        private func write(_ site: Site, in database: any Database) async throws {
            let format = format ?? (file.hasSuffix(".bib") ? .bibtex : .cslJSON)
            let sources = try await database.read { tx in try tx.sources(site: site.id) }
            let text = try format.text(of: sources.compactMap(Reference.init))
            guard file != "-" else { return FileHandle.standardOutput.write(Data(text.utf8)) }
            try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
            print("\(sources.count) \(sources.count == 1 ? "source" : "sources") written to \(file).")
        }
    }
}

extension SourceFormat: ExpressibleByArgument {}
