package import Model

/// What a template prints or goes through: one node of the tree that a view becomes before it is rendered.
package enum Value: Sendable {
    case absent
    case flag(Bool)
    case text(String)
    case html(SafeHTML)
    case script(ScriptJSON)
    case record(Record)
    case list([Record])
}

/// A view's values in the order of its fields: a compiled template reaches them by position.
package struct Record: Sendable {
    let slots: [Value]

    package init<Source: View>(_ view: Source) {
        slots = Source.fields.map { $0.read(view) }
    }
}
