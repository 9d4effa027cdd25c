package import Themes

/// A text of HTML as Markdown, before it becomes that.
package struct ConversionPage: PageView {
    package var heading: String
    package var editor: SafeURL
    package var action: SafeURL
    package var markdown: String
    /// How what readers see would change.
    package var lines: [DifferenceLine]
    package var version: String

    package init(
        heading: String, editor: SafeURL, action: SafeURL, markdown: String, lines: [DifferenceLine], version: String
    ) {
        self.heading = heading
        self.editor = editor
        self.action = action
        self.markdown = markdown
        self.lines = lines
        self.version = version
    }

    package static let template = "conversion"

    package static let fields: [Field<ConversionPage>] = [
        .text("heading") { $0.heading },
        .url("editor") { $0.editor },
        .url("action") { $0.action },
        .text("markdown") { $0.markdown },
        .list("lines") { $0.lines },
        .flag("hasChanges") { !$0.lines.isEmpty },
        .text("version") { $0.version },
    ]
}
