/// Leads from the mended text back to the file. The mender notes every tag; what the parser has passed is forgotten.
struct PlaceMap {
    private struct Mark {
        var mended: Int
        var original: Int
        var line: Int
    }

    private var marks: [Mark] = []
    private var head = 0

    /// `mended` must not decrease from call to call.
    mutating func note(mended: Int, original: Int, line: Int) {
        marks.append(Mark(mended: mended, original: original, line: line))
    }

    /// The last tag that begins before `mended`, as byte and line of the file; the rest of the way from there to `mended`
    /// is `distance`. Positions must not decrease from call to call.
    mutating func tag(before mended: Int) -> (byte: Int, line: Int, distance: Int) {
        while head + 1 < marks.count, marks[head + 1].mended < mended { head += 1 }
        guard head < marks.count, marks[head].mended <= mended else { return (0, 1, mended) }
        let mark = marks[head]
        return (mark.original, mark.line, mended - mark.mended)
    }

    /// The parser is past `mended`.
    mutating func forget(before mended: Int) {
        _ = tag(before: mended)
        guard head > 0 else { return }
        marks.removeFirst(head)
        head = 0
    }
}
