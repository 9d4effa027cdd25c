/// What is known of a response when it is judged. Whatever is not known stays empty. Its text is read once, when it is made.
package struct Evidence: Sendable {
    let folded: FoldedText
    let links: Links
    /// Its SimHash.
    let likeness: UInt64?
    package var author = ""
    package var authorURL = ""
    package var authorEmail = ""
    /// The network address it came from, as numbers: `192.0.2.1`, `2001:db8::1`.
    package var address = ""
    /// The head field `User-Agent`; nil where nobody could see it.
    package var agent: String?
    /// When it was sent, in seconds since 1970; nil where nobody knows.
    package var time: Double?
    /// The post that it answers.
    package var post: PostWords?
    /// Whether it names a browser that would have sent other fields with it.
    package var hasOddHead = false
    /// How many responses its network sent in the ten minutes before.
    package var burst = 0
    /// Seconds from the form to the response, where a script could measure them.
    package var seconds: Double?
    /// Whether the field that people do not see was filled in.
    package var filledTrap = false
    /// How many responses nearly the same came before it, lately, on this server.
    package var repetitions = 0
    /// How many responses of the same sender were approved: by a verified identity, a confirmed address or a signed
    /// cookie, never by what was typed.
    package var approvals = 0

    /// What Akismet says; nil where it was not asked, or did not answer.
    package var akismet: Bool?

    /// - Parameter text: as it was typed.
    package init(text: String) {
        folded = FoldedText(text)
        links = Links(in: text)
        likeness = SimHash.hash(folded)
    }

    /// The hosts that its text and its website name, each once, in order.
    package var hosts: [String] { links.distinctHosts(with: Links.host(of: authorURL)) }
}
