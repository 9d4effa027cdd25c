import Configuration
import Conversation
import Foundation

/// Where lists of domains are that somebody else collects.
struct DomainSettings {
    var held: String?
    var blocked: String?

    /// `spam.held-domains`: a file with a domain on each line; responses with one are held. Default none.
    /// `spam.blocked-domains`: the same, for what is spam. Default none.
    static let keys = ["spam.held-domains", "spam.blocked-domains"]

    /// Lines of a file that are taken.
    private static let most = 1_000_000

    init(_ source: SettingsSource) throws {
        held = try source.string("spam.held-domains")
        blocked = try source.string("spam.blocked-domains")
    }

    func load() throws -> DomainLists {
        DomainLists(
            held: try Self.domains(held, "spam.held-domains"),
            blocked: try Self.domains(blocked, "spam.blocked-domains"))
    }

    private static func domains(_ path: String?, _ key: String) throws -> Set<String> {
        guard let path, !path.isEmpty else { return [] }
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw Failure("The setting \(key) names \(path), which cannot be read: \(error.localizedDescription)")
        }
        let domains = DomainLists.domains(in: text)
        guard domains.count <= most else {
            throw Failure(
                "\(path), which the setting \(key) names, has \(domains.count) domains; up to \(most) are taken.")
        }
        return domains
    }
}
