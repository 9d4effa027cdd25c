import Model
import Testing

@Suite("A post's own pictures")
struct OwnPicturesTests {
    private static let root = "/wp-content/uploads/2012/"

    @Test(
        "those that are shown from here are found, each once and in order",
        arguments: [
            ("", []), ("<p>No picture, a &lt;img src=\"\(root)a.jpg\"&gt; in words</p>", []),
            ("<img src=\"\(root)a.jpg\" alt=\"\">", ["a.jpg"]),
            ("<p><img alt=\"1 &gt; 0, src=&quot;x&quot;\" src=\"\(root)a%20b.jpg\"></p>", ["a%20b.jpg"]),
            ("<img src=\"\(root)b.jpg\"><img src=\"\(root)a.jpg\"><img src=\"\(root)b.jpg\">", ["b.jpg", "a.jpg"]),
            (
                "<picture><source srcset=\"/wp-content/copies/1.webp 320w\"><img srcset=\"\(root)s.jpg 9w\" "
                    + "src=\"\(root)a.jpg\"></picture>", ["a.jpg"]
            ),
            ("<img src=\"https://other.example\(root)a.jpg\"><video src=\"\(root)a.mp4\"></video>", []),
            ("<a href=\"\(root)a.jpg\">a</a><img data-src=\"\(root)b.jpg\">", []), ("<img src=\"\(root)a.jpg", []),
            ("<imgs src=\"\(root)a.jpg\">", []),
        ] as [(String, [String])])
    func found(markup: String, names: [String]) {
        #expect(SafeHTML(stored: markup).ownPictures == names.map { Self.root + $0 })
    }
}
