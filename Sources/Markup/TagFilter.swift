/// The first wall: rewrites markup so that the parser behind it meets only HTML elements we know, quoted attributes we
/// know, and no comment, raw text or foreign content. What depth the parser will see can be told exactly from that.
struct TagFilter {
    /// The element that stands for a frame (`iframe`, `embed`, `object`) until a link takes its place.
    static let frame = "thaw-frame"

    /// Whether frames are passed on as `thaw-frame` with their address; otherwise they are dropped.
    var keepsFrames = false
    private(set) var dropped = Dropped()
    private var open = OpenElements()
    private var output = Bytes()
    private var lastFrame: Bytes?

    init(keepsFrames: Bool) { self.keepsFrames = keepsFrames }

    /// Elements that go with everything in them.
    private static let droppedWhole: Set<String> = ["svg", "math", "template", "canvas", "select", "head"]

    mutating func filter(_ input: Bytes) throws(MarkupError) -> Bytes {
        output.reserveCapacity(input.count + input.count / 8)
        var scanner = HTMLScanner(input)
        while let token = scanner.next() {
            switch token.kind {
            case .text: appendText(input, token.range)
            case .comment, .rawText: break
            case .endTag: endTag(token.name)
            case .startTag: try startTag(token, in: &scanner)
            }
        }
        return output
    }

    private mutating func startTag(
        _ token: HTMLScanner.Token, in scanner: inout HTMLScanner
    ) throws(MarkupError) {
        let name = token.name
        guard Vocabulary.elements.contains(name) else {
            switch name {
            case "iframe", "embed", "object": frame(token, in: scanner)
            case "html", "body", "param": break
            default: count(name)
            }
            if Self.droppedWhole.contains(name) { skip(to: name, in: &scanner) }
            return
        }
        try open.open(name)
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: name.utf8)
        var seen: [String] = []
        let bytes = scanner.bytes
        scanner.forEachAttribute(of: token) { nameRange, value in
            let attribute = nameRange.count <= 32 ? bytes.lowercasedText(nameRange) : "(long)"
            guard Vocabulary.attributes.contains(attribute) else {
                Self.count(attribute, in: &dropped.attributes)
                return
            }
            guard !seen.contains(attribute) else { return }
            seen.append(attribute)
            append(attribute, value: bytes[value])
        }
        output.append(UInt8(ascii: ">"))
    }

    private mutating func endTag(_ name: String) {
        guard Vocabulary.elements.contains(name), !ElementTraits.void.contains(name) || name == "br" else { return }
        open.close(name)
        output.append(contentsOf: "</".utf8)
        output.append(contentsOf: name.utf8)
        output.append(UInt8(ascii: ">"))
    }

    private mutating func append(_ attribute: String, value: ArraySlice<UInt8>) {
        output.append(UInt8(ascii: " "))
        output.append(contentsOf: attribute.utf8)
        output.append(contentsOf: "=\"".utf8)
        for byte in value {
            switch byte {
            case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func appendText(_ input: Bytes, _ range: Range<Int>) {
        for byte in input[range] {
            if byte == UInt8(ascii: "<") { output.append(contentsOf: "&lt;".utf8) } else { output.append(byte) }
        }
    }

    private mutating func frame(_ token: HTMLScanner.Token, in scanner: HTMLScanner) {
        guard keepsFrames else { return count(token.name) }
        var source: Range<Int>?
        var isFilePreview = false
        let wanted = token.name == "object" ? "data" : "src"
        let bytes = scanner.bytes
        scanner.forEachAttribute(of: token) { name, value in
            let name = bytes.lowercasedText(name)
            if name == wanted, source == nil { source = value }
            // The file block shows its file a second time in an object; its link follows anyway.
            if name == "class", bytes.text(value).contains("wp-block-file__embed") { isFilePreview = true }
        }
        guard let source, !isFilePreview, lastFrame != Bytes(bytes[source]) else { return }
        lastFrame = Bytes(bytes[source])
        output.append(contentsOf: "<\(Self.frame)".utf8)
        append("src", value: bytes[source])
        output.append(contentsOf: "></\(Self.frame)>".utf8)
    }

    /// Moves behind the end tag that belongs to a start tag just read; stays where it is when there is none.
    private mutating func skip(to name: String, in scanner: inout HTMLScanner) {
        guard !unclosed.contains(name) else { return }
        var ahead = scanner
        var depth = 1
        while let token = ahead.next() {
            if token.name == name {
                depth += token.kind == .endTag ? -1 : 1
                if depth == 0 {
                    scanner = ahead
                    return
                }
            }
        }
        unclosed.insert(name)
    }

    /// Elements known to have no end tag in the rest, so that looking for one is done once.
    private var unclosed: Set<String> = []

    private mutating func count(_ element: String) {
        Self.count(element.utf8.count <= 32 ? element : "(long)", in: &dropped.elements)
    }

    /// Names from outside fill a report, not the memory.
    static func count(_ name: String, in counts: inout [String: Int]) {
        counts[counts.count < 500 || counts[name] != nil ? name : "(other)", default: 0] += 1
    }
}
