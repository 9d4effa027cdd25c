/// How sure a form of a date is, before its place in the text is looked at. `DateReading.sure` lies between what is likely and
/// what is doubtful.
enum Confidence {
    /// Day, month and year.
    static let whole = 0.98
    /// Words that mean nothing but a date: “October 1917”, “44 BC”.
    static let named = 0.9
    /// Words that mean little else: “19th century”, “1941–45”.
    static let likely = 0.87
    /// What the writer may have meant otherwise.
    static let doubtful = 0.8
    /// One of two readings.
    static let unclear = 0.7
    /// A number that may be a year.
    static let guess = 0.6
}
