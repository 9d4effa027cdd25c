import Configuration
import Web

/// Encryption by the server itself.
struct EncryptionSettings: Sendable {
    /// `tls.certificate` and `tls.key`: files in PEM form, the certificate with those that vouch for it behind it. With
    /// both, the server speaks https, HTTP/1.1 and HTTP/2, and nothing else. Default none.
    var files: CertificateFiles?
    /// `tls.reload-seconds`: how often these files are looked at for a renewed certificate. Default 60.
    var reloadSeconds: Int
    /// `tls.redirect-port`: a second port, which sends everyone who asks there by http on to https; 0 takes a free one.
    /// Default none.
    var redirectPort: Int?
    /// `tls.challenges`: the folder below whose `.well-known/acme-challenge/` an ACME client puts its proofs, certbot's
    /// `--webroot-path`. Default none.
    var challenges: String?

    static let keys = ["tls.certificate", "tls.key", "tls.reload-seconds", "tls.redirect-port", "tls.challenges"]

    init(_ source: SettingsSource) throws {
        files = try Self.files(source.string("tls.certificate"), key: source.string("tls.key"))
        reloadSeconds = try source.int("tls.reload-seconds", in: 1...86_400) ?? 60
        redirectPort = try source.int("tls.redirect-port", in: 0...65_535)
        challenges = try source.string("tls.challenges")
        if redirectPort != nil, files == nil {
            throw Failure("The setting tls.redirect-port is there without tls.certificate; nobody would answer there.")
        }
    }

    private static func files(_ certificate: String?, key: String?) throws -> CertificateFiles? {
        switch (certificate, key) {
        case (nil, nil): return nil
        case (let certificate?, let key?): return CertificateFiles(certificate: certificate, key: key)
        case (nil, _): throw Failure("The setting tls.key is there without tls.certificate; encryption needs both.")
        case (_, nil): throw Failure("The setting tls.certificate is there without tls.key; encryption needs both.")
        }
    }
}
