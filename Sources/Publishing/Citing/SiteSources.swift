import Citations
import Database
import Language
import Markup
import Model
import Store

/// All sources of a site, as renderings ask for them. An item is read when something cites it.
struct SiteSources: Sendable {
    let style: CitationStyle
    private let items: [String: String]
    private let words: CitationContext.Words

    init(_ site: Site, in tx: any ReadTransaction) throws {
        style = try tx.citationStyle(site: site.id).flatMap(CitationStyle.init(rawValue:)) ?? .chicago
        items = Dictionary(uniqueKeysWithValues: try tx.sources(site: site.id).map { ($0.key, $0.csl) })
        let messages = Language(of: site).messages.sources
        words = CitationContext.Words(sources: messages.sources, note: messages.note, back: messages.backFromNote)
    }

    /// - Parameter marksUnknown: for who writes.
    func context(marksUnknown: Bool) -> CitationContext {
        CitationContext(style: style, words: words, marksUnknown: marksUnknown) { [items] key in
            items[key].flatMap(Reference.init(stored:))
        }
    }
}
