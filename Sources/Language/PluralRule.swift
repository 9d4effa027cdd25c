/// The plural categories of Unicode CLDR (version 46), for whole numbers.
package enum PluralCategory: String, Hashable, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}

/// Which category a number belongs to in one language.
package struct PluralRule: Sendable {
    /// Every category that the rule can name.
    package let categories: Set<PluralCategory>
    private let decide: @Sendable (Int) -> PluralCategory

    /// The sign of a number does not matter.
    package func category(of number: Int) -> PluralCategory { decide(Int(number.magnitude)) }

    /// Chinese
    package static let other = PluralRule(categories: [.other]) { _ in .other }

    /// English, German
    package static let oneOrOther = PluralRule(categories: [.one, .other]) { $0 == 1 ? .one : .other }

    /// Spanish: whole millions have a form of their own (“un millón de …”).
    package static let spanish = PluralRule(categories: [.one, .many, .other]) { number in
        if number == 1 { return .one }
        return isWholeMillions(number) ? .many : .other
    }

    /// French and Portuguese: nothing counts as one.
    package static let french = PluralRule(categories: [.one, .many, .other]) { number in
        if number < 2 { return .one }
        return isWholeMillions(number) ? .many : .other
    }

    /// Russian: 21 counts as one, so a sentence about exactly one needs more than a category.
    package static let russian = PluralRule(categories: [.one, .few, .many]) { number in
        let isTeen = (11...14).contains(number % 100)
        switch number % 10 {
        case 1 where !isTeen: return .one
        case 2...4 where !isTeen: return .few
        default: return .many
        }
    }

    package static let arabic = PluralRule(categories: [.zero, .one, .two, .few, .many, .other]) { number in
        switch (number, number % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...99): .many
        default: .other
        }
    }

    private static func isWholeMillions(_ number: Int) -> Bool { number != 0 && number % 1_000_000 == 0 }
}

/// A message about a number of things. `#` stands for the number.
package struct Counted: Sendable {
    /// For exactly one thing (“One Response”), apart from the category `one`, which in Russian covers 21 as well.
    package let exactlyOne: String
    package let forms: [PluralCategory: String]
    private let other: String

    package init(
        exactlyOne: String, zero: String? = nil, one: String? = nil, two: String? = nil, few: String? = nil,
        many: String? = nil, other: String
    ) {
        self.exactlyOne = exactlyOne
        self.other = other
        var forms: [PluralCategory: String] = [.other: other]
        forms[.zero] = zero
        forms[.one] = one
        forms[.two] = two
        forms[.few] = few
        forms[.many] = many
        self.forms = forms
    }

    func text(_ count: Int, number: String, rule: PluralRule) -> String {
        if count == 1 { return exactlyOne }
        return (forms[rule.category(of: count)] ?? other).replacing("#", with: number)
    }
}
