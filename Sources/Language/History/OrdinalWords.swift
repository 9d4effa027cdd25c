/// Ordinal numbers in words, as far as centuries and quarters need them.
enum OrdinalWords {
    /// The first of a word that may say more: “dix-neuvième”, “twenty-first”, “двадцать первый”.
    static let tens: [String: Int] = ["dix": 10, "vingt": 20, "twenty": 20, "двадцать": 20]

    /// What an Arabic ordinal is followed by, to be ten or twenty more.
    static let arabicTens: [String: Int] = ["عشر": 10, "عشرة": 10, "والعشرين": 20, "والعشرون": 20]

    /// “last third”, “последняя треть”
    static let last = DateLexicon.set("last letztes dernier последняя последний الأخير")

    /// Folded.
    static let numbers: [String: Int] = {
        var numbers: [String: Int] = [:]
        func add(_ list: String, endings: String = "", from first: Int = 1) {
            for (index, stem) in list.split(separator: " ").enumerated() where stem != "-" {
                let all = endings.isEmpty ? [""] : endings.split(separator: " ").map(String.init)
                for ending in all { numbers[DateToken.folded(stem + ending)] = index + first }
            }
        }
        add(
            """
            first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
            fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
            """)
        add(
            """
            erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt \
            sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst
            """, endings: "e es en er em")
        add(
            """
            premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième \
            treizième quatorzième quinzième seizième - - - vingtième
            """)
        // Other genders and other words for the same.
        add("première seconde")
        add("unième")
        add("primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo once doce trece catorce quince")
        add("primero - tercero")
        add("primera segunda tercera cuarta")
        add("dieciséis diecisiete dieciocho diecinueve veinte veintiuno", from: 16)
        add("primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo onze doze treze quatorze quinze")
        add("primeira segunda terceira quarta")
        add("dezesseis dezessete dezoito dezenove vinte", from: 16)
        add(
            """
            перв втор - четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат \
            пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат
            """, endings: "ый ой ая ое ого ом ому")
        add("трет", endings: "ий ья ье ьего ьем", from: 3)
        add("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر")
        add("الحادي الثانية")
        add("الأولى")
        add("العشرين", from: 20)
        add("العشرون", from: 20)
        return numbers
    }()
}
