import Foundation
import Spam

/// What `thaw spam evaluate` found, as its report says it. What cannot be told, for want of a kind, is left out.
struct SpamReport: Encodable {
    let rows: [Row]
    let summary: Summary

    struct Row: Encodable {
        let id: String
        let verdict: String
        let probability: Double
        let reasons: [String]
    }

    /// Of one stretch of lines. All but the counts are from 0 to 1.
    struct Shares: Encodable {
        let judged: Int
        let spam: Int
        let auc: Double?
        let averagePrecision: Double?
        let calibrationError: Double?
        let recallAt1Percent: Double?
        let recallAt01Percent: Double?
        /// Of the real ones, what went to spam.
        let hamToSpam: Double?
        /// Of spam, what was published.
        let spamPublished: Double?
        /// Of all, what was held.
        let held: Double

        init(_ judged: ArraySlice<(row: LabelledResponse, verdict: Verdict)>) {
            let performance = Performance(judged.lazy.map { ($0.verdict.probability, $0.row.isSpam) })
            let spam = judged.count { $0.row.isSpam }
            func share(of isSpam: Bool, among whole: Int, _ kinds: Set<Verdict.Kind>) -> Double? {
                guard whole > 0 else { return nil }
                return Double(judged.count { $0.row.isSpam == isSpam && kinds.contains($0.verdict.kind) })
                    / Double(whole)
            }
            self.judged = judged.count
            self.spam = spam
            auc = performance.area
            averagePrecision = performance.averagePrecision
            calibrationError = performance.calibrationError
            recallAt1Percent = performance.recall(falsePositives: 0.01)
            recallAt01Percent = performance.recall(falsePositives: 0.001)
            hamToSpam = share(of: false, among: judged.count - spam, [.spam, .discard])
            spamPublished = share(of: true, among: spam, [.publish])
            held = Double(judged.count { $0.verdict.kind == .hold }) / Double(max(judged.count, 1))
        }

        enum CodingKeys: String, CodingKey {
            case judged, spam, auc, held
            case averagePrecision = "average_precision"
            case calibrationError = "calibration_error"
            case recallAt1Percent = "recall_at_1_percent_fpr"
            case recallAt01Percent = "recall_at_0_1_percent_fpr"
            case hamToSpam = "ham_to_spam"
            case spamPublished = "spam_published"
        }
    }

    struct Summary: Encodable {
        let shares: Shares
        var learned = 0
        var judgementsPerSecond = 0.0
        var learningMilliseconds: Double?
        var restartMilliseconds = 0.0
        var modelBytes = 0
        /// Ten stretches of the lines, in their order.
        var overTime: [Shares] = []

        init(_ shares: Shares) { self.shares = shares }

        private enum CodingKeys: String, CodingKey {
            case learned
            case judgementsPerSecond = "judgements_per_second"
            case learningMilliseconds = "learning_ms"
            case restartMilliseconds = "restart_ms"
            case modelBytes = "model_bytes"
            case overTime = "over_time"
        }

        func encode(to encoder: any Encoder) throws {
            try shares.encode(to: encoder)
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(learned, forKey: .learned)
            try fields.encode(judgementsPerSecond, forKey: .judgementsPerSecond)
            try fields.encodeIfPresent(learningMilliseconds, forKey: .learningMilliseconds)
            try fields.encode(restartMilliseconds, forKey: .restartMilliseconds)
            try fields.encode(modelBytes, forKey: .modelBytes)
            try fields.encode(overTime, forKey: .overTime)
        }

        /// For a terminal.
        var table: String {
            func number(_ value: Double?, _ digits: Int) -> String {
                value.map { String(format: "%.\(digits)f", $0) } ?? "–"
            }
            func percent(_ value: Double?) -> String { value.map { String(format: "%.2f %%", $0 * 100) } ?? "–" }
            let lines = [
                ("judged", "\(shares.judged), of them \(shares.spam) spam; \(learned) learned"),
                ("area under the curve", number(shares.auc, 4)),
                ("average precision", number(shares.averagePrecision, 4)),
                ("calibration error", number(shares.calibrationError, 4)),
                ("spam found at 1 % of real ones lost", percent(shares.recallAt1Percent)),
                ("spam found at 0.1 % of real ones lost", percent(shares.recallAt01Percent)),
                ("real ones sent to spam", percent(shares.hamToSpam)),
                ("spam published", percent(shares.spamPublished)),
                ("held", percent(shares.held)),
                ("held, first to last tenth", overTime.map { number($0.held * 100, 0) }.joined(separator: " ") + " %"),
                ("judgements a second", number(judgementsPerSecond, 0)),
                ("to learn one", learningMilliseconds.map { number($0, 3) + " ms" } ?? "–"),
                ("to read the filter back", number(restartMilliseconds, 1) + " ms"),
                ("size of the filter", "\(modelBytes) bytes"),
            ]
            return lines.map { $0.0.padding(toLength: 40, withPad: " ", startingAt: 0) + $0.1 }.joined(separator: "\n")
        }
    }
}
