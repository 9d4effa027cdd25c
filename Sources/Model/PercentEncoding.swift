extension String {
    /// One segment of a path as it stands in a link: all but RFC 3986's unreserved characters as `%xx` of their UTF-8, in
    /// small letters, as WordPress writes them.
    package var percentEncodedSegment: String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(utf8.count)
        let digits = Array("0123456789abcdef".utf8)
        for byte in utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.append(byte)
            default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
