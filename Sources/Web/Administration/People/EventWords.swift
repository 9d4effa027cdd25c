import Foundation
import Store

/// What happened, in words.
struct EventWords: Sendable {
    /// Of accounts, by their ids.
    let names: [Int64: String]

    func actor(of event: Event) -> String {
        guard event.actor.hasPrefix("account:"), let id = Int64(event.actor.dropFirst("account:".count)) else {
            return Self.other(event.actor)
        }
        return names[id] ?? "somebody who is gone"
    }

    static func other(_ actor: String) -> String {
        switch actor {
        case "visitor": "a visitor"
        case "import": "an import"
        case "command line": "the command line"
        case "clock": "the clock"
        case "set-up": "the set-up page"
        case "filter": "the filter for spam"
        case "akismet": "Akismet"
        default: actor
        }
    }

    func deed(of event: Event) -> String {
        let thing =
            event.objectKind == "account"
            ? event.objectID.flatMap { names[$0] } ?? "an account"
            : Self.things[event.objectKind] ?? event.objectKind
        return "\(Self.verbs[event.verb] ?? event.verb): \(thing)"
    }

    /// `status: held → approved`; nil where nothing more is known.
    func detail(of event: Event) -> String? {
        let (before, after) = (Self.fields(event.before), Self.fields(event.after))
        let lines = Set(before.keys).union(after.keys).sorted().compactMap { name -> String? in
            let (was, now) = (before[name], after[name])
            if was == now { return nil }
            return [was, now].allSatisfy { $0 != nil }
                ? "\(name): \(was ?? "") → \(now ?? "")" : "\(name): \(now ?? was ?? "")"
        }
        return lines.isEmpty ? nil : lines.joined(separator: "; ")
    }

    private static func fields(_ json: String?) -> [String: String] {
        guard let json, let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] else {
            return [:]
        }
        return object.mapValues { "\($0)" }
    }

    private static let things = [
        "comment": "a comment", "post": "a post", "medium": "a file", "term": "a category or tag", "site": "the site",
        "discussion": "the discussion settings", "job": "a job", "session": "a session", "sessions": "other sessions",
        "subscriber": "a subscription", "navigation": "the menu", "token": "a token",
        "link": "a link",
        "filter": "the filter for spam", "akismet": "how Akismet is asked", "filter-key": "a key for another site",
        "source": "a source", "sources": "sources", "citation-style": "the style of notes",
    ]
    private static let verbs = [
        "attach": "Attached an archived copy to", "detach": "Took away the archived copy of",
        "ignore": "Ignored from now on", "watch": "Ignored no more", "check links": "Links are checked",
        "leave links alone": "Links are not checked",
        "add": "Added", "change": "Changed", "edit": "Edited", "import": "Imported into", "moderate": "Moderated",
        "publish": "Published", "remove": "Removed", "reset-password": "Set a new password of",
        "respond": "Responded with", "revise": "Revised", "set-up": "Set up", "sign-in": "Signed in",
        "fail-sign-in": "Wrong password for", "take-back": "Took back", "trash": "Put into the trash",
        "upload": "Uploaded", "sign-out": "Signed out", "invite": "Invited", "change-role": "Changed the role of",
        "give-posts": "Gave away the posts of", "delete": "Deleted", "merge": "Merged", "retry": "Tried again",
        "restore text": "Put back a former text of", "convert text": "Made Markdown of",
        "discard": "Discarded", "turn-on-codes": "Turned on one-time codes of",
        "add-passkey": "Added a passkey of", "remove-passkey": "Removed a passkey of",
        "fail-passkey": "Wrong passkey for", "forget-password": "Gave up the password of",
        "turn-off-codes": "Turned off one-time codes of", "confirm": "Confirmed", "end": "Ended", "export": "Exported",
    ]
}
