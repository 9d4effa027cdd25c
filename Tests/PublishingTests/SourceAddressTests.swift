import Testing

@testable import Publishing

@Suite("Where a file itself is")
struct SourceAddressTests {
    @Test(
        "behind a picture service and without a query for a size, but with any other",
        arguments: [
            ("https://days.example/a.jpg?w=300&h=200", "https://days.example/a.jpg"),
            (
                "https://days.files.wordpress.com/2012/02/a.jpg?w=1024#top",
                "https://days.files.wordpress.com/2012/02/a.jpg"
            ),
            ("https://days.example/a.jpg?v=2", "https://days.example/a.jpg?v=2"),
            ("https://i0.wp.com/days.example/a%20b.jpg?resize=300%2C200&ssl=1", "https://days.example/a%20b.jpg"),
            ("https://i2.wp.com/www.days.example/a.jpg", "http://www.days.example/a.jpg"),
            ("https://i0.wp.com/", "https://i0.wp.com/"),
        ])
    func origin(url: String, expected: String) {
        #expect(SourceAddress.origin(of: url) == expected)
    }
}
