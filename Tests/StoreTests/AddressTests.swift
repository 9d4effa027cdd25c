import Database
import DatabaseSupport
import Model
import Store
import Testing

@Suite struct AddressTests {
    @Test(
        "spellings of one address have one key",
        arguments: [
            ("/2012/02/25/Slug", "/2012/02/25/slug/"), ("//a///b/", "/a/b/"), ("", "/"), ("a", "/a/"),
            ("/caf%C3%A9/", "/café/"), ("/CAF%c3%89", "/café/"), ("/cafe%CC%81", "/café/"), ("/%D0%96/", "/ж/"),
            ("/a%2Fb", "/a/b/"), ("/a%25b", "/a%b/"), ("/%41", "/a/"), ("/a%20b", "/a b/"), ("/日本", "/日本/"),
        ])
    func key(path: String, key: String) {
        #expect(AddressKey(path)?.text == key)
    }

    @Test(
        "what is no path has no key",
        arguments: ["/%", "/%4", "/%zz", "/%+1", "/%FF", "/%C3", "/%00", "/%ED%A0%80", "/a\u{0}b"])
    func invalid(path: String) {
        #expect(AddressKey(path) == nil)
    }

    @Test("a former address and an alias lead to the canonical one")
    func aliases() async throws {
        let fixture = try await StoreFixture()
        let site = fixture.site.id
        let post = try await fixture.insert(fixture.post("old-name", minutes: 0))
        try await fixture.database.write { tx in
            try #expect(tx.setCanonicalPath("/New-N%C3%A4me/", of: post.id, site: site))
            try #expect(tx.addAlias("/older/", of: post.id, site: site))
            try #expect(tx.addRedirect("/gone/", to: "/elsewhere/", site: site))
            try #expect(!tx.addRedirect("/older", to: "/elsewhere/", site: site))
            try #expect(!tx.addAlias("/%zz/", of: post.id, site: site))
        }
        let found = try await fixture.read { tx in
            try ["/new-näme", "/OLD-NAME/", "/older", "/gone/", "/nowhere/"].map {
                try tx.destination(of: #require(AddressKey($0)), site: site)
            }
        }
        #expect(
            found == [
                .post(post.id, path: "/New-N%C3%A4me/"), .redirect(to: "/New-N%C3%A4me/"),
                .redirect(to: "/New-N%C3%A4me/"), .redirect(to: "/elsewhere/"), nil,
            ])
    }

    @Test("a post cannot take another's canonical address, but takes its alias and its own former one")
    func taking() async throws {
        let fixture = try await StoreFixture()
        let site = fixture.site.id
        let first = try await fixture.insert(fixture.post("first", minutes: 0))
        let second = try await fixture.insert(fixture.post("second", minutes: 1))
        try await fixture.database.write { tx in
            try #expect(!tx.setCanonicalPath("/FIRST/", of: second.id, site: site))
            try #expect(tx.canonicalPath(of: second.id) == "/second/")
            try #expect(tx.setCanonicalPath("/moved/", of: first.id, site: site))
            try #expect(tx.setCanonicalPath("/first/", of: second.id, site: site))
            try #expect(tx.setCanonicalPath("/second/", of: second.id, site: site))
            try #expect(tx.canonicalPath(of: second.id) == "/second/")
            try tx.removeAddresses(of: first.id)
            try #expect(tx.canonicalPath(of: first.id) == nil)
        }
    }
}
