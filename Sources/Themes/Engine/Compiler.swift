/// Turns parsed templates into a program for pages of one shape; every name, kind and place is checked here.
struct Compiler {
    /// All templates of a theme by name, without their ending.
    let templates: [String: [TemplateNode]]

    private var program = Program()
    private var scopes: [Scope] = []
    private var frameCount = 0
    private var context = MarkupContext()
    private var blocks: [String: [TemplateNode]] = [:]
    private var uses: [Use] = []

    private enum Scope {
        /// The fields of the record at a frame; with a prefix they are reached as `prefix.name` only.
        case record(frame: Int, Shape, prefix: String?)
        /// Inside a section over an optional text or HTML, `{{.}}` is that value.
        case value(Program.Place, FieldDeclaration)
    }

    /// A template that is being written into the program.
    private struct Use {
        let name: String
        let shape: ObjectIdentifier
        let frame: Int
        let context: MarkupContext
        let start: Int
        /// The steps that call this one from inside itself; their `end` is known when it is complete.
        var calls: [(step: Int, inner: Int)] = []
    }

    private static let deepestUse = 40
    private static let mostSteps = 100_000

    private init(templates: [String: [TemplateNode]]) { self.templates = templates }

    /// - Parameters:
    ///   - outer: the frames around the page's own, each under its prefix, in the order in which they are given to `run`.
    static func compile(
        _ name: String, shape: Shape, outer: [(prefix: String, shape: Shape)], templates: [String: [TemplateNode]]
    ) throws(TemplateError) -> Program {
        var compiler = Compiler(templates: templates)
        for (index, frame) in outer.enumerated() {
            compiler.scopes.append(.record(frame: index, frame.shape, prefix: frame.prefix))
        }
        compiler.scopes.append(.record(frame: outer.count, shape, prefix: nil))
        compiler.frameCount = outer.count + 1
        try compiler.use(name, at: TemplatePlace(file: "\(name).mustache", line: 1, column: 1))
        return compiler.program
    }

    private mutating func compile(_ nodes: [TemplateNode]) throws(TemplateError) {
        for node in nodes {
            switch node {
            case .literal(let bytes, let place):
                context.read(bytes)
                try add(.literal(start: Int32(program.literals.count), count: Int32(bytes.count)), at: place)
                program.literals += bytes
            case .value(let name, let isRaw): try printValue(name, isRaw: isRaw)
            case .section(let name, let isInverted, let body): try section(name, isInverted: isInverted, body)
            case .partial(let name, let place):
                // A partial means the same wherever it stands: blocks are replaced in the parent's own file only.
                let saved = blocks
                blocks = [:]
                try use(name, at: place)
                blocks = saved
            case .parent(let name, let place, let replaced):
                let saved = blocks
                blocks = replaced.merging(saved) { _, heir in heir }
                try use(name, at: place, mayRunAgain: false)
                blocks = saved
            case .block(let name, let body):
                let replacement = blocks.removeValue(forKey: name)
                try compile(replacement ?? body)
                blocks[name] = replacement
            }
        }
    }

    private mutating func printValue(_ name: TemplateName, isRaw: Bool) throws(TemplateError) {
        try reach(name) { (compiler, place, field) throws(TemplateError) in
            switch field.kind {
            case .text, .url:
                if isRaw { throw name.error("is not HTML; print it with {{\(name.text)}}") }
            case .html, .script:
                if !isRaw { throw name.error("is HTML; print it with {{{\(name.text)}}}") }
            case .flag: throw name.error("is a yes or no; it opens a section and is not printed")
            case .record, .list: throw name.error("holds other values; open a section over it")
            }
            if let objection = compiler.context.objection(to: field.kind, isRaw: isRaw) {
                throw TemplateError(place: name.place, message: "“\(name.text)”: \(objection)")
            }
            let isCertain = name.path.count == 1 && (!field.isOptional || name.path == ["."])
            if isCertain { compiler.context.readValue() }
            try compiler.add(isRaw ? .raw(place) : .escaped(place), at: name.place)
        }
    }

    private mutating func section(
        _ name: TemplateName, isInverted: Bool, _ body: [TemplateNode]
    ) throws(TemplateError) {
        let start = context
        try reach(name, isInverted: isInverted) { (compiler, place, field) throws(TemplateError) in
            if isInverted {
                if !field.canBeMissing { throw name.error("is always there; {{^\(name.text)}} never runs") }
                try compiler.body(body, name) { .ifMissing(place, end: $0) }
                return
            }
            switch field.kind {
            case .flag: try compiler.body(body, name) { .ifPresent(place, end: $0) }
            case .text, .url, .html, .script:
                if !field.isOptional { throw name.error("is plain text that is always there, not a section") }
                try compiler.body(body, name, scope: .value(place, field)) { .ifPresent(place, end: $0) }
            case .record(let shape):
                let scope = Scope.record(frame: compiler.frameCount, shape(), prefix: nil)
                try compiler.body(body, name, scope: scope, addsFrame: true) { .enter(place, end: $0) }
            case .list(let shape):
                let scope = Scope.record(frame: compiler.frameCount, shape(), prefix: nil)
                try compiler.body(body, name, scope: scope, addsFrame: true) { .forEach(place, end: $0) }
            }
        }
        if !context.leaveSection(from: start) {
            throw name.error("opens a tag, an attribute or a script that it does not close")
        }
    }

    private mutating func body(
        _ nodes: [TemplateNode], _ name: TemplateName, scope: Scope? = nil, addsFrame: Bool = false,
        step: (Int32) -> Program.Step
    ) throws(TemplateError) {
        let index = program.steps.count
        try add(step(0), at: name.place)
        if let scope { scopes.append(scope) }
        if addsFrame { frameCount += 1 }
        try compile(nodes)
        if addsFrame { frameCount -= 1 }
        if scope != nil { scopes.removeLast() }
        program.steps[index] = step(Int32(program.steps.count))
    }

    // MARK: Other templates

    private mutating func use(
        _ name: String, at place: TemplatePlace, mayRunAgain: Bool = true
    ) throws(TemplateError) {
        guard let nodes = templates[name] else {
            throw TemplateError(place: place, message: "there is no template “\(name).mustache”")
        }
        let (frame, shape) = innermostRecord
        if mayRunAgain,
            let index = uses.lastIndex(where: { $0.name == name && $0.shape == shape.id && $0.context == context })
        {
            guard uses[index].frame < frame else {
                throw TemplateError(place: place, message: "“\(name)” holds itself without end")
            }
            uses[index].calls.append((program.steps.count, inner: frame))
            try add(again(uses[index], end: 0, inner: frame), at: place)
            return
        }
        guard uses.count < Self.deepestUse else {
            throw TemplateError(place: place, message: "templates hold each other more than \(Self.deepestUse) deep")
        }
        let start = program.steps.count
        uses.append(Use(name: name, shape: shape.id, frame: frame, context: context, start: start))
        try compile(nodes)
        let use = uses.removeLast()
        if !use.calls.isEmpty, !context.leaveSection(from: use.context) {
            throw TemplateError(place: place, message: "“\(name)” holds itself and does not close what it opens")
        }
        for call in use.calls { program.steps[call.step] = again(use, end: program.steps.count, inner: call.inner) }
    }

    private func again(_ use: Use, end: Int, inner: Int) -> Program.Step {
        .again(start: Int32(use.start), end: Int32(end), base: Int32(use.frame), inner: Int32(inner))
    }

    private var innermostRecord: (frame: Int, shape: Shape) {
        for case .record(let frame, let shape, prefix: nil) in scopes.reversed() { return (frame, shape) }
        preconditionFailure("a page's own record is pushed before anything is compiled")
    }

    // MARK: Names

    /// Looks a name up from the innermost scope outwards, enters the records of a dotted one, and goes on with the last.
    private mutating func reach(
        _ name: TemplateName, isInverted: Bool = false,
        _ action: (inout Self, Program.Place, FieldDeclaration) throws(TemplateError) -> Void
    ) throws(TemplateError) {
        var (place, field, rest) = try find(name)
        var entered: [(index: Int, place: Program.Place)] = []
        while let next = rest.popFirst() {
            guard case .record(let shape) = field.kind else {
                throw name.error("asks for “\(next)” of “\(field.name)”, which has no names of its own")
            }
            if isInverted, field.isOptional {
                throw name.error("may be missing as a whole; write {{#\(field.name)}}{{^\(next)}} instead")
            }
            let inner = shape()
            guard let slot = inner.slot(named: next) else { throw name.unknown(next, in: inner) }
            entered.append((program.steps.count, place))
            try add(.enter(place, end: 0), at: name.place)
            place = Program.Place(frame: Int32(frameCount), slot: Int32(slot))
            field = inner.fields[slot]
            frameCount += 1
        }
        try action(&self, place, field)
        frameCount -= entered.count
        for step in entered { program.steps[step.index] = .enter(step.place, end: Int32(program.steps.count)) }
    }

    private func find(
        _ name: TemplateName
    ) throws(TemplateError) -> (Program.Place, FieldDeclaration, ArraySlice<String>) {
        var path = name.path[...]
        let first = path.removeFirst()
        for scope in scopes.reversed() {
            switch scope {
            case .value(let place, let field):
                if first == "." { return (place, field, []) }
            case .record(let frame, let shape, let prefix):
                var wanted = first
                if let prefix {
                    guard prefix == first else { continue }
                    guard let next = path.popFirst() else { throw name.error("is followed by one of its names") }
                    guard shape.slot(named: next) != nil else { throw name.unknown(next, in: shape) }
                    wanted = next
                }
                if let slot = shape.slot(named: wanted) {
                    return (Program.Place(frame: Int32(frame), slot: Int32(slot)), shape.fields[slot], path)
                }
                if first == "." { throw name.error("names nothing here that could be printed") }
            }
        }
        throw name.unknown(first, in: innermostRecord.shape)
    }

    private mutating func add(_ step: Program.Step, at place: TemplatePlace) throws(TemplateError) {
        guard program.steps.count < Self.mostSteps else {
            throw TemplateError(place: place, message: "the page has more than \(Self.mostSteps) steps")
        }
        program.steps.append(step)
    }
}

extension FieldDeclaration {
    fileprivate var canBeMissing: Bool {
        switch kind {
        case .flag, .list: true
        default: isOptional
        }
    }
}

extension TemplateName {
    fileprivate func error(_ message: String) -> TemplateError {
        TemplateError(place: place, message: "“\(text)” \(message)")
    }

    fileprivate func unknown(_ name: String, in shape: Shape) -> TemplateError {
        let known = shape.fields.map(\.name).sorted().joined(separator: ", ")
        return TemplateError(place: place, message: "there is no “\(name)” here; \(shape.name) has \(known)")
    }
}
