/// Words of the lists and notes, in one language.
package struct CitationWords: Sendable {
    package var and = "and"
    package var andOthers = "et al."
    package var editor = ("ed.", "eds.")
    package var editorInFull = ("editor", "editors")
    package var editedBy = "edited by"
    package var editedByShort = "ed."
    package var translator = "Trans."
    package var translatedBy = "translated by"
    package var translatedByShort = "trans."
    package var director = "dir."
    package var directorInFull = "Director"
    package var directedBy = "directed by"
    package var inBook = "in"
    package var to = "to"
    package var letterTo = "letter to"
    package var interviewBy = "interview by"
    package var from = "from"
    package var retrieved = "retrieved"
    package var accessed = "accessed"
    package var reprint = "repr."
    package var originalWork = "original work published"
    package var edition = "ed."
    package var volume = "vol."
    package var volumes = "vols."
    package var issue = "no."
    package var reportNumber = "No."
    package var pages = ("p.", "pp.")
    package var blog = "blog"
    package var noDate = "n.d."
    package var circa = "ca."
    package var circaInFull = "circa"
    package var beforeChrist = "BC"
    package var thesis = "PhD diss."
    package var thesisInFull = "PhD dissertation"
    package var doctoralThesis = "Doctoral dissertation"
    package var manuscript = "Unpublished manuscript"
    package var interview = "Interview"
    package var letter = "Letter"
    package var map = "Map"
    package var film = "Film"
    package var speech = "Speech"
    package var months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    package var shortMonths = [
        "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
    ]
    package var seasons = ["Spring", "Summer", "Fall", "Winter"]
    /// Passed over where titles are shortened or put in order.
    package var articles = ["a", "an", "the"]
    /// One and several.
    package var locators: [Locator.Label: (String, String)] = [
        .page: ("p.", "pp."), .chapter: ("chap.", "chaps."), .book: ("bk.", "bks."), .column: ("col.", "cols."),
        .figure: ("fig.", "figs."), .folio: ("fol.", "fols."), .issue: ("no.", "nos."), .line: ("line", "lines"),
        .note: ("n.", "nn."), .opus: ("op.", "opp."), .paragraph: ("para.", "paras."), .part: ("pt.", "pts."),
        .section: ("sec.", "secs."), .subVerbo: ("s.v.", "s.vv."), .verse: ("v.", "vv."), .volume: ("vol.", "vols."),
    ]
    /// The chapter as a locator of APA's and of MLA's.
    package var chapterInFull = ("Chapter", "Chapters")
    package var chapterShort = ("ch.", "chs.")
    /// `2nd` for 2.
    package var ordinal: @Sendable (Int) -> String = { number in
        let ending = (11...13).contains(number % 100) ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
        return "\(number)\(ending)"
    }

    package init() {}

    package static let english = CitationWords()
}
