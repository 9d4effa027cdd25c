package import Database
package import Model

// How the model's values are stored: ids and instants as integers, wall-clock readings and names of cases as text.

extension SQLValue where Self: RawRepresentable, RawValue: SQLValue {
    package var sqlValue: SQL.Value { rawValue.sqlValue }
}

extension ID: SQLValue {}
extension PermalinkStructure: SQLValue {}
extension Post.Kind: SQLValue {}
extension Post.Status: SQLValue {}
extension Post.Format: SQLValue {}
extension PostBody.SourceFormat: SQLValue {}
extension Term.Taxonomy: SQLValue {}
extension NewComment.SourceFormat: SQLValue {}
extension Role: SQLValue {}
extension Comment.Kind: SQLValue {}
extension Comment.Status: SQLValue {}
extension DateFormat: SQLValue {}

extension Instant: SQLValue {
    package var sqlValue: SQL.Value { .integer(milliseconds) }
}

extension LocalDateTime: SQLValue {
    package var sqlValue: SQL.Value { .text(text) }
}

extension Row {
    func id<Entity>(_ column: Int) -> ID<Entity> { ID(int64(column)) }

    func optionalID<Entity>(_ column: Int) -> ID<Entity>? { optionalInt64(column).map { ID($0) } }

    func instant(_ column: Int) -> Instant { Instant(milliseconds: int64(column)) }

    func optionalInstant(_ column: Int) -> Instant? { optionalInt64(column).map(Instant.init(milliseconds:)) }

    /// The stored form is always the full one; what cannot be read is as good as absent.
    func localDate(_ column: Int) -> LocalDateTime? { optionalText(column).flatMap { LocalDateTime($0) } }

    /// A case by its stored name. The schema's checks keep other names out.
    func `case`<T: RawRepresentable<String>>(_ column: Int, _ type: T.Type = T.self) throws -> T {
        let name = text(column)
        guard let value = T(rawValue: name) else {
            throw DatabaseError.failed(detail: "“\(name)” is no \(T.self)", site: "reading a row")
        }
        return value
    }
}

extension ID {
    /// Stands in a value that is yet to be inserted; the row's own id comes back from `insert`.
    package static var unassigned: Self { ID(0) }
}
