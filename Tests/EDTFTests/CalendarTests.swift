import EDTF
import Testing

@Suite("Calendars")
struct CalendarTests {
    @Test(
        "Old Style and New Style",
        arguments: [
            ((1732, 2, 11), "1732-02-22"), ((1917, 10, 25), "1917-11-07"), ((1582, 10, 5), "1582-10-15"),
            ((1582, 10, 4), "1582-10-14"), ((1066, 10, 14), "1066-10-20"), ((1900, 2, 29), "1900-03-13"),
            ((-43, 3, 15), "-0043-03-13"),
            ((4, 3, 1), "0004-02-28"), ((0, 1, 1), "-0001-12-30"), ((-4712, 1, 1), "-4713-11-24"),
        ] as [((Int, Int, Int), String)])
    func julian(old: (Int, Int, Int), new: String) throws {
        let day = try #require(JulianDay(year: old.0, month: old.1, day: old.2))
        let gregorian = try #require(day.gregorian)
        #expect(gregorian.description == new)
        #expect(JulianDay(gregorian) == day)
    }

    @Test("days are counted one after the other, forth and back, over any years")
    func numbers() throws {
        #expect(CalendarDay(year: -4713, month: 11, day: 24)?.number == 0)
        #expect(CalendarDay(year: 2000, month: 1, day: 1)?.number == 2_451_545)
        for start in [-1_000_000_000_000 + 1, -5_000, -1, 0, 1_580, 1_899, 999_999_999_998] {
            var day = try #require(CalendarDay(year: start, month: 1, day: 1))
            for _ in 0..<800 {
                let next = try #require(day.adding(days: 1))
                #expect(next > day && next.number == day.number + 1)
                #expect(CalendarDay(number: next.number) == next)
                #expect(JulianDay(next)?.gregorian == next)
                day = next
            }
        }
    }

    @Test("a year that began on 25 March is counted from 1 January")
    func ladyDay() throws {
        let washington = try #require(OldStyleDate(year: 1731, month: 2, day: 11, newYear: .march25))
        #expect(washington.gregorian.description == "1732-02-22" && washington.hasOtherYear)
        #expect(OldStyleDate(year: 1700, month: 3, day: 24, newYear: .march25)?.julian.year == 1701)
        #expect(OldStyleDate(year: 1701, month: 3, day: 25, newYear: .march25)?.julian.year == 1701)
        #expect(OldStyleDate(year: 1917, month: 10, day: 25)?.gregorian.description == "1917-11-07")
        #expect(OldStyleDate(year: 1731, month: 2, day: 29, newYear: .march25)?.gregorian.description == "1732-03-11")
        #expect(OldStyleDate(year: 1732, month: 2, day: 30) == nil)
    }

    @Test("there is nothing beyond what is counted, and no overflow")
    func ends() {
        #expect(CalendarDay(year: .max, month: 1, day: 1) == nil)
        #expect(CalendarDay(number: .max) == nil && CalendarDay(number: .min) == nil)
        #expect(CalendarDay(year: 2000, month: 1, day: 1)?.adding(days: .max) == nil)
        #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
        #expect(JulianDay(year: 1900, month: 2, day: 29) != nil)
    }
}
