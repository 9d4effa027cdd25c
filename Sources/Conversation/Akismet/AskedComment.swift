import Database
import Model
import Store

/// A response that Akismet was asked about, where the site still asks it and the question is still kept.
struct AskedComment: Sendable {
    let site: Site.ID
    let check: AkismetCheck
    let form: AkismetForm
    let settings: AkismetSettings

    init?(_ number: Int64, in tx: any ReadTransaction) throws {
        guard let site = try tx.site()?.id, let comment = try tx.comment(number: number, site: site),
            try tx.discussion(site: site).asksAkismet, let check = try tx.akismetCheck(of: comment.id),
            !check.form.isEmpty
        else { return nil }
        self.site = site
        self.check = check
        form = AkismetForm(text: check.form)
        settings = try tx.akismet(site: site)
    }
}
