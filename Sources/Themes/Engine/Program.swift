import Model

/// A compiled template: a flat list of steps over records that are reached by position. While it runs nothing is
/// looked up by name, hashed or cast. (The package swift-mustache, which walks dictionaries of existentials, took
/// 2.9 ms for a post with 50 comments where HTML written by hand took 0.14 ms.)
struct Program: Sendable {
    enum Step: Sendable {
        case literal(start: Int32, count: Int32)
        case escaped(Place)
        case raw(Place)
        /// The steps up to `end` belong to a body; it runs if the value is there and not false.
        case ifPresent(Place, end: Int32)
        case ifMissing(Place, end: Int32)
        /// Each record becomes the innermost frame while the body runs.
        case enter(Place, end: Int32)
        case forEach(Place, end: Int32)
        /// A partial that holds itself: the steps of its outer use again, with the record at frame `inner` in place of
        /// the one at frame `base`.
        case again(start: Int32, end: Int32, base: Int32, inner: Int32)
    }

    struct Place: Sendable {
        let frame: Int32
        let slot: Int32
    }

    var steps: [Step] = []
    var literals: [UInt8] = []

    func run(_ frames: [Record], into page: inout [UInt8]) {
        var frames = frames
        literals.withUnsafeBufferPointer { literals in
            run(0, steps.count, &frames, literals, &page)
        }
    }

    private func run(
        _ start: Int, _ end: Int, _ frames: inout [Record], _ literals: UnsafeBufferPointer<UInt8>,
        _ page: inout [UInt8]
    ) {
        var index = start
        while index < end {
            switch steps[index] {
            case .literal(let start, let count):
                page.append(contentsOf: literals[Int(start)..<Int(start + count)])
            case .escaped(let place):
                if case .text(let text) = value(place, frames) { page.appendEscaped(text) }
            case .raw(let place):
                switch value(place, frames) {
                case .html(let html): page.append(contentsOf: html.markup.utf8)
                case .script(let json): page.append(contentsOf: json.text.utf8)
                default: break
                }
            case .ifPresent(let place, let bodyEnd):
                if !isPresent(value(place, frames)) { index = Int(bodyEnd) - 1 }
            case .ifMissing(let place, let bodyEnd):
                if isPresent(value(place, frames)) { index = Int(bodyEnd) - 1 }
            case .enter(let place, let bodyEnd):
                if case .record(let record) = value(place, frames) {
                    frames.append(record)
                    run(index + 1, Int(bodyEnd), &frames, literals, &page)
                    frames.removeLast()
                }
                index = Int(bodyEnd) - 1
            case .forEach(let place, let bodyEnd):
                if case .list(let records) = value(place, frames) {
                    for record in records {
                        frames.append(record)
                        run(index + 1, Int(bodyEnd), &frames, literals, &page)
                        frames.removeLast()
                    }
                }
                index = Int(bodyEnd) - 1
            case .again(let start, let end, let base, let inner):
                let kept = Array(frames[Int(base)...])
                frames.replaceSubrange(Int(base)..., with: CollectionOfOne(frames[Int(inner)]))
                run(Int(start), Int(end), &frames, literals, &page)
                frames.replaceSubrange(Int(base)..., with: kept)
            }
            index += 1
        }
    }

    @inline(__always)
    private func value(_ place: Place, _ frames: [Record]) -> Value {
        frames[Int(place.frame)].slots[Int(place.slot)]
    }

    private func isPresent(_ value: Value) -> Bool {
        switch value {
        case .absent: false
        case .flag(let flag): flag
        case .list(let records): !records.isEmpty
        case .text, .html, .script, .record: true
        }
    }
}
