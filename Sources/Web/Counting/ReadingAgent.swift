import HTTPTypes
import HummingbirdCore

/// Whether a request comes from somebody who reads, as far as what it says of itself tells.
///
/// Browsers begin with `Mozilla/` (Opera's old ones with `Opera/`). Programs that gather pages name themselves, or say
/// where to read of them; what hides as a browser is counted as one.
enum ReadingAgent {
    private static let beginnings = ["mozilla/", "opera/"].map { Array($0.utf8) }
    private static let programs = [
        "bot", "crawl", "spider", "slurp", "://", "preview", "headless", "monitor", "lighthouse",
    ].map { Array($0.utf8) }

    /// - Parameter name: the field `User-Agent`.
    static func isBrowser(_ name: some Collection<UInt8>) -> Bool {
        let name = name.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
        return beginnings.contains { name.starts(with: $0) } && !programs.contains { name.contains($0) }
    }
}

extension RequestHead {
    /// - Parameter bytes: those from which it was made.
    func isReading(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard !isHead, !isPrefetch, let userAgent else { return false }
        return ReadingAgent.isBrowser(bytes[userAgent])
    }
}

extension Request {
    var isReading: Bool {
        method == .get && headers[.secPurpose] == nil && headers[.purpose] != "prefetch"
            && headers[.userAgent].map { ReadingAgent.isBrowser($0.utf8) } ?? false
    }
}

extension HTTPField.Name {
    fileprivate static let purpose = HTTPField.Name("purpose")!
    fileprivate static let secPurpose = HTTPField.Name("sec-purpose")!
}
