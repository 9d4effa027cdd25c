import Hummingbird
import Model

extension AdminRoute {
    /// The list of a taxonomy, and a page for each of its terms.
    static func terms(_ taxonomy: Term.Taxonomy, _ folder: String, _ services: SiteServices) -> [AdminRoute] {
        let list = ListTerms(services: services, taxonomy: taxonomy, address: "/\(folder)/")
        let one = ChangeTermPage(services: services, list: list)
        return [
            get(folder, .arrange, list.show),
            post(folder, .arrange, list.add),
            get(folder + "/:number", .arrange, one.show),
            post(folder + "/:number", .arrange, one.take),
            post(folder + "/:number/merge", .arrange, one.merge),
            post(folder + "/:number/delete", .arrange, one.delete),
        ]
    }
}
