import Model
import Publishing
import Testing

@Suite("Recognising a permalink structure")
struct PermalinkRecognitionTests {
    static let values = PermalinkStructure.Values(
        date: LocalDateTime("2012-02-25 09:30:00")!, slug: "secret-speech", number: 11,
        categoryPath: "history/cold-war",
        author: "historian")

    @Test(
        "a link gives back the structure that made it",
        arguments: [
            "/%year%/%monthnum%/%day%/%postname%/", "/%year%/%monthnum%/%postname%/", "/%postname%/", "/%postname%",
            "/archives/%post_id%", "/archives/%post_id%.html", "/%category%/%postname%/", "/%author%/%postname%/",
            "/index.php/%year%/%monthnum%/%day%/%postname%/", "/%year%/%postname%.html", "/blog/%post_id%/",
            "/%year%/%monthnum%/%day%/%hour%/%minute%/%postname%/",
        ])
    func roundTrip(structure: String) {
        let permalinks = PermalinkStructure(rawValue: structure)
        var recognition = PermalinkRecognition()
        recognition.add(path: permalinks.path(for: Self.values), values: Self.values)
        #expect(recognition.structure == permalinks)
    }

    @Test("the structure that explains most links wins over a day that equals its month")
    func vote() {
        var recognition = PermalinkRecognition()
        for (day, slug) in [("02-02", "a"), ("02-03", "b"), ("05-05", "c")] {
            let values = PermalinkStructure.Values(
                date: LocalDateTime("2012-\(day)")!, slug: slug, number: 1, categoryPath: "x", author: "y")
            let path = PermalinkStructure.monthAndName.path(for: values)
            recognition.add(path: path, values: values)
        }
        #expect(recognition.structure == .monthAndName)
    }

    @Test("a link that does not tell posts apart tells nothing")
    func plain() {
        var recognition = PermalinkRecognition()
        recognition.add(path: "/", values: Self.values)
        recognition.add(path: "/2012/", values: Self.values)
        #expect(recognition.structure == nil)
    }
}
