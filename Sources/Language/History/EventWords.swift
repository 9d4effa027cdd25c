import EDTF
package import Model

extension PostEvent {
    /// A title without the date at its head, which stands beside it.
    package func title(of whole: String) -> String {
        guard let reading = DateReader.readHead(whole), reading.date == date, whole.hasSuffix(reading.rest) else {
            return whole
        }
        let rest = reading.rest.drop { !$0.isLetter && !$0.isNumber && $0 != "“" && $0 != "«" && $0 != "„" }
        return rest.isEmpty ? whole : String(rest)
    }
}

extension Language {
    /// “70 years ago”, “this year”.
    package func ago(_ years: Int) -> String {
        years == 0 ? messages.chronicle.thisYear : say(messages.chronicle.yearsAgo, years)
    }

    /// Says that the date of an event is not certain, or near the truth; nil where neither.
    package func doubt(about event: PostEvent) -> String? {
        let date = event.whole
        return date.isUncertain
            ? messages.chronicle.uncertain
            : date.isApproximate || date.isUnspecified ? messages.chronicle.approximate : nil
    }
}
