import Foundation
import Model
import Web

/// The part of `thaw check` that looks at the certificate, its key, and the folder of who certifies the site.
struct CheckEncryption {
    let settings: Settings
    let now: Instant

    func look(_ findings: inout Findings) {
        if let folder = settings.encryption.challenges { look(atChallenges: folder, &findings) }
        guard let files = settings.encryption.files else { return }
        do {
            look(at: try files.promise(), in: files.certificate, &findings)
        } catch {
            findings.wrong("\(error)", mend: "see “Encryption by itself” in docs/operators.md")
        }
    }

    private func look(at promise: CertificateFiles.Promise, in file: String, _ findings: inout Findings) {
        let days = (promise.ends.milliseconds - now.milliseconds) / (24 * 3600 * 1000)
        if promise.ends < now {
            findings.wrong("the certificate in \(file) has ended", mend: "renew it")
        } else if promise.begins > now {
            findings.wrong("the certificate in \(file) has not begun yet", mend: "look at this machine's clock")
        } else {
            findings.fine("certificate and key belong together, and serve for \(days) more days")
        }
        for host in hosts where !promise.isFor(host) {
            findings.wrong(
                "the certificate in \(file) is not for \(host), but for \(promise.names.joined(separator: ", "))",
                mend: "ask for one with that name too, or correct base-url and hosts")
        }
    }

    /// Names by which readers reach the site; one of another script stands in a certificate in a form of its own.
    private var hosts: [String] {
        let names =
            (settings.baseURL.map { [SiteLocation(url: $0).host] } ?? []) + settings.hosts.map { $0.lowercased() }
        return names.filter { $0.utf8.allSatisfy { $0 < 0x80 } && IPAddress($0) == nil }
    }

    private func look(atChallenges folder: String, _ findings: inout Findings) {
        if FileManager.default.isReadableFile(atPath: folder) {
            findings.fine("\(folder) is there for an ACME client's proofs")
        } else {
            findings.wrong(
                "\(folder) is not there, or cannot be read", mend: "make it, or set tls.challenges to another")
        }
    }
}
