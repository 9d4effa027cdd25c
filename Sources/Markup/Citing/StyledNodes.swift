import Citations

extension StyledText {
    /// Not yet sanitized: addresses are as somebody typed them.
    var nodes: [Element.Node] {
        runs.map { run in
            let words = Element.Node.text(run.text)
            let styled = run.isItalic ? Element.Node.element(Element("em", children: [words])) : words
            return run.link.map { .element(Element("a", [("href", $0)], children: [styled])) } ?? styled
        }
    }
}
