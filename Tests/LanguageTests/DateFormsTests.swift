import EDTF
import Language
import Testing

@Suite("Dates in titles, by their forms")
struct DateFormsTests {
    @Test(
        "centuries",
        arguments: [
            ("Late 18th century", "17XX"), ("Au Ve siècle avant J.-C.", "-04XX"), ("siglos V-IV a.C.", "-04XX/-03XX"),
            ("Séculos XV e XVI", "14XX/15XX"), ("XIX—XX вв.", "18XX/19XX"), ("В ХХ веке", "19XX"),
            ("19./20. Jahrhundert", "18XX/19XX"), ("十九世纪", "18XX"), ("公元前3世纪", "-02XX"), ("القرن الـ19", "18XX"),
            ("القرنين السادس عشر والسابع عشر", "15XX/16XX"), ("القرن الأول قبل الميلاد", "-00XX"),
            ("twenty-first century", "20XX"), ("Le dix-neuvième siècle", "18XX"), ("1st c. AD", "00XX"),
        ])
    func centuries(title: String, date: String) {
        #expect(DateReader.read(title)?.date.description == date)
    }

    @Test(
        "decades",
        arguments: [
            ("1950-е годы", "195X"), ("50-е годы XX века", "195X"), ("20世纪50年代", "195X"),
            ("1960-70-е годы", "196X/197X"),
            ("années 1920-1930", "192X/193X"), ("Die 20er Jahre", "192X"), ("خمسينيات القرن العشرين", "195X"),
            ("década de los 60", "196X"), ("1950’s", "195X"),
        ])
    func decades(title: String, date: String) {
        #expect(DateReader.read(title)?.date.description == date)
    }

    @Test(
        "stretches",
        arguments: [
            ("6–9 August 1945", "1945-08-06/1945-08-09"), ("July 16-24, 1969", "1969-07-16/1969-07-24"),
            ("1 July – 18 November 1916", "1916-07-01/1916-11-18"), ("June–August 1944", "1944-06/1944-08"),
            ("vom 1. bis zum 3. Mai 1945", "1945-05-01/1945-05-03"), ("Du 6 au 9 août 1945", "1945-08-06/1945-08-09"),
            ("Del 6 al 9 de agosto de 1945", "1945-08-06/1945-08-09"),
            ("de 6 a 9 de agosto de 1945", "1945-08-06/1945-08-09"),
            ("с 6 по 9 августа 1945 года", "1945-08-06/1945-08-09"), ("1945年8月6日至9日", "1945-08-06/1945-08-09"),
            ("من 6 إلى 9 أغسطس 1945", "1945-08-06/1945-08-09"), ("1941-45 гг.", "1941/1945"),
            ("44–31 v. Chr.", "-0043/-0030"), ("31 BC – 14", "-0030/0014"), ("c. 500 BC – 200 AD", "-0499~/0200"),
            ("2007 onward", "2007/.."), ("Seit 1990", "1990/.."), ("с 1917 года", "1917/.."), ("从1978年起", "1978/.."),
            ("منذ عام 1948", "1948/.."), ("A band (1990–)", "1990/.."), ("1990–present", "1990/.."),
        ])
    func stretches(title: String, date: String) {
        #expect(DateReader.read(title)?.date.description == date)
    }

    @Test(
        "days, months and years as people type them",
        arguments: [
            ("Thursday, 24 August 1572", "1572-08-24"), ("the Fourth of July, 1776", "1776-07-04"),
            ("15-Mar-1939", "1939-03-15"), ("1939, March 15", "1939-03-15"), ("9.XI.1938", "1938-11-09"),
            ("9/XI/1938", "1938-11-09"),
            ("25\u{00A0}февраля\u{202F}1956\u{00A0}г.", "1956-02-25"), ("１９４９年１０月１日", "1949-10-01"),
            ("二〇〇八年五月十二日", "2008-05-12"), ("\u{200F}٦ تشرين الأول ١٩٧٣", "1973-10-06"), ("15 شباط 1944", "1944-02-15"),
            ("كانون الثاني/يناير 1956", "1956-01"), ("En l’an d’octobre 1917", "1917-10"),
            ("24 August AD 79", "0079-08-24"),
            ("25 October (7 November) 1917", "1917-11-07"), ("25 октября 1917 (по старому стилю)", "1917-11-07"),
            ("Winter 1941/42", "1941-24"), ("10,000 BC", "-9999"), ("c1450", "1450~"), ("1812-й год", "1812"),
            ("1880: A crater erupts (4 January)", "1880-01-04"), ("Q2 1848", "1848-34"),
            ("1066: Harold (1022–1066)", "1066"), ("Sumer (2700–2300 BC)", "-2699/-2299"),
        ])
    func typed(title: String, date: String) {
        #expect(DateReader.read(title)?.date.description == date)
    }

    @Test(
        "what others stand beside is doubted",
        arguments: [
            "6 and 9 August 1945", "4 or 5 May 1945", "Part 2 – 4 July 1776", "11 September 1973/2001",
            "17 (29) октября 1917", "The Battle of Hastings, October 1066", "Newsletter March 2024", "20th Century Fox",
            "Version 2019", "555-1234", "Summer 1941–1942", "11 November 1918–1919", "C 9 мая 1945 года",
            "3/4/1956 – 5/4/1956",
        ])
    func doubted(title: String) {
        if let reading = DateReader.read(title) { #expect(reading.confidence < DateReading.sure, "\(reading)") }
    }

    @Test(
        "numbers of other things are not read",
        arguments: [
            "2.500 Anos de Civilização", "1,945 soldiers", "$1945", "Version 2019", "Room 1408",
            "2000 years of history",
            "1945-style", "1848S", "民国三十八年", "十年", "سنة 1442 هـ", "القرن الخامس الهجري", "vor 1945", "1945年以前",
        ])
    func unread(title: String) {
        #expect(DateReader.read(title) == nil)
    }

    @Test("a whole day is sure anywhere while no other date is named")
    func elsewhere() throws {
        let reading = try #require(DateReader.read("US Declaration of War (December 8, 1941): the text"))
        #expect(reading.date.description == "1941-12-08" && reading.confidence >= DateReading.sure)
        #expect(reading.words == "December 8, 1941" && reading.rest == "the text")
        let two = try #require(DateReader.read("Wars of May 4, 1942 and December 8, 1941"))
        #expect(two.confidence < DateReading.sure)
        #expect(DateReader.readHead("US Declaration of War (December 8, 1941)") == nil)
        #expect(DateReader.readWhole("US Declaration of War (December 8, 1941)") == nil)
    }
}
