package import Model

/// An allowlist over a parsed tree, written out by us. What comes out goes in again unchanged.
package struct Sanitizer: Sendable {
    /// Counts up whenever the same source gives other HTML, so that stored pages can be made anew.
    package static let version = 5

    /// Bytes of UTF-8; no post that people write comes near.
    package static let defaultLimit = 8_000_000

    /// Each pass settles what the one before left for the parser to rearrange; real posts need one and its proof.
    private static let passes = 6

    let policy: Policy
    let limit: Int

    package struct Result: Sendable {
        package let html: SafeHTML
        package let dropped: Dropped
    }

    package init(_ policy: Policy, limit: Int = defaultLimit) {
        self.policy = policy
        self.limit = limit
    }

    package func sanitize(_ markup: String) throws(MarkupError) -> Result {
        let result = try sanitize(.normalized(markup), changing: nil)
        return Result(
            html: SafeHTML(sanitized: String(decoding: result.markup, as: UTF8.self)), dropped: result.dropped)
    }

    struct Sanitized {
        var markup: Bytes
        /// What `markup` parses to.
        var tree: Element
        var dropped: Dropped
    }

    /// `change` works on the parsed tree before anything is sanitized, so nothing that it does has to be trusted.
    func sanitize(_ input: Bytes, changing change: ((Element) -> Void)?) throws(MarkupError) -> Sanitized {
        guard input.count <= limit else { throw .tooLong(bytes: input.count, limit: limit) }
        var result = try pass(input, changing: change)
        for _ in 1..<Self.passes {
            var again = try pass(result.markup, changing: nil)
            let isAtRest = again.markup == result.markup
            again.dropped.add(result.dropped)
            result = again
            if isAtRest { return result }
        }
        return textAlone(result)
    }

    private func pass(_ input: Bytes, changing change: ((Element) -> Void)?) throws(MarkupError) -> Sanitized {
        var filter = TagFilter(keepsFrames: change != nil)
        let root = try HTMLParser.parse(try filter.filter(input))
        change?(root)
        var cleaner = TreeCleaner(policy: policy, dropped: filter.dropped)
        cleaner.clean(root)
        var writer = HTMLWriter()
        writer.write(childrenOf: root)
        return Sanitized(markup: writer.output, tree: root, dropped: cleaner.dropped)
    }

    /// For markup that never comes to rest: its words without any element.
    private func textAlone(_ unsettled: Sanitized) -> Sanitized {
        let tree = Element("div", children: [.text(unsettled.tree.textContent)])
        var writer = HTMLWriter()
        writer.write(childrenOf: tree)
        return Sanitized(markup: writer.output, tree: tree, dropped: unsettled.dropped)
    }
}
