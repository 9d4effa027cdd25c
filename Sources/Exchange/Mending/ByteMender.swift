/// Repairs the bytes of an XML file, as they come, into text that a strict parser accepts. A sound file comes out with the
/// same content; comments and the XML declaration are left out, and long CDATA sections are cut into several, which means
/// the same and keeps the parser from holding them whole. Line breaks are all kept.
///
/// What comes out means the same however the input is cut into chunks: what cannot be decided yet waits for more bytes.
/// Waiting is bounded by `lookahead`.
struct ByteMender {
    enum State {
        case start
        case content
        case tag(quote: UInt8)
        case section
        case comment
        case instruction
        case documentType(depth: Int, quote: UInt8)
    }

    static let lookahead = 1 << 20
    static let longestTag = 32 << 10
    static let longestDocumentType = 64 << 10
    /// Past this many bytes, a CDATA section is closed and another opened.
    static let sectionPiece = 32 << 10

    let file: String
    private(set) var mendings = Mendings()
    var places = PlaceMap()
    /// Line of the next byte to look at.
    private(set) var line = 1

    var output: [UInt8] = []
    var state = State.start
    /// The innermost open element by its qualified name; empty when another was closed since.
    var openElement: [UInt8] = []

    private var waiting: [UInt8] = []
    /// Bytes of the file before `waiting`.
    private var consumed = 0
    /// Bytes that were put out before `output` was last emptied.
    private var delivered = 0
    /// Bytes of the current section's piece, tag or document type.
    var stretch = 0

    init(file: String) { self.file = file }

    /// Takes the next bytes and puts what can be decided at the end of `output`.
    mutating func take(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws(ImportFileError) {
        var work: [UInt8] = []
        swap(&work, &waiting)
        work.append(contentsOf: bytes)
        let done = try work.withUnsafeBufferPointer { (work) throws(ImportFileError) in
            try mend(work, isLast: isLast)
        }
        consumed += done
        work.removeFirst(done)
        waiting = work
    }

    /// Hands over what is mended.
    mutating func takeOutput() -> [UInt8] {
        delivered += output.count
        defer { output = [] }
        return output
    }

    var mendedBytes: Int { delivered + output.count }

    func place(_ index: Int) -> FilePlace { FilePlace(file: file, line: line, byte: consumed + index) }

    mutating func note(_ kind: Mendings.Kind, at index: Int) {
        let place = place(index)
        mendings.note(kind, at: place)
    }

    mutating func markTag(at index: Int) {
        places.note(mended: mendedBytes, original: consumed + index, line: line)
    }

    /// Goes on until all is mended or more bytes are needed; returns how many are done.
    private mutating func mend(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(ImportFileError) -> Int {
        var index = 0
        while index < bytes.count {
            let goesOn =
                switch state {
                case .start: mendStart(bytes, &index, isLast)
                case .content: mendContent(bytes, &index, isLast)
                case .tag(let quote): try mendTag(bytes, &index, isLast, quote: quote)
                case .section: mendSection(bytes, &index, isLast)
                case .comment: skipComment(bytes, &index, isLast)
                case .instruction: passInstruction(bytes, &index, isLast)
                case .documentType(let depth, let quote):
                    try passDocumentType(bytes, &index, isLast, depth: depth, quote: quote)
                }
            if !goesOn { break }
        }
        return index
    }

    /// Puts out the bytes from `index` up to a stop byte of the table, mending characters on the way.
    /// Returns false if more bytes are needed before `index` can move on.
    mutating func pass(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isLast: Bool, _ table: [UInt8]
    ) -> Bool {
        var start = index
        var position = index
        defer { index = position }
        func flush() { if position > start { output.append(contentsOf: bytes[start..<position]) } }
        while position < bytes.count {
            switch table[Int(bytes[position])] {
            case ByteClass.plain: position += 1
            case ByteClass.newline:
                line += 1
                position += 1
            case ByteClass.control:
                flush()
                note(.controlCharacter, at: position)
                position += 1
                start = position
            case ByteClass.high:
                switch CharacterLength(bytes, at: position) {
                case .valid(let length): position += length
                case .incomplete where !isLast:
                    flush()
                    return false
                case .incomplete:
                    flush()
                    replace(bytes.count - position, at: &position)
                    start = position
                case .invalid(let length):
                    flush()
                    replace(length, at: &position)
                    start = position
                }
            default:
                flush()
                return true
            }
        }
        flush()
        return true
    }

    private mutating func replace(_ length: Int, at position: inout Int) {
        note(.invalidText, at: position)
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        position += length
    }

    mutating func countLine() { line += 1 }

    mutating func put(_ text: StaticString) {
        text.withUTF8Buffer { output.append(contentsOf: $0) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    enum Match { case yes, no, undecided }

    /// Whether `text` stands at `index`; undecided if the bytes end before that shows.
    func match(_ text: StaticString, at index: Int) -> Match {
        text.withUTF8Buffer { match($0, at: index) }
    }

    func match(_ text: some RandomAccessCollection<UInt8>, at index: Int) -> Match {
        var position = index
        for byte in text {
            guard position < count else { return .undecided }
            guard self[position] == byte else { return .no }
            position += 1
        }
        return .yes
    }
}
