/// How a language groups the digits of a whole number.
package struct NumberWords: Sendable {
    let separator: String
    /// With fewer digits than this nothing is grouped.
    let fewestDigits: Int

    package static let english = NumberWords(separator: ",", fewestDigits: 4)
    package static let german = NumberWords(separator: ".", fewestDigits: 4)
    package static let spanish = NumberWords(separator: ".", fewestDigits: 5)
    /// A narrow space that does not break; Russian writes it likewise.
    package static let french = NumberWords(separator: "\u{202F}", fewestDigits: 4)

    func text(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        guard digits.count >= fewestDigits else { return String(number) }
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return text
    }
}
