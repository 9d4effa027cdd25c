package import Database
import Markup
package import Model
import Store

extension ReadTransaction {
    /// The file of this blog that an address means, wherever the blog was when it was written; nil for a file elsewhere.
    package func medium(at url: String, site: Site.ID) throws -> Medium? {
        guard let address = WebAddress(url),
            let medium = try medium(path: MediumPath.path(of: url, attachedFile: nil), site: site)
        else { return nil }
        // Other sites have folders of the same names.
        if WebAddress(medium.sourceURL)?.host == address.host { return medium }
        return try origins(site: site).contains { WebAddress($0)?.host == address.host } ? medium : nil
    }
}
