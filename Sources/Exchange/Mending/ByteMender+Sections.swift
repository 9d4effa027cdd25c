/// Inside CDATA. WordPress before 3.1 wrote `]]>` of a post's text as it stood, so not every `]]>` ends its section:
///
/// 1. It ends if, after blanks, the element's closing tag or another section follows.
/// 2. Otherwise whichever comes first decides: the element's closing tag (text outside of a section follows, so it ends) or
///    another `]]>` (the section goes on, so this one is text).
/// 3. If neither comes within `lookahead` bytes, it is text.
///
/// The closing tag is that of the innermost open element; after a child element, any closing tag counts.
extension ByteMender {
    private enum Decision { case end, text, undecided }

    mutating func mendSection(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isLast: Bool) -> Bool {
        let start = index
        let goesOn = pass(bytes, &index, isLast, ByteClass.section)
        stretch += index - start
        if stretch > Self.sectionPiece {
            put("]]><![CDATA[")
            stretch = 0
        }
        guard goesOn, index < bytes.count else { return goesOn }
        switch bytes.match("]]>", at: index) {
        case .undecided where !isLast: return false
        case .yes:
            switch decide(bytes, after: index + 3, isLast) {
            case .undecided: return false
            case .end:
                put("]]>")
                state = .content
            case .text:
                note(.sectionEnd, at: index)
                put("]]]]><![CDATA[>")
            }
            index += 3
        default:
            output.append(bytes[index])
            index += 1
            stretch += 1
        }
        return true
    }

    private func decide(_ bytes: UnsafeBufferPointer<UInt8>, after index: Int, _ isLast: Bool) -> Decision {
        let limit = index + Self.lookahead
        var position = index
        while position < bytes.count, position < limit, Self.isBlank(bytes[position]) { position += 1 }
        if position < limit {
            let closing = closingTag(bytes, at: position)
            let section = bytes.match("<![CDATA[", at: position)
            if closing == .yes || section == .yes { return .end }
            if closing == .undecided || section == .undecided { return isLast ? .end : .undecided }
        }
        while position < limit {
            guard position < bytes.count else { return isLast ? .end : .undecided }
            switch bytes[position] {
            case UInt8(ascii: "]"):
                switch bytes.match("]]>", at: position) {
                case .yes: return .text
                case .undecided: return isLast ? .end : .undecided
                case .no: break
                }
            case UInt8(ascii: "<"):
                switch closingTag(bytes, at: position) {
                case .yes: return .end
                case .undecided: return isLast ? .end : .undecided
                case .no: break
                }
            default: break
            }
            position += 1
        }
        return .text
    }

    private func closingTag(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> UnsafeBufferPointer<UInt8>.Match {
        let opening = bytes.match("</", at: index)
        guard opening == .yes, !openElement.isEmpty else { return opening }
        let name = bytes.match(openElement, at: index + 2)
        guard name == .yes else { return name }
        let end = index + 2 + openElement.count
        guard end < bytes.count else { return .undecided }
        return bytes[end] == UInt8(ascii: ">") || Self.isBlank(bytes[end]) ? .yes : .no
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
