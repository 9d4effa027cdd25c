import SiteSupport
import Testing

@Suite("Forms from elsewhere")
struct CrossSiteTests {
    @Test(
        "a password is taken from the site's own form alone",
        arguments: [
            ("Sec-Fetch-Site: same-origin", 303), ("Sec-Fetch-Site: none", 303), ("Sec-Fetch-Site: cross-site", 403),
            ("Sec-Fetch-Site: same-site", 403), ("Sec-Fetch-Site: cross-site\r\nOrigin: \(TestSite.address)", 403),
            ("Origin: \(TestSite.address)", 303), ("Origin: https://elsewhere.example", 403), ("Origin: null", 403),
            ("X-No-Browser: 1", 303),
        ])
    func table(fields: String, status: Int) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let answer = try await site.post(DaysGoneBy.locked, form: "post_password=open+sesame", fields)
            #expect(answer.status == status)
            #expect((answer.cookie != nil) == (status == 303))
        }
    }
}
