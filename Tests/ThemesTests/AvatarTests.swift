import Testing

@testable import Themes

@Suite("Avatars")
struct AvatarTests {
    @Test(
        "the letters are those of a name",
        arguments: [
            ("Anna Berg", "AB"), ("anna", "A"), ("Jean-Luc van der Berg", "JB"), ("Ёлка Иванова", "ЁИ"), ("王小明", "王"),
            ("محمد علي", "م"), ("  ", "?"), ("***", "?"), ("7 of Nine", "7"), ("Åsa Öberg", "ÅÖ"), ("ß", "SS"),
        ])
    func letters(name: String, letters: String) {
        #expect(AvatarView(name: name).letters == letters)
    }

    @Test("one name has one colour, and many names have all of them")
    func hues() {
        #expect(AvatarView(name: "Anna").hue == AvatarView(name: "ANNA").hue)
        let hues = Set((0..<200).map { AvatarView(name: "Reader \($0)").hue })
        #expect(hues == Set(1...AvatarView.hues))
    }
}
