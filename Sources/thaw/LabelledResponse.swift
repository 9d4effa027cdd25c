import Foundation
import Spam

/// One line of a file that `thaw spam evaluate` reads.
struct LabelledResponse: Decodable {
    let id: String
    let isSpam: Bool
    let evidence: Evidence

    private enum Key: String, CodingKey {
        case id, label, text, author, ip, date
        case authorURL = "author_url"
        case authorEmail = "author_email"
        case userAgent = "user_agent"
        case postTitle = "post_title"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        func text(_ key: Key) throws -> String { try fields.decodeIfPresent(String.self, forKey: key) ?? "" }
        if let number = try? fields.decode(Int.self, forKey: .id) {
            id = String(number)
        } else {
            id = try fields.decode(String.self, forKey: .id)
        }
        if let label = try? fields.decode(Int.self, forKey: .label) {
            guard label == 0 || label == 1 else { throw Self.unknown(label, fields) }
            isSpam = label == 1
        } else if let label = try? fields.decode(Bool.self, forKey: .label) {
            isSpam = label
        } else {
            let label = try fields.decode(String.self, forKey: .label)
            guard label == "spam" || label == "ham" else { throw Self.unknown(label, fields) }
            isSpam = label == "spam"
        }
        var evidence = Evidence(text: try fields.decode(String.self, forKey: .text))
        evidence.author = try text(.author)
        evidence.authorURL = try text(.authorURL)
        evidence.authorEmail = try text(.authorEmail)
        evidence.address = try text(.ip)
        evidence.agent = try fields.decodeIfPresent(String.self, forKey: .userAgent)
        evidence.time = Self.time(try text(.date))
        let title = try text(.postTitle)
        if !title.isEmpty { evidence.post = PostWords(title: title, text: "") }
        self.evidence = evidence
    }

    /// Of `2026-02-25T10:20:30`, in UTC, or with a zone or a fraction of a second; nil for what is no date.
    private static func time(_ text: String) -> Double? {
        let instant =
            text.hasSuffix("Z") || text.dropFirst(19).contains(where: { "+-".contains($0) }) ? text : text + "Z"
        let parsed =
            (try? Date(instant, strategy: Date.ISO8601FormatStyle()))
            ?? (try? Date(instant, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
        return parsed?.timeIntervalSince1970
    }

    private static func unknown(_ label: some Any, _ fields: KeyedDecodingContainer<Key>) -> DecodingError {
        .dataCorruptedError(forKey: .label, in: fields, debugDescription: "“\(label)” is neither spam nor ham")
    }

    /// - Throws: `Failure` that names the line.
    static func read(_ file: String) throws -> [LabelledResponse] {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw Failure("\(file) cannot be read: \(error.localizedDescription)", exitCode: 2)
        }
        let decoder = JSONDecoder()
        return try data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
            .filter { _, line in !line.allSatisfy { $0 <= 0x20 } }
            .map { number, line in
                do {
                    return try decoder.decode(LabelledResponse.self, from: line)
                } catch {
                    throw Failure("\(file):\(number + 1): \(Self.explain(error))", exitCode: 2)
                }
            }
    }

    private static func explain(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "“\(key.stringValue)” is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "“\(context.codingPath.last?.stringValue ?? "")” is of the wrong kind"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? "not a JSON object" : context.debugDescription
        default: "not a JSON object"
        }
    }
}
