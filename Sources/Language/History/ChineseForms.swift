extension TokenReader {
    /// 1956年2月25日, 一九五六年二月, 公元前44年, 20世纪, 20世纪50年代, 1848年春季
    static func chinese(_ reader: inout TokenReader) -> Moment? {
        var era = reader.era(Era.ahead)
        // “前221年”, but not “之前221年”.
        if era == nil, reader.previousToken?.isChinese != true, reader.takes(chinese: "前") { era = .before }
        guard case .number(let number, let digits) = reader.next, number > 0, number < 10_000 else { return nil }
        reader.position += 1
        if reader.takes(chinese: "世纪") || reader.takes(chinese: "世紀") {
            guard number <= 30 else { return nil }
            if era == nil, let decade = reader.number(10...90, digits: 2...2), reader.takes(chinese: "年代") {
                return Moment(
                    number: (number - 1) * 100 + decade / 10 * 10, unit: .decade, confidence: Confidence.likely)
            }
            return Moment(number: number, unit: .century, era: era, confidence: Confidence.likely)
        }
        guard reader.takes(["年"]) else { return nil }
        if reader.takes(["代"]) {
            guard number % 10 == 0, digits == 4 || digits == 2 else { return nil }
            let isShort = digits == 2
            return Moment(
                number: isShort ? 1900 + number : number, unit: .decade,
                confidence: isShort ? Confidence.guess : Confidence.likely)
        }
        // Fewer digits are a number of years, or a ruler's.
        guard era != nil || digits >= 3 else { return nil }
        var moment = Moment(number: number, era: era, confidence: era == nil ? Confidence.likely : Confidence.named)
        if let (month, day) = reader.attempt({ $0.dayAndMonth() }) {
            (moment.month, moment.day, moment.confidence) = (month, day, Confidence.whole)
        } else if let month = reader.attempt({ reader in
            reader.number(1...12, digits: 1...2).flatMap { reader.takes(["月"]) ? $0 : nil }
        }) {
            (moment.month, moment.confidence) = (month, Confidence.named)
        } else if let part = reader.chinesePart() {
            moment.month = part
        }
        return moment
    }

    /// Behind a year: “春季”, “第二季度”, “上半年”, “前四个月”
    private mutating func chinesePart() -> Int? {
        for (index, words) in ["上半年", "下半年"].enumerated() where takes(chinese: words) { return 40 + index }
        for (index, word) in ["前", "中间", "后"].enumerated() where takesThird(word) { return 37 + index }
        if let word = nextToken?.word, let season = DateLexicon.seasons[word], nextToken?.isChinese == true {
            position += 1
            _ = takes(["季", "天"])
            return season
        }
        return attempt { reader -> Int? in
            guard reader.takes(["第"]), let quarter = reader.number(1...4, digits: 1...1),
                reader.takes(chinese: "季度")
            else { return nil }
            return 32 + quarter
        }
    }

    /// “前四个月”
    private mutating func takesThird(_ word: String) -> Bool {
        attempt { reader -> Bool? in
            guard reader.takes(chinese: word), reader.number(4...4, digits: 1...1) != nil,
                reader.takes(chinese: "个月")
            else { return nil }
            return true
        } ?? false
    }

    /// Behind a date: “1945年以前”
    var isBeforeInChinese: Bool {
        var reader = self
        _ = reader.takes(["以", "之"])
        return reader.takes(["前"])
    }

    /// The second of “1945年8月6日至9日”, “1945年8月至9月”
    mutating func chinesePartial() -> Moment? {
        if let (month, day) = attempt({ $0.dayAndMonth() }) {
            return Moment(month: month, day: day, confidence: Confidence.named)
        }
        return attempt { reader -> Moment? in
            guard let number = reader.number(1...31, digits: 1...2) else { return nil }
            if reader.takes(["日", "号", "號"]) { return Moment(day: number, confidence: Confidence.named) }
            return reader.takes(["月"]) && number <= 12 ? Moment(month: number, confidence: Confidence.named) : nil
        }
    }
}
