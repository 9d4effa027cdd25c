import Glibc
import Programs

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

extension FetchFault {
    /// Of a run that brought no answer.
    init(_ ending: ChildProcess.Ending, of program: String, at url: String) {
        switch ending {
        case .exited(127, _):
            self.init(.program, "\(program) could not start; is libcurl installed (Debian: libcurl4)?")
        case .notStarted(let code):
            self.init(.program, "\(program) cannot be started: \(String(cString: strerror(code))).")
        case .exited, .signalled, .tooLate, .tooMuchOutput:
            self.init(.program, "\(program) broke off while asking \(url).")
        case .cancelled: self.init(.program, "Asking \(url) was stopped.")
        }
    }
}
