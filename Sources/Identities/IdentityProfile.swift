import Foundation
package import Model

/// Who somebody is at a provider, in its words.
package struct IdentityProfile: Hashable, Sendable {
    /// With the issuer, the only thing that stays the same.
    package var issuer: String
    package var subject: String
    package var name = ""
    package var handle = ""
    /// An address of the web, or empty.
    package var website = ""
    package var picture = ""
    /// Only where the provider says that it is theirs; else empty.
    package var email = ""

    package init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }

    /// Nil where nobody is named.
    package init?(_ value: JSONValue, issuer: String, fields: ProfileFields) {
        guard let subject = value.first(fields.subject), subject.utf8.count <= 255 else { return nil }
        self.init(issuer: issuer, subject: subject)
        name = Self.line(value.first(fields.name))
        handle = Self.line(value.first(fields.handle))
        website = Self.address(value.first(fields.website))
        picture = Self.address(value.first(fields.picture))
        if fields.isEmailVerified.contains(where: { value.at($0).isYes }) {
            email = Self.line(value.first(fields.email))
        }
    }

    private static func line(_ text: String?) -> String {
        let scalars = (text ?? "").unicodeScalars.map { scalar -> Unicode.Scalar in
            let category = scalar.properties.generalCategory
            return category == .control || category == .format || category == .lineSeparator
                || category == .paragraphSeparator ? " " : scalar
        }
        var line = String.UnicodeScalarView()
        line.append(contentsOf: scalars.prefix(nameLength))
        return String(line).trimmingCharacters(in: .whitespaces)
    }

    private static func address(_ text: String?) -> String {
        guard let text, !text.isEmpty, text.utf8.count <= 1000 else { return "" }
        let whole = text.contains("://") ? text : "https://" + text
        return whole.isWebAddress ? whole : ""
    }

    private static let nameLength = 245
}

extension JSONValue {
    /// By names with dots between.
    func at(_ path: String) -> JSONValue {
        path.split(separator: ".").reduce(self) { value, name in value[String(name)] }
    }

    /// The first of these that is there and not empty. Numbers are written as digits.
    func first(_ paths: [String]) -> String? {
        for path in paths {
            let value = at(path)
            if let text = value.text, !text.isEmpty { return text }
            if let number = value.integer { return String(number) }
        }
        return nil
    }

    fileprivate var isYes: Bool { truth ?? (text == "true") }
}
