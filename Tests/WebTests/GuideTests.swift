import Foundation
import Model
import SiteSupport
import Testing

@Suite("The guide for writers")
struct GuideTests {
    @Test("every address that it names for something of WordPress's menu is there")
    func addresses() async throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/writers.md")
        let text = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
        let table = try #require(
            text.components(separatedBy: "## Where things are").last?.components(separatedBy: "\n## ").first)
        let rows = table.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
        #expect(rows.count > 30)
        let addresses = Set(table.matches(of: /`(\/admin\/[^`]*)`/).map { String($0.1) })
        #expect(addresses.count > 15)
        // Each says where, or why not.
        for row in rows { #expect(row.contains("`") || row.contains("absent"), "\(row)") }
        try await TestSite.run(DaysGoneBy.export) { site in
            let cookie = try await site.signUp(.owner)
            for address in addresses.sorted() {
                #expect(try await site.get(address, cookie).status == 200, "\(address)")
            }
        }
    }
}
