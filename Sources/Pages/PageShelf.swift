import Model

/// The pages themselves: a table by key, an index by subject, and a clock that chooses what goes when room is short.
///
/// A hit sets one bit; the hand clears it in passing and takes the first page that it finds without (CLOCK, a cheap
/// likeness of least recently used).
struct PageShelf {
    private struct Slot {
        let key: PageKey
        var page: Page
        let since: Instant
        var wasUsed = false
        var wasAskedFor = false
        var wasCompressed = false
    }

    private var slots: [Slot?] = []
    private var free: [Int] = []
    private var places: [PageKey: Int] = [:]
    private var placesOfSubject: [Subject: Set<Int>] = [:]
    private var hand = 0
    /// Where the pages are that are asked for again and not compressed yet.
    private var toCompress: Set<Int> = []
    private(set) var byteCount = 0
    private let byteLimit: Int
    private let settlingTime: Int64

    init(_ settings: PageSettings) {
        byteLimit = settings.byteLimit
        settlingTime = settings.settlingTime
    }

    var count: Int { places.count }

    /// The page, and whether it is to be compressed from now on: what is asked for once, or does not last, is not worth the
    /// milliseconds.
    mutating func page(_ key: PageKey, now: Instant) -> (page: Page, isToCompress: Bool)? {
        guard let place = places[key], let slot = slots[place] else { return nil }
        slots[place]?.wasUsed = true
        guard !slot.wasCompressed else { return (slot.page, false) }
        slots[place]?.wasAskedFor = true
        guard slot.wasAskedFor, now.milliseconds - slot.since.milliseconds >= settlingTime else {
            return (slot.page, false)
        }
        slots[place]?.wasCompressed = true
        guard slot.page.isWorthCompressing else { return (slot.page, false) }
        toCompress.insert(place)
        return (slot.page, true)
    }

    /// A page that waits to be compressed. One that has lost its place meanwhile waits no more.
    mutating func nextToCompress() -> (key: PageKey, page: Page)? {
        guard let place = toCompress.popFirst(), let slot = slots[place] else { return nil }
        return (slot.key, slot.page)
    }

    /// Puts a page in its place, and others out of theirs until there is room.
    /// A page that takes more than a quarter of the room is not kept: it would cost too many others theirs.
    mutating func put(_ page: Page, for key: PageKey, at now: Instant) {
        remove(key)
        let size = Self.size(page, key)
        guard size <= byteLimit / 4 else { return }
        makeRoom(for: size)
        let slot = Slot(key: key, page: page, since: now)
        let place: Int
        if let last = free.popLast() {
            place = last
            slots[place] = slot
        } else {
            place = slots.count
            slots.append(slot)
        }
        places[key] = place
        for subject in page.subjects { placesOfSubject[subject, default: []].insert(place) }
        byteCount += size
    }

    /// Puts the compressed form where its plain form still stands; if that has gone meanwhile, nothing happens.
    mutating func replace(_ old: Page, by new: Page, for key: PageKey) {
        guard let place = places[key], let slot = slots[place], slot.page === old else { return }
        let growth = new.byteCount - old.byteCount
        guard Self.size(new, key) <= byteLimit / 4 else { return }
        // So that the hand passes this page by.
        slots[place]?.wasUsed = true
        makeRoom(for: growth)
        guard slots[place]?.page === old else { return }
        slots[place]?.page = new
        byteCount += growth
    }

    /// Removes the pages that show one of the subjects and were read before `sequence`.
    mutating func remove(showing subjects: Set<Subject>, before sequence: Int64) {
        for subject in subjects {
            for place in placesOfSubject[subject] ?? [] {
                if let slot = slots[place], slot.page.mark < sequence { remove(slot.key) }
            }
        }
    }

    mutating func removeAll() {
        slots = []
        free = []
        places = [:]
        placesOfSubject = [:]
        toCompress = []
        hand = 0
        byteCount = 0
    }

    mutating func remove(_ key: PageKey) {
        guard let place = places.removeValue(forKey: key), let slot = slots[place] else { return }
        slots[place] = nil
        toCompress.remove(place)
        free.append(place)
        byteCount -= Self.size(slot.page, key)
        for subject in slot.page.subjects {
            placesOfSubject[subject]?.remove(place)
            if placesOfSubject[subject]?.isEmpty == true { placesOfSubject[subject] = nil }
        }
    }

    private mutating func makeRoom(for size: Int) {
        while byteCount + size > byteLimit, !places.isEmpty {
            if hand >= slots.count { hand = 0 }
            if let slot = slots[hand] {
                if slot.wasUsed {
                    slots[hand]?.wasUsed = false
                } else {
                    remove(slot.key)
                }
            }
            hand += 1
        }
    }

    private static func size(_ page: Page, _ key: PageKey) -> Int { page.byteCount + key.target.utf8.count }
}
