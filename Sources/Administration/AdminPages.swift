package import Themes

/// The pages under `/admin/`, compiled once. No theme changes them.
package struct AdminPages: Sendable {
    package let stylesheet: ThemeAsset
    package let script: ThemeAsset
    private let templates: TemplateSet

    package init() {
        let pages: [any PageView.Type] = [
            SignInPage.self, NewPasswordPage.self, NoticePage.self, DashboardPage.self, CommentsPage.self,
            EditCommentPage.self, EditorPage.self, MediaPage.self, MediumPage.self,
            PostTablePage.self,
            RevisionsPage.self, ConversionPage.self, FormPage.self, ProfilePage.self, TermsPage.self, JobsPage.self,
            PeoplePage.self,
            LogPage.self, LoginsPage.self, ViewsPage.self, MailPage.self, SubscribersPage.self, ThemePage.self,
            NavigationPage.self, SecondStepPage.self, CodesPage.self, PasskeysPage.self, TokensPage.self,
            ToolsPage.self, SpamPage.self, FloodsPage.self, FilterKeysPage.self, AdminChroniclePage.self,
            DatesPage.self, LinksPage.self, SourcesPage.self, SourcesImportPage.self,
        ]
        do throws(TemplateError) {
            templates = try TemplateSet(AdminFiles.templates, pages: pages, around: AdminFrame.self, prefix: "admin")
        } catch {
            preconditionFailure("the administration's templates do not compile: \(error)")
        }
        stylesheet = ThemeAsset(name: "admin.css", bytes: AdminFiles.stylesheet)
        script = ThemeAsset(name: "admin.js", bytes: AdminFiles.script)
    }

    package func render(_ page: some PageView, around frame: AdminFrame) -> [UInt8] {
        templates.render(page, around: frame)
    }
}
