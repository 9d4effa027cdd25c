import Language
import Model
import Testing

@testable import Themes

@Suite("Themes")
struct ThemeTests {
    @Test("the default theme compiles and has its stylesheet")
    func standard() {
        let theme = Theme.standard()
        #expect(theme.problems.isEmpty)
        #expect((10_000..<20_000).contains(theme.stylesheet.bytes.count))
        #expect(theme.stylesheet.version.count == 16)
        #expect(theme.stylesheet.mimeType == "text/css; charset=utf-8")
    }

    @Test("the stylesheet asks for nothing elsewhere")
    func stylesheetIsLocal() {
        let css = String(decoding: Theme.standard().stylesheet.bytes, as: UTF8.self)
        #expect(!css.contains("url("))
        #expect(!css.contains("@import"))
    }

    @Test("a theme's own file takes the place of the default's, file by file")
    func overrides() {
        let theme = Theme.make(
            name: "own",
            overrides: [
                "error.mustache": Array("<h1>{{heading}}</h1>".utf8), "style.css": Array("p {}".utf8),
                "logo.svg": Array("<svg/>".utf8),
            ])
        #expect(theme.problems.isEmpty)
        #expect(text(theme) == "<h1>Oh</h1>")
        #expect(theme.stylesheet.bytes == Array("p {}".utf8))
        #expect(theme.assets["logo.svg"]?.mimeType == "image/svg+xml")
        #expect(theme.stylesheet.version != Theme.standard().stylesheet.version)
    }

    @Test(
        "a broken file is reported with its place, and the default's stands in",
        arguments: [
            ("error.mustache", "\n<h1>{{headline}}</h1>", 2, 5), ("error.mustache", "{{#number}}", 1, 1),
            ("layout.mustache", "<p>{{site.title}}</p>\n{{{site.title}}}", 2, 1),
        ])
    func brokenOverride(file: String, source: String, line: Int, column: Int) throws {
        let theme = Theme.make(name: "own", overrides: [file: Array(source.utf8)])
        let problem = try #require(theme.problems.first)
        #expect(theme.problems.count == 1)
        #expect(problem.place == TemplatePlace(file: file, line: line, column: column))
        #expect(text(theme) == text(Theme.standard()))
    }

    @Test("one broken file does not take the others with it")
    func oneOfTwo() {
        let theme = Theme.make(
            name: "own",
            overrides: ["error.mustache": Array("{{heading}}!".utf8), "post.mustache": Array("{{nothing}}".utf8)])
        #expect(theme.problems.map(\.place.file) == ["post.mustache"])
        #expect(text(theme) == "Oh!")
    }

    private func text(_ theme: Theme) -> String {
        let page = ErrorPage(heading: "Oh", sentence: "Again")
        return String(decoding: theme.render(page, site: Sample.site(), head: Sample.head), as: UTF8.self)
    }
}
