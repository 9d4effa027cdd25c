/// How wide a picture may become where it stands, in CSS pixels: what `sizes` tells a browser before the style sheet is
/// read. The measures are those of the default theme (`--measure`, `--wide`, its one breakpoint at 34em); where another
/// theme differs, a browser takes a picture of another width and shows it as that theme says.
struct PictureRoom {
    /// Of the column on a wide screen: 35rem of 20 pixels.
    private var widest = 700.0
    /// What a narrow screen leaves beside the column.
    private var inset = 43.0
    /// The narrowest screen with room for all of `widest`, about.
    private var enough = 676.0
    private var share = 1.0
    private var narrowShare = 1.0
    private var isInside = false
    /// A picture is stretched to the room.
    private var fills = false
    /// Of the columns around it, for those that name no width.
    private var columns = 1

    private static let breakpoint = 544.0

    /// The room inside an element, by WordPress's classes.
    func within(_ element: Element) -> PictureRoom {
        guard element["class"] != nil else { return self }
        var room = self
        if !isInside, let wide = element.hasClass("alignfull") ? 1800.0 : element.hasClass("alignwide") ? 1240 : nil {
            room.widest = wide
            room.inset = 51
            room.enough = wide + room.inset
            room.fills = element.hasClass("wp-block-image")
        }
        if element.hasClass("wp-block-cover") { room.fills = true }
        if element.hasClass("alignleft") || element.hasClass("alignright") { room.share *= 0.5 }
        if element.hasClass("wp-block-media-text") { room.share *= 0.5 }
        if element.hasClass("wp-block-group") { room.isInside = true }
        if let columns = Self.galleryColumns(element), columns > 1 {
            room.share *= (1 - Double(columns - 1) * 15 / room.widest) / Double(columns)
            room.narrowShare *= 0.5
            room.inset += 13
        } else if element.hasClass("wp-block-columns") {
            room.columns = max(1, element.elements.count { $0.hasClass("wp-block-column") })
            if element.hasClass("is-not-stacked-on-mobile") { room.narrowShare /= Double(room.columns) }
        } else if element.hasClass("wp-block-column") {
            room.isInside = true
            room.share *= Self.ownShare(of: element) ?? 1 / Double(columns)
        }
        return room
    }

    /// - Parameter width: that the picture has by itself; nil when it takes all there is.
    func sizes(width: Int?) -> String {
        let room = max(1, widest * share)
        let shown = fills ? room : min(width.map(Double.init) ?? room, room)
        let narrow = min(share < 1 ? Self.breakpoint : enough, shown / narrowShare + inset)
        let plain = "\(Int(shown.rounded()))px"
        // No screen is so narrow.
        guard narrow > 320 else { return plain }
        let portion = Int((100 * narrowShare).rounded())
        return "(max-width: \(Int(narrow))px) calc(\(portion)vw - \(Int(inset * narrowShare))px), \(plain)"
    }

    private static func galleryColumns(_ element: Element) -> Int? {
        let classes = element["class"]?.split(separator: " ") ?? []
        for prefix in ["gallery-columns-", "columns-"] {
            for name in classes where name.hasPrefix(prefix) {
                if let columns = Int(name.dropFirst(prefix.count)), (1...9).contains(columns) { return columns }
            }
        }
        return classes.contains { ["gallery", "wp-block-gallery"].contains($0) } ? 3 : nil
    }

    /// The part of the columns that one of them names for itself.
    private static func ownShare(of column: Element) -> Double? {
        var ignored: [String: Int] = [:]
        let styled = StyleClasses.classes(for: column["style"] ?? "", of: column, dropped: &ignored)
        let width = styled.first { $0.hasPrefix("w-") }.flatMap { Double($0.dropFirst(2)) }
        return width.map { $0 / 100 }
    }
}
