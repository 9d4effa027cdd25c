/// The POSIX tar format, `ustar` with `pax` headers for what its fields cannot hold:
/// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
enum TarFormat {
    static let block = 512
    /// Largest number in a size field of eleven octal digits.
    static let largestSize = 0o77_777_777_777

    enum Field {
        static let name = 0..<100
        static let mode = 100..<108
        static let size = 124..<136
        static let modified = 136..<148
        static let checksum = 148..<156
        static let type = 156
        static let magic = 257..<263
        static let version = 263..<265
        static let prefix = 345..<500
    }

    enum Kind {
        static let file = UInt8(ascii: "0")
        /// A header for the entry behind it.
        static let extended = UInt8(ascii: "x")
    }

    /// The sum of a header's bytes, those of the sum itself taken as blanks.
    static func checksum(_ header: [UInt8]) -> Int {
        header.indices.reduce(0) { $0 + (Field.checksum.contains($1) ? 0x20 : Int(header[$1])) }
    }

    /// Zeros up to the next whole block.
    static func padding(after size: Int) -> Int { (block - size % block) % block }
}
