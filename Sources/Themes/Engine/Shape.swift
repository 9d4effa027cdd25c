/// What a template's compiler knows of a view: its fields, by name and position.
struct Shape: Sendable {
    let id: ObjectIdentifier
    let name: String
    let fields: [FieldDeclaration]

    init<Source: View>(of view: Source.Type) {
        id = ObjectIdentifier(view)
        name = String(describing: view)
        fields = Source.fields.map(\.declaration)
    }

    func slot(named name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

struct FieldDeclaration: Sendable {
    let name: String
    let kind: Kind
    let isOptional: Bool

    /// Inner shapes are made when they are asked for, since a view may hold views of its own kind (replies to a comment).
    enum Kind: Sendable {
        case text, url, html, script, flag
        case record(@Sendable () -> Shape)
        case list(@Sendable () -> Shape)
    }
}
