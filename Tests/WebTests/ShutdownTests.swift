import DatabaseSupport
import Foundation
import SiteSupport
import Testing

@Suite("The end of the real server")
struct ShutdownTests {
    @Test("who reads slowly still gets the whole page after SIGTERM, and the server ends with 0")
    func slowReader() async throws {
        let paragraph = "<p>" + String(repeating: "In one word: history. ", count: 40) + "</p>\n"
        var export = TestExport()
        // Larger than what the sockets of both sides hold.
        export.add(TestExport.Item(7, "Long", "long") { $0.content = String(repeating: paragraph, count: 7_000) })
        let file = try TestExportFile(export.text)
        let folder = try TemporaryFolder()
        let data = folder.url.path
        #expect(try await RunningThaw.run("import", file.path, "--data", data) == 0)
        let thaw = try RunningThaw(serving: data)
        for round in ["cold", "from the store"] {
            let whole = try await SiteClient.connect(port: thaw.port) {
                try await $0.request("GET", "/2012/02/25/long/")
            }
            #expect(whole.status == 200, "\(round)")
            #expect(whole.body.count > 6_000_000, "\(round)")
        }
        try await SiteClient.connect(port: thaw.port, receiveBuffer: 4096) { client in
            try await client.send("GET /2012/02/25/long/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
            let head = try await client.answerHead()
            thaw.terminate()
            let body = try await client.take(Int(head.field("content-length") ?? "") ?? 0)
            #expect(body.count > 6_000_000)
            #expect(String(decoding: body.suffix(20), as: UTF8.self).contains("</html>"))
        }
        #expect(await thaw.exitCode() == 0)
    }
}
