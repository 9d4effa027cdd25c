import Database
import Model
import Store
import Themes

/// A picture that a page shows outside of a post's content: the file and its smaller copies.
struct Picture: Sendable {
    let medium: Medium
    let copies: [Medium.Copy]

    /// Nil for what is not here, and for what is no picture.
    init?(_ medium: Medium?, copies: [Medium.Copy]) {
        guard let medium, medium.isPictureHere else { return nil }
        self.medium = medium
        self.copies = copies
    }
}

extension ReadTransaction {
    /// By their attachments.
    func pictures(of attachments: [Post.ID]) throws -> [Post.ID: Picture] {
        let copies = try copies(of: attachments)
        let pictures = try media(of: attachments).compactMap { Picture($0, copies: copies[$0.post, default: []]) }
        return Dictionary(pictures.map { ($0.medium.post, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension PictureView {
    /// Nil for what stands in the content anyway.
    init?(_ picture: Picture?, besides content: SafeHTML?) {
        guard let picture, content?.markup.contains(picture.medium.address) != true else { return nil }
        let medium = picture.medium
        self.init(
            url: SafeURL(path: medium.address), alternativeText: medium.alternativeText, width: medium.width,
            height: medium.height,
            sources: picture.copies.enumerated().map { index, copy in
                PictureSource(url: SafeURL(path: copy.address), width: copy.width, isFirst: index == 0)
            })
    }
}

extension EntryView {
    /// Has the page's first picture asked for at once. False where the entry shows none.
    mutating func hurryPicture() -> Bool {
        if picture != nil {
            picture?.isFirst = true
            return true
        }
        guard let hurried = content?.hurryingFirstPicture else { return false }
        content = hurried
        return true
    }
}
