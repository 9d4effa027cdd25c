import EDTF
import Language
import Testing

@Suite("Dates at the head of titles")
struct DateReaderTests {
    @Test(
        "are read in every language of the interface",
        arguments: [
            ("February 25, 1956 – The Secret Speech", "1956-02-25", "The Secret Speech"),
            ("25 February 1956: The Secret Speech", "1956-02-25", "The Secret Speech"),
            ("Feb. 25, 1956 — A speech", "1956-02-25", "A speech"), ("July 4th, 1776", "1776-07-04", ""),
            ("On This Day in 1066", "1066", ""), ("c. 1450: The press", "1450~", "The press"),
            ("circa 1450", "1450~", ""),
            ("March 15, 44 BC – The Ides", "-0043-03-15", "The Ides"), ("44 BC", "-0043", ""),
            ("44 B.C.E. – Rome", "-0043", "Rome"),
            ("AD", nil, nil), ("1956-02-25 A speech", "1956-02-25", "A speech"),
            ("Spring 1848: Revolutions", "1848-21", "Revolutions"),
            ("October 1917 – Petrograd", "1917-10", "Petrograd"),
            ("1914–1918: The Great War", "1914/1918", "The Great War"),
            ("Between 1914 and 1918", "1914/1918", ""), ("The 1950s: Cars", "195X", "Cars"),
            ("25. Februar 1956 – Die Geheimrede", "1956-02-25", "Die Geheimrede"),
            ("Am 9. November 1989", "1989-11-09", ""),
            ("Um 1450: Gutenberg", "1450~", "Gutenberg"), ("44 v. Chr. – Caesar", "-0043", "Caesar"),
            ("Die 1950er Jahre", "195X", ""),
            ("Le 25 février 1956", "1956-02-25", ""), ("1er août 1914 – Mobilisation", "1914-08-01", "Mobilisation"),
            ("Vers 1450", "1450~", ""), ("52 av. J.-C. : Alésia", "-0051", "Alésia"), ("Les années 1950", "195X", ""),
            ("25 de febrero de 1956: El discurso", "1956-02-25", "El discurso"),
            ("El 2 de mayo de 1808", "1808-05-02", ""),
            ("44 a. C. – César", "-0043", "César"),
            ("25 de fevereiro de 1956 – O discurso", "1956-02-25", "O discurso"),
            ("7 de setembro de 1822", "1822-09-07", ""), ("25 февраля 1956 г. – Доклад", "1956-02-25", "Доклад"),
            ("Октябрь 1917", "1917-10", ""), ("44 г. до н. э.", "-0043", ""), ("около 1450 г.", "1450~", ""),
            ("1956年2月25日：秘密报告", "1956-02-25", "秘密报告"), ("1917年10月", "1917-10", ""), ("公元前44年", "-0043", ""),
            ("25 فبراير 1956 – الخطاب", "1956-02-25", "الخطاب"), ("25.2.1956 – Rede", "1956-02-25", "Rede"),
        ] as [(String, String?, String?)])
    func read(title: String, date: String?, rest: String?) {
        let reading = DateReader.read(title)
        #expect(reading?.date.description == date)
        #expect(reading?.rest == rest)
    }

    @Test(
        "what may be none is doubted, and what is none is not read",
        arguments: [
            ("1984: a book", true), ("1812 overtures", true), ("3/4/1956 – which month?", true),
            ("101 ways to bake", false),
            ("May 2020 be better", true), ("The end of history", false), ("March of the penguins", false),
            ("February 30, 1956 – a day that is none", false), ("February 29, 1955", false),
            ("Ten days that shook the world", false),
            ("25 things about February", false), ("Version 2.0.1", false), ("", false), ("1", false),
            ("99999999999999", false),
        ])
    func doubted(title: String, isRead: Bool) {
        let reading = DateReader.read(title)
        #expect((reading != nil) == isRead, "\(String(describing: reading))")
        if let reading { #expect(reading.confidence < DateReading.sure, "\(reading)") }
    }

    @Test(
        "what is whole and set off is sure",
        arguments: [
            "February 25, 1956 – The Secret Speech", "25 de febrero de 1956", "1956年2月25日", "44 BC – Rome",
            "October 1917 – Petrograd",
        ])
    func sure(title: String) {
        #expect((DateReader.read(title)?.confidence ?? 0) >= DateReading.sure)
    }

    @Test("any text is read without a crash")
    func anything() {
        let pieces = [
            "1956", " ", "February", "25", ",", "–", "年", "c.", "BC", "до н. э.", "-", "/", "é", "\u{0661}",
            "999999999999", "er", ".",
        ]
        var state: UInt64 = 9
        for _ in 0..<5_000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            if let reading = DateReader.read(text) { #expect((0...1).contains(reading.confidence)) }
        }
    }
}
