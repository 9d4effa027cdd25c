extension Browser {
    /// Presses and releases one key, wherever the focus is.
    package func press(_ key: Key) async throws { try await press(letter: key.rawValue) }

    /// The same for a key with a letter on it.
    package func press(letter: String) async throws {
        let strokes: JSON = [
            ["type": "keyDown", "value": .string(letter)], ["type": "keyUp", "value": .string(letter)],
        ]
        try await post("/actions", ["actions": [["type": "key", "id": "keyboard", "actions": strokes]]])
    }

    /// As WebDriver names them (https://www.w3.org/TR/webdriver2/#keyboard-actions).
    package enum Key: String, Sendable {
        case tab = "\u{E004}"
        case enter = "\u{E007}"
        case space = " "
    }
}
