/// Writes text so that LaTeX, and ``LaTeXText``, read it back. Letters stay UTF-8.
enum LaTeXEscaping {
    static func escaped(_ text: String) -> String {
        var written = ""
        var former: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            // Pairs of these are other characters.
            if scalar == former, "-'`".unicodeScalars.contains(scalar) { written += "{}" }
            written += escapes[scalar] ?? String(scalar)
            former = scalar
        }
        return commands(written)
    }

    /// CSL-JSON's marks to commands, where each that opens is closed before the next.
    private static func commands(_ text: String) -> String {
        var text = text
        for (mark, command) in [("i", "emph"), ("sup", "textsuperscript"), ("sub", "textsubscript")] {
            let pieces = text.split(separator: "<\(mark)>", omittingEmptySubsequences: false)
            let closing = "</\(mark)>"
            guard pieces.count > 1, !pieces[0].contains(closing),
                pieces.dropFirst().allSatisfy({
                    $0.split(separator: closing, omittingEmptySubsequences: false).count == 2
                })
            else { continue }
            text = pieces.joined(separator: "\\\(command){").replacing(closing, with: "}")
        }
        return text
    }

    /// An address stands as it is, but for what would end it.
    static func verbatim(_ text: String) -> String {
        text.replacing("\\", with: "%5C").replacing("{", with: "%7B").replacing("}", with: "%7D")
    }

    private static let escapes: [Unicode.Scalar: String] = [
        "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "{": "\\textbraceleft{}", "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}", "\u{A0}": "~",
    ]
}
