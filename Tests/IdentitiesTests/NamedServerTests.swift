import Identities
import Testing

@Suite("A server that a stranger names")
struct NamedServerTests {
    @Test(
        "is a public name and nothing else",
        arguments: [
            ("mastodon.social", "https://mastodon.social"), (" Mastodon.SOCIAL ", "https://mastodon.social"),
            ("@anna@mastodon.social", "https://mastodon.social"),
            ("https://mastodon.social/@anna?x#y", "https://mastodon.social"),
            ("münchen.social", "https://münchen.social"),
            ("http://mastodon.social", nil), ("mastodon.social:8080", nil), ("localhost", nil), ("127.0.0.1", nil),
            ("[::1]", nil), ("2130706433", nil), ("", nil), ("a b.example", nil), ("a.example\r\nX: y", nil),
            (".example", nil), ("example.", nil), ("ftp://a.example", nil), ("https://", nil), ("a@", nil),
        ] as [(String, String?)])
    func names(text: String, origin: String?) {
        #expect(NamedServer(text, allowsPlain: false)?.origin == origin)
    }
}
