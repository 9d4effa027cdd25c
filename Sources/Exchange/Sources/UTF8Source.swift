import Glibc

/// Brings a file to UTF-8, if its byte order mark or its XML declaration says that it is written otherwise.
final class UTF8Source: ByteSource {
    private let base: any ByteSource
    private var head: [UInt8]
    private var converter: Converter?

    /// Bytes that the declared encoding does not have, each replaced by U+FFFD.
    var invalidBytes: Int { converter?.invalid ?? 0 }

    init(_ base: any ByteSource, file: String) throws(ImportFileError) {
        self.base = base
        head = try base.head(1024)
        guard let encoding = Self.encoding(head) else { return }
        converter = Converter(from: encoding)
        if converter == nil {
            throw .unsupportedEncoding(FilePlace(file: file, line: 1, byte: 0), name: encoding)
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportFileError) -> Int {
        guard buffer.count > 0 else { return 0 }
        guard let converter else { return try readBase(into: buffer) }
        while true {
            if let count = converter.convert(into: buffer) { return count }
            var chunk = head
            head = []
            if chunk.isEmpty { chunk = try base.head(32 << 10) }
            converter.add(chunk)
        }
    }

    private func readBase(into buffer: UnsafeMutableRawBufferPointer) throws(ImportFileError) -> Int {
        guard !head.isEmpty else { return try base.read(into: buffer) }
        let count = min(head.count, buffer.count)
        buffer.copyBytes(from: head.prefix(count))
        head.removeFirst(count)
        return count
    }

    /// The name of the encoding, or nil for UTF-8 and ASCII.
    private static func encoding(_ head: [UInt8]) -> String? {
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0, 0x3F, 0]) { return "UTF-16LE" }
        if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0, 0x3C, 0, 0x3F]) { return "UTF-16BE" }
        let text = String(decoding: head, as: UTF8.self)
        guard let declaration = text.firstMatch(of: /^\uFEFF?\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["'][^>]*\?>/)
        else { return nil }
        switch declaration.1.uppercased() {
        case "", "UTF-8", "UTF8", "US-ASCII", "ASCII": return nil
        // What calls itself Latin-1 on the web is this superset of it (https://encoding.spec.whatwg.org/#names-and-labels).
        case "ISO-8859-1", "LATIN1", "ISO8859-1": return "WINDOWS-1252"
        // Declared by a file whose bytes just showed that it is not.
        case "UTF-16", "UTF16", "UTF-16LE", "UTF-16BE": return nil
        default: return String(declaration.1)
        }
    }
}

/// The C library's converter.
private final class Converter {
    private let descriptor: iconv_t
    private var input: [UInt8] = []
    /// What of the input is converted.
    private var position = 0
    private var isComplete = false
    /// Bytes to pass over where they make no character.
    private let unit: Int
    private(set) var invalid = 0

    init?(from encoding: String) {
        // A slash would ask for the converter's own options.
        guard !encoding.contains("/"), let opened = iconv_open("UTF-8", encoding), opened != iconv_t(bitPattern: -1)
        else {
            return nil
        }
        descriptor = opened
        unit = encoding.hasPrefix("UTF-16") ? 2 : 1
    }

    deinit { iconv_close(descriptor) }

    /// No bytes mean that there are no more.
    func add(_ bytes: [UInt8]) {
        input.removeFirst(position)
        position = 0
        input.append(contentsOf: bytes)
        isComplete = bytes.isEmpty
    }

    /// How many bytes were put out; 0 at the end; nil if more input is needed.
    func convert(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        var written = 0
        while position < input.count {
            let (failure, taken, given) = step(into: UnsafeMutableRawBufferPointer(rebasing: buffer[written...]))
            position += taken
            written += given
            switch failure {
            case let code where code == EILSEQ || code == EINVAL && isComplete:
                guard buffer.count - written >= 3 else { return written }
                buffer[written...].copyBytes(from: [0xEF, 0xBF, 0xBD] as [UInt8])
                written += 3
                invalid += 1
                position += min(unit, input.count - position)
            case 0: break
            default: return written > 0 ? written : (failure == E2BIG ? 0 : nil)
            }
        }
        return written > 0 || isComplete ? written : nil
    }

    private func step(into buffer: UnsafeMutableRawBufferPointer) -> (failure: CInt, taken: Int, given: Int) {
        input.withUnsafeMutableBytes { input in
            let bytes = UnsafeMutableRawBufferPointer(rebasing: input[position...])
            var from = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            var fromLeft = bytes.count
            var into = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            var intoLeft = buffer.count
            let result = iconv(descriptor, &from, &fromLeft, &into, &intoLeft)
            return (result == -1 ? errno : 0, bytes.count - fromLeft, buffer.count - intoLeft)
        }
    }
}
