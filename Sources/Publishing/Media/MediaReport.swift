/// What came of a site's files.
package struct MediaReport: Codable, Sendable {
    package var taken = 0
    /// Attachments made for files that only posts named.
    package var adopted = 0
    /// Posts that show more than before.
    package var postsShown = 0
    /// Files that were not found, by their paths below the site's root.
    package var notFound: [String] = []
    package var failed: [Fault] = []

    package struct Fault: Codable, Sendable {
        package var path: String
        /// The public number of the attachment.
        package var number: Int64
        package var reason: String

        package init(path: String, number: Int64, reason: String) {
            self.path = path
            self.number = number
            self.reason = reason
        }
    }

    package init() {}

    /// For a person at a terminal.
    ///
    /// - Parameter limit: how many files are named that did not come.
    package func summary(naming limit: Int = 20) -> String {
        var lines = ["  files: \(taken) taken, \(notFound.count) not found, \(failed.count) refused"]
        if adopted > 0 { lines.append("    \(adopted) of them were named by posts alone, and have attachments now") }
        lines += failed.prefix(limit).map { "    \($0.path) (attachment \($0.number)): \($0.reason)" }
        if failed.count > limit { lines.append("    and \(failed.count - limit) more; --report FILE lists all") }
        lines += notFound.prefix(limit).map { "    \($0): not found" }
        if notFound.count > limit { lines.append("    and \(notFound.count - limit) more; thaw check lists them") }
        return lines.joined(separator: "\n")
    }
}
