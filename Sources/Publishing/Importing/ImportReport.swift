/// What an import did, for a person and as JSON: taken, already there, left out and why, with the place of each.
package struct ImportReport: Codable, Sendable {
    package var files: [String]
    package var dryRun: Bool
    /// The blog's old address and title.
    package var blog: String = ""
    package var title: String = ""
    package var version: String = ""
    package var permalinks: String = ""
    package var timeZone: String = ""
    package var timeZoneReason: String = ""
    /// By what it is: `post`, `page`, `attachment`, `comment`, `category`, `author` …
    package var taken: [String: Int] = [:]
    package var updated: [String: Int] = [:]
    package var alreadyThere: [String: Int] = [:]
    package var leftOut: [Entry] = []
    /// Changed both here and in the export: what is here stays.
    package var conflicts: [Entry] = []
    /// Could not be taken; the exit code is 1.
    package var failed: [Entry] = []
    /// Taken, but worth a look: a schedule that had passed, a number that had to change.
    package var notes: [Entry] = []
    /// Repairs of the file's bytes, by kind.
    package var mended: [String: Int] = [:]
    /// What the sanitizer and the renderer took out of content, by kind and name.
    package var dropped: [String: Int] = [:]
    package var unknownShortcodes: [String: Int] = [:]
    /// Pictures and other files that the content shows and that are not here yet.
    package var missingMedia: Int = 0
    /// Dates of events that came along, or were read and are certain.
    package var datesRead: Int = 0
    /// Those that wait for somebody's word.
    package var datesDoubtful: Int = 0
    /// Sources that came along with the posts that cite them, and were not here.
    package var sources: Int = 0
    package var backup: String?
    /// What came of the files, where some were given.
    package var media: MediaReport?
    package var neverExported = Self.absent

    package init(files: [String], dryRun: Bool) {
        self.files = files
        self.dryRun = dryRun
    }

    package struct Place: Codable, Sendable, Hashable {
        package var file: String
        package var line: Int
        package var byte: Int

        package init(file: String, line: Int, byte: Int) {
            self.file = file
            self.line = line
            self.byte = byte
        }
    }

    package struct Entry: Codable, Sendable {
        package var kind: String
        /// The number or name it had in the old blog.
        package var key: String
        package var title: String
        package var reason: String
        package var place: Place?

        package init(kind: String, key: String, title: String, reason: String, place: Place?) {
            self.kind = kind
            self.key = key
            self.title = title
            self.reason = reason
            self.place = place
        }
    }

    /// Something that WordPress never puts into an export, and what to do about it here.
    package struct Absent: Codable, Sendable {
        package var what: String
        package var instead: String
    }

    package static let absent = [
        Absent(what: "likes", instead: "WordPress does not export them; they cannot be brought over."),
        Absent(what: "followers and subscribers", instead: "Export the list of addresses apart and keep it for later."),
        Absent(what: "comments marked as spam", instead: "They stay behind."),
        Absent(
            what: "discussion settings",
            instead: "Each post's own “comments open” came along; comments per page: thaw site set --comments-per-page."
        ),
        Absent(
            what: "reading settings",
            instead: "Posts per page and feed items: thaw site set --posts-per-page, --feed-items."),
        Absent(what: "widgets and the theme's settings", instead: "Menus came along; the rest is the theme's."),
        Absent(what: "passwords", instead: "Authors keep their names; nobody can sign in by an import."),
        Absent(
            what: "the time zone",
            instead: "It was inferred from the dates; correct it with thaw site set --time-zone."),
    ]
}
