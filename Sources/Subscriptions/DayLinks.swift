package import Model

/// Where the pages about a day are; whoever gives pages their addresses knows.
package struct DayLinks: Sendable {
    let today: @Sendable (Chronicle) -> String
    let day: @Sendable (DayOfYear, Chronicle) -> String

    /// - Parameters:
    ///   - today: the path of the page that shows the day of the site's clock.
    ///   - day: the path of the page of a day over all years.
    package init(
        today: @escaping @Sendable (Chronicle) -> String, day: @escaping @Sendable (DayOfYear, Chronicle) -> String
    ) {
        self.today = today
        self.day = day
    }
}
