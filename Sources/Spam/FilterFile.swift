/// A filter as bytes: a mark, a version, numbers in little-endian order. Places of the table that nothing taught take a
/// bit each.
enum FilterFile {
    static let mark: [UInt8] = Array("ThawSpam".utf8)
    /// Version 1 counted features of both kinds together.
    static let version: UInt32 = 2
}

extension LearningFilter {
    package enum FileFault: Error, Hashable, Sendable {
        case notAFilter
        case newerVersion(UInt32)
        /// At which byte.
        case damaged(Int)
    }

    package var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.bytes += FilterFile.mark
        writer.put(FilterFile.version)
        writer.put(table.spam)
        writer.put(table.real)
        writer.put(bias.bitPattern)
        writer.put(biasSquare.bitPattern)
        writer.put(UInt32(signWeights.count))
        for index in signWeights.indices {
            writer.put(signWeights[index].bitPattern)
            writer.put(signSquares[index].bitPattern)
        }
        for first in stride(from: 0, to: Hashing.size, by: 32) {
            writer.put((0..<32).reduce(UInt32(0)) { $0 | (table.places[first + $1].isUntaught ? 0 : 1 << $1) })
        }
        for place in table.places where !place.isUntaught {
            writer.put(place.weight.bitPattern)
            writer.put(place.square.bitPattern)
            writer.put(place.spam)
            writer.put(place.real)
        }
        for scores in [calibration.spam, calibration.real] {
            writer.put(UInt32(scores.count))
            for score in scores { writer.put(score.bitPattern) }
        }
        writer.put(calibration.spamCount)
        writer.put(calibration.realCount)
        writer.put(calibration.rehearsed)
        let tallied = tally.counts.sorted { ($0.key.kind.rawValue, $0.key.hash) < ($1.key.kind.rawValue, $1.key.hash) }
        writer.put(UInt32(tallied.count))
        for (key, count) in tallied {
            writer.put(key)
            writer.put(count.spam)
            writer.put(count.real)
            writer.put(count.met)
        }
        for lists in [memory.spam, memory.real] {
            writer.put(UInt32(lists.count))
            for list in lists { writer.put(list) }
        }
        return writer.bytes
    }

    package init(bytes: [UInt8]) throws(FileFault) {
        self.init()
        var reader = ByteReader(bytes)
        guard bytes.starts(with: FilterFile.mark) else { throw .notAFilter }
        reader.position = FilterFile.mark.count
        let version: UInt32 = try reader.take()
        guard version <= FilterFile.version else { throw .newerVersion(version) }
        if version == 1 {
            let all = try reader.takeTotal()
            table.setDecisions(spam: all / 2, real: all - all / 2)
        } else {
            table.setDecisions(spam: try reader.takeTotal(), real: try reader.takeTotal())
        }
        bias = try reader.takeNumber()
        biasSquare = try reader.takeNumber()
        let signs: UInt32 = try reader.take()
        for index in 0..<Int(min(signs, 255)) {
            let (weight, square) = (try reader.takeNumber(), try reader.takeNumber())
            guard index < signWeights.count else { continue }
            (signWeights[index], signSquares[index]) = (weight, square)
        }
        var taught: [Int] = []
        for first in stride(from: 0, to: Hashing.size, by: 32) {
            let bits: UInt32 = try reader.take()
            if bits != 0 { for bit in 0..<32 where bits & (1 << bit) != 0 { taught.append(first + bit) } }
        }
        for index in taught {
            let (weight, square) = (try reader.takeNumber(), try reader.takeNumber())
            let first: UInt16 = try reader.take()
            // Counted together, they lean to neither kind.
            let (spam, real) = version == 1 ? (first - first / 2, first - first / 2) : (first, try reader.take())
            table.places[index] = FeatureTable.Place(weight: weight, square: square, spam: spam, real: real)
        }
        let spam = try reader.takeScores()
        let real = try reader.takeScores()
        calibration = Calibration(
            spam: spam, real: real, spamCount: max(try reader.takeTotal(), UInt32(spam.count)),
            realCount: max(try reader.takeTotal(), UInt32(real.count)), rehearsed: try reader.takeTotal())
        tally = try reader.takeTally()
        for isSpam in [true, false] {
            let count: UInt32 = try reader.take()
            for _ in 0..<count { memory.keep(try reader.takeList(), isSpam: isSpam) }
        }
    }
}
