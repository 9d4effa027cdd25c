import BrowserSupport
import Foundation
import Model
import Testing

@testable import Markup

/// Chromium has the last word on what markup does.
@Suite("Sanitized markup in a browser", .serialized, .enabled(if: Browser.isAvailable, "chromedriver is not installed"))
struct BrowserSanitizerTests {
    /// Fills a page with fragments twice: as the server sends them, and through `innerHTML`.
    private static func page(_ fragments: [String]) throws -> String {
        let json = String(decoding: try JSONEncoder().encode(fragments), as: UTF8.self).replacing("<", with: "\\u003c")
        let served = fragments.map { "<div class=\"vector\">\($0)</div>" }.joined(separator: "\n")
        return """
            <!doctype html><html><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'">
            <base href="https://here.example/"><title>untouched</title>
            <script>
            window.ran = []; window.asked = [];
            for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
                window[name] = () => { ran.push(name + ' ' + new Error().stack); };
            document.addEventListener('securitypolicyviolation', event => {
                if (!event.blockedURI.startsWith('https://here.example/')) asked.push(event.blockedURI);
            });
            </script></head><body>
            \(served)
            <script>
            for (const fragment of \(json)) {
                const holder = document.createElement('div');
                holder.className = 'filled';
                document.body.append(holder);
                holder.innerHTML = fragment;
            }
            </script></body></html>
            """
    }

    /// Goes over every element inside the holders; answers sentences about what should not be there.
    private static let inspection = """
        const [elements, globals] = arguments, wrong = [];
        const urls = ['href', 'src', 'cite', 'poster', 'action', 'formaction', 'data', 'background', 'srcset'];
        const holders = document.querySelectorAll('.vector, .filled');
        holders.forEach((holder, index) => {
            for (const element of holder.querySelectorAll('*')) {
                const say = text => wrong.push(index + ': ' + text + ' in ' + holder.innerHTML.slice(0, 300));
                const allowed = elements[element.localName];
                if (!allowed || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') say('element ' + element.localName);
                for (const { name, value } of element.attributes) {
                    if (!(allowed || []).includes(name) && !globals.includes(name)) say('attribute ' + name);
                    // What is no address at all leads nowhere.
                    if (urls.includes(name) && URL.canParse(value, document.baseURI)) {
                        const scheme = new URL(value, document.baseURI).protocol;
                        if (!['http:', 'https:', 'mailto:', 'tel:'].includes(scheme)) say('scheme ' + scheme);
                        if (['src', 'poster'].includes(name) && new URL(value, document.baseURI).host !== 'here.example')
                            say('remote ' + value);
                    }
                }
                element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
                element.dispatchEvent(new Event('focus'));
            }
        });
        const served = document.querySelectorAll('.vector'), filled = document.querySelectorAll('.filled');
        if (served.length !== filled.length) wrong.push('a fragment broke out: ' + served.length + ', ' + filled.length);
        served.forEach((holder, index) => {
            if (holder.innerHTML !== filled[index]?.innerHTML) wrong.push(index + ': parsed in two ways: ' + holder.innerHTML);
        });
        if (document.title !== 'untouched') wrong.push('title ' + document.title);
        return { wrong, ran, asked, count: served.length };
        """

    private func inspect(_ fragments: [String], _ policy: Policy, in browser: Browser) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).html")
        try Self.page(fragments).write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        try await browser.open(file.absoluteString)
        var globals = Array(Policy.globalAttributes)
        if policy.keepsPresentation { globals += ["class", "id"] }
        if policy.linkRelation != nil { globals += ["rel"] }
        let elements = policy.elements.mapValues { JSON.array($0.map { .string($0) }) }
        let result = try await browser.execute(
            Self.inspection, .object(elements), .array(globals.map { .string($0) }))
        #expect(result["wrong"] == [])
        #expect(result["ran"] == [])
        #expect(result["asked"] == [])
        #expect(result["count"].number == Double(fragments.count))
    }

    @Test("nothing executes, is asked for, or is left that is not on the list")
    func sanitized() async throws {
        let vectors = try HostileMarkup.all()
        try await Browser.run { browser in
            for policy in [Policy.post, Policy.comment] {
                let sanitizer = Sanitizer(policy)
                try await inspect(try vectors.map { try sanitizer.sanitize($0).html.markup }, policy, in: browser)
            }
            let renderer = WordPressContent(RenderingContext(postNumber: 1))
            try await inspect(
                try vectors.map { try renderer.render($0).pages.map(\.markup).joined() }, .post, in: browser)
            let comments = CommentContent()
            try await inspect(try vectors.map { try comments.render($0).html.markup }, .comment, in: browser)
        }
    }

    @Test("the page that inspects does notice what is hostile")
    func canary() async throws {
        try await Browser.run { browser in
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).html")
            defer { try? FileManager.default.removeItem(at: file) }
            try Self.page([
                "<img src='https://there.example/a.png'>", "<p onclick='x'>x</p>",
                "<a href='javascript:alert(1)'>x</a>",
                "<script>alert(1)</script>",
            ]).write(to: file, atomically: true, encoding: .utf8)
            try await browser.open(file.absoluteString)
            try await browser.wait(for: "the refused picture", until: "window.asked.length > 0")
            let result = try await browser.execute(Self.inspection, ["p": [], "a": ["href"], "img": ["src"]], [])
            #expect((result["ran"].array?.count ?? 0) >= 1)
            #expect((result["asked"].array?.count ?? 0) >= 1)
            let wrong = result["wrong"].array?.compactMap(\.string).joined() ?? ""
            for word in ["remote", "attribute onclick", "scheme javascript:", "element script"] {
                #expect(wrong.contains(word))
            }
        }
    }
}
