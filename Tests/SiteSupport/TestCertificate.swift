package import DatabaseSupport
import Foundation
package import Web

/// A certificate for `localhost`, and for other names where they are asked for, that vouches for itself, made by `openssl` for one test.
package struct TestCertificate: Sendable {
    package let folder: TemporaryFolder
    package let files: CertificateFiles

    package struct NotMade: Error {}

    package static let openssl = "/usr/bin/openssl"
    package static let curl = "/usr/bin/curl"
    /// Why tests are skipped where the two are not.
    package static let reason: String = "openssl makes the certificate and curl speaks HTTP/2"
    package static var canBeUsed: Bool {
        [openssl, curl].allSatisfy(FileManager.default.isExecutableFile(atPath:))
    }

    private let names: [String]

    /// - Parameter others: names besides `localhost`.
    package init(_ others: String...) async throws {
        names = ["localhost"] + others
        folder = try TemporaryFolder()
        files = CertificateFiles(
            certificate: folder.path("certificate.pem"), key: folder.path("key.pem"))
        try await make()
    }

    /// Writes a new certificate and key over the former ones.
    package func make() async throws {
        try await Self.openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=" + names.map { "DNS:" + $0 }.joined(separator: ","),
            "-keyout", files.key, "-out",
            files.certificate,
        ])
    }

    package static func openssl(_ arguments: [String]) async throws {
        let process = Process()
        process.executableURL = URL(filePath: openssl)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        let (exits, exit) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { exit.yield($0.terminationStatus) }
        try process.run()
        guard await exits.first(where: { _ in true }) == 0 else { throw NotMade() }
    }

    /// Asks over HTTP/2 for paths of `https://localhost:PORT`.
    /// - Returns: curl's exit code, and what it printed: heads and bodies.
    package func curl(_ arguments: [String]) async throws -> (code: Int32, text: String) {
        // A file, not a pipe: other children inherit a pipe's ends, and hold it open.
        let output = folder.path("answer-\(UUID().uuidString)")
        try Data().write(to: URL(filePath: output))
        let process = Process()
        process.executableURL = URL(filePath: Self.curl)
        process.arguments =
            ["--silent", "--include", "--http2", "--max-time", "60", "--cacert", files.certificate]
            + arguments
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        let (exits, exit) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { exit.yield($0.terminationStatus) }
        try process.run()
        let code = await exits.first { _ in true } ?? -1
        return (code, String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self))
    }
}
