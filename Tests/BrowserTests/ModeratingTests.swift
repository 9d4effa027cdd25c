import BrowserSupport
import Model
import SiteSupport
import Testing

@Suite("Moderating in a browser", .serialized, .enabled(if: Browser.isAvailable, "chromedriver is not installed"))
struct ModeratingTests {
    @Test("a moderator asks why, decides a flood at once, and sees what the filter learned")
    func flood() async throws {
        var export = TestExport()
        export.add(.init(1, "A day", "a-day"))
        try await TestSite.run(export.text, { $0.address = "http://days.example" }) { site in
            for index in 0..<4 {
                let sent = try await site.post(
                    "/2012/02/25/a-day/comments/",
                    form: "comment=I+earned+thousands+of+dollars+from+home+with+this+simple+trick+\(index)+look+here"
                        + "&author=Deal\(index)&email=d\(index)%40example.org")
                #expect(sent.status == 303)
            }
            _ = try await site.signUp(.owner)
            try await Browser.run { browser in
                let base = "http://127.0.0.1:\(site.port)"
                try await browser.open(base + "/admin/sign-in/")
                try await browser.find("#name").type("owner@example.org")
                try await browser.find("#password").type("a long password")
                try await browser.find("main button").click()
                try await browser.waitAcrossPages(for: ".menu")

                try await browser.open(base + "/admin/comments/?state=held")
                try await browser.find("details.why summary").click()
                let why = try await browser.find("details.why ul").text
                #expect(why.contains("the filter has not been taught enough"))

                try await browser.open(base + "/admin/comments/alike/?state=held")
                let heading = try await browser.find("main h2").text
                #expect(heading == "These 4 are nearly the same")
                try await browser.find("button[value=spam]").click()
                try await browser.wait(
                    for: "the flood is gone",
                    until: "document.querySelector('main').textContent.includes('No three of them')")

                try await browser.open(base + "/admin/spam/")
                let state = try await browser.find("main p").text
                #expect(state.contains("no real responses and 4 spam"))
                try await browser.find("button[name=foresee]").click()
                try await browser.wait(
                    for: "the foresight", until: "document.querySelector('#foresight') !== null")
            }
        }
    }
}
