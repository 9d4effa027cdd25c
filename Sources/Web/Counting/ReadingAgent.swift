import HTTPTypes
import HummingbirdCore

/// Whether a request comes from somebody who reads, as far as what it says of itself tells.
///
/// Browsers begin with `Mozilla/` (Opera's old ones with `Opera/`). Programs that gather pages name themselves, or say
/// where to read of them; what hides as a browser is counted as one.
enum ReadingAgent {
    /// - Parameter name: the field `User-Agent`.
    static func isBrowser(_ name: UnsafeRawBufferPointer) -> Bool {
        guard has(name, "mozilla/", at: 0) || has(name, "opera/", at: 0) else { return false }
        return !name.indices.contains { names(aProgram: name, at: $0) }
    }

    static func isBrowser(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { isBrowser(UnsafeRawBufferPointer($0)) }
    }

    /// By the first letter, as this is asked for each page that is read.
    private static func names(aProgram name: UnsafeRawBufferPointer, at index: Int) -> Bool {
        switch Unicode.Scalar(name[index] | 0x20) {
        case "b": has(name, "bot", at: index)
        case "c": has(name, "crawl", at: index)
        case "h": has(name, "headless", at: index)
        case "l": has(name, "lighthouse", at: index)
        case "m": has(name, "monitor", at: index)
        case "p": has(name, "preview", at: index)
        case "s": has(name, "spider", at: index) || has(name, "slurp", at: index)
        // Browsers name no address.
        case ":": has(name, "://", at: index)
        default: false
        }
    }

    /// - Parameter word: in small letters.
    private static func has(_ name: UnsafeRawBufferPointer, _ word: StaticString, at index: Int) -> Bool {
        guard name.count - index >= word.utf8CodeUnitCount else { return false }
        for offset in 0..<word.utf8CodeUnitCount where name[index + offset] | 0x20 != word.utf8Start[offset] {
            return false
        }
        return true
    }
}

extension RequestHead {
    /// - Parameter bytes: those from which it was made.
    func isReading(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard !isHead, !isPrefetch, let userAgent else { return false }
        return ReadingAgent.isBrowser(UnsafeRawBufferPointer(rebasing: bytes[userAgent]))
    }
}

extension Request {
    var isReading: Bool {
        method == .get && headers[.secPurpose] == nil && headers[.purpose] != "prefetch"
            && headers[.userAgent].map { ReadingAgent.isBrowser($0) } ?? false
    }
}

extension HTTPField.Name {
    fileprivate static let purpose = HTTPField.Name("purpose")!
    fileprivate static let secPurpose = HTTPField.Name("sec-purpose")!
}
