import Administration
import Model
import Store
import Themes

/// What was found of an address, in words.
struct LinkWords: Sendable {
    let clock: AdminClock

    static func title(_ list: LinkList) -> String {
        switch list {
        case .dead: "Dead"
        case .failing: "In doubt"
        case .moved: "Moved"
        case .barred: "Cannot be checked"
        case .unchecked: "Not checked yet"
        case .ignored: "Ignored"
        case .archived: "With a copy"
        }
    }

    static func sum(_ list: LinkList, _ count: Int) -> String {
        let isOne = count < 2
        let addresses = count == 0 ? "No address" : isOne ? "One address" : "\(count) addresses"
        switch list {
        case .dead: return "\(addresses) \(isOne ? "is dead and has" : "are dead and have") no copy attached."
        case .failing: return "\(addresses) did not answer the last time, and \(isOne ? "is" : "are") asked again."
        case .moved: return "\(addresses) \(isOne ? "says" : "say") to have moved for good."
        case .barred: return "\(addresses) cannot be asked, or \(isOne ? "does" : "do") not let this program in."
        case .unchecked: return "\(addresses) \(isOne ? "is" : "are") still to be asked."
        case .ignored: return "\(addresses) \(isOne ? "is" : "are") fine by somebody’s word, and not asked."
        case .archived: return "\(addresses) \(isOne ? "has" : "have") a copy, which readers find behind the link."
        }
    }

    /// Nil for what no page may lead to.
    func row(_ link: Link, _ places: [NamingPlace]) -> LinkRow? {
        guard let url = SafeURL(link.address), let search = SafeURL("https://web.archive.org/web/*/" + link.address)
        else { return nil }
        return LinkRow(
            id: String(link.id.rawValue), address: link.address, url: url,
            findings: findings(link).map(LinkFinding.init),
            places: places.map(naming), search: search, archive: link.archive ?? "", hasArchive: link.archive != nil,
            isIgnored: link.isIgnored)
    }

    private func findings(_ link: Link) -> [String] {
        [
            link.problem.isEmpty ? nil : link.problem,
            link.movedTo.map { "It has moved to \($0)" },
            link.failingSince.map { "Not working since \(clock.text($0))." },
            link.state == .working || link.checkedAt == nil
                ? nil
                : link.workedAt.map { "It worked the last time on \(clock.text($0))." }
                    ?? "It has not worked since it is checked.",
            link.checkedAt.map { "Asked the last time on \(clock.text($0))." },
        ].compactMap(\.self)
    }

    private func naming(_ place: NamingPlace) -> LinkNaming {
        guard place.place == .post else {
            return LinkNaming(title: "Source: \(place.title)", edit: ChangeSourcePage.url(place.title))
        }
        return LinkNaming(
            title: place.title.isEmpty ? "No. \(place.number)" : place.title,
            edit: AdminAddress(place.kind == .page ? .page : .post).url(place.number))
    }
}
