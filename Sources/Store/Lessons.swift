package import Database
package import Model

/// Something that a filter is told.
package struct Lesson: Hashable, Sendable {
    package let id: Int64
    /// The response that it is about; nil for one that is not of this site.
    package let comment: Comment.ID?
    package let isSpam: Bool
    /// Whether the lesson is taken back that was given before.
    package let isUndone: Bool
    /// Of a response that is not of this site, as the filter reads it; else empty.
    package let features: [UInt8]
}

extension ReadTransaction {
    /// In the order in which they were given.
    package func lessons(of filter: StoredFilter.ID, after lesson: Int64, limit: Int) throws -> [Lesson] {
        try all(
            """
            SELECT id, comment_id, is_spam, is_undone, coalesce(features, \([UInt8]())) FROM lesson
            WHERE filter_id = \(filter) AND id > \(lesson) ORDER BY id LIMIT \(limit)
            """
        ) { row in
            Lesson(
                id: row.int64(0), comment: row.optionalID(1), isSpam: row.bool(2), isUndone: row.bool(3),
                features: row.bytes(4))
        }
    }
}

extension WriteTransaction {
    package func teach(_ filter: StoredFilter.ID, _ comment: Comment.ID, isSpam: Bool, isUndone: Bool) throws {
        try run(
            """
            INSERT INTO lesson (filter_id, comment_id, is_spam, is_undone)
            VALUES (\(filter), \(comment), \(isSpam), \(isUndone))
            """)
    }

    /// A lesson that teaches nothing, and its number, which is larger than that of all before.
    package func passLesson(_ filter: StoredFilter.ID) throws -> Int64 {
        try first(
            """
            INSERT INTO lesson (filter_id, is_spam, is_undone, features)
            VALUES (\(filter), 0, 0, \([UInt8]())) RETURNING id
            """
        ) { $0.int64(0) } ?? 0
    }

    package func teach(_ filter: StoredFilter.ID, features: [UInt8], isSpam: Bool) throws {
        try run(
            """
            INSERT INTO lesson (filter_id, is_spam, is_undone, features)
            VALUES (\(filter), \(isSpam), 0, \(features))
            """)
    }
}
