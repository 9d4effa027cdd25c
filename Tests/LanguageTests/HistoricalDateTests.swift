import EDTF
import Language
import Testing

@Suite("Dates of the past in words")
struct HistoricalDateTests {
    @Test(
        "in English",
        arguments: [
            ("1956-02-25", "February 25, 1956"), ("1956-02", "February 1956"), ("1956", "1956"),
            ("1450~", "about 1450"),
            ("1848-21?", "spring 1848?"), ("1914/1918", "between 1914 and 1918"), ("195X", "the 1950s"),
            ("19XX", "the 20th century"),
            ("-0043", "44 BC"), ("-0043-03-15", "March 15, 44 BC"), ("0000", "1 BC"), ("1945/..", "since 1945"),
            ("../1066", "until 1066"), ("[1667,1668]", "1667 or 1668"),
            ("{1667,1668,1670..1672}", "1667, 1668 and between 1670 and 1672"),
            ("1848-34", "second quarter of 1848"), ("1848-40", "first half of 1848"),
            ("1848-37", "first third of 1848"),
            ("-07XX", "the 8th century BC"), ("00XX", "the 1st century"),
            ("156X-12-25", "between December 25, 1560 and December 25, 1569"),
            ("1956-02-XX", "February 1956"), ("1956-XX-XX", "1956"), ("1450%", "about 1450?"),
            ("1950S2", "the 20th century"),
            ("Y17E7", "170000000"), ("1XXX", "between 1000 and 1999"), ("111X", "the 1110s"),
            ("10XX", "the 11th century"),
        ])
    func english(text: String, words: String) throws {
        #expect(Language(tag: "en").words(try EDTF(text)) == words)
    }

    @Test("Old Style and New Style stand beside each other")
    func dual() throws {
        let washington = try #require(OldStyleDate(year: 1731, month: 2, day: 11, newYear: .march25))
        #expect(
            Language(tag: "en").words(washington) == "February 11, 1731/32 (O.S.) / February 22, 1732 (N.S.)")
        let october = try #require(OldStyleDate(year: 1917, month: 10, day: 25))
        #expect(Language(tag: "ru").words(october) == "25 октября 1917 г. (ст. ст.) / 7 ноября 1917 г. (н. ст.)")
    }

    @Test(
        "parts of a year, and centuries before our era",
        arguments: [
            (
                "de",
                ["zweites Quartal 1848", "letztes Drittel 1848", "erstes Halbjahr 1848", "das 8. Jahrhundert v. Chr."]
            ),
            (
                "fr",
                [
                    "deuxième trimestre de 1848", "dernier tiers de 1848", "premier semestre de 1848",
                    "le VIIIe siècle av. J.-C.",
                ]
            ),
            (
                "es",
                [
                    "segundo trimestre de 1848", "tercer cuatrimestre de 1848", "primer semestre de 1848",
                    "el siglo VIII a. C.",
                ]
            ),
            (
                "pt",
                [
                    "segundo trimestre de 1848", "terceiro quadrimestre de 1848", "primeiro semestre de 1848",
                    "o século VIII a.C.",
                ]
            ),
            (
                "ru",
                ["второй квартал 1848 г.", "последняя треть 1848 г.", "первое полугодие 1848 г.", "VIII век до н. э."]
            ),
            ("zh", ["1848年第二季度", "1848年后四个月", "1848年上半年", "公元前8世纪"]),
            (
                "ar",
                ["الربع الثاني من عام 1848", "الثلث الأخير من عام 1848", "النصف الأول من عام 1848", "القرن 8 ق.م."]
            ),
        ])
    func parts(tag: String, words: [String]) throws {
        let dates = ["1848-34", "1848-39", "1848-40", "-07XX"]
        #expect(try dates.map { Language(tag: tag).words(try EDTF($0)) } == words)
    }

    @Test(
        "in every language of the interface",
        arguments: [
            (
                "de",
                [
                    "25. Februar 1956", "um 1450", "Frühling 1848?", "zwischen 1914 und 1918", "die 1950er-Jahre",
                    "44 v. Chr.",
                ]
            ),
            (
                "fr",
                [
                    "25 février 1956", "vers 1450", "printemps 1848?", "entre 1914 et 1918", "les années 1950",
                    "44 av. J.-C.",
                ]
            ),
            (
                "es",
                [
                    "25 de febrero de 1956", "hacia 1450", "primavera de 1848?", "entre 1914 y 1918",
                    "la década de 1950", "44 a. C.",
                ]
            ),
            (
                "pt",
                [
                    "25 de fevereiro de 1956", "cerca de 1450", "primavera de 1848?", "entre 1914 e 1918",
                    "a década de 1950", "44 a.C.",
                ]
            ),
            (
                "ru",
                [
                    "25 февраля 1956 г.", "около 1450 г.", "весна 1848 г.?", "между 1914 г. и 1918 г.", "1950-е годы",
                    "44 г. до н. э.",
                ]
            ),
            ("zh", ["1956年2月25日", "约1450年", "1848年春季?", "1914年至1918年之间", "1950年代", "公元前44年"]),
            ("ar", ["25 فبراير 1956", "حوالي 1450", "ربيع 1848?", "بين 1914 و1918", "عقد 1950", "44 ق.م."]),
        ])
    func others(tag: String, words: [String]) throws {
        let dates = ["1956-02-25", "1450~", "1848-21?", "1914/1918", "195X", "-0043"]
        #expect(try dates.map { Language(tag: tag).words(try EDTF($0)) } == words)
    }
}
