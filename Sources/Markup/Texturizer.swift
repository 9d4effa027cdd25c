/// Typography as WordPress's `wptexturize` has it: quotation marks, apostrophes, primes, dashes, ellipses, the
/// multiplication sign. Tags, code and preformatted text are never touched.
struct Texturizer {
    private static let untouched: Set<String> = ["pre", "code", "kbd", "style", "script", "tt", "textarea", "samp"]

    let quotes: Quotes
    private var output = Bytes()
    /// The character before, across inline tags; a space where a block begins.
    private var previous: Unicode.Scalar = " "
    private var openDouble = 0
    private var openSingle = 0

    init(quotes: Quotes) { self.quotes = quotes }

    /// `leavesLinkTexts` leaves what stands inside links alone: addresses are no prose.
    func texturize(_ markup: Bytes, leavesLinkTexts: Bool = false) -> Bytes {
        var pass = self
        pass.run(markup, untouched: leavesLinkTexts ? Self.untouched.union(["a"]) : Self.untouched)
        return pass.output
    }

    private mutating func run(_ markup: Bytes, untouched: Set<String>) {
        output.reserveCapacity(markup.count + markup.count / 16)
        var scanner = HTMLScanner(markup)
        var depth = 0
        while let token = scanner.next() {
            if token.kind == .text, depth == 0 {
                texturize(markup, token.range)
                continue
            }
            output.append(contentsOf: markup[token.range])
            switch token.kind {
            case .startTag, .endTag:
                if untouched.contains(token.name) {
                    depth = max(0, depth + (token.kind == .startTag ? 1 : -1))
                    previous = "x"
                }
                if ElementTraits.block.contains(token.name) || token.name == "br" { startOver() }
            case .text, .rawText: previous = "x"
            case .comment: break
            }
        }
    }

    private mutating func startOver() {
        previous = " "
        openDouble = 0
        openSingle = 0
    }

    private mutating func texturize(_ bytes: Bytes, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            switch byte {
            case Holes.block, Holes.inline:
                let end = min(Holes.endOfMark(in: bytes, at: index), range.upperBound)
                output.append(contentsOf: bytes[index..<end])
                if byte == Holes.block { startOver() } else { previous = "x" }
                index = end
            case UInt8(ascii: "\""): index = doubleQuote(bytes, index, range)
            case UInt8(ascii: "'"): index = singleQuote(bytes, index, range)
            case UInt8(ascii: "`") where bytes.matches("``", at: index):
                put(quotes.openDouble, as: "“")
                openDouble += 1
                index += 2
            case UInt8(ascii: "-"): index = dashes(bytes, index, range)
            case UInt8(ascii: ".") where bytes.matches("...", at: index) && !bytes.matches("....", at: index):
                put("…", as: "…")
                index += 3
            case UInt8(ascii: "(") where bytes.matches("(tm)", at: index, ignoringCase: true):
                put("™", as: "™")
                index += 4
            case UInt8(ascii: "x") where isTimes(bytes, index, range):
                put("×", as: "×")
                index += 1
            case UInt8(ascii: "&"): index = reference(bytes, index, range)
            case 0x80...: index = character(bytes, index, range)
            default:
                if byte == 0x0A, index + 1 < range.upperBound, bytes[index + 1] == 0x0A { startOver() }
                output.append(byte)
                previous = Unicode.Scalar(byte)
                index += 1
            }
        }
    }

    private mutating func put(_ text: String, as scalar: Unicode.Scalar) {
        output.append(contentsOf: text.utf8)
        previous = scalar
    }

    private mutating func character(_ bytes: Bytes, _ index: Int, _ range: Range<Int>) -> Int {
        var end = index + 1
        while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let text = bytes.text(index..<end)
        put(text, as: text.unicodeScalars.first ?? "x")
        return end
    }

    /// A character reference is copied; what it stands for counts as the character before.
    private mutating func reference(_ bytes: Bytes, _ index: Int, _ range: Range<Int>) -> Int {
        let limit = min(range.upperBound, index + 10)
        guard let end = bytes[index..<limit].firstIndex(of: UInt8(ascii: ";")) else {
            output.append(bytes[index])
            previous = "&"
            return index + 1
        }
        output.append(contentsOf: bytes[index...end])
        switch bytes.text(index..<(end + 1)) {
        case "&nbsp;", "&#160;": previous = " "
        case "&lt;", "&#8220;", "&ldquo;", "&#8216;", "&lsquo;", "&laquo;": previous = "("
        case "&#8212;", "&mdash;", "&#8211;", "&ndash;": previous = "—"
        default: previous = "x"
        }
        return end + 1
    }

    private var isAfterSpace: Bool { previous.properties.isWhitespace }

    private var isAfterOpening: Bool {
        isAfterSpace || "([{<-–—/“‘„‚«‹¿¡=".unicodeScalars.contains(previous)
    }

    private func isSpaceOrEnd(_ bytes: Bytes, _ index: Int, _ range: Range<Int>) -> Bool {
        guard index < range.upperBound else { return range.upperBound == bytes.count }
        return bytes[index].isSpace
    }

    private mutating func doubleQuote(_ bytes: Bytes, _ index: Int, _ range: Range<Int>) -> Int {
        let endsWord = isSpaceOrEnd(bytes, index + 1, range)
        if ("0"..."9").contains(previous), openDouble == 0 {
            put("″", as: "″")
        } else if isAfterOpening, !endsWord {
            put(quotes.openDouble, as: "“")
            openDouble += 1
        } else if previous.isWord, !endsWord, index + 1 < range.upperBound, bytes[index + 1].isWordByte, openDouble == 0
        {
            put(quotes.openDouble, as: "“")
            openDouble += 1
        } else {
            put(quotes.closeDouble, as: "”")
            openDouble = max(0, openDouble - 1)
        }
        return index + 1
    }

    private mutating func singleQuote(_ bytes: Bytes, _ index: Int, _ range: Range<Int>) -> Int {
        if bytes.matches("''", at: index), openDouble > 0 {
            put(quotes.closeDouble, as: "”")
            openDouble -= 1
            return index + 2
        }
        let next = index + 1 < range.upperBound ? bytes[index + 1] : 0x20
        if ("0"..."9").contains(previous), next.isDigit, openSingle == 0 {
            put("′", as: "′")
        } else if previous.isWord, next.isWordByte {
            put("’", as: "’")
        } else if isAfterOpening, next.isDigit, index + 2 < range.upperBound, bytes[index + 2].isDigit,
            !(index + 3 < range.upperBound && bytes[index + 3].isDigit)
        {
            put("’", as: "’")
        } else if isAfterOpening, Self.startsElision(bytes, index + 1) {
            put("’", as: "’")
        } else if ("0"..."9").contains(previous), openSingle == 0 {
            put("′", as: "′")
        } else if isAfterOpening, !isSpaceOrEnd(bytes, index + 1, range) {
            put(quotes.openSingle, as: "‘")
            openSingle += 1
        } else if openSingle > 0 {
            put(quotes.closeSingle, as: "’")
            openSingle -= 1
        } else {
            put("’", as: "’")
        }
        return index + 1
    }

    /// Words that are written with an apostrophe at their head.
    private static func startsElision(_ bytes: Bytes, _ index: Int) -> Bool {
        let words: [StaticString] = [
            "tain't", "twere", "twas", "tis", "twill", "til", "bout", "nuff", "round", "cause", "em",
        ]
        return words.contains { word in
            let end = index + word.utf8CodeUnitCount
            return bytes.matches(word, at: index, ignoringCase: true) && !(end < bytes.count && bytes[end].isWordByte)
        }
    }

    private mutating func dashes(_ bytes: Bytes, _ index: Int, _ range: Range<Int>) -> Int {
        var end = index
        while end < range.upperBound, bytes[end] == UInt8(ascii: "-") { end += 1 }
        let isAlone = isAfterSpace && isSpaceOrEnd(bytes, end, range)
        switch end - index {
        case 3: put("—", as: "—")
        case 2 where isAlone: put("—", as: "—")
        // `xn--` heads a host name in Punycode.
        case 2 where output.suffix(2).elementsEqual("xn".utf8): put("--", as: "-")
        case 2: put("–", as: "–")
        case 1 where isAlone && index > range.lowerBound && end < range.upperBound: put("–", as: "–")
        default:
            output.append(contentsOf: bytes[index..<end])
            previous = "-"
        }
        return end
    }

    /// `9x9`, but not `0x70`.
    private func isTimes(_ bytes: Bytes, _ index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound, bytes[index - 1].isDigit, index + 1 < range.upperBound, bytes[index + 1].isDigit
        else { return false }
        var start = index
        while start > range.lowerBound, bytes[start - 1].isDigit || ".,".utf8.contains(bytes[start - 1]) { start -= 1 }
        if start > range.lowerBound, bytes[start - 1].isWordByte { return false }
        if bytes[start] == UInt8(ascii: "0"), index - start == 1 { return false }
        var end = index + 1
        while end < range.upperBound, bytes[end].isDigit || ".,".utf8.contains(bytes[end]) { end += 1 }
        return end == range.upperBound || !bytes[end].isWordByte || bytes[end] == UInt8(ascii: "x")
    }
}

extension Unicode.Scalar {
    fileprivate var isWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}
