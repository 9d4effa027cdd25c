/// Why a file, or one reference of it, was not taken.
package struct ReferenceFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Place: Hashable, Sendable {
        case file
        /// The number of an item, from 0; its key and the field, where they are known.
        case item(Int, key: String?, field: String?)
        /// From 1, the column in bytes of UTF-8; the key, where it is known.
        case line(Int, column: Int, key: String?)
    }

    package enum Kind: Error, Hashable, Sendable {
        /// More bytes than this.
        case tooLarge(Int)
        /// More references than this.
        case tooMany(Int)
        /// More braces or brackets within each other than this.
        case tooDeep(Int)
        case notJSON
        /// Something else has to stand there.
        case expected(String)
        /// What was opened there is closed nowhere.
        case unclosed
        case missing
        case notAKey(String)
        /// Another reference of the file has the key.
        case repeatedKey(String)
    }

    package let place: Place
    package let kind: Kind

    package init(_ place: Place, _ kind: Kind) {
        self.place = place
        self.kind = kind
    }

    package var description: String {
        switch place {
        case .file: sentence
        case .item(let number, let key, let field):
            "item \(number)" + (key.map { " (\($0))" } ?? "") + (field.map { ", \($0)" } ?? "") + ": " + sentence
        case .line(let line, let column, let key):
            "line \(line), column \(column)" + (key.map { " (\($0))" } ?? "") + ": " + sentence
        }
    }

    /// In words, without the place.
    package var sentence: String {
        switch kind {
        case .tooLarge(let bytes): "larger than \(bytes) bytes"
        case .tooMany(let items): "more than \(items) references"
        case .tooDeep(let levels): "nested deeper than \(levels) levels"
        case .notJSON: "not JSON"
        case .expected(let what): "expected \(what)"
        case .unclosed: "opened and not closed"
        case .missing: "missing"
        case .notAKey(let text): "“\(text)” can be no key"
        case .repeatedKey(let key): "the key \(key) was there before"
        }
    }
}

/// What a file gave: the references that could be read, and why others could not.
package struct ReferenceReading: Hashable, Sendable {
    package var references: [Reference] = []
    package var faults: [ReferenceFault] = []

    package init(references: [Reference] = [], faults: [ReferenceFault] = []) {
        self.references = references
        self.faults = faults
    }
}

/// How much is read.
package struct ReferenceLimits: Hashable, Sendable {
    package var bytes: Int
    package var items: Int
    /// Braces or brackets within each other.
    package var nesting: Int

    package init(bytes: Int = 4_000_000, items: Int = 10_000, nesting: Int = 32) {
        self.bytes = bytes
        self.items = items
        self.nesting = nesting
    }
}
