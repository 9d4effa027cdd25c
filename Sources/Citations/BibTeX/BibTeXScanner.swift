/// Finds the entries of a file. What stands between them is a comment, as BibTeX has it.
struct BibTeXScanner {
    private let bytes: [UInt8]
    private let limits: ReferenceLimits
    private let lines: LinePlaces
    private var position = 0
    private var macros = Self.months

    private(set) var entries: [BibTeXEntry] = []
    private(set) var faults: [ReferenceFault] = []

    private static let months = [
        "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June",
        "jul": "July", "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
    ]

    /// Bytes that macros became: macros of macros grow without end.
    private var expanded = 0

    init(_ bytes: [UInt8], limits: ReferenceLimits) {
        self.bytes = bytes
        self.limits = limits
        lines = LinePlaces(bytes)
    }

    /// A fault, with where it is in bytes.
    private struct Fault: Error {
        let position: Int
        let kind: ReferenceFault.Kind
    }

    /// - Throws: Where there are more entries, or faults, than the limits allow, or macros make too much of it.
    mutating func scan() throws(ReferenceFault) {
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "@")) {
            position = start + 1
            var key: String?
            do throws(Fault) { try command(at: start, key: &key) } catch {
                faults.append(ReferenceFault(lines.place(error.position, key: key), error.kind))
                position = nextLine(after: start)
            }
            guard expanded <= limits.bytes else { throw ReferenceFault(.file, .tooLarge(limits.bytes)) }
            guard entries.count + faults.count <= limits.items else {
                throw ReferenceFault(.file, .tooMany(limits.items))
            }
        }
    }

    /// The next line that begins with an `@`: behind a fault nothing else is certain.
    private func nextLine(after start: Int) -> Int {
        var isHead = false
        for index in bytes[(start + 1)...].indices {
            switch bytes[index] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isHead = true
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            case UInt8(ascii: "@") where isHead: return index
            default: isHead = false
            }
        }
        return bytes.count
    }

    // MARK: Commands

    private mutating func command(at start: Int, key: inout String?) throws(Fault) {
        skipBlanks()
        let type = word().lowercased()
        skipBlanks()
        // `@` in a comment, an address perhaps.
        guard !type.isEmpty, let opening = next, opening == UInt8(ascii: "{") || opening == UInt8(ascii: "(") else {
            return
        }
        let closing = opening == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
        switch type {
        case "comment":
            if opening == UInt8(ascii: "{") { _ = try braced() }
        case "preamble":
            position += 1
            _ = try value()
            try take(closing, "the end of @preamble")
        case "string":
            position += 1
            let (name, value) = try field()
            try take(closing, "the end of @string")
            macros[name] = value
        default:
            position += 1
            key = try entryKey(closing)
            guard let name = key else { return }
            entries.append(
                BibTeXEntry(type: type, key: name, fields: try fields(until: closing), position: start))
        }
    }

    private mutating func entryKey(_ closing: UInt8) throws(Fault) -> String {
        skipBlanks()
        let start = position
        while let byte = next, byte != UInt8(ascii: ","), byte != closing, byte != UInt8(ascii: "\n") { position += 1 }
        var key = String(decoding: bytes[start..<position], as: UTF8.self)[...]
        while key.last?.isWhitespace == true { key.removeLast() }
        guard !key.isEmpty, !key.contains("=") || next != UInt8(ascii: "\n") else {
            throw Fault(position: start, kind: .expected("a key"))
        }
        guard CitationKey.isValid(String(key)) else { throw Fault(position: start, kind: .notAKey(String(key))) }
        return String(key)
    }

    private mutating func fields(until closing: UInt8) throws(Fault) -> [String: String] {
        var fields: [String: String] = [:]
        while true {
            skipBlanks()
            if next == closing {
                position += 1
                return fields
            }
            try take(UInt8(ascii: ","), "a comma or the end of the entry")
            skipBlanks()
            if next == closing || next == UInt8(ascii: ",") { continue }
            let (name, value) = try field()
            fields[name] = fields[name] ?? value
        }
    }

    private mutating func field() throws(Fault) -> (name: String, value: String) {
        skipBlanks()
        let start = position
        let name = word().lowercased()
        guard !name.isEmpty else { throw Fault(position: start, kind: .expected("the name of a field")) }
        try take(UInt8(ascii: "="), "“=” behind \(name)")
        return (name, try value())
    }

    // MARK: Values

    private mutating func value() throws(Fault) -> String {
        var value = ""
        while true {
            skipBlanks()
            let start = position
            switch next {
            case UInt8(ascii: "{"): value += try braced()
            case UInt8(ascii: "\""): value += try quoted()
            default:
                let name = word()
                guard !name.isEmpty else { throw Fault(position: start, kind: .expected("a value")) }
                let text = macros[name.lowercased()] ?? name
                expanded += text.utf8.count
                guard expanded <= limits.bytes else { throw Fault(position: start, kind: .tooLarge(limits.bytes)) }
                value += text
            }
            skipBlanks()
            guard next == UInt8(ascii: "#") else { return value }
            position += 1
        }
    }

    /// From brace to brace. A backslash before one changes nothing, as in BibTeX.
    private mutating func braced() throws(Fault) -> String {
        let start = position
        var depth = 0
        while let byte = next {
            position += 1
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self) }
            if depth > limits.nesting { throw Fault(position: position - 1, kind: .tooDeep(limits.nesting)) }
        }
        throw Fault(position: start, kind: .unclosed)
    }

    /// Quotation marks within braces are part of it.
    private mutating func quoted() throws(Fault) -> String {
        let start = position
        position += 1
        var depth = 0
        while let byte = next {
            position += 1
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth < 0 { break }
            if depth == 0, byte == UInt8(ascii: "\"") {
                return String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self)
            }
            if depth > limits.nesting { throw Fault(position: position - 1, kind: .tooDeep(limits.nesting)) }
        }
        throw Fault(position: start, kind: .unclosed)
    }

    // MARK: Bytes

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8, _ what: String) throws(Fault) {
        skipBlanks()
        guard next == byte else { throw Fault(position: position, kind: .expected(what)) }
        position += 1
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 32 || (9...13).contains(byte) { position += 1 }
    }

    /// Letters, digits and marks that have no meaning of their own.
    private mutating func word() -> String {
        let start = position
        while let byte = next, byte > 32, byte != 127, !Self.marks.contains(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static let marks = Set("\"#%'(),={}@\\".utf8)
}
