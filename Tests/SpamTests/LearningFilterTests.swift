import Testing

@testable import Spam

@Suite("The filter learns")
struct LearningFilterTests {
    @Test("a filter that nobody taught holds everything, and says so")
    func untaught() {
        var stream = SampleStream(seed: 3)
        for isSpam in [true, false] {
            let verdict = LearningFilter().judge(stream.next(isSpam: isSpam))
            #expect(verdict.kind == .hold)
            #expect(verdict.reasons.first?.topic == .untaught)
        }
    }

    @Test("what came of a hundred decisions of each kind tells others apart")
    func tellsApart() {
        let filter = LearningFilter.taught(100)
        var stream = SampleStream(seed: 7)
        for _ in 0..<50 {
            let real = filter.judge(stream.next(isSpam: false))
            #expect(real.kind == .publish)
            #expect(real.probability < 0.1)
            let spam = filter.judge(stream.next(isSpam: true))
            #expect(spam.kind == .spam)
            #expect(spam.probability > 0.9)
        }
    }

    @Test("the reasons name the words that moved it")
    func words() throws {
        let filter = LearningFilter.taught(100)
        let verdict = filter.judge(Evidence(text: "casino bonus casino discount"))
        let reason = try #require(verdict.reasons.first { $0.topic == .words })
        #expect(reason.speaksForSpam)
        #expect(reason.sentence.hasPrefix("reads like the spam here: "))
        #expect(reason.detail.contains("casino"))
    }

    @Test("words of every address are no reason")
    func wordsOfAddresses() throws {
        let verdict = LearningFilter.taught(40).judge(Evidence(text: "casino http://www.elsewhere.example/"))
        let reason = try #require(verdict.reasons.first { $0.topic == .words })
        #expect(!reason.detail.contains("http") && !reason.detail.contains("www"))
    }

    @Test("a host that was spam is counted, and named")
    func hosts() throws {
        var filter = LearningFilter.taught(60)
        for index in 0..<14 {
            let evidence = Evidence(text: "look at number \(index) https://bad.example/\(index)")
            filter.learn(filter.read(evidence), isSpam: true)
        }
        #expect(filter.tally[Tally.Key(.host, of: "bad.example")].spam == 14)
        let verdict = filter.judge(Evidence(text: "another https://www.bad.example/page"))
        #expect(verdict.reasons.map(\.sentence).contains("links to bad.example, which was spam 14 times"))
    }

    @Test("it is as good where all spam was decided before all that is real")
    func blocks() {
        var filter = LearningFilter()
        var stream = SampleStream(seed: 1)
        for isSpam in [true, false] {
            for _ in 0..<100 { filter.learn(filter.read(stream.next(isSpam: isSpam)), isSpam: isSpam) }
        }
        var others = SampleStream(seed: 7)
        for _ in 0..<50 {
            #expect(filter.judge(others.next(isSpam: false)).kind == .publish)
            #expect(filter.judge(others.next(isSpam: true)).kind == .spam)
        }
    }

    @Test("a decision that is taken back leaves neither a count nor an opinion")
    func unlearns() {
        var filter = LearningFilter.taught(40)
        let before = filter
        let evidence = Evidence(text: "seventeen purple elephants dance on https://zoo.example tonight")
        let list = filter.read(evidence)
        for _ in 0..<3 { filter.learn(list, isSpam: true) }
        let learned = filter.judge(evidence).probability
        for _ in 0..<3 { filter.unlearn(list, wasSpam: true) }
        #expect(filter.judge(evidence).probability < learned)
        #expect(filter.score(list) <= 0)
        #expect(filter.tally[Tally.Key(.host, of: "zoo.example")] == Tally.Count())
        #expect(filter.table.spam == before.table.spam)
        #expect(zip(filter.table.places, before.table.places).allSatisfy { $0.spam == $1.spam && $0.real == $1.real })
        #expect(filter.calibration.spamCount == before.calibration.spamCount)
        #expect(filter.memory.spam.count == before.memory.spam.count)
    }

    @Test("the same decisions make the same bytes, and bytes make the same filter")
    func bytes() throws {
        let filter = LearningFilter.taught(152)
        let bytes = filter.bytes
        #expect(bytes == LearningFilter.taught(152).bytes)
        let read = try LearningFilter(bytes: bytes)
        #expect(read.bytes == bytes)
        var stream = SampleStream(seed: 9)
        let evidence = stream.next(isSpam: true)
        #expect(read.judge(evidence) == filter.judge(evidence))
    }

    @Test("bytes of the first version, which counted both kinds together, are read")
    func firstVersion() throws {
        let filter = LearningFilter.taught(30)
        let bytes = filter.bytes
        let signs = 8 + 4 + 8 + 8
        let table = signs + 4 + Sign.allCases.count * 8 + Hashing.size / 8
        let taught = filter.table.places.count { !$0.isUntaught }
        var old = Array(bytes[..<8]) + [1, 0, 0, 0, 60, 0, 0, 0] + bytes[20..<table]
        for record in stride(from: table, to: table + taught * 12, by: 12) {
            old += bytes[record..<record + 8] + [bytes[record + 8] + bytes[record + 10], 0]
        }
        old += bytes[(table + taught * 12)...]
        let read = try LearningFilter(bytes: old)
        #expect(read.memory.spam == filter.memory.spam)
        #expect(read.table.decisions == 60)
        #expect(
            zip(read.table.places, filter.table.places).allSatisfy { place, was in
                place.weight == was.weight && place.spam == place.real
                    && Int(place.spam) == (Int(was.spam) + Int(was.real) + 1) / 2
            })
    }

    @Test("a feature list travels as bytes")
    func lists() throws {
        var evidence = Evidence(text: "Guten Tag, 12345678 https://a.example")
        evidence.author = "Ada"
        evidence.authorEmail = "ada@example.org"
        evidence.address = "192.0.2.7"
        let list = LearningFilter().read(evidence)
        #expect(try FeatureList(bytes: list.bytes) == list)
    }

    @Test("two megabytes hold whatever is learned")
    func size() {
        var filter = LearningFilter()
        for index in 0..<400 {
            let text = (0..<2_500).map { Character(Unicode.Scalar(UInt32(0x4E00 + ($0 * 31 + index * 977) % 20_000))!) }
            var evidence = Evidence(text: String(text))
            evidence.authorEmail = "a\(index)@host\(index).example"
            filter.learn(filter.read(evidence), isSpam: index % 2 == 0)
        }
        #expect(filter.bytes.count < 2_000_000)
    }

    @Test("bytes that were cut or changed are refused or read, never a crash")
    func damaged() {
        let bytes = LearningFilter.taught(20).bytes
        #expect(throws: LearningFilter.FileFault.notAFilter) { try LearningFilter(bytes: []) }
        #expect(throws: LearningFilter.FileFault.notAFilter) { try LearningFilter(bytes: Array("nonsense".utf8)) }
        var newer = bytes
        newer[8] = 99
        #expect(throws: LearningFilter.FileFault.newerVersion(99)) { try LearningFilter(bytes: newer) }
        for cut in stride(from: 8, to: bytes.count, by: bytes.count / 97) {
            #expect(throws: LearningFilter.FileFault.self) { try LearningFilter(bytes: Array(bytes[..<cut])) }
        }
        var random: UInt64 = 11
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0..<8 {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                changed[8 + Int(random >> 33) % (bytes.count - 8)] = UInt8(truncatingIfNeeded: random >> 20)
            }
            if let filter = try? LearningFilter(bytes: changed) { _ = filter.judge(Evidence(text: "casino roses")) }
        }
        var full = bytes
        for place in 12..<20 { full[place] = 0xFF }
        if var filter = try? LearningFilter(bytes: full) {
            for isSpam in [true, false] { filter.learn(filter.read(Evidence(text: "casino roses")), isSpam: isSpam) }
            #expect(filter.table.decisions > 1_000_000)
        } else {
            Issue.record("counts of any size are read")
        }
    }

    @Test("nothing is discarded by its words alone")
    func discard() {
        let filter = LearningFilter.taught(200)
        var evidence = Evidence(text: "casino bonus cheap pills buy now win money credit loan http://shop1.example/x")
        #expect(filter.judge(evidence).kind == .spam)
        evidence.repetitions = 30
        evidence.filledTrap = true
        let list = filter.read(evidence)
        var sure = filter
        for _ in 0..<60 { sure.learn(list, isSpam: true) }
        #expect(sure.judge(evidence).kind == .discard)
        evidence.approvals = 1
        #expect(sure.judge(evidence).kind != .discard)
    }
}
