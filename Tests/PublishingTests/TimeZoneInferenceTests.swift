import Model
import Publishing
import Testing

@Suite("Inferring a time zone")
struct TimeZoneInferenceTests {
    private func infer(_ pairs: [(String, String)]) -> String? {
        var inference = TimeZoneInference()
        for (local, gmt) in pairs { inference.add(local: LocalDateTime(local)!, gmt: LocalDateTime(gmt)!) }
        return inference.result?.zone
    }

    @Test("one offset all along stays an offset")
    func fixed() {
        #expect(infer([("2012-02-25 00:00:00", "2012-02-25 05:00:00")]) == "-05:00")
        #expect(infer([("2012-02-25 05:30:00", "2012-02-25 00:00:00")]) == "+05:30")
        #expect(infer([("2012-02-25 05:30:00", "2012-02-25 05:30:00")]) == "UTC")
    }

    @Test("two offsets that follow a place's summer time name the place")
    func summerTime() {
        #expect(
            infer([
                ("2012-02-25 00:00:00", "2012-02-25 05:00:00"), ("2012-07-01 00:00:00", "2012-07-01 04:00:00"),
            ]) == "America/New_York")
        #expect(
            infer([
                ("2012-02-25 01:00:00", "2012-02-25 00:00:00"), ("2012-07-01 02:00:00", "2012-07-01 00:00:00"),
            ]) == "Europe/Berlin")
    }

    @Test("offsets that no place has give the most frequent one")
    func mixed() {
        #expect(
            infer([
                ("2012-02-25 01:00:00", "2012-02-25 00:00:00"), ("2012-02-26 01:00:00", "2012-02-26 00:00:00"),
                ("2012-02-27 09:00:00", "2012-02-27 00:00:00"),
            ]) == "+01:00")
    }

    @Test("a slip of the export is no offset")
    func slip() {
        #expect(infer([("2012-02-25 00:07:00", "2012-02-25 00:00:00")]) == nil)
        #expect(infer([("2012-02-25 00:00:00", "2010-02-25 00:00:00")]) == nil)
    }
}
