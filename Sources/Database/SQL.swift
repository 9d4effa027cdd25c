/// A statement with its values apart: `\(value)` becomes a bound parameter `$n`, never text.
///
/// ```swift
/// let sql: SQL = "SELECT title FROM post WHERE site_id = \(site) AND number = \(number)"
/// ```
/// `\(raw:)` takes a literal only, for what cannot be bound (a column list shared by several queries).
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    package var text: String
    package var values: [Value]

    package init(stringLiteral text: StaticString) {
        self.text = text.description
        values = []
    }

    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [Value] = []

        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity + 4) }

        package mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

        package mutating func appendInterpolation(_ value: some SQLValue) { append(value.sqlValue) }

        package mutating func appendInterpolation(_ value: (some SQLValue)?) { append(value?.sqlValue ?? .null) }

        /// A parenthesised list of parameters, for `IN`; an empty one matches nothing (`(NULL)`).
        package mutating func appendInterpolation(list values: [some SQLValue]) {
            text += "("
            if values.isEmpty { text += "NULL" }
            for (index, value) in values.enumerated() {
                if index > 0 { text += ", " }
                append(value.sqlValue)
            }
            text += ")"
        }

        package mutating func appendInterpolation(raw literal: StaticString) { text += literal.description }

        private mutating func append(_ value: Value) {
            values.append(value)
            text += "$\(values.count)"
        }
    }

    package enum Value: Hashable, Sendable {
        case null
        case integer(Int64)
        case text(String)
        case bytes([UInt8])
    }
}

/// What can be bound to a statement.
package protocol SQLValue {
    var sqlValue: SQL.Value { get }
}

extension Int64: SQLValue {
    package var sqlValue: SQL.Value { .integer(self) }
}

extension Int: SQLValue {
    package var sqlValue: SQL.Value { .integer(Int64(self)) }
}

/// Stored as 0 or 1: compare with `= 1`.
extension Bool: SQLValue {
    package var sqlValue: SQL.Value { .integer(self ? 1 : 0) }
}

extension String: SQLValue {
    package var sqlValue: SQL.Value { .text(self) }
}

extension [UInt8]: SQLValue {
    package var sqlValue: SQL.Value { .bytes(self) }
}
