import Foundation
import Hummingbird
import Model
import Spam

/// A question in the protocol of Akismet, as its fields say it. Fields that are not known are passed over.
struct AkismetCall: Sendable {
    private let fields: FormFields
    /// The first part of the host's name, where clients put the key.
    private let label: String

    init(_ fields: FormFields, host: String) {
        self.fields = fields
        label = String(host.prefix { $0 != "." })
    }

    /// From `api_key`, `key`, or the host's name.
    var key: String {
        for name in ["api_key", "key"] where fields.has(name) { return fields.first(name) }
        return label
    }

    /// Which field is missing that there has to be.
    func missing(_ names: [String]) -> String? { names.first { fields.first($0).isEmpty } }

    /// Whether it is to be answered and not to be counted.
    var isTrial: Bool { ["1", "true"].contains(fields.first("is_test").lowercased()) }

    /// What the site was told when it asked; nil where it does not say.
    var said: Bool? {
        switch fields.first("comment_check_response") {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// An answer that clients ask for in their own tests: what is spam by its name goes before who sends it.
    var fixedAnswer: Bool? {
        let marks = ["viagra-test-123", "akismet-guaranteed-spam"]
        if marks.contains(fields.first("comment_author"))
            || fields.first("comment_author_email") == "akismet-guaranteed-spam@example.com"
            || fields.first("comment_content").contains("akismet-guaranteed-spam")
        {
            return true
        }
        return fields.first("user_role") == "administrator" ? false : nil
    }

    func evidence(now: Instant) -> Evidence {
        var evidence = Evidence(text: fields.first("comment_content"))
        evidence.author = fields.first("comment_author")
        evidence.authorURL = fields.first("comment_author_url")
        evidence.authorEmail = fields.first("comment_author_email")
        evidence.address = fields.first("user_ip")
        evidence.agent = fields.has("user_agent") ? fields.first("user_agent") : nil
        let trap = fields.first("honeypot_field_name")
        evidence.filledTrap =
            !trap.isEmpty && !fields.first(trap).isEmpty
            || ["ak_hp_textarea", "POST_ak_hp_textarea"].contains { !fields.first($0).isEmpty }
        evidence.seconds = seconds(now: now)
        evidence.time = Double(now.milliseconds) / 1_000
        let context = fields.all("comment_context") + fields.all("comment_context[]")
        if !context.isEmpty { evidence.post = PostWords(title: "", text: context.joined(separator: "\n")) }
        return evidence
    }

    /// Since the form was loaded, by the time that the plugin's script put into it: milliseconds of the browser's clock.
    private func seconds(now: Instant) -> Double? {
        let typed = fields.has("POST_ak_js") ? fields.first("POST_ak_js") : fields.first("ak_js")
        guard let loaded = Int64(typed), loaded > 0, loaded <= now.milliseconds else { return nil }
        let seconds = Double(now.milliseconds - loaded) / 1_000
        return seconds < 86_400 ? seconds : nil
    }
}
