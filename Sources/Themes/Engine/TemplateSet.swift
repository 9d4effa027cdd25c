/// Compiled templates of pages that share what stands around them: the administration's, beside a theme's.
package struct TemplateSet: Sendable {
    private let programs: [String: Program]

    /// - Parameters:
    ///   - files: sources by name (`sign-in.mustache`), all in one folder.
    ///   - frame: what every page sees around its own names, reached with `prefix`.
    /// - Throws: the first `TemplateError`.
    package init<Frame: View>(
        _ files: [String: [UInt8]], pages: [any PageView.Type], around frame: Frame.Type, prefix: String
    ) throws(TemplateError) {
        var templates: [String: [TemplateNode]] = [:]
        for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
            let source = String(decoding: bytes, as: UTF8.self)
            templates[String(file.prefix { $0 != "." })] = try TemplateParser.parse(source, file: file)
        }
        var programs: [String: Program] = [:]
        for page in pages {
            programs[page.template] = try Compiler.compile(
                page.template, shape: Shape(of: page), outer: [(prefix, Shape(of: frame))], templates: templates)
        }
        self.programs = programs
    }

    /// A whole page as UTF-8.
    package func render<Page: PageView, Frame: View>(_ page: Page, around frame: Frame) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16_384)
        programs[Page.template]?.run([Record(frame), Record(page)], into: &bytes)
        return bytes
    }
}
