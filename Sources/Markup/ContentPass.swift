/// Goes over the parsed tree of a post: links to the old blog, pictures, sounds, films and frames get the form that
/// they have here. Nothing that it leaves makes a reader's browser ask another host.
struct ContentPass {
    private let context: RenderingContext
    private let links: OwnLinks

    init(context: RenderingContext) {
        self.context = context
        links = OwnLinks(origins: context.origins)
    }

    func run(_ root: Element) { visit(root, figure: nil, link: nil) }

    private func visit(_ parent: Element, figure: Element?, link: Element?) {
        var result: [Element.Node] = []
        result.reserveCapacity(parent.children.count)
        for child in parent.children {
            guard case .element(let element) = child else {
                result.append(child)
                continue
            }
            switch element.name {
            case "img":
                result.append(.element(picture(element, figure: figure, link: link)))
            case "audio", "video":
                if let player = LocalMedia.element(for: element, context: context) {
                    result.append(.element(player))
                } else {
                    result.append(contentsOf: MissingMedia.links(for: element, isInLink: link != nil))
                }
            case TagFilter.frame:
                if let card = element["src"].flatMap({ EmbedCard.element(for: $0, orLink: true) }) {
                    result.append(.element(card))
                }
            case "a":
                visit(element, figure: figure, link: element)
                result.append(contentsOf: linked(element))
            default:
                visit(element, figure: element.name == "figure" ? element : figure, link: link)
                result.append(child)
            }
        }
        parent.children = result
    }

    private func linked(_ link: Element) -> [Element.Node] {
        guard let url = link["href"] else { return [.element(link)] }
        if let picture = link.elements.first(where: { $0.hasClass(MissingPicture.replacesLink) }) {
            // The link led to the picture itself; the picture's own link takes its place.
            picture["class"] = picture["class"]?.replacing(MissingPicture.replacesLink, with: "")
            return link.children
        }
        if let file = context.file(url) {
            link["href"] = file.path
            // A button to download stands beside such a link.
            if let words = FileSize.words(for: file), link["download"] == nil {
                return [.element(link), .text(" (\(words))")]
            }
        } else if let path = links.path(of: url), !OwnLinks.isUpload(path) {
            link["href"] = path
        }
        return [.element(link)]
    }

    private func picture(_ image: Element, figure: Element?, link: Element?) -> Element {
        guard let url = image["src"], let picture = context.file(url), picture.isPicture else {
            return MissingPicture.element(for: image, figure: figure, link: link)
        }
        let shown = Element("img", [("src", picture.path), ("alt", image["alt"] ?? "")])
        // The size that the writer chose, or the file's own; one without the other would distort.
        if let width = image["width"], let height = image["height"] {
            shown["width"] = width
            shown["height"] = height
        } else if let width = picture.width, let height = picture.height {
            shown["width"] = String(width)
            shown["height"] = String(height)
        }
        for name in ["class", "title", "style", "align"] {
            if let value = image[name] { shown[name] = value }
        }
        shown["loading"] = "lazy"
        return shown
    }
}
