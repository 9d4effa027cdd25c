/// A picture whose file is here: in its own format, and beside it as WebP in the widths that were made of it, of which a
/// browser takes the one that fits.
enum LocalPicture {
    static func element(for image: Element, file: RenderingContext.File, room: PictureRoom) -> Element {
        let shown = Element("img", [("src", file.path), ("alt", image["alt"] ?? "")])
        let size = size(of: image, file: file)
        if let (width, height) = size {
            shown["width"] = String(width)
            shown["height"] = String(height)
        }
        for name in ["class", "title", "style", "align"] {
            if let value = image[name] { shown[name] = value }
        }
        // The page that shows it asks for its first picture at once.
        shown["loading"] = "lazy"
        shown["decoding"] = "async"
        guard !file.copies.isEmpty else { return shown }
        let source = Element(
            "source",
            [
                ("type", "image/webp"),
                ("srcset", file.copies.map { "\($0.path) \($0.width)w" }.joined(separator: ", ")),
                ("sizes", room.within(image).sizes(width: size?.width)),
            ])
        return Element("picture", children: [.element(source), .element(shown)])
    }

    /// As wide as the writer chose, in a tag, or by a size in the address; else the file's own width. As high as the file
    /// makes it, so that nothing jumps when it comes: a size that WordPress had cut is shown whole.
    private static func size(of image: Element, file: RenderingContext.File) -> (width: Int, height: Int)? {
        let (width, height) = (pixels(image["width"]), pixels(image["height"]))
        guard let ownWidth = file.width, let ownHeight = file.height, ownWidth > 0, ownHeight > 0 else {
            return width.flatMap { width in height.map { (width, $0) } }
        }
        let wanted =
            width ?? height.map { max(1, $0 * ownWidth / ownHeight) }
            ?? image["src"].flatMap(widthInAddress).map { min($0, ownWidth) } ?? ownWidth
        return (wanted, max(1, (wanted * ownHeight + ownWidth / 2) / ownWidth))
    }

    private static func pixels(_ value: String?) -> Int? {
        guard let value else { return nil }
        let digits = value.hasSuffix("px") ? value.dropLast(2) : value[...]
        return digits.utf8.count <= 5 ? Int(digits).flatMap { $0 > 0 ? $0 : nil } : nil
    }

    /// `a-300x200.jpg`, or WordPress.com's `a.jpg?w=300`.
    private static func widthInAddress(_ url: String) -> Int? {
        UploadName.width(in: String(url.prefix { $0 != "?" && $0 != "#" })) ?? pixels(WebAddress(url)?.query("w"))
    }
}
