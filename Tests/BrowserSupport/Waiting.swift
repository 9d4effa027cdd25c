extension Browser {
    /// Asks again until an element is there, at most 30 seconds. Unlike a script that waits, this outlives the page.
    package func waitAcrossPages(for selector: String) async throws {
        let end = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < end {
            // While one page gives way to the next there may be no document to look into.
            if let found = try? await findAll(selector), !found.isEmpty { return }
        }
        throw BrowserError(message: "waited in vain for \(selector)")
    }
}
