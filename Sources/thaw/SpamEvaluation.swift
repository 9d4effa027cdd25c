import Spam

/// A filter at work on labelled responses, and what came of it.
struct SpamEvaluation {
    private var filter = LearningFilter()
    private var repetition = Repetition()
    private var judged: [(row: LabelledResponse, verdict: Verdict)] = []
    private var judging = Duration.zero
    private var learning = Duration.zero
    private var lessons = 0
    private let clock = ContinuousClock()

    mutating func teach(_ row: LabelledResponse) { learn(filter.read(evidence(of: row)), isSpam: row.isSpam) }

    mutating func judge(_ row: LabelledResponse, thenTeach teaches: Bool) {
        let start = clock.now
        let evidence = evidence(of: row)
        let list = filter.read(evidence)
        let verdict = filter.judge(evidence, as: list)
        judging += clock.now - start
        judged.append((row, verdict))
        if teaches { learn(list, isSpam: row.isSpam) }
    }

    private mutating func learn(_ list: FeatureList, isSpam: Bool) {
        learning += clock.measure { filter.learn(list, isSpam: isSpam) }
        lessons += 1
    }

    private mutating func evidence(of row: LabelledResponse) -> Evidence {
        var evidence = row.evidence
        evidence.repetitions = repetition.count(evidence)
        repetition.note(evidence)
        return evidence
    }

    func report() -> SpamReport {
        let bytes = filter.bytes
        let restart = clock.measure { _ = try? LearningFilter(bytes: bytes) }
        var summary = SpamReport.Summary(SpamReport.Shares(judged[...]))
        summary.judgementsPerSecond = (Double(judged.count) / (judging / .seconds(1))).rounded()
        summary.learningMilliseconds = lessons == 0 ? nil : learning / .milliseconds(1) / Double(lessons)
        summary.restartMilliseconds = restart / .milliseconds(1)
        summary.modelBytes = bytes.count
        summary.learned = lessons
        let tenth = max(1, judged.count / 10)
        summary.overTime = stride(from: 0, to: judged.count, by: tenth).prefix(10).map { start in
            let end = start / tenth == 9 ? judged.count : min(start + tenth, judged.count)
            return SpamReport.Shares(judged[start..<end])
        }
        return SpamReport(
            rows: judged.map { row, verdict in
                SpamReport.Row(
                    id: row.id, verdict: verdict.kind.rawValue, probability: verdict.probability,
                    reasons: verdict.reasons.map(\.sentence))
            }, summary: summary)
    }
}
