import Database
import Markup
import Model
import Store

/// All files of a site, as renderings ask for them: by the addresses that they had, and by number.
struct SiteMedia: Sendable {
    let site: Site
    let origins: [String]
    private let entries: [MediumEntry]
    private let copies: [Post.ID: [Medium.Copy]]
    private var byNumber: [Int64: Int] = [:]
    private var byPost: [Post.ID: Int] = [:]
    /// By every key of an address, see `keys`.
    private var byKey: [String: Int] = [:]
    /// The same without the sizes that WordPress writes into names.
    private var byStem: [String: Int] = [:]
    private var byParent: [Post.ID: [Int]] = [:]
    private let ownHosts: Set<String>
    /// The host that an address by path alone is on; nil for a blog that was made here.
    private let mainHost: String?

    init(_ site: Site, in tx: any ReadTransaction) throws {
        self.init(
            site, entries: try tx.media(site: site.id), copies: try tx.copies(site: site.id),
            origins: try tx.origins(site: site.id))
    }

    private init(
        _ site: Site, entries: [MediumEntry], copies: [Post.ID: [Medium.Copy]], origins: [String]
    ) {
        self.site = site
        self.entries = entries
        self.copies = copies
        self.origins = origins
        let hosts = origins.compactMap { WebAddress($0)?.host }
        ownHosts = Set(hosts)
        mainHost = hosts.first
        for (index, entry) in entries.enumerated() {
            byNumber[entry.number] = index
            byPost[entry.medium.post] = index
            if let parent = entry.parent { byParent[parent, default: []].append(index) }
            for key in keys(of: entry.medium.sourceURL) + ["/" + entry.medium.path] {
                let stem = UploadName.stem(key)
                byKey[key] = byKey[key] ?? index
                // What bears the name itself comes before what has a size of it.
                if byStem[stem] == nil || stem == key { byStem[stem] = index }
            }
        }
    }

    /// The file that an address out of a text means, whether it is here or not.
    func entry(at url: String) -> MediumEntry? {
        let keys = keys(of: url)
        let found =
            keys.lazy.compactMap { byKey[$0] }.first ?? keys.lazy.compactMap { byStem[UploadName.stem($0)] }.first
        return found.map { entries[$0] }
    }

    func file(at url: String) -> RenderingContext.File? {
        guard let entry = entry(at: url), let stored = entry.medium.file else { return nil }
        let medium = entry.medium
        return RenderingContext.File(
            path: medium.address, mimeType: medium.mimeType,
            name: medium.alternativeText.isEmpty ? entry.title : medium.alternativeText, bytes: stored.bytes,
            width: medium.width, height: medium.height,
            copies: copies[medium.post, default: []].map { .init(path: $0.address, width: $0.width) })
    }

    /// - Parameter renumbered: attachments that had another number where the text was written.
    func attachment(_ number: Int64, renumbered: [Int64: Post.ID]) -> RenderingContext.Attachment? {
        let index = renumbered[number].flatMap { byPost[$0] } ?? byNumber[number]
        return index.map { RenderingContext.Attachment(entries[$0]) }
    }

    func attachments(of post: Post.ID) -> [RenderingContext.Attachment] {
        (byParent[post] ?? []).map { RenderingContext.Attachment(entries[$0]) }
    }

    /// Where the file behind an address of the blog's own lives here, whether or not an attachment tells of it; nil for
    /// an address elsewhere, and for one that names no file.
    func ownPath(of url: String) -> String? {
        guard let (host, path) = Self.place(of: wholeAddress(url)) else { return nil }
        // WordPress.com keeps a blog's files on a host of their own.
        let isOnFileHost =
            host.hasSuffix(Self.fileHost) && ownHosts.contains(host.dropLast(Self.fileHost.count) + ".wordpress.com")
        guard isOnFileHost || ownHosts.contains(host) && path.contains(MediumPath.root) else { return nil }
        let own = MediumPath.path(of: "x://x" + path, attachedFile: nil)
        return own.split(separator: "/").last?.contains(".") == true ? own : nil
    }

    private static let fileHost = ".files.wordpress.com"

    /// Host and path without scheme, query and `www.`, decoded; for an address of the blog itself also the path of the
    /// upload alone, since a blog has had several hosts.
    private func keys(of url: String) -> [String] {
        guard let (host, path) = Self.place(of: wholeAddress(url)) else {
            return url.hasPrefix("/") && !url.hasPrefix("//") ? upload(in: url).map { [$0] } ?? [] : []
        }
        return [host + path] + (ownHosts.contains(host) ? upload(in: path).map { [$0] } ?? [] : [])
    }

    /// With scheme and host, for an address that was written without: `//host/path` and `/path`, which is the blog's own.
    func wholeAddress(_ url: String) -> String {
        guard url.hasPrefix("/") else { return url }
        if url.hasPrefix("//") { return "https:" + url }
        return mainHost.map { "https://\($0)\(url)" } ?? url
    }

    private static func place(of url: String) -> (host: String, path: String)? {
        guard let address = WebAddress(url) else { return nil }
        let path = WebAddress.percentDecoded(address.path)
        // WordPress.com's picture service has the host that it stands for at the head of its path.
        if address.host.hasSuffix(".wp.com"), address.host.hasPrefix("i"), let inner = WebAddress("https:/" + path) {
            return (inner.host, inner.path)
        }
        return (address.host, path)
    }

    private func upload(in path: String) -> String? {
        path.contains("wp-content/uploads/") ? "/" + MediumPath.path(of: "x://x" + path, attachedFile: nil) : nil
    }
}

extension RenderingContext.Attachment {
    fileprivate init(_ entry: MediumEntry) {
        let medium = entry.medium
        self.init(
            number: entry.number, url: medium.sourceURL.isEmpty ? medium.address : medium.sourceURL,
            title: entry.title, caption: entry.caption, alternativeText: medium.alternativeText,
            mimeType: medium.mimeType, width: medium.width, height: medium.height, page: entry.page)
    }
}
