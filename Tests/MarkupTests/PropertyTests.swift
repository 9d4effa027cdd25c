import Model
import Testing

@testable import Markup

/// A generator with a seed, so that every run sees the same soups.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Properties")
struct PropertyTests {
    private static let pieces = [
        "<p>", "</p>", "<b>", "</b>", "<i>", "<a href=", "javascript:", "</a>", "<table>", "<td>", "<tr>", "</table>",
        "<li>", "<ul>",
        "</ul>", "<svg>", "</svg>", "<math>", "<style>", "</style>", "<script>", "</script>", "<!--", "-->", "\"", "'",
        ">", "<", "&lt;",
        "&#60;", "&", "=", " ", "\n", "\n\n", "[caption caption=\"", "[/caption]", "[gallery]", "[embed]",
        "<!-- wp:block {\"ref\":1} /-->",
        "<!-- wp:query -->", "<!--more-->", "<!--nextpage-->", "<pre>", "</pre>", "<ruby>", "<rt>", "<h1>", "</h2>",
        "<form>", "<figure>",
        "<img src=x onerror=alert(1)>", "<img alt=a src='https://example.org/i.jpg'>",
        "<iframe src=https://youtu.be/1>", "text", "é",
        "\u{1}", "<textarea>", "<title>", "<br>", "<object>", "<video src=x>", "https://vimeo.com/1", "onclick=x",
        "style='width:50%'",
        "<dl>", "<dt>", "<dd>", "<details>", "<summary>", "<div>", "</div>", "<blockquote>", "<code>", "<xmp>",
        "<plaintext>", "<template>",
    ]

    @Test("no soup of markup crashes a pass; what comes out is at rest", arguments: 0..<8)
    func soups(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let renderer = WordPressContent(
            RenderingContext(postNumber: 1, reusableBlock: { _ in "<p>again <!-- wp:block {\"ref\":1} /--></p>" }))
        for _ in 0..<250 {
            let soup = (0..<Int.random(in: 1...40, using: &generator))
                .compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
            try expectAtRest(soup, renderer)
        }
    }

    @Test("no change of a byte in hostile markup opens a way through", arguments: 0..<4)
    func mutations(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &+ 1000)
        let renderer = WordPressContent(RenderingContext(postNumber: 1))
        for markup in HostileMarkup.own {
            var bytes = Array(markup.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.insert(UInt8.random(in: 0...127, using: &generator), at: index)
                default: if bytes.count > 1 { bytes.remove(at: index) }
                }
            }
            try expectAtRest(String(decoding: bytes, as: UTF8.self), renderer)
        }
    }

    @Test("what is let through never parses to more levels than twice the limit", arguments: 0..<8)
    func depth(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &+ 2000)
        let names = Vocabulary.elements.sorted()
        for _ in 0..<20 {
            // A few names at a time, so that pairs that confuse each other come often.
            let few = (0..<4).compactMap { _ in names.randomElement(using: &generator) }
            var markup = ""
            for _ in 0..<1500 {
                guard let name = few.randomElement(using: &generator) else { continue }
                markup += Int.random(in: 0..<10, using: &generator) < 6 ? "<\(name)>" : "</\(name)>"
                if Int.random(in: 0..<4, using: &generator) == 0 { markup += "x" }
            }
            var filter = TagFilter(keepsFrames: false)
            guard let filtered = try? filter.filter(Array(markup.utf8)) else { continue }
            #expect(throws: Never.self, "\(few)") { try HTMLParser.parse(filtered) }
        }
    }

    private func expectAtRest(_ markup: String, _ renderer: WordPressContent) throws {
        for (sanitizer, policy) in [(Sanitizer(.post), "post"), (Sanitizer(.comment), "comment")] {
            let once = try sanitizer.sanitize(markup).html.markup
            #expect(try sanitizer.sanitize(once).html.markup == once, "\(policy): \(markup)")
            #expect(!Self.looksDangerous(once), "\(policy): \(markup) gave \(once)")
        }
        for page in try renderer.render(markup).pages {
            #expect(try Sanitizer(.post).sanitize(page.markup).html.markup == page.markup, "\(markup)")
            #expect(!Self.looksDangerous(page.markup), "\(markup) gave \(page.markup)")
        }
        _ = try CommentContent().render(markup)
    }

    /// Every `<` that is left begins a tag of ours, so plain searches are enough here; the browser has the last word.
    private static func looksDangerous(_ html: String) -> Bool {
        html.contains(
            /<(script|style|iframe|object|embed|svg|math|form|input|base|link|meta|template|textarea|title)[\s>]/)
            || html.replacing(/="[^"]*"/, with: "=").contains(/<[^>]*\s(on[a-z]+|style|srcset|formaction)=/)
            || html.contains(/(href|src|cite|poster)="\s*(javascript|data|vbscript):/.ignoresCase())
            || html.contains(/<[^>"]*\s(src|poster)="(?!\/[^\/\\])[^"]/)
    }
}
