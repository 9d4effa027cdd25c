import Pages
import Testing

@Suite struct ContentCodingTests {
    @Test(
        "the visitor's weights choose the coding",
        arguments: [
            ("", .identity), ("gzip", .gzip), ("gzip, deflate, br", .brotli), ("br;q=0.5, gzip;q=0.8", .gzip),
            ("gzip;q=0", .identity), ("*", .brotli), ("*;q=0, gzip", .gzip), ("br;q=0, *", .gzip),
            ("identity;q=1, gzip;q=0.5", .identity), ("GZIP ; Q=1.0", .gzip), ("gzip;q=nonsense", .identity),
            ("gzip;q=1.001", .identity), ("x-gzip", .gzip), (",,gzip,", .gzip),
        ] as [(String, ContentCoding)])
    func choice(field: String, coding: ContentCoding) {
        #expect(AcceptedCodings(field).best(gzip: true, brotli: true) == coding)
    }

    @Test("a coding that is not made yet is not chosen")
    func notMade() {
        #expect(AcceptedCodings("gzip, br").best(gzip: false, brotli: false) == .identity)
        #expect(AcceptedCodings("gzip;q=0.1, br").best(gzip: true, brotli: false) == .gzip)
    }
}
