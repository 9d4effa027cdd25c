/// What says on which side of the first year a date lies.
enum Era: Hashable {
    case before
    case ours

    /// Phrases by their first word, longer ones first.
    typealias Phrases = [String: [(words: [String], era: Era)]]

    /// The words behind a year, as they follow each other without marks.
    static let behind = phrases([
        (
            .before,
            """
            bc, bce, b c, b c e, before christ, v chr, vor chr, vor christus, vor christi geburt, v u z, v d z, av j c,
            avant j c, avant jésus christ, avant notre ère, av n è, a c, ac, a de c, a j c, a n e, aec, antes de cristo,
            antes da era comum, до н э, до нашей эры, до р х, до рождества христова, ق م, قبل الميلاد
            """
        ),
        (
            .ours,
            """
            ad, ce, a d, c e, n chr, nach chr, nach christus, n u z, ap j c, apr j c, après j c, après jésus christ,
            de notre ère, d c, dc, d de c, n e, después de cristo, depois de cristo, н э, нашей эры, от р х, م, ميلادية,
            ميلادي, الميلادي, للميلاد
            """
        ),
    ])

    /// Before a year: “AD 79”, “公元79年”.
    static let ahead = phrases([
        (.before, "公 元 前, 西 元 前, 纪 元 前, 紀 元 前"), (.ours, "ad, a d, 公 元, 西 元, anno domini"),
    ])

    /// Words of other languages too where they are not in capitals.
    static let capitals: Set = ["ad", "ce", "ac", "dc"]

    /// Behind a year that another calendar counts.
    static let foreign = DateLexicon.set("ه هجري هجرية الهجري للهجرة ah")

    private static func phrases(_ lists: [(Era, String)]) -> Phrases {
        let all = lists.flatMap { era, list in
            list.split(separator: ",").map { phrase in
                (words: phrase.split(whereSeparator: \.isWhitespace).map(DateToken.folded), era: era)
            }
        }
        return Dictionary(grouping: all.sorted { $0.words.count > $1.words.count }) { $0.words[0] }
    }
}
