import Administration
import Conversation
import Database
import HTTPTypes
import Language
import Model
import Store
import Themes

/// A response with what is known of its author.
struct CommentReading: Sendable {
    let judged: JudgedComment
    let history: [Comment.Status: Int]
    let opinion: FilterOpinion?

    init(
        _ judged: JudgedComment, site: Site.ID, _ opinions: FilterOpinions?, in tx: any ReadTransaction
    ) throws {
        self.judged = judged
        opinion = try opinions?.opinion(of: judged.comment)
        history = try tx.commentStates(email: judged.email, site: site)
    }
}

extension CommentRow {
    init(_ reading: CommentReading) {
        let judged = reading.judged
        let comment = judged.comment
        let number = String(comment.number)
        let english = Language(tag: "en")
        let network = judged.network.isEmpty ? judged.address : judged.network
        self.init(
            number: number, author: comment.authorName.isEmpty ? "Anonymous" : comment.authorName,
            website: SafeURL(comment.authorURL), email: judged.email.isEmpty ? nil : judged.email,
            network: network.isEmpty
                ? nil
                : SafeURL(
                    "/admin/comments/?state=\(comment.status.rawValue)&words=\(network.percentEncodedSegment)"),
            address: network.isEmpty ? nil : network,
            date: DateView(comment.localDate, at: comment.createdAt, in: english), content: comment.html,
            post: judged.postTitle.isEmpty ? "a post without a title" : judged.postTitle,
            url: SafeURL(
                path: (judged.postPath ?? "/") + (comment.status == .approved ? "#comment-\(number)" : "#comments")),
            status: comment.status.word, reasons: Self.words(of: judged.reasons, comment.status),
            history: Self.words(of: reading.history), opinion: reading.opinion.map(FilterOpinionView.init),
            edit: SafeURL(path: "/admin/comments/\(number)/"),
            deeds: comment.status.deeds.map {
                AdminChoice(value: "\($0.rawValue) \(number)", title: $0.deed, isChosen: false)
            })
    }

    /// Why it came in as it did; not after somebody decided otherwise.
    private static func words(of reasons: String, _ status: Comment.Status) -> String? {
        let words = reasons.split(separator: Character("\n")).compactMap { Judgement.Reason($0) }.filter { reason in
            reason.makesSpam ? status == .spam : status == .held
        }.map { reason in
            switch reason {
            case .everybody: "every response waits"
            case .firstComment: "nothing by this browser was approved yet"
            case .links(let count): "\(count) links"
            case .heldWord(let word): "it has “\(word)”, which is on the list of words to hold"
            case .blockedWord(let word): "it has “\(word)”, which is on the list of blocked words"
            case .heldDomain(let domain): "\(domain) is on a list of domains to hold"
            case .blockedDomain(let domain): "\(domain) is on a list of blocked domains"
            case .unchecked: "Akismet has not said its last word"
            case .akismet: "Akismet calls it spam"
            case .filter(let isSpam): isSpam ? "the filter calls it spam" : "the filter is in doubt"
            }
        }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }

    private static func words(of history: [Comment.Status: Int]) -> String? {
        let words = [Comment.Status.approved, .held, .spam, .trash].compactMap { status in
            history[status].map { "\($0) \(status.word)" }
        }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }
}

extension Comment.Status {
    /// The states that somebody may look at and choose.
    static let choices: [Comment.Status] = [.held, .approved, .spam, .trash]

    /// One that somebody chose.
    static func chosen(_ text: String) throws -> Comment.Status {
        guard let status = Comment.Status(rawValue: text), choices.contains(status) else {
            throw Refusal(.badRequest, "This is no state of a comment.")
        }
        return status
    }

    /// Buttons for what can be done with responses of this state.
    var deedChoices: [AdminChoice] {
        deeds.map { AdminChoice(value: $0.rawValue, title: $0.deed, isChosen: false) }
    }

    var word: String {
        switch self {
        case .approved: "approved"
        case .held: "held"
        case .spam: "spam"
        case .trash: "in the trash"
        case .postTrashed: "in the trash with its post"
        }
    }

    var heading: String {
        switch self {
        case .approved: "Approved"
        case .held: "Held"
        case .spam: "Spam"
        case .trash, .postTrashed: "Trash"
        }
    }

    var deed: String {
        switch self {
        case .approved: "Approve"
        case .held: "Hold"
        case .spam: "Spam"
        case .trash, .postTrashed: "Trash"
        }
    }

    /// What can become of a response in this state.
    var deeds: [Comment.Status] {
        switch self {
        case .approved: [.held, .spam, .trash]
        case .held: [.approved, .spam, .trash]
        case .spam, .trash: Self.choices.filter { $0 != self && ($0 != .held || self == .trash) }
        case .postTrashed: []
        }
    }
}
