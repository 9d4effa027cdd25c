import Administration
import Conversation
import Database
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/discussion/`: how the site takes responses.
struct ChangeDiscussionPage: Sendable {
    let services: SiteServices

    static let address = "/admin/discussion/"
    private static let newest = "newest", oldest = "oldest"

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let (discussion, perPage) = try await services.read { tx, site in
            (try tx.discussion(site: site.id), site.commentsPerPage)
        }
        let numbers = Numbers(
            closes: discussion.closesAfterDays.map(String.init) ?? "", perPage: String(perPage),
            minutes: String(discussion.editMinutes), links: discussion.linksHeld.map(String.init) ?? "")
        return try await page(discussion, numbers, staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        var discussion = try await services.read { tx, site in try tx.discussion(site: site.id) }
        discussion.opensNewPosts = fields.isTicked("opens")
        let email = fields.choice("email", of: Discussion.Asking.allCases.map(\.rawValue))
        discussion.email = Discussion.Asking(rawValue: email) ?? .required
        discussion.closesAfterDays = fields.optionalNumber("closes", in: 1...36_500)
        discussion.depth = fields.number("depth", in: Discussion.depths)
        discussion.isNewestFirst = fields.choice("order", of: [Self.oldest, Self.newest]) == Self.newest
        let admits = fields.choice("admits", of: Discussion.Admission.allCases.map(\.rawValue))
        discussion.admits = Discussion.Admission(rawValue: admits) ?? .everybody
        let likes = fields.choice("likes", of: Discussion.Liking.allCases.map(\.rawValue))
        discussion.likes = Discussion.Liking(rawValue: likes) ?? .loggedIn
        discussion.likesComments = fields.isTicked("likes-comments")
        let holding = fields.choice("holding", of: Discussion.Holding.allCases.map(\.rawValue))
        discussion.holding = Discussion.Holding(rawValue: holding) ?? .firstComment
        discussion.linksHeld = fields.optionalNumber("links", in: 1...1_000)
        discussion.heldWords = fields.lines("held")
        discussion.blockedWords = fields.lines("blocked")
        if let fault = WordList.fault(in: discussion.heldWords) { fields.note(fault, at: "held") }
        if let fault = WordList.fault(in: discussion.blockedWords) { fields.note(fault, at: "blocked") }
        discussion.editMinutes = fields.number("minutes", in: 0...10_080)
        discussion.mailsNew = fields.isTicked("mails-new")
        discussion.mailsHeld = fields.isTicked("mails-held")
        let perPage = fields.number("per-page", in: 1...1_000)
        guard fields.isRight else {
            let numbers = Numbers(
                closes: fields.raw("closes"), perPage: fields.raw("per-page"), minutes: fields.raw("minutes"),
                links: fields.raw("links"))
            return try await page(discussion, numbers, staff, faults: fields.faults)
        }
        try await ChangeDiscussion(services.database, actor: staff.actor)
            .change(to: discussion, perPage: perPage, now: staff.now)
        return .saved(Self.address)
    }

    /// As they stand in the form.
    private struct Numbers {
        var closes: String
        var perPage: String
        var minutes: String
        var links: String
    }

    private func page(
        _ discussion: Discussion, _ numbers: Numbers, _ staff: Staff, faults: [String: String] = [:],
        notice: AdminNotice? = nil
    ) async throws -> Response {
        func number(_ name: String, _ label: String, _ value: String, hint: String? = nil) -> FormField {
            FormField(name, label, value: value, kind: .input(type: "number"), hint: hint, fault: faults[name])
        }
        let view = FormPage(
            heading: "Discussion", action: SafeURL(path: Self.address),
            groups: [
                FormGroup(
                    "Who may respond",
                    [
                        FormField("opens", "New posts take responses", kind: .tick(isOn: discussion.opensNewPosts)),
                        FormField(
                            "email", "E-mail address and name of visitors", kind: .choices(discussion.email.choices),
                            fault: faults["email"]),
                        number(
                            "closes", "Days until a post closes", numbers.closes,
                            hint: "Empty: posts stay open. Pages always do."),
                    ]),
                FormGroup(
                    "How they are shown",
                    [
                        FormField(
                            "order", "At the top of the first page",
                            kind: .choices([
                                AdminChoice(
                                    value: Self.oldest, title: "the oldest", isChosen: !discussion.isNewestFirst),
                                AdminChoice(
                                    value: Self.newest, title: "the newest", isChosen: discussion.isNewestFirst),
                            ]), hint: "Answers stand below what they answer, the oldest first.",
                            fault: faults["order"]),
                        FormField(
                            "depth", "Levels of answers",
                            kind: .choices(
                                Discussion.depths.map {
                                    AdminChoice(
                                        value: String($0), title: $0 == 1 ? "none" : String($0),
                                        isChosen: $0 == discussion.depth)
                                }), fault: faults["depth"]),
                        number("per-page", "Threads on one page", numbers.perPage),
                        number("minutes", "Minutes in which visitors may change what they wrote", numbers.minutes),
                    ]),
                FormGroup(
                    "Who may respond, and who waits for approval",
                    [
                        FormField(
                            "admits", "Responses are taken from", kind: .choices(discussion.admits.choices),
                            hint: "The ways to log in are on the page Logins.", fault: faults["admits"]),
                        FormField(
                            "holding", "Held are", kind: .choices(discussion.holding.choices), fault: faults["holding"]),
                        number(
                            "links", "Links with which a response is held", numbers.links, hint: "Empty: however many."),
                        FormField(
                            "held", "Words that hold a response", value: discussion.heldWords.joined(separator: "\n"),
                            kind: .lines(rows: 6),
                            hint:
                                "One on a line; looked for in text, name, addresses, network and browser. A network is "
                                + "192.0.2.0/24, a pattern /cas[i1]no/.",
                            fault: faults["held"]),
                        FormField(
                            "blocked", "Words that make it spam",
                            value: discussion.blockedWords.joined(separator: "\n"), kind: .lines(rows: 6),
                            fault: faults["blocked"]),
                    ]),
                FormGroup(
                    "Likes",
                    [
                        FormField(
                            "likes", "Posts are liked by", kind: .choices(discussion.likes.choices),
                            hint:
                                "Without an account, a browser counts once, by a cookie that says that it likes the post.",
                            fault: faults["likes"]),
                        FormField(
                            "likes-comments", "Responses can be liked too, by those who are logged in",
                            kind: .tick(isOn: discussion.likesComments)),
                    ]),
                FormGroup(
                    "Mail",
                    [
                        FormField(
                            "mails-new", "A post’s author hears of each response that readers see",
                            kind: .tick(isOn: discussion.mailsNew)),
                        FormField(
                            "mails-held", "Owner and moderators hear of each response that waits",
                            kind: .tick(isOn: discussion.mailsHeld), hint: services.mailMissing),
                    ]),
            ])
        return try await services.admin(
            view, title: "Discussion", for: staff, path: Self.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Discussion.Asking {
    /// All, this one chosen.
    fileprivate var choices: [AdminChoice] {
        choices {
            switch $0 {
            case .required: "required"
            case .optional: "asked for, may stay empty"
            case .never: "the address is not asked for, a name may stay empty"
            }
        }
    }
}

extension Discussion.Admission {
    /// All, this one chosen.
    fileprivate var choices: [AdminChoice] {
        choices {
            switch $0 {
            case .everybody: "everybody"
            case .loggedIn: "those who log in"
            case .approved: "those who log in and of whom something was approved"
            }
        }
    }
}

extension Discussion.Liking {
    /// All, this one chosen.
    fileprivate var choices: [AdminChoice] {
        choices {
            switch $0 {
            case .off: "nobody"
            case .loggedIn: "those who log in"
            case .everybody: "everybody"
            }
        }
    }
}

extension Discussion.Holding {
    /// All, this one chosen.
    fileprivate var choices: [AdminChoice] {
        choices {
            switch $0 {
            case .everybody: "all responses"
            case .firstComment: "those of whom nothing was approved yet"
            case .nobody: "none, but for links and words"
            }
        }
    }
}
