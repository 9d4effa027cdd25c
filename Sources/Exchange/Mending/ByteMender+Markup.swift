/// Between and inside tags. Each step returns false when it needs more bytes than there are.
extension ByteMender {
    /// A byte order mark, blanks, and the XML declaration: it is left out, since what comes out is always UTF-8.
    mutating func mendStart(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isLast: Bool) -> Bool {
        var position = index
        var lines = 0
        var mark: Int?
        scan: while position < bytes.count {
            switch bytes[position] {
            case 0x0A:
                lines += 1
                position += 1
            case 0x20, 0x09, 0x0D: position += 1
            case 0xEF:
                switch bytes.match("\u{FEFF}", at: position) {
                case .yes:
                    mark = mark ?? position
                    position += 3
                case .no: break scan
                case .undecided:
                    if isLast { break scan }
                    return false
                }
            default: break scan
            }
            if position - index > Self.lookahead { break }
        }
        if position == bytes.count && !isLast && position - index <= Self.lookahead { return false }
        var end = position
        switch bytes.match("<?xml", at: position) {
        case .yes:
            var search = position
            while bytes.match("?>", at: search) == .no, search - position < 1024 { search += 1 }
            switch bytes.match("?>", at: search) {
            case .yes: end = search + 2
            case .undecided where !isLast: return false
            default: break
            }
        case .undecided where !isLast: return false
        default: break
        }
        if let mark { note(.byteOrderMark, at: mark) }
        if end > position && position > index + (mark == nil ? 0 : 3) { note(.leadingBlanks, at: index) }
        for position in index..<end where bytes[position] == 0x0A {
            countLine()
            output.append(0x0A)
        }
        index = end
        state = .content
        return true
    }

    mutating func mendContent(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isLast: Bool) -> Bool {
        guard pass(bytes, &index, isLast, ByteClass.content) else { return false }
        guard index < bytes.count else { return true }
        switch bytes[index] {
        case UInt8(ascii: "&"): return mendReference(bytes, &index, isLast)
        case UInt8(ascii: "<"): return enterMarkup(bytes, &index, isLast)
        default:
            switch bytes.match("]]>", at: index) {
            case .undecided where !isLast: return false
            case .yes:
                note(.sectionEnd, at: index)
                put("]]&gt;")
                index += 3
            default:
                output.append(bytes[index])
                index += 1
            }
            return true
        }
    }

    private mutating func enterMarkup(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isLast: Bool) -> Bool {
        guard index + 1 < bytes.count else {
            if isLast {
                output.append(bytes[index])
                index += 1
            }
            return isLast
        }
        stretch = 0
        switch bytes[index + 1] {
        case UInt8(ascii: "/"):
            openElement.removeAll(keepingCapacity: true)
            markTag(at: index)
            put("</")
            index += 2
            state = .tag(quote: 0)
        case UInt8(ascii: "?"):
            put("<?")
            index += 2
            state = .instruction
        case UInt8(ascii: "!"): return enterDeclaration(bytes, &index, isLast)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"),
            UInt8(ascii: ":"), 0x80...0xFF:
            var end = index + 1
            while end < bytes.count, !Self.endsName(bytes[end]), end - index < 1024 { end += 1 }
            guard end < bytes.count || isLast else { return false }
            openElement.removeAll(keepingCapacity: true)
            openElement.append(contentsOf: bytes[(index + 1)..<end])
            markTag(at: index)
            output.append(bytes[index])
            index += 1
            state = .tag(quote: 0)
        default:
            note(.lessThan, at: index)
            put("&lt;")
            index += 1
        }
        return true
    }

    private mutating func enterDeclaration(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isLast: Bool
    ) -> Bool {
        let section = bytes.match("<![CDATA[", at: index)
        let comment = bytes.match("<!--", at: index)
        let documentType = bytes.match("<!DOCTYPE", at: index)
        if !isLast, [section, comment, documentType].contains(.undecided) { return false }
        if section == .yes {
            put("<![CDATA[")
            index += 9
            state = .section
        } else if comment == .yes {
            index += 4
            state = .comment
        } else {
            put("<!")
            index += 2
            state = documentType == .yes ? .documentType(depth: 0, quote: 0) : .tag(quote: 0)
        }
        return true
    }

    mutating func mendTag(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isLast: Bool, quote: UInt8
    ) throws(ImportFileError) -> Bool {
        let table =
            switch quote {
            case UInt8(ascii: "\""): ByteClass.doubleQuoted
            case UInt8(ascii: "'"): ByteClass.singleQuoted
            default: ByteClass.tag
            }
        let start = index
        let goesOn = pass(bytes, &index, isLast, table)
        stretch += index - start
        guard stretch <= Self.longestTag else { throw .tagTooLong(place(index), limit: Self.longestTag) }
        guard goesOn, index < bytes.count else { return goesOn }
        switch bytes[index] {
        case UInt8(ascii: "&"):
            stretch += 1
            return mendReference(bytes, &index, isLast)
        case UInt8(ascii: ">"):
            if output.last == UInt8(ascii: "/") { openElement.removeAll(keepingCapacity: true) }
            state = .content
        case let mark: state = .tag(quote: quote == 0 ? mark : 0)
        }
        output.append(bytes[index])
        index += 1
        return true
    }

    /// Comments say nothing to the reader, and a `--` inside one would stop the parser.
    mutating func skipComment(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isLast: Bool) -> Bool {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "-"):
                switch bytes.match("-->", at: index) {
                case .yes:
                    index += 3
                    state = .content
                    return true
                case .undecided where !isLast: return false
                default: index += 1
                }
            case 0x0A:
                countLine()
                output.append(0x0A)
                index += 1
            default: index += 1
            }
        }
        return true
    }

    mutating func passInstruction(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isLast: Bool) -> Bool {
        guard pass(bytes, &index, isLast, ByteClass.instruction) else { return false }
        guard index < bytes.count else { return true }
        switch bytes.match("?>", at: index) {
        case .undecided where !isLast: return false
        case .yes:
            put("?>")
            index += 2
            state = .content
        default:
            output.append(bytes[index])
            index += 1
        }
        return true
    }

    /// Passed as it is: the parser judges it.
    mutating func passDocumentType(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isLast: Bool, depth: Int, quote: UInt8
    ) throws(ImportFileError) -> Bool {
        let start = index
        let goesOn = pass(bytes, &index, isLast, ByteClass.documentType)
        stretch += index - start + 1
        guard stretch <= Self.longestDocumentType else { throw .declarations(place(index)) }
        guard goesOn, index < bytes.count else { return goesOn }
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if quote == 0 || quote == byte { state = .documentType(depth: depth, quote: quote == 0 ? byte : 0) }
        case _ where quote != 0: break
        case UInt8(ascii: "["): state = .documentType(depth: depth + 1, quote: 0)
        case UInt8(ascii: "]"): state = .documentType(depth: max(0, depth - 1), quote: 0)
        default: if depth == 0 { state = .content }
        }
        output.append(byte)
        index += 1
        return true
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }
}
