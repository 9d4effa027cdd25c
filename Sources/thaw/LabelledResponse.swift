import Foundation
import Spam

/// One line of a file that `thaw spam evaluate` reads.
struct LabelledResponse: Decodable {
    let id: String
    let isSpam: Bool
    private let text: String
    private let author: String
    private let authorURL: String
    private let authorEmail: String
    private let address: String
    private let agent: String?
    private let time: Double?
    private let post: PostWords?

    /// Made anew each time: to read a text is part of judging it.
    var evidence: Evidence {
        var evidence = Evidence(text: text)
        evidence.author = author
        evidence.authorURL = authorURL
        evidence.authorEmail = authorEmail
        evidence.address = address
        evidence.agent = agent
        evidence.time = time
        evidence.post = post
        return evidence
    }

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
        self.text = try fields.decode(String.self, forKey: .text)
        author = try text(.author)
        authorURL = try text(.authorURL)
        authorEmail = try text(.authorEmail)
        address = try text(.ip)
        agent = try fields.decodeIfPresent(String.self, forKey: .userAgent)
        time = Self.time(try text(.date))
        let title = try text(.postTitle)
        post = title.isEmpty ? nil : PostWords(title: title, text: "")
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
