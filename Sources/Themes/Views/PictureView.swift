/// A picture of this server, with the size that it takes in the page.
package struct PictureView: View {
    package var url: SafeURL
    package var alternativeText: String
    /// In pixels; both or none.
    package var width: Int?
    package var height: Int?
    /// The same picture as WebP, narrowest first; empty where none were made.
    package var sources: [PictureSource]
    /// The first picture of the page, which is asked for at once; others wait until they are near.
    package var isFirst: Bool

    package init(
        url: SafeURL, alternativeText: String, width: Int? = nil, height: Int? = nil, sources: [PictureSource] = [],
        isFirst: Bool = false
    ) {
        self.url = url
        self.alternativeText = alternativeText
        self.width = width
        self.height = height
        self.sources = sources
        self.isFirst = isFirst
    }

    package static let fields: [Field<PictureView>] = [
        .url("url") { $0.url },
        .text("alternativeText") { $0.alternativeText },
        .optionalText("width") { $0.width.map(String.init) },
        .optionalText("height") { $0.height.map(String.init) },
        .list("sources") { $0.sources },
        .flag("hasSources") { !$0.sources.isEmpty },
        .flag("isFirst") { $0.isFirst },
    ]
}

/// A picture in another width.
package struct PictureSource: View {
    package var url: SafeURL
    /// In pixels.
    package var width: Int
    /// The first in its list.
    package var isFirst: Bool

    package init(url: SafeURL, width: Int, isFirst: Bool) {
        self.url = url
        self.width = width
        self.isFirst = isFirst
    }

    package static let fields: [Field<PictureSource>] = [
        .url("url") { $0.url },
        .text("width") { String($0.width) },
        .flag("isFirst") { $0.isFirst },
    ]
}
