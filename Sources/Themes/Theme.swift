import Language
import Model

/// How a site looks: compiled templates and the files beside them. Made once when the server starts, and only read
/// afterwards.
package struct Theme: Sendable {
    package let name: String
    /// What pages ask for beside themselves, by file name; `style.css` is always there.
    package let assets: [String: ThemeAsset]
    /// What is wrong with files that would have replaced the default's; the default's are used in their place.
    package let problems: [TemplateError]
    private let programs: [String: Program]

    init(name: String, assets: [String: ThemeAsset], problems: [TemplateError], programs: [String: Program]) {
        self.name = name
        self.assets = assets
        self.problems = problems
        self.programs = programs
    }

    /// The default theme's stylesheet, or the one that replaces it.
    package var stylesheet: ThemeAsset { assets["style.css"] ?? ThemeAsset(name: "style.css", bytes: []) }

    /// A whole page as UTF-8.
    package func render<Page: PageView>(_ page: Page, site: SiteHead, head: PageHead) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32_768)
        let frames = [Record(site), Record(Words(messages: site.language.messages)), Record(head), Record(page)]
        programs[Page.template]?.run(frames, into: &bytes)
        return bytes
    }
}

/// A file of a theme that is served as it is.
package struct ThemeAsset: Sendable {
    package let name: String
    package let bytes: [UInt8]
    /// A hash of the content, for an address that changes with it; 16 hexadecimal digits. FNV-1a: nobody gains by
    /// making two of one's own files collide.
    package let version: String

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        version = hash.hexadecimal
    }

    /// From the name's ending.
    package var mimeType: String {
        switch name.split(separator: ".").last?.lowercased() {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "webp": "image/webp"
        case "avif": "image/avif"
        case "ico": "image/x-icon"
        case "woff2": "font/woff2"
        case "txt": "text/plain; charset=utf-8"
        default: "application/octet-stream"
        }
    }
}
