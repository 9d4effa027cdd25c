/// A sound or film whose file is here, with the browser's own controls.
enum LocalMedia {
    /// Nil when none of the player's files is here.
    static func element(for player: Element, context: RenderingContext) -> Element? {
        let sources = ([player] + player.elements.filter { $0.name == "source" }).compactMap(\.["src"])
        var files: [RenderingContext.File] = []
        for file in sources.compactMap(context.file) where file.isPlayable && !files.contains(file) {
            files.append(file)
        }
        guard let first = files.first else { return nil }
        let shown = Element(player.name, [("controls", ""), ("preload", player.name == "video" ? "metadata" : "none")])
        for name in ["loop", "muted", "playsinline", "class", "title"] {
            if let value = player[name] { shown[name] = value }
        }
        if player.name == "video" {
            for name in ["width", "height"] { if let value = player[name] { shown[name] = value } }
            if let poster = player["poster"].flatMap(context.file), poster.isPicture { shown["poster"] = poster.path }
        }
        if files.count == 1 {
            shown["src"] = first.path
        } else {
            shown.children = files.map { file in
                .element(Element("source", [("src", file.path), ("type", file.mimeType)]))
            }
        }
        return shown
    }
}
