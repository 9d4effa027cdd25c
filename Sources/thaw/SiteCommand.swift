import ArgumentParser
import Database
import Language
import Model
import Publishing
import SQLiteDatabase
import Store

/// `thaw site`: what stands in the site's head, and how it shows itself.
struct SiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Shows and sets the site's title, language, time zone and page sizes.",
        subcommands: [Show.self, Set.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows what is set.")

        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await withSite(common) { _, site in print(Self.text(site)) }
        }

        static func text(_ site: Site) -> String {
            """
            title: \(site.title)
            tagline: \(site.tagline)
            language: \(site.language)
            time zone: \(site.timeZone)
            permalinks: \(site.permalinks.rawValue)
            posts per page: \(site.postsPerPage)
            comments per page: \(site.commentsPerPage)
            feed items: \(site.feedItems)
            moved from: \(site.origin)
            """
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Sets what is given and leaves the rest.")

        @OptionGroup var common: CommonOptions

        @Option(help: "The site's title.")
        var title: String?

        @Option(help: "What stands under the title.")
        var tagline: String?

        @Option(help: "Of the interface and the site: en, de, pt-BR …")
        var language: String?

        @Option(help: "Europe/Berlin, -05:00 …: for posts from now on; those that are here keep their dates.")
        var timeZone: String?

        @Option(help: "Posts on one page of a list, 1 to 100.")
        var postsPerPage: Int?

        @Option(help: "Top-level comments on one page of a thread, 1 to 1000.")
        var commentsPerPage: Int?

        @Option(help: "Items in a feed, 1 to 100.")
        var feedItems: Int?

        func run() async throws {
            if let timeZone, SiteClock(timeZone: timeZone) == nil {
                throw Failure(
                    "“\(timeZone)” is no time zone. Give a name such as Europe/Berlin, or -05:00.", exitCode: 2)
            }
            if let language, !Language.isTag(language) {
                throw Failure("“\(language)” is no language tag. Give one such as en, de or pt-BR.", exitCode: 2)
            }
            try check(postsPerPage, "--posts-per-page", 1...100)
            try check(commentsPerPage, "--comments-per-page", 1...1000)
            try check(feedItems, "--feed-items", 1...100)
            try await withSite(common) { database, site in
                var changed = site
                changed.title = title ?? site.title
                changed.tagline = tagline ?? site.tagline
                changed.language = language ?? site.language
                changed.timeZone = timeZone ?? site.timeZone
                changed.postsPerPage = postsPerPage ?? site.postsPerPage
                changed.commentsPerPage = commentsPerPage ?? site.commentsPerPage
                changed.feedItems = feedItems ?? site.feedItems
                try await ChangeSite(database, actor: "command line").change(to: changed, now: .now)
                print(Show.text(changed))
            }
        }

        private func check(_ value: Int?, _ name: String, _ range: ClosedRange<Int>) throws {
            if let value, !range.contains(value) {
                throw Failure("\(name) goes from \(range.lowerBound) to \(range.upperBound).", exitCode: 2)
            }
        }
    }
}
