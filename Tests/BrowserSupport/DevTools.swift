extension Browser {
    /// Runs a command of Chromium's DevTools protocol.
    @discardableResult
    package func devTools(_ command: String, _ parameters: JSON = [:]) async throws -> JSON {
        try await post("/goog/cdp/execute", ["cmd": .string(command), "params": parameters])
    }

    /// Lays pages out for a screen of this size; a window cannot be narrower than 500 pixels.
    package func view(width: Int, height: Int) async throws {
        try await devTools(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .number(Double(width)), "height": .number(Double(height)), "deviceScaleFactor": .number(1),
                "mobile": .bool(false),
            ])
    }

    /// From the next page on, notes each error of a script and each breach of the Content-Security-Policy.
    package func noteFaults() async throws {
        let script = """
            window.notedFaults = [];
            addEventListener('error', event => notedFaults.push(String(event.message || event.target.src)), true);
            addEventListener('securitypolicyviolation',
                event => notedFaults.push(event.violatedDirective + ' ' + event.blockedURI), true);
            """
        try await devTools("Page.addScriptToEvaluateOnNewDocument", ["source": .string(script)])
    }

    /// What was noted on this page.
    package var faults: JSON {
        get async throws { try await execute("return window.notedFaults || ['nothing was noted']") }
    }
}
