package import Database
package import Jobs

/// Everything that is done for subscribers while mail goes out.
package enum SubscriptionJobs {
    package static func handlers(_ database: any Database, links: SubscriptionLinks, days: DayLinks) -> [JobHandler] {
        CollectNews(database).handlers + [
            AskToConfirm(database, links: links).handler, SendNews(database, links: links).handler,
            SendToday(database, links: links, days: days).handler,
        ]
    }
}
