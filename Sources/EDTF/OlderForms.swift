/// Forms of the drafts before 2019.
enum OlderForms {
    static func rewritten(_ text: String) -> String {
        var rewritten = ""
        var rest = text[...]
        while let character = rest.first {
            let (form, replacement) = forms.first { rest.hasPrefix($0.0) } ?? (String(character), String(character))
            rewritten += replacement
            rest = rest.dropFirst(form.count)
        }
        return rewritten
    }

    /// The longest first.
    private static let forms = [
        ("unknown", ""), ("open", ".."), ("?~", "%"), ("~?", "%"), (", ", ","), ("u", "X"), ("x", "X"), ("y", "Y"),
        ("e", "E"),
        ("p", "S"), ("t", "T"), ("z", "Z"), (" ", ""),
    ]
}
