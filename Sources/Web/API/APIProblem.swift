import Citations
import Conversation
import HTTPTypes
import Hummingbird
import Model
import Publishing

/// Why a call was not done, as problem details (RFC 9457).
package struct APIProblem: Error, Sendable {
    /// What is wrong with one field.
    package struct Fault: Hashable, Sendable {
        package let field: String
        package let detail: String

        init(_ field: String, _ detail: String) {
            self.field = field
            self.detail = detail
        }
    }

    let status: HTTPResponse.Status
    let detail: String
    var faults: [Fault] = []

    init(_ status: HTTPResponse.Status, _ detail: String, faults: [Fault] = []) {
        self.status = status
        self.detail = detail
        self.faults = faults
    }

    static let notFound = APIProblem(.notFound, "There is nothing of this number.")

    /// What the use cases say; nil for an error of which nobody outside should hear.
    init?(_ error: any Error) {
        switch error {
        case let known as APIProblem: self = known
        case let known as Refusal: self.init(known.status, known.sentence)
        // A body that is too large, among others.
        case let known as any HTTPResponseError: self.init(known.status, known.status.reasonPhrase)
        case let fault as WritingFault: self.init(fault.status, fault.description)
        case let fault as MediumFault: self.init(.unprocessableContent, fault.description)
        case let fault as ReferenceFault: self.init(.unprocessableContent, "\(fault)")
        case SourceFault.noSuchSource: self = .notFound
        case let fault as SourceFault: self.init(.unprocessableContent, fault.description)
        case let fault as TermFault: self.init(.unprocessableContent, fault.sentence)
        case is ReplyRefusal:
            self.init(.unprocessableContent, "The text is missing, too long, or answers what is gone.")
        default: return nil
        }
    }

    static let schema = APISchema(
        "Problem",
        [
            .init("type", .string, "about:blank"), .init("title", .string), .init("status", .integer),
            .init("detail", .string),
            .init("errors", .array(.reference("FieldError")), "What is wrong with each field.", isRequired: false),
        ])
    static let faultSchema = APISchema("FieldError", [.init("field", .string), .init("detail", .string)])

    var json: JSONValue {
        var members: [String: JSONValue] = [
            "type": "about:blank", "title": .string(status.reasonPhrase), "status": .integer(Int64(status.code)),
            "detail": .string(detail),
        ]
        if !faults.isEmpty {
            members["errors"] = .array(faults.map { ["field": .string($0.field), "detail": .string($0.detail)] })
        }
        return .object(members)
    }
}

extension TermFault {
    fileprivate var sentence: String {
        switch self {
        case .noSuchTerm: "There is no such term."
        case .nameMissing: "The name is missing."
        case .slugMissing: "The slug needs a letter or a digit."
        case .slugTaken(let name): "“\(name)” has this slug."
        case .loop: "It cannot stand under itself."
        case .isDefault: "Posts without a category stand here. Choose another for that first."
        }
    }
}
