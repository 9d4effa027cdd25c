import Database
import Language
import Model
import Store
import Subscriptions
import Themes

/// What every page shows of the site, as one transaction finds it.
struct SiteReading: Sendable {
    let site: Site
    /// The site's own menu; empty where there is none.
    let menu: [Store.NavigationItem]
    /// The top-level pages, which stand in for a menu.
    let pages: [PostLink]
    /// The path of the picture that stands for the site.
    let icon: String?
    let chronicle: Chronicle
    /// Nil where posts tell of nothing.
    let timeline: ChronicleAddress?
    /// The journal's number before anything was read.
    let mark: Int64

    init?(_ tx: any ReadTransaction) throws {
        mark = try tx.latestTouch()
        guard let site = try tx.site() else { return nil }
        self.site = site
        icon = try tx.iconPath(of: site)
        chronicle = try tx.chronicle(site: site.id)
        timeline =
            try tx.hasEvents(site: site.id)
            ? ChronicleAddress(folder: chronicle.prefix, .timeline) : nil
        let menus = try tx.menus(site: site.id)
        let primary = menus.first { $0.location == "primary" } ?? menus.first
        menu = try primary.map { try tx.navigation(menu: $0.menu, site: site.id) } ?? []
        pages = menu.isEmpty ? try tx.pages(under: nil, site: site.id) : []
    }

    var language: Language { Language(of: site) }

    /// The look that readers see.
    func look(_ services: SiteServices) -> Look { Look(theme: services.theme, styleVersion: site.styleVersion) }

    /// - Parameter path: of the page that is shown.
    func head(_ services: SiteServices, in look: Look, path: String) -> SiteHead {
        let language = language
        return SiteHead(
            title: site.title, tagline: site.tagline.isEmpty ? nil : site.tagline, language: language,
            home: SafeURL(path: "/"), stylesheet: look.stylesheet, ownStyle: look.ownStyle,
            icon: icon.map { SafeURL(path: $0) },
            navigation: menu.isEmpty ? pageNavigation(path) : menuNavigation(under: nil, path),
            feeds: feeds(in: [.rss]), otherFeeds: feeds(in: [.atom, .json]),
            follow: services.sendsMail ? SafeURL(path: SubscriptionLinks.path) : nil,
            timeline: timeline.map { SafeURL(path: $0.path) })
    }

    private func feeds(in formats: [Address.FeedFormat]) -> [FeedLink] {
        FeedLink.links(called: language.messages.postsFeed(site.title), in: formats) { .feed($0, of: .site) }
            + FeedLink.links(called: language.messages.commentsFeed(site.title), in: formats) { .commentsFeed($0) }
    }

    private func pageNavigation(_ path: String) -> [Themes.NavigationItem] {
        pages.filter { $0.id != site.frontPage }.map { page in
            Themes.NavigationItem(title: page.title, url: SafeURL(path: page.path), isCurrent: page.path == path)
        }
    }

    private func menuNavigation(under parent: Int64?, _ path: String) -> [Themes.NavigationItem] {
        menu.filter { $0.parent == parent }.compactMap { item in
            let url: SafeURL?
            switch item.target {
            case .path(let path): url = SafeURL(path: path)
            case .term(let term): url = Address.archive(of: term).map { SafeURL(path: $0.path) }
            case .url(let text): url = SafeURL(text)
            }
            guard let url else { return nil }
            // Two levels are shown; a menu that nests deeper shows its branches' heads.
            let children = parent == nil ? menuNavigation(under: item.id, path) : []
            return Themes.NavigationItem(
                title: item.label, url: url, isCurrent: url.text == path, children: children)
        }
    }
}

extension ReadTransaction {
    /// The path of the picture that stands for the site; nil where there is none, or it is not here.
    func iconPath(of site: Site) throws -> String? {
        try site.icon.flatMap { try medium(of: $0) }.flatMap { $0.isPictureHere ? $0.address : nil }
    }
}

extension Address {
    /// The list of a term's posts; nil for terms that readers have no list of.
    static func archive(of term: TermLink, page: Int = 1) -> Address? {
        switch term.taxonomy {
        case .category: .category(slugs: term.slugs, page: page)
        case .tag: .tag(slug: term.slug, page: page)
        default: nil
        }
    }
}
