import Foundation
import Testing

@Suite("Encryption at the command line")
struct EncryptionSettingsTests {
    @Test("files that do not serve end serve before it listens, and check says so", arguments: ["serve", "check"])
    func missing(command: String) async throws {
        let folder = try DataFolder()
        try folder.makeFolder()
        let outcome = try await ThawProcess.run(
            command, "--data", folder.path,
            environment: ["THAW_TLS_CERTIFICATE": "/nothing/cert.pem", "THAW_TLS_KEY": "/nothing/key.pem"])
        #expect(outcome.exitCode == 1)
        let said = command == "serve" ? outcome.errors : outcome.output
        #expect(said.contains("/nothing/cert.pem is not there."))
    }

    @Test("one file without the other is refused by the setting's name", arguments: ["CERTIFICATE", "KEY"])
    func half(which: String) async throws {
        let folder = try DataFolder()
        try folder.makeFolder()
        let outcome = try await ThawProcess.run(
            "serve", "--data", folder.path, environment: ["THAW_TLS_\(which)": "/nothing.pem"])
        #expect(outcome.exitCode != 0)
        #expect(outcome.errors.contains("tls.\(which.lowercased())"))
        #expect(outcome.errors.contains("encryption needs both"))
    }

    @Test("check says when there is no folder for a certifier's proofs")
    func challenges() async throws {
        let folder = try DataFolder()
        try folder.makeFolder()
        let outcome = try await ThawProcess.run(
            "check", "--data", folder.path, environment: ["THAW_TLS_CHALLENGES": "/nothing/proofs"])
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.contains("WRONG  /nothing/proofs is not there"))
    }
}
