/// Classes and ids that content may carry: those that the theme styles, and anchors that cannot be mistaken for the page's.
enum ContentNames {
    private static let classPrefixes = [
        "wp-block-", "wp-caption", "wp-image-", "wp-element-", "wp-video", "wp-audio", "align", "has-", "is-", "size-",
        "gallery", "blocks-gallery-", "attachment-", "embed-", "missing-", "w-", "caption-w-", "spacer-", "language-",
        "more-link", "screen-reader-text", "twitter-tweet", "footnote", "columns-",
        "quotation", "omission", "editorial", "archived",
    ]

    static func isAllowedClass(_ name: Substring) -> Bool {
        name.utf8.count <= 64
            && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
            && classPrefixes.contains { name.hasPrefix($0) }
    }

    /// An anchor inside the content: letters, digits and `-_.:`, and neither a name that scripts look for on a document
    /// nor an anchor of the page around it.
    static func isAllowedID(_ id: String) -> Bool {
        let bytes = id.utf8
        guard bytes.count <= 128, let first = bytes.first, first.isLetter || first >= 0x80,
            bytes.allSatisfy({ $0.isWordByte || "-_.:".utf8.contains($0) })
        else { return false }
        let lowercased = Bytes(bytes).lowercasedText(0..<bytes.count)
        return !reserved.contains(lowercased) && !pagePrefixes.contains { lowercased.hasPrefix($0) }
    }

    /// Anchors of the page around the content, which links from elsewhere rely on.
    private static let pagePrefixes = ["comment-", "respond", "reply-", "site-", "thaw-"]

    /// Names that a script would find on a document, a window or a form.
    private static let reserved: Set<String> = [
        "action", "alert", "all", "anchors", "applets", "attributes", "author", "baseuri", "body", "childnodes",
        "children",
        "classlist", "close", "closed", "comment", "comments", "confirm", "constructor", "cookie", "crypto",
        "currentscript", "customelements", "dataset", "defaultview", "doctype", "document", "documentelement",
        "documenturi", "domain", "elements", "email", "embeds", "event", "external", "fetch", "firstchild", "focus",
        "form", "forms", "frames", "getelementbyid", "hasownproperty", "head", "history", "images", "innerhtml",
        "lastchild", "length", "links", "localstorage", "location", "method", "name", "navigator", "nextsibling",
        "nodename", "nodetype", "open", "origin", "ownerdocument", "parent", "parentnode", "performance", "plugins",
        "print", "prompt", "prototype", "queryselector", "readystate", "referrer", "screen", "scripts", "self",
        "sessionstorage", "status", "submit", "target", "textcontent", "title", "top", "tostring", "url", "valueof",
        "window", "write", "main", "content",
    ]
}
