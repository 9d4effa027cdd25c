import Model

@testable import Themes

/// A view written out for theme makers: each name, what it is, and an example, indented as they lie in each other.
enum ViewExample {
    static func lines<Source: View>(of view: Source) -> [String] {
        lines(Record(view), Shape(of: Source.self), depth: 0)
    }

    private static func lines(_ record: Record, _ shape: Shape, depth: Int) -> [String] {
        zip(shape.fields, record.slots).flatMap { field, value -> [String] in
            let name = String(repeating: "  ", count: depth) + field.name
            let line = padded(name, to: 28) + padded(kind(of: field), to: 10) + example(value)
            let head = String(line.reversed().drop { $0 == " " }.reversed())
            return [head] + inner(field, value, depth: depth + 1)
        }
    }

    /// Of a list, its first element stands for all.
    private static func inner(_ field: FieldDeclaration, _ value: Value, depth: Int) -> [String] {
        switch (field.kind, value) {
        case (.record(let shape), .record(let record)): lines(record, shape(), depth: depth)
        case (.list(let shape), .list(let records)): records.first.map { lines($0, shape(), depth: depth) } ?? []
        default: []
        }
    }

    private static func kind(of field: FieldDeclaration) -> String {
        let name =
            switch field.kind {
            case .text: "text"
            case .url: "address"
            case .html: "HTML"
            case .script: "JSON"
            case .flag: "flag"
            case .record: "record"
            case .list: "list"
            }
        return field.isOptional ? name + "?" : name
    }

    private static func example(_ value: Value) -> String {
        switch value {
        case .absent: "–"
        case .flag(let isSet): isSet ? "yes" : "no"
        case .text(let text): text
        case .html(let html): html.markup
        case .script: "{…}"
        case .record: ""
        case .list(let records): records.count == 1 ? "1 element" : "\(records.count) elements"
        }
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
