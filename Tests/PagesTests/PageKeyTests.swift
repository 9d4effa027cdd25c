import Pages
import Testing

@Suite struct PageKeyTests {
    private let known: Set<String> = ["p", "s", "paged"]

    @Test("parameters that nobody knows leave no trace in the key")
    func unknownParameters() {
        let key = PageKey(requestTarget: "/2012/02/25/slug/?utm_source=x&fbclid=1", knownParameters: known)
        #expect(key == PageKey(target: "/2012/02/25/slug/"))
    }

    @Test("known parameters enter sorted, so that their order makes no second page")
    func sortedParameters() {
        let one = PageKey(requestTarget: "/?s=war&x=1&p=7", knownParameters: known)
        let other = PageKey(requestTarget: "/?p=7&s=war", knownParameters: known)
        #expect(one == other)
        #expect(one?.target == "/?p=7&s=war")
    }

    @Test("a target in another form has no key", arguments: ["*", "http://a/", "", "/a b", "/a#b", "/é", "a/"])
    func otherForms(target: String) {
        #expect(PageKey(requestTarget: target, knownParameters: known) == nil)
    }
}
