package import Model

/// What was made of a text, and what could not be.
package struct RenderedContent: Sendable {
    /// One for each part between `<!--nextpage-->` marks; never empty once rendered.
    package var pages: [SafeHTML] = []
    /// What stands before the "more" mark of the first page; nil without one.
    package var teaser: SafeHTML?
    /// The writer's words for the link to the rest.
    package var moreText: String?
    /// Plain text: the writer's own, or the first 55 words.
    package var excerpt = ""
    package var wordCount = 0
    /// The keys of sources that the text cites, each once, in its order; those of which the site has none too.
    package var cited: [String] = []
    /// Those that the site has not.
    package var unknownSources: [String] = []
    package var dropped = Dropped()
    /// How often each kind was met, by name.
    package var blocks: [String: Int] = [:]
    /// Blocks that show something else of the site (latest posts, a calendar); they leave nothing here.
    package var blocksLeftOut: [String: Int] = [:]
    package var shortcodes: [String: Int] = [:]
    /// Left as text: those that have an attribute, an end tag, or a name that no prose has.
    package var unknownShortcodes: [String: Int] = [:]

    package init() {}
}
