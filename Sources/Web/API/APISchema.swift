package import Model

/// What a JSON object of the interface holds. The document says it, what is sent is checked by it, and the tests hold what
/// is answered against it.
package struct APISchema: Sendable {
    package indirect enum Kind: Hashable, Sendable {
        case string
        /// One of these.
        case choice([String])
        case integer
        case boolean
        case array(Kind)
        /// An object of any members.
        case object
        /// The schema of this name.
        case reference(String)
    }

    package struct Field: Sendable {
        let name: String
        let kind: Kind
        let note: String
        let isRequired: Bool
        let isNullable: Bool

        init(_ name: String, _ kind: Kind, _ note: String = "", isRequired: Bool = true, isNullable: Bool = false) {
            self.name = name
            self.kind = kind
            self.note = note
            self.isRequired = isRequired
            self.isNullable = isNullable
        }
    }

    package let name: String
    let fields: [Field]

    init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
    }

    /// The same with every field left out as one likes: what a change takes.
    func optional(_ name: String) -> APISchema {
        APISchema(name, fields.map { Field($0.name, $0.kind, $0.note, isRequired: false, isNullable: $0.isNullable) })
    }

    /// What is wrong with a value, by the name of the field.
    package func faults(of value: JSONValue, among schemas: [APISchema]) -> [APIProblem.Fault] {
        guard let members = value.members else { return [APIProblem.Fault("", "This is no object.")] }
        let unknown = Set(members.keys).subtracting(fields.map(\.name)).sorted()
        return fields.flatMap { field -> [APIProblem.Fault] in
            guard let member = members[field.name] else {
                return field.isRequired ? [APIProblem.Fault(field.name, "This is missing.")] : []
            }
            if field.isNullable, member == .null { return [] }
            return Self.faults(of: member, as: field.kind, at: field.name, among: schemas)
        } + unknown.map { APIProblem.Fault($0, "There is no such field.") }
    }

    private static func faults(
        of value: JSONValue, as kind: Kind, at name: String, among schemas: [APISchema]
    ) -> [APIProblem.Fault] {
        switch (kind, value) {
        case (.string, .string), (.integer, .integer), (.boolean, .bool), (.object, .object): return []
        case (.choice(let choices), .string(let text)):
            return choices.contains(text)
                ? [] : [APIProblem.Fault(name, "It is one of \(choices.joined(separator: ", ")).")]
        case (.array(let element), .array(let elements)):
            return elements.enumerated().flatMap { faults(of: $1, as: element, at: "\(name)[\($0)]", among: schemas) }
        case (.reference(let other), _):
            let faults = schemas.first { $0.name == other }?.faults(of: value, among: schemas) ?? []
            return faults.map { APIProblem.Fault($0.field.isEmpty ? name : "\(name).\($0.field)", $0.detail) }
        default: return [APIProblem.Fault(name, "This is not of the kind \(kind.word).")]
        }
    }

    /// As JSON Schema (2020-12), which OpenAPI 3.1 takes.
    var json: JSONValue {
        [
            "type": "object", "additionalProperties": false,
            "required": .array(fields.filter(\.isRequired).map { .string($0.name) }),
            "properties": .object(Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.json) })),
        ]
    }
}

extension APISchema.Kind {
    fileprivate var word: String {
        switch self {
        case .string, .choice: "string"
        case .integer: "integer"
        case .boolean: "boolean"
        case .array: "array"
        case .reference, .object: "object"
        }
    }

    var json: [String: JSONValue] {
        switch self {
        case .string, .integer, .boolean, .object: ["type": .string(word)]
        case .choice(let choices): ["type": "string", "enum": .array(choices.map { .string($0) })]
        case .array(let element): ["type": "array", "items": .object(element.json)]
        case .reference(let name): ["$ref": .string("#/components/schemas/\(name)")]
        }
    }
}

extension APISchema.Field {
    fileprivate var json: JSONValue {
        var json = kind.json
        if isNullable {
            if case .reference = kind {
                json = ["oneOf": [.object(json), ["type": "null"]]]
            } else {
                json["type"] = [json["type"] ?? "string", "null"]
                // An enumeration that may be null names it.
                if let choices = json["enum"]?.elements { json["enum"] = .array(choices + [.null]) }
            }
        }
        if !note.isEmpty { json["description"] = .string(note) }
        return .object(json)
    }
}
