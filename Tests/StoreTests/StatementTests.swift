import Database
import DatabaseSupport
import Foundation
import Model
import Store
import Testing

@Suite struct StatementTests {
    @Test("the walk runs every statement of the store")
    func complete() async throws {
        let seen = try await Set(StoreWalk.statements().map { "\($0.file):\($0.line)" })
        let missing = try Self.callSites().filter { !seen.contains($0) }
        #expect(missing == [])
    }

    @Test(
        "PostgreSQL takes the schema and prepares every statement",
        .enabled(if: Postgres.binaries != nil, "PostgreSQL is not installed"))
    func postgres() async throws {
        let postgres = try Postgres(binaries: #require(Postgres.binaries))
        let schema = Migration.all.flatMap { $0.statements(.postgres) }
        let texts = try await Set(
            StoreWalk.statements().filter { $0.file.hasPrefix("Store/") }.map(\.sql.text)
                .filter { !Self.isSchema($0) && !$0.contains("sqlite_master") && !$0.contains("/* sqlite */") })
        #expect(texts.count > 80)
        let prepared = texts.sorted().enumerated().map { "PREPARE s\($0) AS \($1)" }
        #expect(try postgres.errors(of: schema + prepared) == [])
        // The way of asking shows errors at all.
        #expect(try postgres.errors(of: ["PREPARE x AS SELECT title FROM post WHERE nothing = $1"]).count == 2)
    }

    @Test("no statement that a page needs reads a whole table or sorts what an index has in order")
    func plans() async throws {
        let fixture = try await StoreFixture()
        let statements = try await Set(
            StoreWalk.statements().filter { $0.file.hasPrefix("Store/") && !Self.isSchema($0.sql.text) })
        var findings: [String] = []
        for statement in statements where !Self.mayScan.contains(where: statement.file.hasSuffix) {
            if statement.sql.text.contains("information_schema") || statement.sql.text.contains("/* postgres */") {
                continue
            }
            var sql = statement.sql
            sql.text = "EXPLAIN QUERY PLAN " + sql.text
            let question = sql
            let plan = try await fixture.database.writeAlone { try $0.all(question) { $0.text(3) } }
            for step in plan where Self.isScan(step) {
                findings.append("\(statement.file):\(statement.line): \(step)")
            }
            if Self.ordered.contains(where: statement.file.hasSuffix) {
                for step in plan where step.hasPrefix("USE TEMP B-TREE") {
                    findings.append("\(statement.file):\(statement.line): \(step)")
                }
            }
        }
        #expect(findings.sorted() == [])
    }

    @Test("a post's pings are found without reading its thread")
    func pings() async throws {
        let fixture = try await StoreFixture()
        let questions = try await StoreWalk.statements().filter {
            $0.sql.text.contains("AND kind <> 'comment'")
        }
        #expect(!questions.isEmpty)
        for question in questions {
            var sql = question.sql
            sql.text = "EXPLAIN QUERY PLAN " + sql.text
            let explained = sql
            let plan = try await fixture.database.writeAlone { try $0.all(explained) { $0.text(3) } }
            #expect(plan == ["SEARCH comment USING INDEX comment_ping (post_id=?)"])
        }
    }

    private static func isSchema(_ text: String) -> Bool { text.hasPrefix("CREATE ") || text.hasPrefix("ALTER ") }

    /// Reports, upkeep, and tables of one or a few rows.
    private static let mayScan = [
        "/Counts.swift", "/Sites.swift", "/Migration.swift", "/SearchUpkeep.swift", "/MediaLibrary.swift",
    ]
    /// Where long lists are cut into pages: sorting them would cost their whole length.
    private static let ordered = ["/PostList.swift", "/Comments.swift", "/RecentComments.swift", "/Sitemap.swift"]

    /// An index of words that is asked for some, walking an index, or the rows of a recursive query, is no scan of a table; `min` and `max` take one step.
    private static func isScan(_ step: String) -> Bool {
        step.hasPrefix("SCAN ") && !step.contains("USING") && !step.contains(/VIRTUAL TABLE INDEX \d+:./)
            && step != "SCAN CONSTANT ROW"
            && !["SCAN above", "SCAN below"].contains(step)
    }

    /// `Store/File.swift:line` of every place in the store's source that runs a statement.
    private static func callSites() throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Store").standardizedFileURL
        let call = /(?:^|[^.\w])(?:tx\.)?(?:all|first|run)\(/
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        let sites = try files.sorted().flatMap { name in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
                .filter { $1.contains(call) && !$1.contains("func ") }
                .map { "Store/\(name):\($0.offset + 1)" }
        }
        try #require(sites.count > 80)
        return sites
    }
}
