package import Model

/// The place of a comment in its post's thread, as text that sorts bytewise as the thread reads.
///
/// One segment a level, from the top: the time in milliseconds (10 digits of base 32) and the public number (7 digits).
/// The number, unlike the row's id, is known before the row is inserted.
package enum CommentPath {
    package static let segmentLength = 17
    /// PostgreSQL's index rows end at about 2,700 bytes; a deeper answer stands beside its ancestor at
    /// this level.
    package static let maximumLevels = 64
    /// Sorts behind every path and every continuation of one.
    package static let end = "~"

    private static let digits = Array("0123456789abcdefghijklmnopqrstuv".utf8)

    /// The path of a comment under `parent`, or at the top. Times before 1970 count as 1970.
    package static func path(under parent: String?, at time: Instant, number: Int64) -> String {
        let above = (parent ?? "").prefix((maximumLevels - 1) * segmentLength)
        return above + digits(max(0, time.milliseconds), count: 10) + digits(max(0, number), count: 7)
    }

    /// The last `count` digits of a number in base 32.
    private static func digits(_ number: Int64, count: Int) -> String {
        String(unsafeUninitializedCapacity: count) { buffer in
            var rest = number
            for index in buffer.indices.reversed() where index < count {
                buffer[index] = digits[Int(rest & 31)]
                rest >>= 5
            }
            return count
        }
    }
}
