extension Theme {
    /// The theme that comes with the program.
    package static func standard() -> Theme { make(name: "default", overrides: [:]) }

    /// The default theme with some of its files replaced, and others added.
    /// A template that does not compile is left out, one problem for each, and the default's stands in its place; so a
    /// mistake in a theme never takes the site down.
    /// - Parameter overrides: contents by file name (`post.mustache`, `style.css`).
    package static func make(name: String, overrides: [String: [UInt8]]) -> Theme {
        var problems: [TemplateError] = []
        var assets: [String: ThemeAsset] = [:]
        var standard: [String: [TemplateNode]] = [:]
        var replaced: [String: [TemplateNode]] = [:]
        func take(_ files: [String: [UInt8]], into templates: inout [String: [TemplateNode]]) {
            for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
                guard file.hasSuffix(ending) else {
                    assets[file] = ThemeAsset(name: file, bytes: bytes)
                    continue
                }
                do throws(TemplateError) {
                    let source = String(decoding: bytes, as: UTF8.self)
                    templates[String(file.dropLast(ending.count))] = try TemplateParser.parse(source, file: file)
                } catch {
                    problems.append(error)
                }
            }
        }
        take(DefaultTheme.files, into: &standard)
        take(overrides, into: &replaced)

        // An error names the file it is in. That file's override is dropped and all is compiled anew, so that what is
        // left is the most of the theme that works, and every page has the same.
        while true {
            do throws(TemplateError) {
                let programs = try compile(standard.merging(replaced) { $1 })
                return Theme(name: name, assets: assets, problems: problems, programs: programs)
            } catch {
                if !problems.contains(error) { problems.append(error) }
                let culprit = String(error.place.file.dropLast(ending.count))
                if replaced.removeValue(forKey: culprit) != nil { continue }
                // The default's own file asks for something of an override that is not there.
                precondition(!replaced.isEmpty, "the default theme does not compile: \(error)")
                replaced = [:]
            }
        }
    }

    private static let ending = ".mustache"

    private static func compile(_ templates: [String: [TemplateNode]]) throws(TemplateError) -> [String: Program] {
        var programs: [String: Program] = [:]
        for page in pages {
            programs[page.template] = try Compiler.compile(
                page.template, shape: Shape(of: page), outer: outerFrames, templates: templates)
        }
        return programs
    }

    /// What every page sees around its own names, in the order in which `render` gives them.
    private static let outerFrames = [
        (prefix: "site", shape: Shape(of: SiteHead.self)),
        (prefix: "words", shape: Shape(of: Words.self)),
        (prefix: "page", shape: Shape(of: PageHead.self)),
    ]

    private static let pages: [any PageView.Type] = [
        AttachmentPage.self, ChroniclePage.self, ConfirmLoginPage.self, ConnectingPage.self, EmptySitePage.self,
        ErrorPage.self,
        LikersPage.self, NotFoundPage.self, OwnDataPage.self,
        PasswordPage.self, PostListPage.self, PostPage.self, PrivacyPage.self, SearchPage.self, SubscriptionPage.self,
    ]
}
