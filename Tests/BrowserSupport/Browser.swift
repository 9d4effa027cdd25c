package import Foundation

/// A headless Chromium with one window, over WebDriver (https://www.w3.org/TR/webdriver2/).
package struct Browser: Sendable {
    private let port: Int
    private let session: String

    /// Whether chromedriver is installed; tests that need a browser are enabled by it.
    package static var isAvailable: Bool { ChromeDriver.path != nil }

    /// What a browser does not do.
    package enum Refusal: Sendable {
        case scripts
        /// Of other sites than the one whose page is open.
        case foreignCookies
    }

    /// Starts a browser, and ends it and its driver however `body` ends.
    package static func run<Value>(
        width: Int = 1200, height: Int = 900, refusing refusal: Refusal? = nil, notesTraffic: Bool = false,
        _ body: (Browser) async throws -> Value
    ) async throws -> Value {
        let driver = try ChromeDriver()
        defer { driver.stop() }
        var options: [String: JSON] = [
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking",
                // Tests reach no host but this one, whatever a page asks for.
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                "--disable-component-update",
                .string("--window-size=\(width),\(height)"),
            ]
        ]
        switch refusal {
        case .scripts: options["prefs"] = ["profile.managed_default_content_settings.javascript": .number(2)]
        case .foreignCookies:
            options["prefs"] = [
                "profile.block_third_party_cookies": .bool(true), "profile.cookie_controls_mode": .number(1),
            ]
        case nil: break
        }
        var wanted: [String: JSON] = ["goog:chromeOptions": .object(options)]
        if notesTraffic { wanted["goog:loggingPrefs"] = ["performance": "ALL"] }
        let capabilities: JSON = ["capabilities": ["alwaysMatch": .object(wanted)]]
        let started = try await send("POST", driver.port, "/session", capabilities)
        guard let id = started["sessionId"].string else { throw BrowserError(message: "no session: \(started)") }
        let browser = Browser(port: driver.port, session: "/session/\(id)")
        do {
            let value = try await body(browser)
            _ = try await send("DELETE", driver.port, browser.session, nil)
            return value
        } catch {
            _ = try? await send("DELETE", driver.port, browser.session, nil)
            throw error
        }
    }

    package func open(_ url: String) async throws { try await post("/url", ["url": .string(url)]) }

    package var url: String { get async throws { try await get("/url").string ?? "" } }

    package var title: String { get async throws { try await get("/title").string ?? "" } }

    package var source: String { get async throws { try await get("/source").string ?? "" } }

    package func back() async throws { try await post("/back", [:]) }

    package func reload() async throws { try await post("/refresh", [:]) }

    package func resize(width: Int, height: Int) async throws {
        try await post("/window/rect", ["width": .number(Double(width)), "height": .number(Double(height))])
    }

    /// Runs the body of a function; `arguments[0]` … are what is given. Answers what it returns.
    @discardableResult
    package func execute(_ script: String, _ arguments: JSON...) async throws -> JSON {
        try await post("/execute/sync", ["script": .string(script), "args": .array(arguments)])
    }

    /// Waits in the page until `condition`, an expression, is true; fails after WebDriver's 30 seconds with `what`.
    package func wait(for what: String, until condition: String) async throws {
        let script = """
            const done = arguments[0];
            (function look() { (\(condition)) ? done(true) : requestAnimationFrame(look); })();
            """
        do {
            try await post("/execute/async", ["script": .string(script), "args": []])
        } catch let error as BrowserError {
            throw BrowserError(message: "waited in vain for \(what): \(error.message)")
        }
    }

    /// The first element that a CSS selector finds; throws when there is none.
    package func find(_ selector: String) async throws -> Element {
        let found = try await post("/element", ["using": "css selector", "value": .string(selector)])
        return try Element(found, of: self)
    }

    package func findAll(_ selector: String) async throws -> [Element] {
        let found = try await post("/elements", ["using": "css selector", "value": .string(selector)])
        return try (found.array ?? []).map { try Element($0, of: self) }
    }

    /// Gives the browser an authenticator that always knows its owner (Web Authentication Level 3, 11).
    package func addAuthenticator() async throws {
        try await post(
            "/webauthn/authenticator",
            [
                "protocol": "ctap2", "transport": "internal", "hasResidentKey": .bool(true),
                "hasUserVerification": .bool(true),
                "isUserVerified": .bool(true),
            ])
    }

    /// PNG of what the window shows.
    package func screenshot() async throws -> Data {
        guard let data = Data(base64Encoded: try await get("/screenshot").string ?? "") else {
            throw BrowserError(message: "the screenshot cannot be read")
        }
        return data
    }

    @discardableResult
    func post(_ path: String, _ body: JSON) async throws -> JSON {
        try await Self.send("POST", port, session + path, body)
    }

    func get(_ path: String) async throws -> JSON { try await Self.send("GET", port, session + path, nil) }

    private static func send(_ method: String, _ port: Int, _ path: String, _ body: JSON?) async throws -> JSON {
        let body = try body.map { try JSONEncoder().encode($0) }
        // On a thread of its own: the site that the browser waits for is served by this process, and suites that waited
        // on the few threads of all tasks, one for each core, would leave it none.
        let (status, data) = try await withCheckedThrowingContinuation { waiting in
            Thread.detachNewThread {
                waiting.resume(with: Result { try LoopbackRequest.send(method, port: port, path: path, body: body) })
            }
        }
        let answer = try JSONDecoder().decode(JSON.self, from: data)["value"]
        guard status < 400 else {
            throw BrowserError(message: "\(answer["error"].string ?? "error"): \(answer["message"].string ?? "")")
        }
        return answer
    }
}
