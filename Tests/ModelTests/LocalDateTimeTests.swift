import Model
import Testing

@Suite("Wall-clock readings")
struct LocalDateTimeTests {
    @Test(
        "seconds and dates turn into each other",
        arguments: Array(stride(from: -60_000_000_000, to: 70_000_000_000, by: 987_654_321)))
    func roundTrip(seconds: Int) {
        let reading = LocalDateTime(secondsSince1970: Int64(seconds))
        #expect(reading.secondsSince1970 == Int64(seconds))
    }

    @Test("known days fall where the calendar has them")
    func known() {
        #expect(LocalDateTime(secondsSince1970: 0).text == "1970-01-01 00:00:00")
        #expect(LocalDateTime(secondsSince1970: -1).text == "1969-12-31 23:59:59")
        #expect(LocalDateTime("1956-02-25")!.weekday == 6)
        #expect(LocalDateTime("2000-02-29 12:00:00")!.secondsSince1970 == 951_825_600)
    }

    @Test(
        "what no calendar has is refused",
        arguments: ["0000-00-00 00:00:00", "2011-02-29", "2012-13-01", "2012-01-01 24:00:00", "", "2012", "x-y-z"])
    func refused(text: String) {
        #expect(LocalDateTime(text) == nil)
    }

    @Test("text sorts as time does")
    func order() {
        #expect(LocalDateTime("0999-12-31")!.text < LocalDateTime("1956-02-25 00:00:00")!.text)
    }
}
