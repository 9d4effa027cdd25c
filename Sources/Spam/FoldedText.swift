/// A text as a filter reads it: without markup, lower-case, in plain letters, one blank between words, and what was odd about
/// it counted.
struct FoldedText: Sendable {
    /// Scalars of the words, separated by single blanks.
    private(set) var scalars: [UInt32] = []
    private(set) var letters = 0
    private(set) var capitals = 0
    private(set) var digits = 0
    /// Marks and signs that are neither letters nor digits nor blanks.
    private(set) var symbols = 0
    private(set) var exclamations = 0
    private(set) var lines = 1
    /// The longest run of digits, blanks and the marks of telephone numbers between them not counted.
    private(set) var longestNumber = 0
    /// Letters written by mathematical, circled or full-width signs.
    private(set) var disguised = 0
    /// Scalars between letters that nobody sees, and marks piled on a letter.
    private(set) var hidden = 0
    /// Words of letters from two scripts that look alike.
    private(set) var mixedWords = 0
    /// Runs of the same letter, three and longer.
    private(set) var stretches = 0
    /// Letters by script.
    private(set) var scripts = SIMD16<Int32>.zero

    /// - Parameter limit: scalars after this many are not looked at.
    init(_ text: String, limit: Int = 2_000) {
        scalars.reserveCapacity(min(text.utf8.count, limit) + 1)
        var run = Run()
        if VisibleText.mayHoldMarkup(text) {
            for scalar in VisibleText(text).prefix(limit) { take(scalar, &run) }
        } else {
            // To take a prefix would be to walk it twice.
            for (_, scalar) in zip(0..<limit, text.unicodeScalars) { take(scalar, &run) }
        }
        end(&run.word)
        if scalars.last == 32 { scalars.removeLast() }
    }

    /// What stands just before a scalar.
    private struct Run {
        var word = Word()
        /// How often the last letter stood there.
        var same = 0
        var digits = 0
        var hidden = 0
        var marks = 0
    }

    @inline(__always)
    private mutating func take(_ scalar: Unicode.Scalar, _ run: inout Run) {
        let kind = ScalarKind(scalar)
        switch kind {
        case .hidden:
            if run.word.start != nil { run.hidden += 1 }
            return
        case .combining:
            run.marks += 1
            if run.marks > 1 { hidden += 1 }
            return
        default: run.marks = 0
        }
        switch kind {
        case .letter(let plain, let script, let isCapital, let isDisguised):
            letters += 1
            if isCapital { capitals += 1 }
            if isDisguised { disguised += 1 }
            hidden += run.hidden
            run.hidden = 0
            scripts[script.rawValue] += 1
            run.digits = 0
            if scalars.last == plain {
                run.same += 1
                if run.same == 3 { stretches += 1 }
                if run.same >= 3 { return }
            } else {
                run.same = 1
            }
            run.word.start = run.word.start ?? scalars.count
            run.word.note(script)
            scalars.append(plain)
        case .digit(let plain, let isDisguised):
            digits += 1
            if isDisguised { disguised += 1 }
            run.digits += 1
            longestNumber = max(longestNumber, run.digits)
            run.hidden = 0
            run.word.start = run.word.start ?? scalars.count
            scalars.append(plain)
        case .blank(let isLine):
            run.hidden = 0
            end(&run.word)
            if isLine {
                lines += 1
                run.digits = 0
            }
            if let last = scalars.last, last != 32 { scalars.append(32) }
        case .symbol(let plain):
            run.hidden = 0
            end(&run.word)
            symbols += 1
            if plain == 33 { exclamations += 1 }
            if !(plain == 45 || plain == 46 || plain == 40 || plain == 41 || plain == 43) { run.digits = 0 }
            scalars.append(plain)
        case .hidden, .combining: break
        }
    }

    /// The script of most letters; nil without letters.
    var script: Script? {
        let most = scripts.max()
        return most == 0 ? nil : scripts.indices.first { scripts[$0] == most }.flatMap(Script.init)
    }

    private struct Word {
        var start: Int?
        private var hasLatin = false
        private var hasAlike = false

        var isMixed: Bool { hasLatin && hasAlike }

        mutating func note(_ script: Script) {
            switch script {
            case .latin: hasLatin = true
            case .cyrillic, .greek: hasAlike = true
            default: break
            }
        }
    }

    /// Letters of another script inside a Latin word are read as those they look like.
    private mutating func end(_ word: inout Word) {
        defer { word = Word() }
        guard let start = word.start, word.isMixed else { return }
        mixedWords += 1
        for index in start..<scalars.count {
            if let plain = Lookalikes.latin[scalars[index]] { scalars[index] = plain }
        }
    }
}
