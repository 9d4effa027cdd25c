extension FeatureList {
    package var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.put(self)
        return writer.bytes
    }

    package init(bytes: [UInt8]) throws(LearningFilter.FileFault) {
        var reader = ByteReader(bytes)
        self = try reader.takeList()
    }
}

extension ByteWriter {
    mutating func put(_ list: FeatureList) {
        put(UInt32(list.places.count))
        for end in list.ends { put(UInt32(end)) }
        for place in list.places { put(place) }
        bytes += list.counts
        put(UInt32(list.signs.count))
        for sign in list.signs { put(sign.bitPattern) }
        put(UInt32(list.tallied.count))
        for key in list.tallied { put(key) }
    }

    mutating func put(_ key: Tally.Key) {
        put(key.kind.rawValue)
        put(key.hash)
    }
}

extension ByteReader {
    mutating func takeList() throws(LearningFilter.FileFault) -> FeatureList {
        var list = FeatureList()
        let count: UInt32 = try take()
        for group in list.ends.indices {
            let end: UInt32 = try take()
            guard end <= count, group == 0 || list.ends[group - 1] <= end else { throw .damaged(position) }
            list.ends[group] = Int(end)
        }
        guard list.ends.last == Int(count), Int(count) <= (bytes.count - position) / 5 else { throw .damaged(position) }
        for _ in 0..<count {
            let place: UInt32 = try take()
            guard place < Hashing.size else { throw .damaged(position) }
            list.places.append(place)
        }
        for _ in 0..<count { list.counts.append(max(try take(), 1)) }
        let signs: UInt32 = try take()
        guard signs <= 255 else { throw .damaged(position) }
        for index in 0..<Int(signs) {
            let value = try takeNumber()
            if index < list.signs.count { list.signs[index] = value }
        }
        let keys: UInt32 = try take()
        for _ in 0..<keys { list.tallied.append(try takeKey()) }
        return list
    }

    mutating func takeScores() throws(LearningFilter.FileFault) -> [Float] {
        let count: UInt32 = try take()
        guard count <= Calibration.limit else { throw .damaged(position) }
        var scores: [Float] = []
        for _ in 0..<count { scores.append(try takeNumber()) }
        return scores
    }

    mutating func takeTally() throws(LearningFilter.FileFault) -> Tally {
        let count: UInt32 = try take()
        guard count <= Tally.limit else { throw .damaged(position) }
        var counts: [Tally.Key: Tally.Count] = [:]
        for _ in 0..<count {
            let key = try takeKey()
            counts[key] = Tally.Count(spam: try take(), real: try take(), met: try takeTotal())
        }
        return Tally(counts)
    }

    private mutating func takeKey() throws(LearningFilter.FileFault) -> Tally.Key {
        guard let kind = Tally.Key.Kind(rawValue: try take()) else { throw .damaged(position) }
        return Tally.Key(kind, hash: try take())
    }
}
