import Glibc
import Pages

/// What the front reads from a request's head: where the request ends, and whether the page store may answer.
///
/// It understands only the plainest form: every line ends in CR LF, nothing is folded, no field is doubtful. Whatever
/// is not plain goes to the full decoder with `framing` `.unknown`, as the last request of its connection, so the two
/// never need to agree about where a doubtful request ends.
struct RequestHead {
    enum Framing: Equatable {
        /// The request ends with its head.
        case noBody
        case length(Int)
        /// Only the decoder can tell.
        case unknown
    }

    private(set) var framing = Framing.noBody
    /// Whether a page from the store may be the answer.
    private(set) var isPlainRead = false
    private(set) var isHead = false
    private(set) var isVersion11 = false
    /// Nothing is kept open after the answer.
    private(set) var isLast = false
    private(set) var target = 0..<0
    private(set) var host: Range<Int>?
    private(set) var accepted = AcceptedCodings()
    private(set) var ifNoneMatch: Range<Int>?
    private(set) var cookies: [Range<Int>] = []
    private(set) var userAgent: Range<Int>?
    /// Asked for ahead, perhaps never to be seen.
    private(set) var isPrefetch = false
    private(set) var fieldCount = 0
    private var hosts = 0
    private var lengths = 0
    private var acceptFields = 0

    /// Reads a head from its first byte to the empty line, both included.
    init(_ bytes: UnsafeRawBufferPointer) {
        var lines = HeadLines(bytes)
        guard let first = lines.next(), readRequestLine(bytes, first) else {
            giveUp()
            return
        }
        while let line = lines.next() {
            if line.isEmpty { break }
            fieldCount += 1
            readField(bytes, line)
        }
        if lines.sawBareBreak || hosts > 1 || lengths > 1 { giveUp() }
        if !isVersion11 || isLast { giveUp() }
    }

    private mutating func giveUp() {
        framing = .unknown
        isPlainRead = false
        isLast = true
    }

    private mutating func readRequestLine(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> Bool {
        guard let methodEnd = bytes.position(of: 0x20, in: line), let lastSpace = bytes[line].lastIndex(of: 0x20),
            methodEnd < lastSpace
        else { return false }
        target = (methodEnd + 1)..<lastSpace
        let isGet = matches(bytes, line.lowerBound..<methodEnd, "GET")
        isHead = matches(bytes, line.lowerBound..<methodEnd, "HEAD")
        isPlainRead = isGet || isHead
        isVersion11 = matches(bytes, (lastSpace + 1)..<line.upperBound, "HTTP/1.1")
        return !matches(bytes, line.lowerBound..<methodEnd, "CONNECT")
    }

    private mutating func readField(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) {
        // A line that begins with white space continues the one before it: an old form that nobody needs.
        guard let colon = bytes.position(of: UInt8(ascii: ":"), in: line), colon > line.lowerBound,
            bytes[line.lowerBound] > 0x20, bytes[colon - 1] > 0x20
        else {
            giveUp()
            return
        }
        let name = line.lowerBound..<colon
        let value = trimmed(bytes, (colon + 1)..<line.upperBound)
        // The length tells most names apart, so few are compared.
        switch name.count {
        case 4 where matches(bytes, name, "host"):
            hosts += 1
            host = value
        case 5 where matches(bytes, name, "range"): isPlainRead = false
        case 6 where matches(bytes, name, "cookie"): cookies.append(value)
        case 6 where matches(bytes, name, "expect"): isPlainRead = false
        case 7 where matches(bytes, name, "upgrade"): giveUp()
        case 7 where matches(bytes, name, "purpose"): isPrefetch = matches(bytes, value, "prefetch")
        case 10 where matches(bytes, name, "user-agent"): userAgent = value
        case 10 where matches(bytes, name, "connection"):
            if !matches(bytes, value, "keep-alive") { giveUp() }
        case 11 where matches(bytes, name, "sec-purpose"): isPrefetch = true
        case 13 where matches(bytes, name, "if-none-match"):
            if ifNoneMatch != nil { isPlainRead = false }
            ifNoneMatch = value
        case 13 where matches(bytes, name, "authorization"): isPlainRead = false
        case 14 where matches(bytes, name, "content-length"):
            lengths += 1
            isPlainRead = false
            if let length = decimal(bytes, value) { framing = .length(length) } else { giveUp() }
        case 15 where matches(bytes, name, "accept-encoding"):
            acceptFields += 1
            if acceptFields > 1 { isPlainRead = false }
            accepted = AcceptedCodings(UnsafeRawBufferPointer(rebasing: bytes[value]))
        case 17 where matches(bytes, name, "transfer-encoding"): giveUp()
        default: break
        }
    }
}

/// Lines that end in CR LF. One that ends otherwise is noted: decoders differ about it.
private struct HeadLines: IteratorProtocol {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    private(set) var sawBareBreak = false

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func next() -> Range<Int>? {
        guard let end = bytes.position(of: 0x0a, in: position..<bytes.count) else { return nil }
        defer { position = end + 1 }
        guard end > position, bytes[end - 1] == 0x0d else {
            sawBareBreak = true
            return position..<end
        }
        let line = position..<(end - 1)
        if bytes.position(of: 0x0d, in: line) ?? bytes.position(of: 0, in: line) != nil { sawBareBreak = true }
        return line
    }
}

extension UnsafeRawBufferPointer {
    /// The first place of a byte. The C library looks at many bytes at once.
    func position(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty, let start = baseAddress,
            let found = memchr(start + range.lowerBound, Int32(byte), range.count)
        else { return nil }
        return UnsafeRawPointer(found) - start
    }
}

private func matches(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    // Method and version are case-sensitive, and come in capitals; folding them lets nothing through that matters.
    return text.withUTF8Buffer { text in
        for offset in 0..<range.count where folded(bytes[range.lowerBound + offset]) != folded(text[offset]) {
            return false
        }
        return true
    }
}

private func folded(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

private func trimmed(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while lower < upper, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
    return lower..<upper
}

/// Digits alone, as RFC 9110 has it: no sign, no list.
private func decimal(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 15 else { return nil }
    var value = 0
    for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
    }
    return value
}
