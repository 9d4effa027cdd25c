import Language
import Model
import Testing

@Suite("Languages")
struct LanguageTests {
    private let date = LocalDateTime(year: 2012, month: 2, day: 25, hour: 9, minute: 4, second: 5)

    @Test(
        "dates stand in words as the language writes them",
        arguments: [
            ("en", "February 25, 2012", "February 2012"), ("de", "25. Februar 2012", "Februar 2012"),
            ("ru", "25 февраля 2012 г.", "февраль 2012 г."), ("fr", "25 février 2012", "février 2012"),
            ("es", "25 de febrero de 2012", "febrero de 2012"),
            ("pt-BR", "25 de fevereiro de 2012", "fevereiro de 2012"), ("zh-CN", "2012年2月25日", "2012年2月"),
            ("ar", "25 فبراير 2012", "فبراير 2012"),
        ])
    func dates(tag: String, day: String, month: String) {
        #expect(Language(tag: tag).day(date) == day)
        #expect(Language(tag: tag).month(2, of: 2012) == month)
    }

    @Test(
        "every month and weekday has a name in every language", arguments: ["ar", "de", "en", "es", "fr", "pt", "ru"])
    func names(tag: String) {
        let language = Language(tag: tag)
        let months = (1...12).map { language.month($0, of: 2012) }
        #expect(Set(months).count == 12)
        let days = (20...26).map {
            language.weekdayAndDay(LocalDateTime(year: 2012, month: 2, day: $0, hour: 0, minute: 0, second: 0))
        }
        #expect(Set(days).count == 7)
    }

    @Test("weekdays")
    func weekdays() {
        #expect(Language(tag: "en").weekdayAndDay(date) == "Saturday, February 25, 2012")
        #expect(Language(tag: "de").weekdayAndDay(date) == "Samstag, 25. Februar 2012")
        #expect(Language(tag: "zh").weekdayAndDay(date) == "2012年2月25日星期六")
        #expect(Language(tag: "en").time(date) == "09:04")
    }

    @Test("the first of a month in French")
    func firstOfMonth() {
        let first = LocalDateTime(year: 2012, month: 5, day: 1, hour: 0, minute: 0, second: 0)
        #expect(Language(tag: "fr").day(first) == "1er mai 2012")
    }

    @Test("numbers are grouped as the language does")
    func numbers() {
        #expect(Language(tag: "en").number(1_234_567) == "1,234,567")
        #expect(Language(tag: "en").number(999) == "999")
        #expect(Language(tag: "de").number(1234) == "1.234")
        #expect(Language(tag: "es").number(1234) == "1234")
        #expect(Language(tag: "fr").number(12_345) == "12\u{202F}345")
        #expect(Language(tag: "en").number(-1234) == "-1,234")
    }

    @Test("direction goes by the language, known or not")
    func direction() {
        for tag in ["ar", "he-IL", "fa", "ur", "AR"] { #expect(Language(tag: tag).direction == .rightToLeft) }
        for tag in ["en", "de", "ru", "zh", "ku-Latn", "und"] { #expect(Language(tag: tag).direction == .leftToRight) }
    }

    @Test("an unknown language keeps its tag and speaks English; an underscore is mended")
    func unknown() {
        #expect(Language(tag: "cy").tag == "cy")
        #expect(Language(tag: "cy").messages.categories == "Categories")
        #expect(Language(tag: "pt_BR").tag == "pt-BR")
        #expect(Language(tag: "").tag == "en")
        #expect(!Language.speaks("cy"))
        #expect(Language.speaks("de-AT"))
    }

    @Test("messages that name something hold the name")
    func named() {
        for tag in ["ar", "de", "en", "es", "fr", "pt", "ru", "zh"] {
            let messages = Language(tag: tag).messages
            #expect(messages.inCategory("Rome").contains("Rome"))
            #expect(messages.inReplyTo("Anna").contains("Anna"))
            let position = messages.pageOf("2", "7")
            #expect(position.contains("2") && position.contains("7"))
        }
    }
}
