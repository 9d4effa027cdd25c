import Foundation

extension Browser {
    /// The addresses of everything that was asked for since this was asked last, by whatever page.
    package func takeRequests() async throws -> [String] {
        let entries = try await post("/se/log", ["type": "performance"]).array ?? []
        return entries.compactMap { entry -> String? in
            guard let text = entry["message"].string,
                let event = try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))["message"],
                event["method"].string == "Network.requestWillBeSent"
            else { return nil }
            return event["params"]["request"]["url"].string
        }
    }

    /// The names of all cookies that the browser has, of whatever site.
    package var cookies: [String] {
        get async throws {
            let all = try await devTools("Storage.getCookies")["cookies"].array ?? []
            return all.compactMap { $0["name"].string }
        }
    }
}
