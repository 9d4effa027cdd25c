package import Model

/// A plain struct that templates may see, with the one list that says both what its fields are called and how they
/// are read, so that schema and values cannot differ.
package protocol View: Sendable {
    static var fields: [Field<Self>] { get }
}

/// A view that fills a page by itself.
package protocol PageView: View {
    /// The template's name, without its ending.
    static var template: String { get }
}

/// One name of a view, with its kind.
package struct Field<Source: View>: Sendable {
    let declaration: FieldDeclaration
    let read: @Sendable (Source) -> Value

    private init(
        _ name: String, _ kind: FieldDeclaration.Kind, isOptional: Bool = false,
        read: @escaping @Sendable (Source) -> Value
    ) {
        declaration = FieldDeclaration(name: name, kind: kind, isOptional: isOptional)
        self.read = read
    }

    /// Plain text, always there. It is escaped; a section over it is an error.
    package static func text(_ name: String, _ read: @escaping @Sendable (Source) -> String) -> Self {
        Self(name, .text) { .text(read($0)) }
    }

    /// Plain text that may be missing. An empty text counts as missing.
    package static func optionalText(_ name: String, _ read: @escaping @Sendable (Source) -> String?) -> Self {
        Self(name, .text, isOptional: true) { view in
            if let text = read(view), !text.isEmpty { .text(text) } else { .absent }
        }
    }

    package static func url(_ name: String, _ read: @escaping @Sendable (Source) -> SafeURL) -> Self {
        Self(name, .url) { .text(read($0).text) }
    }

    package static func optionalURL(_ name: String, _ read: @escaping @Sendable (Source) -> SafeURL?) -> Self {
        Self(name, .url, isOptional: true) { view in read(view).map { .text($0.text) } ?? .absent }
    }

    /// Printed as it is, with `{{{name}}}` only.
    package static func html(_ name: String, _ read: @escaping @Sendable (Source) -> SafeHTML) -> Self {
        Self(name, .html) { .html(read($0)) }
    }

    /// HTML that may be missing. Empty markup counts as missing.
    package static func optionalHTML(_ name: String, _ read: @escaping @Sendable (Source) -> SafeHTML?) -> Self {
        Self(name, .html, isOptional: true) { view in
            if let html = read(view), !html.isEmpty { .html(html) } else { .absent }
        }
    }

    package static func optionalScript(_ name: String, _ read: @escaping @Sendable (Source) -> ScriptJSON?) -> Self {
        Self(name, .script, isOptional: true) { view in read(view).map(Value.script) ?? .absent }
    }

    package static func flag(_ name: String, _ read: @escaping @Sendable (Source) -> Bool) -> Self {
        Self(name, .flag) { .flag(read($0)) }
    }

    package static func record<Inner: View>(_ name: String, _ read: @escaping @Sendable (Source) -> Inner) -> Self {
        Self(name, .record { Shape(of: Inner.self) }) { .record(Record(read($0))) }
    }

    package static func optionalRecord<Inner: View>(
        _ name: String, _ read: @escaping @Sendable (Source) -> Inner?
    ) -> Self {
        Self(name, .record { Shape(of: Inner.self) }, isOptional: true) { view in
            read(view).map { .record(Record($0)) } ?? .absent
        }
    }

    package static func list<Inner: View>(_ name: String, _ read: @escaping @Sendable (Source) -> [Inner]) -> Self {
        Self(name, .list { Shape(of: Inner.self) }) { .list(read($0).map { Record($0) }) }
    }
}
