/// Numbers as Romans wrote them: of centuries.
enum RomanNumeral {
    private static let signs = [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
        (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]

    /// “XIX”
    static func text(_ number: Int) -> String {
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text.uppercased()
    }

    /// Nil for what is none. Cyrillic letters of the same looks count: many keyboards have no others.
    static func number(_ word: some StringProtocol) -> Int? {
        guard (1...8).contains(word.count) else { return nil }
        let latin = String(word.lowercased().map { lookalikes[$0] ?? $0 })
        return numbers[latin]
    }

    static func isSign(_ letter: Character) -> Bool { "ivx".contains(lookalikes[letter] ?? letter) }

    private static let lookalikes: [Character: Character] = ["х": "x", "і": "i", "с": "c", "м": "m"]

    /// As far as there are centuries.
    private static let numbers = Dictionary(uniqueKeysWithValues: (1...30).map { (text($0).lowercased(), $0) })
}
