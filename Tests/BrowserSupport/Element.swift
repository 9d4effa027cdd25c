extension Browser {
    /// An element of the page that is open.
    package struct Element: Sendable {
        private let browser: Browser
        private let id: String

        /// The key that WebDriver names elements by.
        private static let key = "element-6066-11e4-a52e-4f735466cecf"

        init(_ value: JSON, of browser: Browser) throws {
            guard let id = value[Self.key].string else { throw BrowserError(message: "no element: \(value)") }
            self.browser = browser
            self.id = id
        }

        /// To give to `Browser.execute` as an argument.
        package var reference: JSON { [Self.key: .string(id)] }

        package func click() async throws { try await browser.post("/element/\(id)/click", [:]) }

        package func type(_ text: String) async throws {
            try await browser.post("/element/\(id)/value", ["text": .string(text)])
        }

        package func clear() async throws { try await browser.post("/element/\(id)/clear", [:]) }

        /// As a reader sees it.
        package var text: String { get async throws { try await browser.get("/element/\(id)/text").string ?? "" } }

        /// nil where the element has no such attribute.
        package func attribute(_ name: String) async throws -> String? {
            try await browser.get("/element/\(id)/attribute/\(name)").string
        }

        package func property(_ name: String) async throws -> JSON {
            try await browser.get("/element/\(id)/property/\(name)")
        }

        package var isDisplayed: Bool {
            get async throws { try await browser.get("/element/\(id)/displayed").bool ?? false }
        }
    }
}
