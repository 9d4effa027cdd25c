import Model
import Testing

@Suite("Enclosures")
struct EnclosureTests {
    @Test("one kept as WordPress's custom field is read, whatever else a plugin wrote there")
    func read() {
        let value = " https://days.example/a.mp3 \r\n1234\naudio/mpeg\na:1:{s:8:\"duration\";s:2:\"10\";}"
        let enclosure = Enclosure(metaValue: value)
        #expect(enclosure == Enclosure(url: "https://days.example/a.mp3", length: 1234, mimeType: "audio/mpeg"))
        #expect(enclosure?.metaValue == "https://days.example/a.mp3\n1234\naudio/mpeg")
        #expect(Enclosure(metaValue: "https://days.example/a.mp3")?.length == nil)
        #expect(Enclosure(metaValue: " \n") == nil)
    }

    @Test("what is written is read again")
    func roundTrip() {
        for enclosure in [
            Enclosure(url: "https://a.example/x", length: nil, mimeType: ""),
            Enclosure(url: "https://a.example/y", length: 0, mimeType: "video/mp4"),
        ] { #expect(Enclosure(metaValue: enclosure.metaValue) == enclosure) }
    }
}
