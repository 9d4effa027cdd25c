import Crypto
import Foundation
package import Model

/// Codes of six digits that change every half minute (RFC 6238 with SHA-1, as every program for them does it).
package struct OneTimeCode: Sendable {
    /// 20 random bytes.
    private let secret: [UInt8]

    static let stepSeconds: Int64 = 30

    package static func make() -> OneTimeCode {
        OneTimeCode(secret: SymmetricKey(size: SymmetricKeySize(bitCount: 160)).withUnsafeBytes { Array($0) })
    }

    init(secret: [UInt8]) { self.secret = secret }

    /// Reads what `text` wrote; nil for what is no Base32 (RFC 4648).
    package init?(_ text: String) {
        var (bytes, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
        for character in text.uppercased().utf8 {
            guard let value = Self.alphabet.firstIndex(of: character) else { return nil }
            bits = bits << 5 | UInt32(value)
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        guard bytes.count >= 10 else { return nil }
        secret = bytes
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// Base32 without padding, to be typed by hand.
    package var text: String {
        var (text, bits, count) = ("", UInt32(0), 0)
        for byte in secret {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.unicodeScalars.append(Unicode.Scalar(Self.alphabet[Int(bits >> UInt32(count) & 31)]))
            }
        }
        if count > 0 { text.unicodeScalars.append(Unicode.Scalar(Self.alphabet[Int(bits << UInt32(5 - count) & 31)])) }
        return text
    }

    /// What a phone's camera reads: `otpauth://totp/…`.
    package func address(site: String, person: String) -> String {
        let (site, person) = (site.percentEncodedSegment, person.percentEncodedSegment)
        return "otpauth://totp/\(site):\(person)?secret=\(text)&issuer=\(site)"
    }

    static func step(at now: Instant) -> Int64 { now.milliseconds / 1000 / stepSeconds }

    /// The step of which `given` is the code: the present one or one beside it, since clocks differ, but none up to `last`,
    /// which was used already.
    func step(of given: String, at now: Instant, after last: Int64) -> Int64? {
        let digits = given.filter { !$0.isWhitespace }
        let present = Self.step(at: now)
        return (present - 1...present + 1).first { $0 > last && code(at: $0) == digits }
    }

    /// What a phone shows at a moment.
    package func shown(at now: Instant) -> String { code(at: Self.step(at: now)) }

    /// RFC 4226, 5.3.
    func code(at step: Int64) -> String {
        let message = withUnsafeBytes(of: step.bigEndian) { Data($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let offset = Int(mac[mac.count - 1] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}
