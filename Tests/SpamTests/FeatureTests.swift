import Testing

@testable import Spam

@Suite("What a filter sees")
struct FeatureTests {
    private func text(_ text: String) -> String {
        String(String.UnicodeScalarView(FoldedText(text).scalars.compactMap { Unicode.Scalar($0) }))
    }

    @Test(
        "disguises are taken off",
        arguments: [
            ("Hello  World\n", "hello world"), ("𝐁𝐮𝐲 𝟙𝟚", "buy 12"), ("ＦＲＥＥ", "free"), ("🄲🄰🅂🄸🄽🄾", "casino"),
            ("ⓦⓘⓝ", "win"),
            ("ʙᴇꜱᴛ", "best"), ("сaѕіnо", "casino"), ("c\u{200B}a\u{200D}s\u{AD}ino", "casino"),
            ("v\u{336}i\u{336}a\u{336}", "via"),
            ("sooooo", "soo"), ("Привет", "привет"), ("٣٤", "34"), ("👍\u{FE0F}", "👍"), ("", ""), ("ÄÖ", "äö"),
        ])
    func folded(given: String, read: String) { #expect(text(given) == read) }

    @Test("and counted")
    func counted() {
        #expect(FoldedText("𝐁𝐮𝐲").disguised == 3)
        #expect(FoldedText("сaѕіnо wins").mixedWords == 1)
        #expect(FoldedText("Привет world").mixedWords == 0)
        #expect(FoldedText("c\u{200B}a").hidden == 1)
        #expect(FoldedText("end\u{FEFF}").hidden == 0)
        #expect(FoldedText("call +44 7935-454150").longestNumber == 12)
        #expect(FoldedText("WIN!!! now").exclamations == 3)
        #expect(FoldedText("日本語").script == .han)
        #expect(FoldedText("12 !").script == nil)
    }

    @Test(
        "hosts are found in markup, in bare addresses and in names",
        arguments: [
            ("see http://www.Example.com/a?b and more", ["example.com"]),
            ("<a href=\"https://a.example/x\">a</a>", ["a.example"]),
            ("[x](https://b.example)", ["b.example"]),
            ("www.shop.example now", ["shop.example"]), ("visit shop.com!", ["shop.com"]),
            ("write to me@shop.com", []), ("wow.nice one", []), ("3.14 and v1.2", []), ("http:// nothing", []),
            ("https://xn--bcher-kva.example http://c.example", ["xn--bcher-kva.example", "c.example"]),
        ])
    func hosts(text: String, found: [String]) { #expect(Links(in: text).hosts == found) }

    @Test("places are sorted, however many", arguments: [0, 1, 64, 65, 5_000])
    func sorted(count: Int) {
        let places = (0..<count).map { Hashing.place(Hashing.step(0x77, UInt32($0))) }
        var sorted = places
        Hashing.sort(&sorted)
        #expect(sorted == places.sorted())
    }

    @Test("two words in their order are more than the two")
    func pairs() {
        func words(_ text: String) -> Set<UInt32> {
            var found: [UInt32] = []
            TextFeatures.words(of: FoldedText(text), into: &found)
            return Set(found)
        }
        #expect(words("free money now").count == 6)
        #expect(words("free money").isSubset(of: words("free money now")))
        #expect(words("money free").intersection(words("free money")).count == 2)
    }

    @Test("features lean to the kind that had them, by how much the more often")
    func leaning() {
        var table = FeatureTable()
        var list = FeatureList()
        for group in FeatureList.Group.allCases {
            var places: [UInt32] = group == .words ? [7] : []
            list.append(group, &places)
        }
        #expect(table.naiveBayes(list) == 0)
        for _ in 0..<9 { table.count(list, isSpam: true) }
        #expect(table.naiveBayes(list) == 0)
        for _ in 0..<9 { table.count(FeatureList(), isSpam: false) }
        #expect(abs(table.naiveBayes(list) - LogarithmTable.ofHalfMore[9] + LogarithmTable.ofHalfMore[0]) < 1e-5)
        for _ in 0..<9 { table.takeBack(list, wasSpam: true) }
        #expect(table.naiveBayes(list) == 0)
        #expect(table.spam == 0)
    }

    @Test("a network is the /24 or the /48")
    func networks() {
        #expect(Network.key(of: "192.0.2.77") == "192.0.2")
        #expect(Network.key(of: "2001:db8:1:2::7") == "2001:db8:1")
        #expect(Network.key(of: "2001:DB8::7") == "2001:db8:0")
        #expect(Network.key(of: "::1") == "0:0:0")
        for text in ["", "192.0.2", "300.1.1.1", "host", ":", "1:2:3"] { #expect(Network.key(of: text) == nil) }
    }

    @Test("a text repeated with small changes is the same, another is not")
    func repetition() {
        var repetition = Repetition()
        let text = "Great post! I made 4000 dollars a week from home with this simple trick, look at my page for more"
        func note(_ text: String) { repetition.note(Evidence(text: text)) }
        func count(_ text: String) -> Int { repetition.count(Evidence(text: text)) }
        note(text)
        #expect(count(text) == 1)
        #expect(count(text.uppercased() + "!!") == 1)
        #expect(count("I remember how my grandmother spoke of that winter, and of the bread they had") == 0)
        note("Nice!")
        #expect(count("Nice!") == 0)
        for index in 0..<3_000 { note("filler number \(index) of the many that push the first text out of sight") }
        #expect(count(text) == 0)
    }

    @Test("words of the post and its script are compared")
    func post() {
        let post = PostWords(title: "The Secret Speech", text: "In February the congress heard a speech.")
        let list = read("The speech of February shocked the congress", under: post)
        #expect(list[.likePost] > 0.5)
        #expect(list[.foreignScript] == 0)
        let foreign = read("Купите дешёвые часы", under: post)
        #expect(foreign[.foreignScript] == 1)
        #expect(foreign[.likePost] == 0)
    }

    @Test("the language of the post is told from another, by runs of three letters")
    func language() {
        let english = """
            In February the congress heard a speech behind closed doors. Nobody was to write down what was said, and yet
            within weeks the words had travelled from one party office to the next, were read aloud in factories and schools, and reached
            newspapers abroad. What had been whispered for years was suddenly spoken by the first secretary himself: that people
            had been arrested without a reason, that confessions had been forced, and that the leader had been praised for what
            others had done. Many of those who listened could not believe it, and some of them fainted where they sat.
            """
        let post = PostWords(title: "The Secret Speech", text: english)
        func share(_ text: String) -> Float { read(text, under: post)[.foreignLanguage] }
        #expect(
            share("My grandmother told me that her brother heard of the speech in the factory where he worked") < 0.2)
        #expect(
            share("Kupujcie tanie zegarki szwajcarskie, wysyłka gratis, najlepsze ceny w całej Polsce, zapraszamy")
                > 0.4)
        #expect(share("Yes!") == 0)
    }

    private func read(_ text: String, under post: PostWords) -> FeatureList {
        var evidence = Evidence(text: text)
        evidence.post = post
        return LearningFilter().read(evidence)
    }

    @Test("behaviour becomes signs")
    func behaviour() {
        var evidence = Evidence(text: "x")
        evidence.filledTrap = true
        evidence.seconds = 1
        evidence.agent = ""
        evidence.approvals = 3
        evidence.repetitions = 9
        let list = LearningFilter().read(evidence)
        for sign in [Sign.trap, .hurry, .noAgent, .approvedBefore, .repeated] { #expect(list[sign] > 0) }
        #expect(list[.unhurried] == 0)
    }

    @Test("any scalars are read, in any number")
    func anything() {
        var random: UInt64 = 5
        let filter = LearningFilter.taught(20)
        for round in 0..<200 {
            var text = String.UnicodeScalarView()
            for _ in 0..<round * 7 {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                if let scalar = Unicode.Scalar(UInt32(random >> 33) % (round % 2 == 0 ? 0x300 : 0x11_0000)) {
                    text.append(scalar)
                }
            }
            var evidence = Evidence(text: String(text))
            evidence.author = String(text.prefix(40))
            evidence.authorURL = String(text.prefix(80))
            evidence.address = String(text.prefix(20))
            let verdict = filter.judge(evidence)
            #expect((0...1).contains(verdict.probability))
        }
    }
}
