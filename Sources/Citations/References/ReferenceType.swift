/// A type of item of CSL 1.0.2. Others are kept as they were given.
package struct ReferenceType: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    init(_ name: String) { rawValue = name }

    package static let article = Self("article")
    package static let journalArticle = Self("article-journal")
    package static let magazineArticle = Self("article-magazine")
    package static let newspaperArticle = Self("article-newspaper")
    package static let book = Self("book")
    package static let broadcast = Self("broadcast")
    package static let chapter = Self("chapter")
    package static let collection = Self("collection")
    package static let conferencePaper = Self("paper-conference")
    package static let document = Self("document")
    package static let encyclopediaEntry = Self("entry-encyclopedia")
    package static let dictionaryEntry = Self("entry-dictionary")
    package static let entry = Self("entry")
    package static let film = Self("motion_picture")
    package static let graphic = Self("graphic")
    package static let interview = Self("interview")
    package static let letter = Self("personal_communication")
    package static let manuscript = Self("manuscript")
    package static let map = Self("map")
    package static let pamphlet = Self("pamphlet")
    package static let post = Self("post")
    package static let report = Self("report")
    package static let review = Self("review")
    package static let song = Self("song")
    package static let speech = Self("speech")
    package static let thesis = Self("thesis")
    package static let webpage = Self("webpage")
    package static let weblogPost = Self("post-weblog")

    /// All of the specification, those that have no name above too.
    package static let all: Set<Self> = Set(
        [
            "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
            "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
            "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
            "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
            "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
            "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
        ].map(Self.init(_:)))
}
