/// Goes over the parsed tree of a post: links to the old blog, pictures, sounds, films and frames get the form that
/// they have here. Nothing that it leaves makes a reader's browser ask another host.
struct ContentPass {
    private let context: RenderingContext
    private let links: OwnLinks

    init(context: RenderingContext) {
        self.context = context
        links = OwnLinks(origins: context.origins)
    }

    func run(_ root: Element) { visit(root, Surroundings()) }

    /// What is around an element, as far as pictures and links depend on it.
    private struct Surroundings {
        var figure: Element?
        var link: Element?
        var room = PictureRoom()
    }

    private func visit(_ parent: Element, _ around: Surroundings) {
        var result: [Element.Node] = []
        result.reserveCapacity(parent.children.count)
        for child in parent.children {
            guard case .element(let element) = child else {
                result.append(child)
                continue
            }
            switch element.name {
            case "img":
                result.append(.element(picture(element, around)))
            case "picture":
                // The image in it stands for all its sources.
                visit(element, around)
                result.append(contentsOf: element.children.filter { !$0.isSource })
            case "audio", "video":
                if let player = LocalMedia.element(for: element, context: context) {
                    result.append(.element(player))
                } else {
                    result.append(contentsOf: MissingMedia.links(for: element, isInLink: around.link != nil))
                }
            case TagFilter.frame:
                if let card = element["src"].flatMap({ EmbedCard.element(for: $0, orLink: true) }) {
                    result.append(.element(card))
                }
            case "a":
                var inside = around
                inside.link = element
                visit(element, inside)
                result.append(contentsOf: linked(element))
            default:
                var inside = around
                if element.name == "figure" { inside.figure = element }
                inside.room = around.room.within(element)
                visit(element, inside)
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

    private func picture(_ image: Element, _ around: Surroundings) -> Element {
        guard let url = image["src"], let file = context.file(url), file.isPicture else {
            return MissingPicture.element(for: image, figure: around.figure, link: around.link)
        }
        if let link = around.link, (image["alt"] ?? "").isEmpty, link.textContent.utf8.allSatisfy(\.isSpace) {
            // Without words of the writer's, the link would have no name at all.
            image["alt"] = file.name
        }
        return LocalPicture.element(for: image, file: file, room: around.room)
    }
}

extension Element.Node {
    fileprivate var isSource: Bool {
        if case .element(let element) = self { element.name == "source" } else { false }
    }
}
