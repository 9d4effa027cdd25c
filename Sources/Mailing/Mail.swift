package import Model

/// A message to one person.
package struct Mail: Hashable, Codable, Sendable {
    /// Tells it apart from all others: the same key is one message, however often it is asked for.
    package var key: String
    /// An address.
    package var to: String
    /// Stands before the sender's address.
    package var fromName: String
    package var subject: String
    package var text: String
    /// The same for programs that show HTML; nil where plain text is all.
    package var html: String?
    /// Where one request without a question asked ends messages of this kind (RFC 8058); nil for those that no list sends.
    package var unsubscribe: String?
    /// From then on it comes too late, and is not sent any more; nil for what is never too late.
    package var expires: Instant?

    package init(
        key: String, to: String, fromName: String, subject: String, text: String, html: String? = nil,
        unsubscribe: String? = nil, expires: Instant? = nil
    ) {
        self.key = key
        self.to = to
        self.fromName = fromName
        self.subject = subject
        self.text = text
        self.html = html
        self.unsubscribe = unsubscribe
        self.expires = expires
    }
}

extension Mail {
    /// A sentence or two, and the one link that they are about.
    /// - Parameter name: of the link, for programs that show HTML.
    package init(
        key: String, to address: String, fromName: String, subject: String, saying words: String, link: String,
        called name: String
    ) {
        self.init(
            key: key, to: address, fromName: fromName, subject: subject, text: "\(words)\n\n\(link)\n",
            html: MailHTML([words], links: [(name, link)]).text)
    }
}
