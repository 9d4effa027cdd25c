package import Model
import Spam

/// What becomes of a response, and why, by the rules that the site's owner set.
package struct Judgement: Hashable, Sendable {
    package let status: Comment.Status
    package let reasons: [Reason]

    package enum Reason: Hashable, Sendable {
        case everybody
        case firstComment
        case links(Int)
        case heldWord(String)
        case blockedWord(String)
        /// Of a list from a file.
        case heldDomain(String)
        case blockedDomain(String)
        /// Akismet has not said anything of it yet, or not its last word.
        case unchecked
        /// Akismet calls it spam, and the site's own filter was not taught enough to say anything.
        case akismet
        /// The filter for spam, in doubt or not.
        case filter(isSpam: Bool)

        /// Whether it makes a response spam; else it holds it.
        package var makesSpam: Bool {
            switch self {
            case .blockedWord, .blockedDomain, .akismet, .filter(isSpam: true): true
            case .everybody, .firstComment, .links, .heldWord, .heldDomain, .unchecked, .filter(isSpam: false): false
            }
        }

        /// The stored form, on one line.
        package var text: String {
            switch self {
            case .everybody: "everybody"
            case .firstComment: "first-comment"
            case .links(let count): "links \(count)"
            case .heldWord(let word): "held-word \(word)"
            case .blockedWord(let word): "blocked-word \(word)"
            case .heldDomain(let domain): "held-domain \(domain)"
            case .blockedDomain(let domain): "blocked-domain \(domain)"
            case .unchecked: "unchecked"
            case .akismet: "akismet"
            case .filter(let isSpam): isSpam ? "filter spam" : "filter hold"
            }
        }

        package init?(_ text: some StringProtocol) {
            let parts: [String] = text.split(separator: Character(" "), maxSplits: 1).map { String($0) }
            switch (parts.first, parts.count > 1 ? parts[1] : "") {
            case ("everybody", _): self = .everybody
            case ("first-comment", _): self = .firstComment
            case ("links", let count): self = .links(Int(count) ?? 0)
            case ("held-word", let word): self = .heldWord(word)
            case ("blocked-word", let word): self = .blockedWord(word)
            case ("held-domain", let domain): self = .heldDomain(domain)
            case ("blocked-domain", let domain): self = .blockedDomain(domain)
            case ("unchecked", _): self = .unchecked
            case ("akismet", _): self = .akismet
            case ("filter", let verdict): self = .filter(isSpam: verdict == "spam")
            default: return nil
            }
        }
    }

    /// - Parameters:
    ///   - html: the response as it will be shown, in which links are counted.
    ///   - isKnown: whether something by the same sender was approved.
    ///   - verdict: the filter's; nil where it decides nothing.
    ///   - akismet: what Akismet said; nil where it is not asked.
    init(
        _ reply: Reply, html: SafeHTML, from origin: ReplyOrigin, isKnown: Bool, by discussion: Discussion,
        _ verdict: Verdict? = nil, domains: DomainLists = DomainLists(),
        akismet: AkismetAnswer? = nil
    ) {
        let (blocked, held) = (WordList(discussion.blockedWords), WordList(discussion.heldWords))
        let said =
            blocked.isEmpty && held.isEmpty
            ? ""
            : [reply.text, reply.name, reply.email, reply.url, origin.address?.description ?? "", origin.agent]
                .joined(separator: "\n").lowercased()
        if let word = blocked.first(in: said, from: origin.address) {
            self.init(status: .spam, reasons: [.blockedWord(word)])
            return
        }
        let hosts = domains == DomainLists() ? [] : reply.hosts
        if let domain = DomainLists.first(of: domains.blocked, among: hosts) {
            self.init(status: .spam, reasons: [.blockedDomain(domain)])
            return
        }
        let isSpam = verdict?.kind.isSpam == true
        // Of somebody whom the owner approved before, nothing goes unseen.
        if isSpam, !isKnown {
            self.init(status: .spam, reasons: [.filter(isSpam: true)])
            return
        }
        if verdict?.isTaught != true, !isKnown, akismet?.saysSpam == true {
            self.init(status: .spam, reasons: [.akismet])
            return
        }
        var reasons: [Reason] = []
        if let akismet, akismet.saysSpam == nil { reasons.append(.unchecked) }
        if isSpam || verdict?.isDoubtful == true { reasons.append(.filter(isSpam: false)) }
        if let word = held.first(in: said, from: origin.address) { reasons.append(.heldWord(word)) }
        if let domain = DomainLists.first(of: domains.held, among: hosts) { reasons.append(.heldDomain(domain)) }
        let links = html.markup.ranges(of: "<a href=\"http").count
        if let most = discussion.linksHeld, links >= most { reasons.append(.links(links)) }
        switch discussion.holding {
        case .everybody: reasons.append(.everybody)
        case .firstComment: if !isKnown { reasons.append(.firstComment) }
        case .nobody: break
        }
        self.init(status: reasons.isEmpty ? .approved : .held, reasons: reasons)
    }

    private init(status: Comment.Status, reasons: [Reason]) {
        self.status = status
        self.reasons = reasons
    }
}

extension Reply {
    /// The domains of its links, of its website and of its mail address.
    fileprivate var hosts: [String] {
        var evidence = Evidence(text: text)
        evidence.authorURL = address ?? ""
        let mail = email.split(separator: Character("@")).last.map { [$0.lowercased()] } ?? []
        return evidence.hosts + mail
    }
}

extension Verdict {
    /// Whether somebody has to look. A filter that was taught little is in doubt of everything; then the site's own rules
    /// count, unless the response looks like spam by its form.
    fileprivate var isDoubtful: Bool { kind == .hold && (isTaught || looksLikeSpam) }
}
