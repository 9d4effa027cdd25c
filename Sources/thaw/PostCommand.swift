import ArgumentParser
import Database
import Model
import Publishing
import SQLiteDatabase
import Store

/// `thaw post`: looks at posts and changes their state, until there is a page for it.
struct PostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post", abstract: "Lists, shows, publishes and trashes posts.",
        subcommands: [List.self, Show.self, Publish.self, Trash.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists posts, the last changed first.")

        @OptionGroup var common: CommonOptions

        @Option(help: "published, scheduled, draft, pending, private or trash.")
        var status = "published"

        @Option(help: "post, page, attachment, or a kind that an import brought.")
        var kind = "post"

        @Option(help: "How many at the most.")
        var limit = 50

        func run() async throws {
            guard let status = Post.Status(rawValue: status) else {
                throw Failure("“\(self.status)” is no status; it is one of \(Post.Status.names).", exitCode: 2)
            }
            guard limit > 0 else { throw Failure("--limit is at least 1.", exitCode: 2) }
            let kind = Post.Kind(rawValue: kind)
            try await withSite(common) { database, site in
                let posts = try await database.read { [limit] tx in
                    try tx.posts(site: site.id, kind: kind, status: status, limit: limit)
                }
                for post in posts {
                    print("\(post.number)\t\(post.localDate?.dateText ?? "no date   ")\t\(post.title)")
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows one post with its source.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "The post's number, as thaw post list prints it.")
        var number: Int64

        func run() async throws {
            try await withSite(common) { database, site in
                let found = try await database.read { [number] tx -> FullPost? in
                    guard let post = try tx.post(number: number, site: site.id) else { return nil }
                    return try tx.fullPost(post.id)
                }
                guard let found else { throw PublishPost.Fault.noSuchPost(number) }
                let post = found.post
                print(
                    """
                    number: \(post.number)
                    kind: \(post.kind.rawValue)
                    status: \(post.status.rawValue)
                    title: \(post.title)
                    date: \(post.localDate?.text ?? "none")
                    author: \(found.author?.displayName ?? "none")
                    address: \(found.path.isEmpty ? "none yet" : found.path)
                    terms: \(found.terms.map { "\($0.taxonomy.rawValue) \($0.name)" }.joined(separator: ", "))
                    comments: \(post.commentCount)

                    \(found.body.source)
                    """)
            }
        }
    }

    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a draft, a scheduled, private or trashed post public.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "The post's number, as thaw post list prints it.")
        var number: Int64

        func run() async throws {
            try await withSite(common) { database, _ in
                let path = try await PublishPost(database, actor: "command line").publish(number: number, now: .now)
                print("Post \(number) is public at \(path)")
            }
        }
    }

    struct Trash: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes a post out of sight; publishing it brings it back.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "The post's number, as thaw post list prints it.")
        var number: Int64

        func run() async throws {
            let days = try await common.settings().trashDays
            try await withSite(common) { database, _ in
                try await TrashPost(database, actor: "command line", days: days).trash(number: number, now: .now)
                print("Post \(number) is in the trash. thaw post publish \(number) brings it back.")
            }
        }
    }
}

extension Post.Status {
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
