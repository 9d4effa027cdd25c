import Database
import Model
import Store

extension WriteTransaction {
    /// Moves the pages of days and years into a folder, where something of the site's own has an address of theirs.
    func keepChronicleApart(site: Site.ID, at now: Instant) throws {
        var chronicle = try chronicle(site: site)
        guard chronicle.prefix.isEmpty, try hasChronicleAddresses(site: site) else { return }
        chronicle.prefix = Chronicle.spareFolder
        try set(chronicle, site: site, at: now)
        try record(
            Event(
                at: now, actor: "addresses", verb: "move chronicle", objectKind: "site", objectID: site.rawValue,
                after: "{\"folder\":\"\(chronicle.prefix)\"}"),
            site: site)
    }
}
