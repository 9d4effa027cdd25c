/// Reads comma-separated values (RFC 4180): fields in quotes may hold commas, line ends and doubled quotes. A mark of the
/// byte order at the head is passed over, and so are empty lines. Semicolons or tabs separate where the first line has no
/// comma, as some spreadsheets write it.
package struct CSVReader: Sendable {
    /// Each row's fields, with the number of the line in which it begins, from 1.
    package let rows: [(line: Int, fields: [String])]

    package init(_ text: String) {
        var rows: [(line: Int, fields: [String])] = []
        var fields: [String] = []
        var field = String.UnicodeScalarView()
        var (line, start) = (1, 1)
        var (isQuoted, wasQuoted, closesQuote) = (false, false, false)
        let scalars = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
        let separator = Self.separator(of: scalars)
        func endField() {
            fields.append(String(field))
            field = String.UnicodeScalarView()
            (wasQuoted, closesQuote) = (false, false)
        }
        func endRow() {
            let isEmpty = fields.isEmpty && field.isEmpty && !wasQuoted
            endField()
            if !isEmpty { rows.append((start, fields)) }
            fields = []
            start = line
        }
        var former: Unicode.Scalar?
        for scalar in scalars {
            defer { former = scalar }
            if scalar == "\n" || scalar == "\r", !(scalar == "\n" && former == "\r") { line += 1 }
            if isQuoted {
                guard scalar == "\"" else {
                    field.append(scalar)
                    continue
                }
                (isQuoted, closesQuote) = (false, true)
                continue
            }
            switch scalar {
            case "\"" where closesQuote:
                field.append("\"")
                (isQuoted, closesQuote) = (true, false)
            case "\"" where field.isEmpty && !wasQuoted: (isQuoted, wasQuoted) = (true, true)
            case separator: endField()
            case "\n" where former == "\r": start = line
            case "\n", "\r": endRow()
            default:
                closesQuote = false
                field.append(scalar)
            }
        }
        if !field.isEmpty || !fields.isEmpty || wasQuoted { endRow() }
        self.rows = rows
    }

    private static func separator(of scalars: Substring.UnicodeScalarView) -> Unicode.Scalar {
        let first = scalars.prefix { $0 != "\n" && $0 != "\r" }
        if first.contains(",") { return "," }
        return first.contains(";") ? ";" : first.contains("\t") ? "\t" : ","
    }
}
