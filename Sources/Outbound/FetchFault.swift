/// Why nothing came.
package struct FetchFault: Error, Hashable, Codable, CustomStringConvertible {
    package enum Kind: String, Codable, Sendable {
        /// Not an address of the web.
        case address
        /// It leads to this machine or its neighbours.
        case refused
        case tooLarge
        case tooManyRedirects
        /// The server's answer is other than 200.
        case status
        /// The connection: none, too slow, cut off.
        case connection
        /// This machine's disk.
        case disk
        /// `thaw-fetch` itself.
        case program
    }

    package let kind: Kind
    /// One sentence with a full stop.
    package let description: String
    /// The server's answer, with `Kind.status`.
    package let status: Int?
    /// How long the server asks to be left alone, in seconds.
    package let pauseSeconds: Int?

    package init(_ kind: Kind, _ description: String, status: Int? = nil, pauseSeconds: Int? = nil) {
        self.kind = kind
        self.description = description
        self.status = status
        self.pauseSeconds = pauseSeconds
    }

    /// Whether another attempt may end otherwise.
    package var isPassing: Bool {
        switch kind {
        case .connection, .disk, .program: true
        case .status: status == 408 || status == 425 || status == 429 || (status ?? 0) >= 500
        case .address, .refused, .tooLarge, .tooManyRedirects: false
        }
    }

    /// Whether the server has said that there is nothing at this address.
    package var isGone: Bool { status == 404 || status == 410 }
}
