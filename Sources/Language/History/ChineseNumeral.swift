/// Numbers in Chinese characters: “一九四九” by its digits, “二十七” by its tens.
enum ChineseNumeral {
    private static let digits: [Character: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "元": 1,
    ]
    private static let powers: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    /// Twenty and thirty in one sign.
    private static let tens: [Character: Int] = ["廿": 20, "卅": 30]

    /// “元” is a first year, but only beside other words: no number begins with it.
    static func isSign(_ character: Character) -> Bool {
        character != "元" && (digits[character] ?? powers[character] ?? tens[character]) != nil
    }

    /// Nil where the signs make no number below ten thousand. Its digits are those written out: none, where tens are named.
    static func number(_ text: some StringProtocol) -> (value: Int, digits: Int)? {
        guard (1...7).contains(text.count) else { return nil }
        if text.allSatisfy({ digits[$0] != nil }) {
            guard text.count <= 4 else { return nil }
            return (text.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }, text.count)
        }
        var (sum, digit) = (0, nil as Int?)
        for sign in text {
            if let power = powers[sign] {
                sum += (digit ?? 1) * power
                digit = nil
            } else if let ten = tens[sign] {
                sum += ten
            } else {
                digit = digits[sign]
            }
        }
        sum += digit ?? 0
        return sum < 10_000 ? (sum, sum < 100 ? 2 : 0) : nil
    }
}
