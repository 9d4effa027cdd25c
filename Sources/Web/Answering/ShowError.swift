import Database
import HTTPTypes
import Language
import Store
import Themes

/// The page that a visitor sees where a request was refused or failed.
struct ShowError: Sendable {
    let services: SiteServices

    /// - Parameter number: the request's, for who asks about it.
    func page(for refusal: Refusal, number: String) async -> [UInt8] {
        let reading = try? await services.database.read { tx in try SiteReading(tx) }
        let language = (reading ?? nil)?.language ?? Language(tag: "en")
        let head =
            (reading ?? nil).map { $0.head(services, in: $0.look(services), path: "") }
            ?? SiteHead(
                title: "Thaw", language: language, home: SafeURL(path: "/"),
                stylesheet: Look(theme: services.theme, styleVersion: "").stylesheet)
        let isOurs = refusal.status.code >= 500
        return services.theme.render(
            ErrorPage(
                heading: isOurs ? language.messages.errorTitle : refusal.status.reasonPhrase,
                sentence: isOurs ? language.messages.errorText : refusal.sentence, number: isOurs ? number : nil),
            site: head, head: PageHead(title: refusal.status.reasonPhrase, isHidden: true))
    }
}
