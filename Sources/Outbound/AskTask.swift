/// One question to another server, and how its answer is to be read.
package struct AskRequest: Hashable, Codable, Sendable {
    package var url: String
    /// `application/x-www-form-urlencoded`; nil asks by GET.
    package var form: String?
    /// Whole lines, `Accept: application/json`.
    package var headers: [String]
    /// Whether a GET may be led on to another address. A form never is: its secrets are for the address that it names.
    package var followsRedirects: Bool
    /// Beginnings of the names of head fields that the answer is to tell, in lower case: `x-akismet-`.
    package var wanted: [String]
    package var reading: Reading

    /// How much of the answer to a GET is asked for.
    package enum Reading: String, Codable, Sendable {
        case whole
        /// The head by GET; the connection ends where the body begins.
        case head
        /// The head by HEAD.
        case headAlone
    }

    package init(
        _ url: String, form: String? = nil, headers: [String] = [], followsRedirects: Bool = false,
        wanted: [String] = [], reading: Reading = .whole
    ) {
        self.wanted = wanted
        self.reading = form == nil ? reading : .whole
        self.url = url
        self.form = form
        self.headers = headers
        self.followsRedirects = followsRedirects && form == nil
    }
}

/// What a server said, whatever its status.
package struct AskAnswer: Hashable, Codable, Sendable {
    package var status: Int
    /// Where the answer came from in the end.
    package var url: String
    /// Whether every step to `url` was said to be for good (301, 308); false where there was none.
    package var isMoved: Bool
    /// How long the server asks to be left alone, in seconds; with 429 and 503.
    package var pauseSeconds: Int?
    /// `Link` fields, each as it stands.
    package var links: [String]
    /// The head fields that were wanted, by their names in lower case.
    package var fields: [String: String]
    package var body: [UInt8]

    package init(
        status: Int, url: String, isMoved: Bool = false, pauseSeconds: Int? = nil, links: [String] = [],
        fields: [String: String] = [:], body: [UInt8] = []
    ) {
        self.isMoved = isMoved
        self.pauseSeconds = pauseSeconds
        self.fields = fields
        self.status = status
        self.url = url
        self.links = links
        self.body = body
    }

    package var text: String { String(decoding: body, as: UTF8.self) }
}

/// What `thaw-fetch` is asked to do, in a file of JSON that only its owner may read: it may hold a secret.
package struct AskTask: Codable, Sendable {
    package let request: AskRequest
    /// Of the answer's body, in bytes.
    package let limit: Int
    package let rules: TransferRules
}

/// What `thaw-fetch` answers, in JSON.
package struct AskOutcome: Codable, Sendable {
    package let answer: AskAnswer?
    package let fault: FetchFault?

    package init(answer: AskAnswer? = nil, fault: FetchFault? = nil) {
        self.answer = answer
        self.fault = fault
    }
}
