import Foundation
package import Model
import NIOSSL

/// A certificate and its key, in two files of the operator's (PEM).
package struct CertificateFiles: Hashable, Sendable {
    /// The site's own certificate first, then those that vouch for it.
    package let certificate: String
    package let key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// What is wrong with the files, in a sentence.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// What the files hold at one moment.
    struct Content: Equatable {
        fileprivate let certificate: [UInt8]
        fileprivate let key: [UInt8]
    }

    /// - Throws: `Fault` where one of them cannot be read.
    func read() throws -> Content { Content(certificate: try bytes(certificate), key: try bytes(key)) }

    /// What the site's own certificate says.
    package struct Promise: Sendable {
        package let begins: Instant
        package let ends: Instant
        /// The names that it is for, in lower case; `*.example.org` stands for one label more.
        package let names: [String]

        /// - Parameter host: in lower case, no address of numbers.
        package func isFor(_ host: String) -> Bool {
            let parent = host.firstIndex(of: ".").map { "*" + host[$0...] }
            return names.contains { $0 == host || $0 == parent }
        }
    }

    /// - Throws: `Fault` where the files do not serve.
    package func promise() throws -> Promise {
        let content = try read()
        _ = try context(content)
        let certificate = try certificates(content)[0]
        let names = certificate._subjectAlternativeNames().filter { $0.nameType == .dnsName }
        return Promise(
            begins: Instant(milliseconds: Int64(certificate.notValidBefore) * 1000),
            ends: Instant(milliseconds: Int64(certificate.notValidAfter) * 1000),
            names: names.map { String(decoding: $0.contents, as: UTF8.self).lowercased() })
    }

    /// TLS 1.2 and 1.3, HTTP/2 before HTTP/1.1.
    /// - Throws: `Fault` where the two do not belong together, or are no certificate and key.
    func context(_ content: Content) throws -> NIOSSLContext {
        let certificates = try certificates(content)
        let key: NIOSSLPrivateKey
        do {
            key = try NIOSSLPrivateKey(bytes: content.key, format: .pem)
        } catch {
            throw Fault(description: "\(self.key) holds no private key in PEM form, or one with a passphrase.")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["h2", "http/1.1"]
        do {
            // The library compares the key with the certificate.
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw Fault(description: "The key in \(self.key) is not that of the certificate in \(certificate).")
        }
    }

    private func certificates(_ content: Content) throws -> [NIOSSLCertificate] {
        guard let certificates = try? NIOSSLCertificate.fromPEMBytes(content.certificate), !certificates.isEmpty else {
            throw Fault(description: "\(certificate) holds no certificate in PEM form.")
        }
        return certificates
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw Fault(
                description: isThere
                    ? "\(path) cannot be read. Give it to the user who runs thaw." : "\(path) is not there.")
        }
    }
}
