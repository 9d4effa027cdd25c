import Model
package import NIOCore

/// The date of an answer and the empty line that ends its head: the same bytes for a whole second.
package struct DateStamp: Sendable {
    /// Since 1970.
    package let second: Int64
    /// `date: Sun, 06 Nov 1994 08:49:37 GMT`, and two line ends.
    package let line: ByteBuffer

    package init(second: Int64) {
        self.second = second
        line = ByteBuffer(string: "date: \(Instant(milliseconds: second * 1000).httpDate)\r\n\r\n")
    }
}
