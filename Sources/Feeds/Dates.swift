import Model

extension Instant {
    /// `2012-02-25T15:04:05Z`
    var rfc3339: String { utc.text.replacing(" ", with: "T") + "Z" }
}
