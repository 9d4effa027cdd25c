import Model

/// Values of fields, as lenient as programs that write CSL-JSON are.
enum CSLValue {
    /// A text, or a number as one.
    static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .null, .bool, .array, .object: nil
        }
    }

    /// A number, or a text that is one.
    static func integer(_ value: JSONValue) -> Int? {
        switch value {
        case .integer(let number): Int(number)
        case .number(let number): Int(exactly: number)
        case .string(let text): Int(text)
        case .null, .bool, .array, .object: nil
        }
    }

    static func names(_ value: JSONValue) throws(ReferenceFault.Kind) -> [ReferenceName] {
        guard let elements = value.elements else { throw .expected("a list of names") }
        var names: [ReferenceName] = []
        for element in elements { names.append(try ReferenceName(csl: element)) }
        return names
    }
}

extension ReferenceName {
    /// A text alone is an organisation's name.
    fileprivate init(csl value: JSONValue) throws(ReferenceFault.Kind) {
        self.init(literal: value.text)
        if literal != nil { return }
        guard var rest = value.members else { throw .expected("a name") }
        for (name, path) in Self.parts {
            guard let part = rest.removeValue(forKey: name), part != .null else { continue }
            guard let text = CSLValue.text(part) else { throw .expected("a text as \(name)") }
            self[keyPath: path] = text.isEmpty ? nil : text
        }
        guard Self.parts.contains(where: { self[keyPath: $0.path] != nil }) else { throw .expected("a name") }
        self.rest = rest
    }

    var cslName: JSONValue {
        var members = rest
        for (name, path) in Self.parts { self[keyPath: path].map { members[name] = .string($0) } }
        return .object(members)
    }
}
