/// What may stay: elements, and the attributes of each beside those that every element may have.
/// `docs/sanitizer.md` gives the same lists to readers.
package struct Policy: Sendable {
    let elements: [String: Set<String>]
    /// Whether classes and ids of content are kept, and inline styles become classes.
    let keepsPresentation: Bool
    /// Written on every link, whatever it says itself.
    let linkRelation: String?

    static let globalAttributes: Set<String> = ["title", "lang", "dir"]

    /// What the owner and the writers of a site publish.
    package static let post = Policy(
        elements: plain([
            "abbr", "address", "article", "aside", "b", "bdi", "bdo", "br", "caption", "cite", "code", "dd", "dfn",
            "div",
            "dl", "dt", "em", "figcaption", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
            "i", "kbd", "mark", "p", "picture", "pre", "rp", "rt", "ruby", "s", "samp", "section", "small", "span",
            "strong",
            "sub", "summary", "sup", "table", "tbody", "tfoot", "thead", "tr", "u", "ul", "var", "wbr",
        ]).merging([
            "a": ["href", "hreflang", "rel", "target", "download", "role", "aria-label"],
            "audio": ["src", "controls", "loop", "preload"],
            "blockquote": ["cite"],
            "col": ["span"],
            "colgroup": ["span"],
            "del": ["cite", "datetime"],
            "details": ["open"],
            "figure": ["data-player"],
            "img": ["src", "alt", "width", "height", "loading", "decoding"],
            "ins": ["cite", "datetime"],
            "li": ["value"],
            "ol": ["start", "reversed", "type"],
            "q": ["cite"],
            "source": ["src", "srcset", "sizes", "type"],
            "td": ["colspan", "rowspan", "headers"],
            "th": ["colspan", "rowspan", "headers", "scope", "abbr"],
            "time": ["datetime"],
            "track": ["src", "kind", "srclang", "label", "default"],
            "video": ["src", "controls", "loop", "muted", "playsinline", "preload", "poster", "width", "height"],
        ]) { $1 },
        keepsPresentation: true, linkRelation: nil)

    /// What a visitor may write.
    package static let comment = Policy(
        elements: plain([
            "abbr", "b", "br", "cite", "code", "em", "i", "li", "p", "pre", "s", "strong", "ul",
        ]).merging([
            "a": ["href"],
            "blockquote": ["cite"],
            "del": ["datetime"],
            // A line that begins with a year and a full stop is a list that starts there.
            "ol": ["start"],
            "q": ["cite"],
        ]) { $1 },
        keepsPresentation: false, linkRelation: "nofollow ugc noopener")

    private static func plain(_ names: [String]) -> [String: Set<String>] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, []) })
    }
}
