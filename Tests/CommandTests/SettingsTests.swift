import Configuration
import Foundation
import Images
import Testing

@testable import thaw

@Suite("Settings")
struct SettingsTests {
    private static let documents = try? String(
        contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/operators.md"), encoding: .utf8)

    @Test("the operators' list has every setting with its variable", arguments: Settings.keys)
    func documented(key: String) throws {
        let documents = try #require(Self.documents)
        let variable = "THAW_" + key.uppercased().replacing(".", with: "_").replacing("-", with: "_")
        #expect(documents.contains("| `\(key)` | `\(variable)` |"))
    }

    @Test("the environment wins over the defaults, and flags over the environment")
    func order() async throws {
        let environment = [
            "THAW_PORT": "9000", "THAW_HTTP_BODY_BYTES": "2048", "THAW_HOSTS": "a.example,b.example",
            "THAW_IMAGES_WIDTHS": "300,600",
        ]
        let spoken = try Settings(await SettingsSource(flags: [:], environment: environment))
        #expect(spoken.port == 9000)
        #expect(spoken.bodyBytes == 2048)
        #expect(spoken.hosts == ["a.example", "b.example"])
        #expect(spoken.pictures.limits.widths == [300, 600])
        #expect(spoken.dataFolder == "data")
        let flagged = try Settings(await SettingsSource(flags: ["port": 1], environment: environment))
        #expect(flagged.port == 1)
    }

    @Test(
        "a value that does not fit is refused by its name",
        arguments: [
            ("THAW_PORT", "x", "port"), ("THAW_PORT", "70000", "port"), ("THAW_BASE_URL", "example.org", "base-url"),
            ("THAW_LOG_LEVEL", "loud", "log.level"), ("THAW_THEME", "../x", "theme"),
            ("THAW_IDENTITIES", "@me@social.example", "identities"),
            ("THAW_PROXY_TRUSTED", "10.0.0.0/8,proxy.example", "proxy.trusted"),
            ("THAW_PROXY_FIELDS", "x-real-ip", "proxy.fields"), ("THAW_IMAGES_WIDTHS", "320,5", "images.widths"),
            ("THAW_IMAGES_SECONDS", "0", "images.seconds"), ("THAW_TLS_REDIRECT_PORT", "80", "tls.redirect-port"),
        ])
    func refused(variable: String, value: String, key: String) async throws {
        let source = try await SettingsSource(flags: [:], environment: [variable: value])
        let failure = #expect(throws: Failure.self) { try Settings(source) }
        #expect(failure?.description.contains(key) == true)
    }
}
