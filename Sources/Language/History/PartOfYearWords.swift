/// The parts of a year as a language names them, in EDTF's order: four quarters, three thirds, two halves.
struct PartOfYearWords: Sendable {
    private let names: [String]
    private let ofYear: @Sendable (_ part: String, _ year: String) -> String

    private init(_ names: String, of ofYear: @escaping @Sendable (String, String) -> String) {
        self.names = names.split(separator: ",").map { String($0.drop(while: \.isWhitespace)) }
        self.ofYear = ofYear
    }

    /// By EDTF's number, 33 to 41.
    func text(_ number: Int, of year: String) -> String { ofYear(names[number - 33], year) }

    static let english = PartOfYearWords(
        """
        first quarter, second quarter, third quarter, fourth quarter, first third, second third, last third, first half,\
         second half
        """, of: { "\($0) of \($1)" })

    static let german = PartOfYearWords(
        """
        erstes Quartal, zweites Quartal, drittes Quartal, viertes Quartal, erstes Drittel, zweites Drittel,\
         letztes Drittel, erstes Halbjahr, zweites Halbjahr
        """, of: { "\($0) \($1)" })

    static let french = PartOfYearWords(
        """
        premier trimestre, deuxième trimestre, troisième trimestre, quatrième trimestre, premier tiers, deuxième tiers,\
         dernier tiers, premier semestre, second semestre
        """, of: { "\($0) de \($1)" })

    static let spanish = PartOfYearWords(
        """
        primer trimestre, segundo trimestre, tercer trimestre, cuarto trimestre, primer cuatrimestre,\
         segundo cuatrimestre, tercer cuatrimestre, primer semestre, segundo semestre
        """, of: { "\($0) de \($1)" })

    static let portuguese = PartOfYearWords(
        """
        primeiro trimestre, segundo trimestre, terceiro trimestre, quarto trimestre, primeiro quadrimestre,\
         segundo quadrimestre, terceiro quadrimestre, primeiro semestre, segundo semestre
        """, of: { "\($0) de \($1)" })

    static let russian = PartOfYearWords(
        """
        первый квартал, второй квартал, третий квартал, четвёртый квартал, первая треть, вторая треть, последняя треть,\
         первое полугодие, второе полугодие
        """, of: { "\($0) \($1)" })

    static let chinese = PartOfYearWords(
        "第一季度, 第二季度, 第三季度, 第四季度, 前四个月, 中间四个月, 后四个月, 上半年, 下半年", of: { "\($1)\($0)" })

    static let arabic = PartOfYearWords(
        """
        الربع الأول, الربع الثاني, الربع الثالث, الربع الرابع, الثلث الأول, الثلث الثاني, الثلث الأخير, النصف الأول,\
         النصف الثاني
        """, of: { "\($0) من عام \($1)" })
}
