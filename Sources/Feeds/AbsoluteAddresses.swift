import Model

extension SafeHTML {
    /// The same markup with the addresses that start at this site's root made whole, for readers that show it elsewhere.
    /// - Parameter site: scheme and host, without a final slash (`https://example.org`).
    func absoluteMarkup(site: String) -> String {
        var result: [UInt8] = []
        let source = Array(markup.utf8)
        result.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            result.append(source[index])
            index += 1
            guard source[index - 1] == UInt8(ascii: "\""), index < source.count, source[index] == UInt8(ascii: "/"),
                source[index...].dropFirst().first != UInt8(ascii: "/"),
                Self.attributes.contains(where: { source[..<index].ends(with: $0) })
            else { continue }
            result += Array(site.utf8)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Found without parsing: the sanitizer quotes every value with `"` and escapes that sign inside values. A text that
    /// happens to read like one of these gets a longer address, and no more.
    private static let attributes = [" href=\"", " src=\"", " cite=\"", " poster=\""].map { Array($0.utf8) }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
