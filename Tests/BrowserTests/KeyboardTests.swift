import BrowserSupport
import SiteSupport
import Testing

@Suite("A keyboard alone", .serialized, .enabled(if: Browser.isAvailable, "chromedriver is not installed"))
struct KeyboardTests {
    private static let post = "/2012/02/25/everything/"

    /// A post with everything that takes the focus, and a locked one.
    private func site(_ body: @escaping @Sendable (String) async throws -> Void) async throws {
        var export = TestExport()
        export.add(attachment: 11, "song.mp3", parent: 2)
        export.add(
            .init(2, "Everything", "everything") {
                $0.content = """
                    <p>A <a href="https://a.example/">link</a> and <a href="/about/">another</a>.</p>
                    <details><summary>More of it</summary><p>Hidden <a href="/hidden/">link</a>.</p></details>
                    <figure class="wp-block-audio"><audio controls src="https://days.example/wp-content/uploads/2012/02/song.mp3"></audio></figure>
                    https://vimeo.com/76979871

                    <div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/b/">Go</a></div></div>
                    [gallery ids="11"]
                    """
                $0.comments =
                    TestExport.comment(21) + TestExport.comment(22, under: 21, by: "Bo") + TestExport.comment(23)
            })
        export.add(
            .init(3, "Locked", "locked") {
                $0.date = "2012-02-26 10:30:00"
                $0.password = "slate"
            })
        export.add(.init(4, "About", "about") { $0.kind = "page" })
        let folder = try FilesToTake(["song.mp3": Array("ID3".utf8) + [UInt8](repeating: 1, count: 500)])
        try await TestSite.run(
            export.text,
            {
                $0.media = folder.path
                $0.offersPlayers = true
            }
        ) { site in
            try await body("http://127.0.0.1:\(site.port)")
            _ = folder
        }
    }

    /// What can take the focus, in the order of the document; asked before the first key.
    private static let targets = """
        window.targets = [...document.querySelectorAll('a[href], button, input, textarea, summary, audio, video, iframe')]
            .filter(target => target.type !== 'hidden' && target.tabIndex >= 0
                && target.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}));
        return targets.length;
        """

    /// Where the focus is: the number of the target, and what is wrong with how it is shown.
    private static let focus = """
        const target = document.activeElement;
        if (target === document.body) return [-1, ''];
        const style = getComputedStyle(target), box = target.getBoundingClientRect(), faults = [];
        // A player marks its own controls.
        if (!target.matches('audio, video') && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)) faults.push('no visible focus');
        if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push('out of sight');
        return [targets.indexOf(target), faults.map(fault => fault + ': ' + target.outerHTML.slice(0, 80)).join()];
        """

    /// Targets that are smaller than 24 pixels and nearer to another than that, apart from links in a line of text:
    /// https://www.w3.org/TR/WCAG22/#target-size-minimum
    private static let small = """
        const boxes = targets.map(target => target.getBoundingClientRect());
        const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
        const away = ([x, y], box) => Math.hypot(
            Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
        const isSmall = box => box.width < 24 || box.height < 24;
        return targets.filter((target, index) => {
            const box = boxes[index];
            if (!isSmall(box) || target.closest('.skip-link, .entry-content p, .comment-content p, .byline')) return false;
            return boxes.some((other, at) => at !== index && !targets[at].matches('.skip-link') && (away(middle(box), other) < 12
                || isSmall(other) && Math.hypot(...middle(box).map((value, axis) => value - middle(other)[axis])) < 24));
        }).map(target => target.outerHTML.slice(0, 100));
        """

    @Test(
        "Tab reaches everything in its order, shows where it is, and gets out again",
        arguments: ["/", post, "/?s=words", "/nothing/", "/2012/02/26/locked/", "/2012/"], [320, 1280])
    func order(path: String, width: Int) async throws {
        try await site { root in
            try await Browser.run { browser in
                try await browser.view(width: width, height: 800)
                // Scrolls at once.
                try await browser.devTools(
                    "Emulation.setEmulatedMedia",
                    ["features": [["name": "prefers-reduced-motion", "value": "reduce"]]])
                try await browser.open(root + path)
                let count = Int(try await browser.execute(Self.targets).number ?? 0)
                #expect(count > 3)
                var reached: [Int] = []
                // A player's own controls are stops inside it.
                for _ in 0..<(count + 20) {
                    try await browser.press(.tab)
                    let focus = try await browser.execute(Self.focus).array ?? []
                    let number = Int(focus.first?.number ?? -1)
                    if number < 0 || number == 0 && !reached.isEmpty { break }
                    #expect(focus.last == "", "\(path)")
                    if reached.last != number { reached.append(number) }
                }
                #expect(reached == Array(0..<count), "\(path)")
                #expect(try await browser.execute(Self.small) == [], "\(path)")
            }
        }
    }

    @Test("the skip link leads past the menu, and a summary opens and closes by keys")
    func using() async throws {
        try await site { root in
            try await Browser.run { browser in
                try await browser.open(root + Self.post)
                try await browser.press(.tab)
                try await browser.press(.enter)
                #expect(try await browser.execute("return document.activeElement.id") == "main")
                try await browser.press(.tab)
                #expect(
                    try await browser.execute("return document.activeElement.closest('main') !== null") == .bool(true))
                try await browser.execute("document.querySelector('summary').focus()")
                for (key, isOpen) in [(Browser.Key.enter, true), (.space, false)] {
                    try await browser.press(key)
                    #expect(try await browser.execute("return document.querySelector('details').open") == .bool(isOpen))
                }
            }
        }
    }

    @Test("on paper there is the text, light and with its addresses, and nothing to press")
    func paper() async throws {
        try await site { root in
            try await Browser.run { browser in
                try await browser.devTools(
                    "Emulation.setEmulatedMedia",
                    ["media": "print", "features": [["name": "prefers-color-scheme", "value": "dark"]]])
                for path in ["/", Self.post, "/?s=words", "/nothing/"] {
                    try await browser.open(root + path)
                    let shown = try await browser.execute(
                        """
                        const body = getComputedStyle(document.body);
                        return [body.backgroundColor, body.color,
                            [...document.querySelectorAll('nav, form, button, .skip-link, .site-footer')]
                                .filter(element => element.checkVisibility()).length];
                        """)
                    #expect(shown == ["rgb(255, 255, 255)", "rgb(0, 0, 0)", .number(0)], "\(path)")
                }
                try await browser.open(root + Self.post)
                let address = try await browser.execute(
                    """
                    const shown = selector => getComputedStyle(document.querySelector(selector), '::after').content;
                    return [shown('.entry-content p a').includes('("'), shown('.embed-card a'),
                        document.querySelector('details a').checkVisibility({contentVisibilityAuto: true})];
                    """)
                #expect(address.array?.dropFirst().first == "none")
            }
        }
    }
}
