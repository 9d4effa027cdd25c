extension LearningFilter {
    /// - Parameter list: the evidence as this filter reads it.
    package func judge(_ evidence: Evidence, as list: FeatureList, tolerance: Tolerance = Tolerance()) -> Verdict {
        let weighing = Weighing(list, table)
        let score = score(list, weighing)
        guard let reading = calibration.reading else {
            var moved = Moved()
            note(StartState.signWeights, evidence, list, into: &moved)
            return Verdict(
                kind: .hold, probability: sigmoid(Double(score)),
                reasons: [Reason(.untaught, speaksForSpam: false)] + moved.reasons,
                looksLikeSpam: StartState.score(list) > 0)
        }
        let edges = reading.edges(tolerance)
        let kind: Verdict.Kind =
            if score <= edges.publish {
                .publish
            } else if score <= edges.spam {
                .hold
            } else {
                score > edges.discard && isProven(list) ? .discard : .spam
            }
        return Verdict(
            kind: kind, probability: reading.probability(of: score), reasons: reasons(evidence, list, weighing))
    }

    /// Whether something besides its words speaks for spam and can hardly speak of anybody else: a text alone is never
    /// certain.
    private func isProven(_ list: FeatureList) -> Bool {
        list[.approvedBefore] == 0 && (list[.trap] > 0 || list[.repeated] >= logarithm(4) / 3)
    }

    /// What moved a score, and by how much.
    private struct Moved {
        private var all: [(weight: Float, reason: Reason)] = []

        private static let most = 4
        private static let least: Float = 0.1

        mutating func note(_ weight: Float, _ reason: (_ speaksForSpam: Bool) -> Reason) {
            if abs(weight) > Self.least { all.append((abs(weight), reason(weight > 0))) }
        }

        /// The strongest first.
        var reasons: [Reason] { all.sorted { $0.weight > $1.weight }.prefix(Self.most).map(\.reason) }
    }

    private func reasons(_ evidence: Evidence, _ list: FeatureList, _ weighing: Weighing) -> [Reason] {
        func sum(_ group: FeatureList.Group) -> Float { weighing.sums[group.rawValue] }
        var moved = Moved()
        let text =
            sum(.words) + sum(.pieces)
            + list[.naiveBayes] * signWeights[Int(Sign.naiveBayes.rawValue)]
        moved.note(text) { isSpam in
            Reason(.words, speaksForSpam: isSpam, detail: words(evidence.folded, speakingForSpam: isSpam))
        }
        moved.note(sum(.author)) { Reason(.author, speaksForSpam: $0) }
        moved.note(sum(.links)) { isSpam in
            Reason(.hosts, speaksForSpam: isSpam, detail: evidence.hosts.prefix(3).joined(separator: ", "))
        }
        note(signWeights, evidence, list, into: &moved)
        return moved.reasons
    }

    private func note(_ weights: [Float], _ evidence: Evidence, _ list: FeatureList, into moved: inout Moved) {
        for sign in Sign.allCases where list[sign] != 0 && sign.isTold {
            moved.note(list[sign] * weights[Int(sign.rawValue)]) { isSpam in
                Reason(.sign(sign), speaksForSpam: isSpam, detail: detail(of: sign, evidence, list))
            }
        }
    }

    /// Words of every address: they tell a person nothing.
    private static let ofAddresses: Set<String> = ["http", "https", "www"]

    /// The words that speak for it most, at most three.
    private func words(_ text: FoldedText, speakingForSpam isSpam: Bool) -> String {
        var found: [(Float, Range<Int>)] = []
        TextFeatures.forEachWord(of: text) { range in
            let weight = table.places[Int(TextFeatures.place(ofWord: text.scalars[range]))].weight
            if range.count > 1, range.count < 40, isSpam ? weight > 0.05 : weight < -0.05 {
                found.append((abs(weight), range))
            }
        }
        var told: [String] = []
        for (_, range) in found.sorted(by: { ($0.0, $1.1.lowerBound) > ($1.0, $0.1.lowerBound) }) {
            var scalars = String.UnicodeScalarView()
            for value in text.scalars[range] { Unicode.Scalar(value).map { scalars.append($0) } }
            let word = String(scalars)
            if !told.contains(word), !Self.ofAddresses.contains(word) { told.append(word) }
            if told.count == 3 { break }
        }
        return told.joined(separator: ", ")
    }

    private func detail(of sign: Sign, _ evidence: Evidence, _ list: FeatureList) -> String {
        func percent() -> String { String(Int((list[sign] * 100).rounded())) }
        func times(_ count: UInt16) -> String { count == 1 ? "once" : "\(count) times" }
        func host(_ count: (Tally.Count) -> UInt16, _ words: String) -> String {
            let counted = evidence.hosts.map { ($0, count(tally[Tally.Key(.host, of: $0)])) }
            guard let (host, most) = counted.max(by: { $0.1 < $1.1 }) else { return "" }
            return "\(host), which \(words) \(times(most))"
        }
        switch sign {
        case .links: return String(evidence.links.hosts.count)
        case .mostlyLinks, .shouting, .digits, .symbols, .likePost: return percent()
        case .exclaiming: return String(evidence.folded.exclamations)
        case .knownSpamHost: return host(\.spam, "was spam")
        case .knownGoodHost: return host(\.real, "was approved")
        case .knownSpamNetwork:
            return Network.key(of: evidence.address).map { times(tally[.init(.network, of: $0)].spam) } ?? ""
        case .knownGoodNetwork:
            return Network.key(of: evidence.address).map { times(tally[.init(.network, of: $0)].real) } ?? ""
        case .knownSpamAddress: return times(tally[.init(.address, of: evidence.authorEmail.lowercased())].spam)
        case .knownSpamName: return times(tally[.init(.name, of: evidence.author.lowercased())].spam)
        case .burst: return String(evidence.burst)
        case .repeated: return times(UInt16(clamping: evidence.repetitions))
        case .approvedBefore: return times(UInt16(clamping: evidence.approvals))
        case .hurry, .unhurried: return evidence.seconds.map { String(Int(min($0, 1e6).rounded(.down))) } ?? ""
        default: return ""
        }
    }
}
