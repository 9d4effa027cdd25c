import Foundation

/// What LaTeX writes by commands.
enum LaTeXSymbols {
    /// Commands of accents, and the combining marks that they are.
    static let accents: [String: Unicode.Scalar] = [
        "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}", ".": "\u{307}",
        "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}", "c": "\u{327}", "k": "\u{328}",
        "b": "\u{331}",
    ]

    /// As one character, where there is one.
    static func composed(_ letter: Unicode.Scalar, _ accent: Unicode.Scalar) -> String {
        (String(letter) + String(accent)).precomposedStringWithCanonicalMapping
    }

    static let symbols: [String: String] = [
        "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł",
        "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
        "NG": "Ŋ", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "copyright": "©", "pounds": "£", "euro": "€",
        "dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
        "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'",
        "textquotedbl": "\"", "textasciigrave": "`", "guillemotleft": "«", "guillemotright": "»", "quotedblbase": "„",
        "quotesinglbase": "‚", "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}",
        "textasciitilde": "~",
        "textasciicircum": "^", "textless": "<", "textgreater": ">", "textbar": "|", "textunderscore": "_",
        "textdollar": "$", "textregistered": "®", "texttrademark": "™", "textdegree": "°", "textexclamdown": "¡",
        "textquestiondown": "¿", "textperiodcentered": "·", "texteuro": "€", "textsterling": "£", "textnumero": "№",
        "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "quad": " ", "qquad": " ", "space": " ", "newline": " ",
        "times": "×", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "lambda": "λ", "mu": "μ",
        "pi": "π", "sigma": "σ", "omega": "ω",
    ]

    /// What stands around the argument of a command.
    static let marks: [String: (String, String)] = [
        "emph": ("<i>", "</i>"), "textit": ("<i>", "</i>"), "mkbibemph": ("<i>", "</i>"), "enquote": ("“", "”"),
        "mkbibquote": ("“", "”"), "textsuperscript": ("<sup>", "</sup>"), "textsubscript": ("<sub>", "</sub>"),
    ]
}
