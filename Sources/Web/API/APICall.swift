import Accounts
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Publishing
import Store

/// One call of a program, in the name of the person who gave it a token.
struct APICall: Sendable {
    let request: Request
    let context: WebContext
    let services: SiteServices
    let account: Account
    let now: Instant
    /// What was sent, checked by the route's schema; null where nothing is taken.
    let body: JSONValue

    var writer: Writer { Writer(account) }

    var actor: String { writer.actor }

    /// The number in the path.
    var number: Int64 {
        get throws {
            guard let number = context.parameters.get("number", as: Int64.self) else { throw APIProblem.notFound }
            return number
        }
    }

    func query(_ name: String) -> String? {
        let value = FormFields(query: request.uri.query).first(name)
        return value.isEmpty ? nil : value
    }

    /// How many items of a list are wanted.
    var limit: Int {
        get throws {
            guard let text = query("limit") else { return 20 }
            guard let limit = Int(text), (1...100).contains(limit) else {
                throw APIProblem(.badRequest, "limit is a number from 1 to 100.")
            }
            return limit
        }
    }

    /// Where the page before ended, as its `next` said it.
    var cursor: String? {
        get throws {
            guard let text = query("cursor") else { return nil }
            guard let data = Data(base64Encoded: text), let cursor = String(data: data, encoding: .utf8) else {
                throw APIProblem(.badRequest, "cursor is what “next” of another answer says.")
            }
            return cursor
        }
    }

    /// - Throws: `APIProblem` (412) where the caller knew another state than `current`.
    func requireMatch(_ current: JSONValue) throws {
        guard let wanted = request.headers[.ifMatch], wanted != "*" else { return }
        let tags = wanted.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
        guard tags.contains(current.entityTag) else {
            throw APIProblem(.preconditionFailed, "It was changed since; read it again.")
        }
    }

    /// Words of the role, where it does not include something.
    func require(_ permission: Permission) throws {
        guard account.role.may(permission) else {
            throw APIProblem(.forbidden, "The role of \(account.displayName) on this site does not include this.")
        }
    }
}

/// What a call comes to.
struct APIAnswer: Sendable {
    var status = HTTPResponse.Status.ok
    /// Nil for no content.
    var json: JSONValue?
    var location: String?

    static let gone = APIAnswer(status: .noContent)

    /// - Parameter next: of the last item; nil behind the end.
    static func list(_ items: [JSONValue], next: String?) -> APIAnswer {
        APIAnswer(json: ["items": .array(items), "next": JSONValue(next.map { Data($0.utf8).base64EncodedString() })])
    }

    static func made(_ json: JSONValue, at path: String) -> APIAnswer {
        APIAnswer(status: .created, json: json, location: path)
    }
}

extension JSONValue {
    /// The same value always as the same bytes.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { Array($0) } ?? []
    }

    var entityTag: String { Self.tag(of: bytes) }

    static func tag(of bytes: [UInt8]) -> String { "\"\(SHA256.hash(data: bytes).prefix(8).hexadecimal)\"" }
}
