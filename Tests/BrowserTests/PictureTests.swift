import BrowserSupport
import Foundation
import SiteSupport
import Testing

@Suite("Pictures in a browser", .serialized, .enabled(if: Browser.isAvailable, "chromedriver is not installed"))
struct PictureTests {
    private static let uploads = "https://days.example/wp-content/uploads/2012/02"

    /// A post with pictures between words, and its address.
    private func site(
        _ content: String, files: [String: [UInt8]], _ body: @escaping @Sendable (String) async throws -> Void
    ) async throws {
        var export = TestExport()
        for (index, name) in files.keys.sorted().enumerated() {
            export.add(attachment: 10 + index, name, parent: 2)
        }
        export.add(.init(2, "Pictures", "pictures") { $0.content = content })
        let folder = try FilesToTake(files)
        try await TestSite.run(export.text, { $0.media = folder.path }) { site in
            try await body("http://127.0.0.1:\(site.port)/2012/02/25/pictures/")
            _ = folder
        }
    }

    /// What each picture became: the file, its natural and its shown size.
    private static let pictures = """
        return [...document.querySelectorAll('.entry-content img')].map(picture => {
            const box = picture.getBoundingClientRect();
            return [new URL(picture.currentSrc).pathname.split('.').pop(), picture.naturalWidth > 0,
                Math.round(box.width), Math.round(box.height)];
        });
        """

    @Test("pictures come in the width that they are shown in, nothing jumps, and no other host is asked")
    func fitting() async throws {
        // Each another file: of one that the page shows larger as well, a browser may take that copy.
        let names = ["a.png", "b.png", "c.png", "d.png", "e.png", "f.png"]
        let files = Dictionary(
            uniqueKeysWithValues: names.enumerated().map { index, name in
                (name, SmallPNG.bytes(width: 1800 + 2 * index, height: 900 + index))
            })
        let images = names.map { "<img src='\(Self.uploads)/\($0)' alt=''>" }
        let content =
            images[0] + "\n\nWords.\n\n<figure class='wp-block-image alignwide'>\(images[1])</figure>\n\nWords.\n\n"
            + "[gallery ids='13,14,15' columns='3']\n\n<a href='\(Self.uploads)/c.png'>\(images[2])</a>"
        try await site(content, files: files) { address in
            try await Browser.run { browser in
                try await browser.noteFaults()
                try await browser.view(width: 1600, height: 4000)
                try await browser.open(address)
                try await browser.wait(
                    for: "all pictures",
                    until: "[...document.images].every(picture => picture.complete && picture.naturalWidth > 0)")
                let shown = try await browser.execute(Self.pictures).array ?? []
                #expect(shown.count == 6)
                #expect(shown.first?.array == [.string("webp"), .bool(true), .number(700), .number(350)])
                #expect(shown.dropFirst().first?.array == [.string("webp"), .bool(true), .number(1240), .number(620)])
                // The copy is not larger than the next step above what is shown.
                let fetched = try await browser.execute(
                    """
                    return Promise.all([...document.querySelectorAll('.entry-content img')].map(picture => {
                        const own = new Image(); own.src = picture.currentSrc;
                        return own.decode().then(() => own.naturalWidth / picture.getBoundingClientRect().width);
                    }));
                    """)
                for ratio in fetched.array ?? [] {
                    #expect((ratio.number ?? 0) >= 1 && (ratio.number ?? 9) < 2, "\(fetched)")
                }
                let shift = try await browser.execute(
                    """
                    return new Promise(done => {
                        let moved = 0;
                        new PerformanceObserver(list => moved += list.getEntries().length)
                            .observe({type: 'layout-shift', buffered: true});
                        requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
                    });
                    """)
                #expect(shift == .number(0))
                let foreign = try await browser.execute(
                    """
                    return performance.getEntriesByType('resource').map(entry => entry.name)
                        .filter(name => !name.startsWith(location.origin + '/'));
                    """)
                #expect(foreign == [])
                #expect(try await browser.faults == [])
            }
        }
    }

    private static let orientations = ProcessInfo.processInfo.environment["THAW_TEST_DATA"]
        .map { URL(filePath: $0).appending(path: "images/orientation") }

    @Test(
        "photographs stand upright, whatever way they were taken",
        .enabled(if: orientations != nil, "THAW_TEST_DATA names no folder with photographs"))
    func upright() async throws {
        let folder = try #require(Self.orientations)
        var files: [String: [UInt8]] = [:]
        for number in 1...8 {
            for kind in ["landscape", "portrait"] {
                let name = "\(kind)_\(number).jpg"
                files[name] = Array(try Data(contentsOf: folder.appending(path: name)))
            }
        }
        let content = files.keys.sorted().map { "<img src='\(Self.uploads)/\($0)' alt='\($0)' width='90'>" }.joined(
            separator: "\n\n")
        try await site(content, files: files) { address in
            try await Browser.run { browser in
                try await browser.view(width: 1200, height: 2500)
                try await browser.open(address)
                try await browser.wait(
                    for: "all pictures",
                    until: "[...document.images].every(picture => picture.complete && picture.naturalWidth > 0)")
                let shapes = try await browser.execute(
                    """
                    return [...document.images].map(picture => {
                        const box = picture.getBoundingClientRect();
                        const isWide = picture.naturalWidth > picture.naturalHeight;
                        return picture.alt.startsWith('landscape') === isWide && isWide === box.width > box.height;
                    });
                    """)
                #expect(shapes.array?.count == 16)
                #expect(shapes.array?.allSatisfy { $0 == .bool(true) } == true)
            }
        }
    }
}
