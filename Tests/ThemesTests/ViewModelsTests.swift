import Foundation
import Language
import Model
import Testing

@testable import Themes

@Suite("docs/view-models.md")
struct ViewModelsTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/view-models.md").standardizedFileURL

    private static let beginning = """
        # View models

        Every name that a template may print, with an example, as the tests' sample has it: `make test` fails when this
        page is not what the program says. [Themes](themes.md) explains the language.

        `text`, `address`, `HTML` and `JSON` are printed; the last two with three braces. `flag` and `list` are for
        sections, `record` holds further names. A question mark says that the value may be missing (–): then it, too, is
        for a section. Of a list the first element is shown.

        """

    private static func section(_ title: String, _ name: String, _ lines: [String]) -> String {
        "## \(title)\n\n`\(name)`\n\n```\n\(lines.joined(separator: "\n"))\n```\n"
    }

    private static var document: String {
        var picture = Sample.entry()
        picture.picture = PictureView(
            url: SafeURL(path: "/wp-content/uploads/2012/02/hall.jpg"), alternativeText: "A hall", width: 640,
            height: 480,
            sources: [PictureSource(url: SafeURL(path: "/wp-content/copies/a.webp"), width: 320, isFirst: true)],
            isFirst: true)
        var list = Sample.list
        list.entries = [picture]
        return
            ([beginning] + [
                section("On every page: the site", "site", ViewExample.lines(of: Sample.site())),
                section("On every page: its head", "page", ViewExample.lines(of: Sample.head)),
                section(
                    "On every page: what the site itself says", "words",
                    ViewExample.lines(of: Words(messages: Sample.english.messages))),
                section("Home and archives", "list.mustache", ViewExample.lines(of: list)),
                section("A post or page", "post.mustache", ViewExample.lines(of: Sample.post)),
                section("Days, years and the timeline", "chronicle.mustache", ViewExample.lines(of: Sample.chronicle)),
                section("A file", "attachment.mustache", ViewExample.lines(of: Sample.attachment)),
                section("Search", "search.mustache", ViewExample.lines(of: Sample.search)),
                section(
                    "A protected post", "password.mustache",
                    ViewExample.lines(
                        of: PasswordPage(
                            title: "Protected", action: SafeURL(path: "/a/"), error: "That was another one."))),
                section("Mail to readers", "subscription.mustache", ViewExample.lines(of: Sample.subscription)),
                section(
                    "Nothing here", "not-found.mustache",
                    ViewExample.lines(of: NotFoundPage(suggestions: [LinkView(title: "A", url: SafeURL(path: "/a/"))]))),
                section(
                    "Something went wrong", "error.mustache",
                    ViewExample.lines(of: ErrorPage(heading: "Not now", sentence: "Try again later.", number: "7"))),
            ]).joined(separator: "\n")
    }

    @Test("says what templates may print; THAW_WRITE_DOCUMENTS=1 writes it anew")
    func isTrue() throws {
        if ProcessInfo.processInfo.environment["THAW_WRITE_DOCUMENTS"] == "1" {
            try Self.document.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == Self.document)
    }
}
