import CMarkGFM
import Synchronization

/// The door to cmark-gfm: Markdown to HTML that nobody has cleaned yet. Takes only what `MarkdownLimits` has let through.
enum MarkdownParser {
    struct Options: OptionSet {
        let rawValue: Int

        static let tables = Options(rawValue: 1)
        static let footnotes = Options(rawValue: 2)
        static let taskLists = Options(rawValue: 4)
        /// A single line end is a line break.
        static let lineBreaks = Options(rawValue: 8)
        /// A quotation may name its source (`Attribution`).
        static let attributions = Options(rawValue: 16)
    }

    /// cmark-gfm keeps in globals which characters its extensions look at, and changes them for every text.
    private static let turn = Mutex(())

    /// `html` may change what stands in each block of HTML of the writer's own.
    static func html(of source: Bytes, _ options: Options, changing html: ((Bytes) -> Bytes)? = nil) -> Bytes {
        turn.withLock { _ in
            cmark_gfm_core_extensions_ensure_registered()
            var flags = CMARK_OPT_UNSAFE | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
            if options.contains(.footnotes) { flags |= CMARK_OPT_FOOTNOTES }
            if options.contains(.lineBreaks) { flags |= CMARK_OPT_HARDBREAKS }
            guard let parser = cmark_parser_new(flags) else { return [] }
            defer { cmark_parser_free(parser) }
            for name in extensions(options) {
                cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
            }
            source.withUnsafeBytes { buffer in
                cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
            }
            guard let document = cmark_parser_finish(parser) else { return [] }
            defer { cmark_node_free(document) }
            if let html { change(document, html) }
            if options.contains(.attributions) { Attribution.run(document) }
            guard let text = cmark_render_html(document, flags, cmark_parser_get_syntax_extensions(parser)) else {
                return []
            }
            defer { cmark_get_default_mem_allocator().pointee.free(text) }
            return Bytes(String(cString: text).utf8)
        }
    }

    private static func extensions(_ options: Options) -> [String] {
        ["strikethrough", "autolink"] + (options.contains(.tables) ? ["table"] : [])
            + (options.contains(.taskLists) ? ["tasklist"] : [])
    }

    private static func change(_ document: OpaquePointer, _ html: (Bytes) -> Bytes) {
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
            guard let node = cmark_iter_get_node(iterator), cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK,
                let literal = cmark_node_get_literal(node)
            else { continue }
            let changed = String(decoding: html(Bytes(String(cString: literal).utf8)), as: UTF8.self)
            cmark_node_set_literal(node, changed)
        }
    }
}
