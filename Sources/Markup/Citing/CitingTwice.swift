extension RenderingContext {
    /// Renders once; and once more, with notes, where something is cited.
    func citing(
        _ render: (inout CitingPass?) throws(MarkupError) -> RenderedContent
    ) throws(MarkupError) -> RenderedContent {
        var pass = citations.map { CitingPass($0, postNumber: postNumber) }
        var content = try render(&pass)
        let (keys, unknown) = (pass?.keys ?? [], pass?.unknown ?? [])
        if pass?.isCiting == true {
            pass?.beginWriting()
            content = try render(&pass)
        }
        content.cited = keys
        content.unknownSources = unknown
        return content
    }
}
