extension String {
    /// Whether it is an IRI with a scheme (RFC 3987), so that it means the same wherever it stands. Only what no part of
    /// one may hold is looked for.
    package var isWholeAddress: Bool {
        guard let colon = firstIndex(of: ":"), colon != startIndex, first!.isASCII, first!.isLetter else {
            return false
        }
        let isScheme = self[..<colon].utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
            default: false
            }
        }
        return isScheme
            && unicodeScalars.allSatisfy { scalar in
                switch scalar {
                case "\u{0}"..."\u{20}", "\u{7F}", "<", ">", "\"", "{", "}", "|", "\\", "^", "`": false
                default: true
                }
            }
    }

    /// A whole address that browsers and feed readers fetch.
    package var isWebAddress: Bool { isWholeAddress && (hasPrefix("https://") || hasPrefix("http://")) }
}
