/// What a browser says of itself, in the words of people: “Firefox on Linux”. Only a hint: anybody may say anything.
enum AgentWords {
    /// The first that a text names; others name themselves in theirs as well.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]

    static func text(_ agent: String) -> String {
        func first(_ names: [(mark: String, name: String)]) -> String? {
            names.first { agent.contains($0.mark) }?.name
        }
        switch (first(browsers), first(systems)) {
        case (let browser?, let system?): return "\(browser) on \(system)"
        case (let name?, nil), (nil, let name?): return name
        case (nil, nil): return agent.isEmpty ? "A browser that does not say what it is" : String(agent.prefix(60))
        }
    }
}
