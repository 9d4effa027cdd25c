/// One pass over one part: bytes are read, mended, parsed and assembled, a chunk at a time.
struct WXRPass {
    private(set) var bytes = 0
    private(set) var fault: ImportFileError?

    private let part: ExportPart
    private let source: UTF8Source
    private let assembler: WXRAssembler
    private let stream: XMLStream
    private let mended: MendedText
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)

    /// The assembler asks for places in the midst of parsing, so the mender stands where both reach it.
    private final class MendedText {
        var mender: ByteMender

        init(file: String) { mender = ByteMender(file: file) }
    }

    init(part: ExportPart, limits: ImportLimits) throws(ImportFileError) {
        self.part = part
        source = try UTF8Source(try part.open(), file: part.name)
        let assembler = WXRAssembler(limits: limits)
        guard let stream = XMLStream(handler: assembler) else {
            throw .unreadable(file: part.name, reason: "not enough memory")
        }
        let mended = MendedText(file: part.name)
        assembler.place = { [unowned stream] in
            let tag = mended.mender.places.tag(before: stream.position)
            return FilePlace(file: part.name, line: tag.line, byte: tag.byte)
        }
        self.assembler = assembler
        self.stream = stream
        self.mended = mended
    }

    var lines: Int { mended.mender.line }
    var wholeItems: Int { assembler.wholeItems }

    var mendings: Mendings {
        var mendings = mended.mender.mendings
        for _ in 0..<source.invalidBytes {
            mendings.note(.invalidText, at: FilePlace(file: part.name, line: 1, byte: 0))
        }
        return mendings
    }

    /// Takes the next chunk; false at the end, or at a fault.
    mutating func step(_ body: (ExportRecord) throws -> Void) throws -> Bool {
        guard fault == nil else { return false }
        let isLast = takeChunk()
        for record in assembler.takeFinished() { try body(record) }
        return !isLast && fault == nil
    }

    /// Returns whether there was none.
    private mutating func takeChunk() -> Bool {
        do throws(ImportFileError) {
            let count = try source.fill(&buffer)
            bytes += count
            try mended.mender.take(buffer[..<count], isLast: count == 0)
            parse(isLast: count == 0)
            fault = assembler.fault ?? stream.fault.map { describe($0, isLast: count == 0) }
            return count == 0
        } catch {
            fault = error
            return true
        }
    }

    private func parse(isLast: Bool) {
        // Taken out first: places are looked up in the mender while the parser reads.
        let text = mended.mender.takeOutput()
        text.withUnsafeBufferPointer { stream.push($0) }
        if isLast { stream.finish() }
        mended.mender.places.forget(before: stream.position)
    }

    private func describe(_ fault: XMLStream.Fault, isLast: Bool) -> ImportFileError {
        let tag = mended.mender.places.tag(before: fault.position)
        let place = FilePlace(file: part.name, line: fault.line, byte: tag.byte + tag.distance)
        switch fault.kind {
        case .declarations: return .declarations(place)
        case .malformed where isLast:
            return .truncated(
                FilePlace(file: part.name, line: lines, byte: bytes), wholeItems: assembler.wholeItems)
        case .malformed(let message):
            return .malformed(place, message: message, wholeItems: assembler.wholeItems)
        }
    }
}
