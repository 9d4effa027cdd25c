/// How long what visitors leave is kept, beyond what readers see of it.
package struct Retention: Hashable, Sendable {
    /// Network addresses and what browsers call themselves, of responses; nil for ever.
    package var addressDays: Int? = 90
    /// Responses in spam and trash; nil for ever.
    package var spamDays: Int? = 30
    /// What happened in the administration; nil for ever.
    package var logDays: Int? = 365
    /// What becomes of somebody's responses when they erase their data.
    package var erasing = Erasing.removes
    /// How long the owner's backups last, which hold what was erased since; nil where that is not said.
    package var backupDays: Int?

    package init() {}

    package enum Erasing: String, Hashable, Sendable, CaseIterable {
        /// The words go with the name.
        case removes
        /// The words stay, without name.
        case anonymizes
    }
}
