import Model

/// Renders under way: who may join them, and what was touched since they began.
struct Flights {
    typealias ID = UInt64
    typealias Waiting = CheckedContinuation<Page?, any Error>

    enum Ticket: Sendable {
        /// This request renders, and lands the flight when it is done.
        case own(ID)
        /// Another request renders already.
        case join(ID)
    }

    struct Landed {
        let waiting: [Waiting]
        fileprivate let touched: [Subject: Int64]
        fileprivate let everythingWasTouched: Bool

        /// Whether a write came between the render's first read and its end, and changed what the page shows.
        func wasOvertaken(_ page: Page) -> Bool {
            everythingWasTouched
                || touched.contains { $0.value > page.mark && page.subjects.contains($0.key) }
        }
    }

    private struct Flight {
        var waiting: [Waiting] = []
        var touched: [Subject: Int64] = [:]
        var everythingWasTouched = false
    }

    private var flights: [ID: Flight] = [:]
    private var joinable: [PageKey: ID] = [:]
    private var nextID: ID = 0

    mutating func ticket(for key: PageKey) -> Ticket {
        if let flight = joinable[key] { return .join(flight) }
        let flight = nextID
        nextID += 1
        flights[flight] = Flight()
        joinable[key] = flight
        return .own(flight)
    }

    /// False when the flight has landed, or was closed to later requests, meanwhile.
    mutating func board(_ flight: ID, _ waiting: Waiting) -> Bool {
        guard flights[flight] != nil else { return false }
        flights[flight]?.waiting.append(waiting)
        return true
    }

    mutating func land(_ flight: ID, key: PageKey) -> Landed {
        if joinable[key] == flight { joinable[key] = nil }
        let landed = flights.removeValue(forKey: flight)
        return Landed(
            waiting: landed?.waiting ?? [], touched: landed?.touched ?? [:],
            everythingWasTouched: landed?.everythingWasTouched ?? true)
    }

    /// What a render shows is known only at its end, so no later request joins any that began before this touch.
    mutating func touch(_ subjects: Set<Subject>, sequence: Int64) {
        joinable = [:]
        for flight in flights.keys {
            flights[flight]?.touched.merge(subjects.map { ($0, sequence) }, uniquingKeysWith: max)
        }
    }

    mutating func touchEverything() {
        joinable = [:]
        for flight in flights.keys { flights[flight]?.everythingWasTouched = true }
    }
}
