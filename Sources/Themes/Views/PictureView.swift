/// A picture of this server, with the size that it takes in the page.
package struct PictureView: View {
    package var url: SafeURL
    package var alternativeText: String
    /// In pixels; both or none.
    package var width: Int?
    package var height: Int?

    package init(url: SafeURL, alternativeText: String, width: Int? = nil, height: Int? = nil) {
        self.url = url
        self.alternativeText = alternativeText
        self.width = width
        self.height = height
    }

    package static let fields: [Field<PictureView>] = [
        .url("url") { $0.url },
        .text("alternativeText") { $0.alternativeText },
        .optionalText("width") { $0.width.map(String.init) },
        .optionalText("height") { $0.height.map(String.init) },
    ]
}
