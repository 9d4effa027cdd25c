import Foundation
import HTTPTypes
import NIOCore

/// Reads a form with files (`multipart/form-data`, RFC 7578) as it arrives: fields into memory, files onto the disk.
struct MultipartReader {
    struct Limits {
        var fileBytes: Int
        var fieldBytes = 1 << 16
        var headBytes = 1 << 13
        var parts = 100
    }

    struct Form {
        var fields: [String: String] = [:]
        var files: [File] = []

        /// The file of the field `file`; nil where none came.
        var file: File? { files.first { $0.field == "file" && $0.bytes > 0 } }
    }

    struct File {
        /// The field's name.
        var field: String
        /// As the sender's machine calls it.
        var name: String
        var path: String
        var bytes = 0
    }

    private enum State { case head, field(String), file, over }

    private let delimiter: [UInt8]
    private let folder: String
    private let limits: Limits
    /// What was read and is not settled; the first delimiter has no line end before it, so one is put there.
    private var buffer: [UInt8] = [0x0D, 0x0A]
    private var state = State.head
    private var isBeforeFirst = true
    private var form = Form()
    private var value: [UInt8] = []
    private var output: FileHandle?

    /// Nil for what is no form with files.
    ///
    /// - Parameter folder: where files are put, named by their order.
    init?(contentType: String, folder: String, limits: Limits) {
        let parts = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.first?.lowercased() == "multipart/form-data",
            let boundary = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })?.dropFirst(9)
        else { return nil }
        let bare = boundary.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
        guard (1...70).contains(bare.utf8.count) else { return nil }
        delimiter = Array("\r\n--\(bare)".utf8)
        self.folder = folder
        self.limits = limits
    }

    /// Reads a whole form.
    ///
    /// - Throws: `Refusal` for what is no form with files, is broken, or too large.
    static func form(
        in body: some AsyncSequence<ByteBuffer, any Error>, contentType: String?, folder: String, limits: Limits
    ) async throws -> Form {
        guard var reader = MultipartReader(contentType: contentType ?? "", folder: folder, limits: limits) else {
            throw Refusal(.badRequest, "This takes a form with a file.")
        }
        return try await reader.read(body)
    }

    /// - Throws: `Refusal` for a form that is broken or too large.
    mutating func read(_ body: some AsyncSequence<ByteBuffer, any Error>) async throws -> Form {
        defer { try? output?.close() }
        for try await piece in body {
            buffer.append(contentsOf: piece.readableBytesView)
            try settle()
        }
        guard case .over = state else { throw Refusal(.badRequest, "The form did not arrive whole. Send it again.") }
        return form
    }

    private mutating func settle() throws {
        while true {
            if case .over = state {
                buffer.removeAll()
                return
            }
            if case .head = state, !isBeforeFirst {
                guard try readHead() else { return }
                continue
            }
            guard let start = buffer.firstIndex(of: delimiter) else {
                // The delimiter may have begun.
                let safe = max(0, buffer.count - delimiter.count + 1)
                try take(buffer[..<safe])
                buffer.removeSubrange(..<safe)
                return
            }
            guard buffer.count >= start + delimiter.count + 2 else { return }
            try take(buffer[..<start])
            try finishPart()
            isBeforeFirst = false
            let after = start + delimiter.count
            state = buffer[after] == UInt8(ascii: "-") && buffer[after + 1] == UInt8(ascii: "-") ? .over : .head
            buffer.removeSubrange(..<after)
        }
    }

    /// False where more has to come first.
    private mutating func readHead() throws -> Bool {
        guard let end = buffer.firstIndex(of: [0x0D, 0x0A, 0x0D, 0x0A]) else {
            guard buffer.count <= limits.headBytes else { throw Self.broken }
            return false
        }
        guard end <= limits.headBytes, form.files.count + form.fields.count < limits.parts else { throw Self.broken }
        let head = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(..<(end + 4))
        let disposition = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let field = Self.parameter("name", of: disposition) else { throw Self.broken }
        if let name = Self.parameter("filename", of: disposition) {
            let path = "\(folder)/\(form.files.count)"
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
                let handle = FileHandle(forWritingAtPath: path)
            else { throw Refusal(.internalServerError, "The file could not be kept. Try again later.") }
            output = handle
            form.files.append(File(field: field, name: name, path: path))
            state = .file
        } else {
            state = .field(field)
        }
        return true
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) throws {
        switch state {
        case .head, .over: break
        case .field:
            guard value.count + bytes.count <= limits.fieldBytes else {
                throw Refusal(.contentTooLarge, "A field of the form is longer than \(limits.fieldBytes) bytes.")
            }
            value += bytes
        case .file:
            let last = form.files.count - 1
            form.files[last].bytes += bytes.count
            guard form.files[last].bytes <= limits.fileBytes else {
                throw Refusal(
                    .contentTooLarge,
                    "The file is larger than \(limits.fileBytes) bytes, which is the most that is taken.")
            }
            try output?.write(contentsOf: bytes)
        }
    }

    private mutating func finishPart() throws {
        if case .field(let name) = state {
            form.fields[name] = String(decoding: value, as: UTF8.self)
            value = []
        }
        try output?.close()
        output = nil
    }

    /// Browsers write `"` as `%22` and line ends as `%0D%0A`; nothing else is escaped.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        guard let start = line.range(of: "; \(name)=\"", options: .caseInsensitive) else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "\"" }).replacing("%22", with: "\"")
    }

    private static let broken = Refusal(.badRequest, "The form could not be read.")
}

extension [UInt8] {
    fileprivate func firstIndex(of word: [UInt8]) -> Int? {
        guard count >= word.count, let first = word.first else { return nil }
        var index = 0
        while index <= count - word.count {
            guard let next = self[index...(count - word.count)].firstIndex(of: first) else { return nil }
            if self[next..<(next + word.count)].elementsEqual(word) { return next }
            index = next + 1
        }
        return nil
    }
}
