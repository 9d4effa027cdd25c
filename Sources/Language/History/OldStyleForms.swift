import EDTF

extension TokenReader {
    /// “(Old Style)” behind a day, which is a day of the Julian calendar then: it becomes that of the Gregorian.
    mutating func convertingOldStyle(_ moment: Moment) -> Moment {
        guard let number = moment.number, let month = moment.month, let day = moment.day, takesOldStyle() else {
            return moment
        }
        let year = moment.era == .before ? 1 - number : number
        guard let gregorian = JulianDay(year: year, month: month, day: day)?.gregorian, gregorian.year > 0 else {
            return moment
        }
        // Doubtful, since the writer's year may have begun in March.
        return Moment(
            number: gregorian.year, month: gregorian.month, day: gregorian.day, confidence: Confidence.doubtful)
    }

    private mutating func takesOldStyle() -> Bool {
        attempt { reader -> Bool? in
            let isEnclosed = reader.takes("(")
            _ = reader.takes(["по"])
            guard Self.oldStyle.contains(where: { reader.takes(phrase: $0) }) else { return nil }
            return !isEnclosed || reader.takes(")") ? true : nil
        } ?? false
    }

    private static let oldStyle = [
        "o s", "os", "old style", "julian", "julian calendar", "a st", "alten stils", "v s", "vieux style",
        "ancien style", "estilo antiguo", "estilo antigo", "ст ст", "ст стиля", "ст стилю", "старому стилю",
        "старого стиля", "юлианскому календарю", "旧 历", "儒 略 历",
    ].map { $0.split(separator: " ").map(String.init) }
}
