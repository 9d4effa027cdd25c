import Administration
import Database
import HTTPTypes
import Model
import Publishing
import Store
import Themes

/// The files of the site, and one of them.
struct ListMedia: Sendable {
    let database: any Database
    /// Of one file.
    let byteLimit: Int

    /// In place of a kind: files of which only the name came along.
    static let missing = "missing"
    private static let perPage = 48
    private static let kinds = [
        ("", "All"), ("image/", "Pictures"), ("audio/", "Sound"), ("video/", "Film"), ("application/", "Documents"),
        (missing, "Not here"),
    ]

    func show(_ query: FormFields, by writer: Writer, fault: String? = nil) async throws -> WritingAnswer {
        let number = max(1, min(Int(query.first("page")) ?? 1, 1_000_000))
        let kind = query.first("kind"), isMissing = kind == Self.missing
        let selection = MediaSelection(
            kind: isMissing ? "" : kind, words: query.first("words"), isMissing: isMissing,
            offset: (number - 1) * Self.perPage, limit: Self.perPage + 1)
        let (entries, copies) = try await database.read { tx in
            guard let site = try tx.site() else { throw WritingFault.noSite }
            let entries = try tx.library(selection, site: site.id)
            return (entries, try tx.copies(of: entries.map(\.medium.post)))
        }
        func link(_ page: Int) -> SafeURL {
            SafeURL(
                path: "/admin/media/?kind=\(kind.percentEncodedSegment)"
                    + "&words=\(selection.words.percentEncodedSegment)&page=\(page)")
        }
        let page = MediaPage(
            action: SafeURL(path: "/admin/media/"),
            kinds: Self.kinds.map { value, title in
                AdminLink(
                    title: title,
                    url: SafeURL(path: "/admin/media/" + (value.isEmpty ? "" : "?kind=\(value.percentEncodedSegment)")),
                    isCurrent: value == kind)
            },
            kind: kind, words: selection.words,
            files: entries.prefix(Self.perPage).map { MediumCard($0, copies: copies[$0.medium.post] ?? []) },
            mayUpload: writer.may(.upload), limit: byteLimit.sizeWords, fault: fault,
            newer: number > 1 ? link(number - 1) : nil, older: entries.count > Self.perPage ? link(number + 1) : nil)
        return .page(page, title: "Media", status: fault == nil ? .ok : .unprocessableContent)
    }

    func show(_ number: Int64, by writer: Writer, fault: String? = nil) async throws -> WritingAnswer {
        let (entry, copies, uses, isOwn) = try await database.read { tx in
            guard let site = try tx.site(), let entry = try tx.libraryEntry(number: number, site: site.id),
                let post = try tx.post(entry.medium.post)
            else { throw WritingFault.noSuchPost(number) }
            let uses = try tx.posts(showing: entry.medium, site: site.id)
            return (
                entry, try tx.copies(of: post.id), uses, writer.account != nil && post.author == writer.account
            )
        }
        let medium = entry.medium
        let size = medium.width.flatMap { width in medium.height.map { "\(width) × \($0)" } }
        let shown = copies.first { $0.width >= 640 }.map(\.address) ?? medium.address
        let page = MediumPage(
            card: MediumCard(entry, copies: copies), picture: medium.isPictureHere ? SafeURL(path: shown) : nil,
            file: SafeURL(path: medium.address),
            facts: [
                medium.mimeType, size, medium.file?.bytes.sizeWords ?? "not here; it was at \(medium.sourceURL)",
            ].compactMap(\.self).joined(separator: ", "),
            markdown: entry.markdown, alternativeText: medium.alternativeText, caption: entry.caption,
            uses: uses.map {
                OwnLink(
                    title: $0.title.isEmpty ? "(without a title)" : $0.title, path: AdminAddress(.post).url($0.number))
            },
            action: SafeURL(path: "/admin/media/\(number)/"),
            mayChange: writer.may(.editOthers) || writer.may(.upload) && isOwn, fault: fault)
        return .page(page, title: entry.title, status: fault == nil ? .ok : .unprocessableContent)
    }
}

extension MediumCard {
    fileprivate init(_ entry: MediumEntry, copies: [Medium.Copy]) {
        let medium = entry.medium
        self.init(
            title: entry.title, page: SafeURL(path: "/admin/media/\(entry.number)/"),
            thumbnail: medium.isPictureHere ? SafeURL(path: copies.first?.address ?? medium.address) : nil,
            kind: medium.path.split(separator: ".").last.map { $0.uppercased() } ?? "",
            lacksAlternative: medium.isPictureHere && medium.alternativeText.isEmpty)
    }
}

extension MediumEntry {
    /// What shows it in a text.
    var markdown: String {
        let words = (medium.alternativeText.isEmpty ? title : medium.alternativeText)
            .replacing("[", with: "(").replacing("]", with: ")")
        let link = "[\(words)](\(medium.address))"
        guard medium.isPictureHere else { return link }
        let named = "![\(medium.alternativeText.isEmpty ? "" : words)](\(medium.address)"
        return named + (caption.isEmpty ? ")" : " \"\(caption.replacing("\"", with: "\\\""))\")")
    }

    /// The same where HTML is written.
    var html: String {
        let address = SafeHTML.text(medium.address).markup
        guard medium.isPictureHere else { return "<a href=\"\(address)\">\(SafeHTML.text(title).markup)</a>" }
        let image = "<img src=\"\(address)\" alt=\"\(SafeHTML.text(medium.alternativeText).markup)\">"
        let caption = caption.isEmpty ? "" : "<figcaption>\(SafeHTML.text(caption).markup)</figcaption>"
        return "<figure class=\"wp-block-image\">\(image)\(caption)</figure>"
    }
}
