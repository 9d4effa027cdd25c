import Model

/// Where a file of addresses says what.
struct SubscriberColumns: Sendable {
    private let address: Int
    /// Missing where the file is not one of `ManageSubscribers.export`.
    private let newPosts: Int?
    private let today: Int?

    struct Reading: Hashable, Sendable {
        let address: String
        let newPosts: Bool
        let today: Bool
    }

    /// The columns, and in which row the addresses begin; nil where no column holds addresses.
    ///
    /// The heading may say `email`, `email_address`, `subscriber email` …, or be missing.
    static func find(in rows: [[String]]) -> (SubscriberColumns, first: Int)? {
        guard let heading = rows.first else { return nil }
        let names = heading.map { $0.lowercased().filter(\.isLetter) }
        let known = ["email", "emailaddress", "subscriberemail", "mail", "useremail"]
        if let column = known.lazy.compactMap({ names.firstIndex(of: $0) }).first {
            let columns = SubscriberColumns(
                address: column, newPosts: names.firstIndex(of: "newposts"), today: names.firstIndex(of: "today"))
            return (columns, 1)
        }
        return heading.firstIndex(where: EmailAddress.isPlausible).map {
            (SubscriberColumns(address: $0, newPosts: nil, today: nil), 0)
        }
    }

    /// Nil for a row without an address, or one that follows nothing that can be taken along.
    func read(_ row: [String]) -> Reading? {
        func field(_ column: Int?) -> String? {
            column.map { $0 < row.count ? row[$0].filter { !$0.isWhitespace } : "" }
        }
        let reading = Reading(
            address: field(address) ?? "", newPosts: field(newPosts)?.lowercased() != "no",
            today: field(today)?.lowercased() == "yes")
        return EmailAddress.isPlausible(reading.address) && (reading.newPosts || reading.today) ? reading : nil
    }
}
