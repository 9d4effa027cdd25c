package import Model

/// Reads one item of CSL-JSON.
struct CSLItem {
    private let number: Int
    private let value: JSONValue
    private var key: String?

    init(number: Int, _ value: JSONValue) {
        self.number = number
        self.value = value
        key = CSLValue.text(value["id"])
    }

    func reference() throws(ReferenceFault) -> Reference {
        guard var rest = value.members else { throw fault(nil, .expected("an item")) }
        guard let key else { throw fault("id", .missing) }
        guard CitationKey.isValid(key) else { throw fault("id", .notAKey(key)) }
        var reference = Reference(key: key, type: .document)
        if let type = try text("type", rest.removeValue(forKey: "type")) {
            reference.type = ReferenceType(rawValue: type)
        }
        rest["id"] = nil
        for (name, path) in Reference.texts {
            reference[keyPath: path] = try text(name, rest.removeValue(forKey: name))
        }
        for (name, path) in Reference.formerTexts where reference[keyPath: path] == nil {
            reference[keyPath: path] = try text(name, rest.removeValue(forKey: name))
        }
        for (name, path) in Reference.names {
            guard let list = rest.removeValue(forKey: name), list != .null else { continue }
            reference[keyPath: path] = try at(name) { () throws(ReferenceFault.Kind) in try CSLValue.names(list) }
        }
        for (name, path) in Reference.dates {
            guard let date = rest.removeValue(forKey: name), date != .null else { continue }
            reference[keyPath: path] = try at(name) { () throws(ReferenceFault.Kind) in try ReferenceDate(csl: date) }
        }
        reference.rest = rest
        return reference
    }

    /// Nil where there is nothing, or an empty text.
    private func text(_ name: String, _ value: JSONValue?) throws(ReferenceFault) -> String? {
        guard let value, value != .null else { return nil }
        guard let text = CSLValue.text(value) else { throw fault(name, .expected("a text")) }
        return text.isEmpty ? nil : text
    }

    private func at<Value>(
        _ field: String, _ read: () throws(ReferenceFault.Kind) -> Value
    ) throws(ReferenceFault) -> Value {
        do { return try read() } catch { throw fault(field, error) }
    }

    private func fault(_ field: String?, _ kind: ReferenceFault.Kind) -> ReferenceFault {
        ReferenceFault(.item(number, key: key, field: field), kind)
    }
}

extension Reference {
    /// An item of CSL-JSON.
    package var cslItem: JSONValue {
        var members = rest
        members["id"] = .string(key)
        members["type"] = .string(type.rawValue)
        for (name, path) in Self.texts { self[keyPath: path].map { members[name] = .string($0) } }
        for (name, path) in Self.names where !self[keyPath: path].isEmpty {
            members[name] = .array(self[keyPath: path].map(\.cslName))
        }
        for (name, path) in Self.dates { self[keyPath: path].map { members[name] = $0.cslDate } }
        return .object(members)
    }
}
