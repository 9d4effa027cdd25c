import Testing

@testable import Spam

@Suite("Measures of a filter")
struct PerformanceTests {
    private func performance(spam: [Double], real: [Double]) -> Performance {
        Performance(spam.map { ($0, true) } + real.map { ($0, false) })
    }

    @Test("area, precision and recall of a small example")
    func example() throws {
        let performance = performance(spam: [0.9, 0.8, 0.3], real: [0.7, 0.2, 0.1, 0.3])
        #expect(try #require(performance.area) == 0.875)
        let precision = try #require(performance.averagePrecision)
        #expect((precision * 15).rounded() == 13)
        #expect(performance.recall(falsePositives: 0.01) == 2.0 / 3)
        #expect(performance.recall(falsePositives: 0.5) == 1)
    }

    @Test("a perfect and an indifferent filter")
    func ends() {
        #expect(performance(spam: [1], real: [0]).area == 1)
        #expect(performance(spam: [0.5, 0.5], real: [0.5]).area == 0.5)
        #expect(performance(spam: [0.5], real: [0.5]).recall(falsePositives: 0.01) == 0)
        #expect(performance(spam: [], real: [0.5]).area == nil)
        #expect(performance(spam: [1], real: [0]).calibrationError == 0)
        #expect(performance(spam: [0.5], real: [0.5]).calibrationError == 0)
    }

    @Test("probabilities come true as often as they say, and the tolerances are kept, on a stream that overlaps")
    func calibrated() throws {
        var filter = LearningFilter()
        var stream = SampleStream(seed: 21)
        var judged: [(probability: Double, isSpam: Bool)] = []
        var lost = 0
        for index in 0..<1_200 {
            let isSpam = index % 3 == 0
            // A fifth of each kind talks like the other.
            let evidence = stream.next(isSpam: isSpam, talksAsSpam: isSpam != (index % 5 == 0))
            let list = filter.read(evidence)
            let verdict = filter.judge(evidence, as: list)
            if index > 400 {
                judged.append((verdict.probability, isSpam))
                if !isSpam, verdict.kind == .spam || verdict.kind == .discard { lost += 1 }
            }
            filter.learn(list, isSpam: isSpam)
        }
        #expect(try #require(Performance(judged).calibrationError) < 0.1)
        #expect(lost <= 5)
    }
}
