import Foundation
import Model

/// Reads a form field by field, and notes beside each what is wrong with it.
struct CheckedFields {
    private let fields: FormFields
    private(set) var faults: [String: String] = [:]

    init(_ fields: FormFields) { self.fields = fields }

    var isRight: Bool { faults.isEmpty }

    func isTicked(_ name: String) -> Bool { fields.has(name) }

    /// As it was typed.
    func raw(_ name: String) -> String { fields.first(name) }

    mutating func note(_ fault: String, at name: String) {
        faults[name] = faults[name] ?? fault
    }

    /// One line without blanks around it.
    ///
    /// - Parameters:
    ///   - limit: of characters.
    ///   - missing: what to say of an empty one; nil where it may be.
    mutating func line(_ name: String, limit: Int = 200, missing: String? = nil) -> String {
        let line = fields.first(name).split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
        if line.isEmpty, let missing { note(missing, at: name) }
        if line.count > limit { note("These are \(line.count) characters; up to \(limit) are taken.", at: name) }
        return line
    }

    mutating func number(_ name: String, in range: ClosedRange<Int>) -> Int {
        let text = fields.first(name).filter { !$0.isWhitespace }
        guard let number = Int(text), range.contains(number) else {
            note("A number from \(range.lowerBound) to \(range.upperBound).", at: name)
            return range.lowerBound
        }
        return number
    }

    /// Nil for an empty field.
    mutating func optionalNumber(_ name: String, in range: ClosedRange<Int>) -> Int? {
        fields.first(name).allSatisfy(\.isWhitespace) ? nil : number(name, in: range)
    }

    /// What stands on each line, without blanks around it; empty lines are left out.
    func lines(_ name: String) -> [String] {
        fields.first(name).split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
    }

    /// One of those that were offered.
    mutating func choice(_ name: String, of choices: some Sequence<String>) -> String {
        let value = fields.first(name)
        if !choices.contains(value) { note("Choose one of these.", at: name) }
        return value
    }
}
