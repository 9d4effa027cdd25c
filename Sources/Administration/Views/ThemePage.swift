package import Themes

/// What the site wears.
package struct ThemePage: PageView {
    package var action: SafeURL
    package var styleAction: SafeURL
    package var choices: FormField
    /// The settings say which one; nothing is to be chosen.
    package var isFixed: Bool
    /// What is wrong with the theme's files, one on a line.
    package var problems: String?
    package var style: FormField

    package init(
        action: SafeURL, styleAction: SafeURL, choices: FormField, isFixed: Bool, problems: String? = nil,
        style: FormField
    ) {
        self.action = action
        self.styleAction = styleAction
        self.choices = choices
        self.isFixed = isFixed
        self.problems = problems
        self.style = style
    }

    package static let template = "theme"

    package static let fields: [Field<ThemePage>] = [
        .url("action") { $0.action },
        .url("styleAction") { $0.styleAction },
        .list("choices") { [$0.choices] },
        .flag("isFixed") { $0.isFixed },
        .optionalText("problems") { $0.problems },
        .list("style") { [$0.style] },
    ]
}
