import Model

/// Makes records of what the parser meets. Faults are kept; the reader looks for them after each piece.
final class WXRAssembler: XMLHandler {
    private var finished: [ExportRecord] = []
    private(set) var wholeItems = 0
    private(set) var fault: ImportFileError?
    /// Where the parser stands: at the last tag.
    var place: () -> FilePlace

    private let limits: ImportLimits
    private var cache = WXRElementCache()
    private var frames: [WXRFrame] = []
    private var depth = 0
    /// Depth of the outermost element whose content is passed over.
    private var skipping: Int?
    private var leaf: Leaf?
    private var text: [UInt8] = []
    private var iconURL = ""
    private var toldBlog = false
    /// Bytes of text of the author, term or item that is open.
    private var recordSize = 0
    private var passedLimit: Int?

    /// The element whose text is being read.
    private struct Leaf {
        var element: WXRElement
        var depth: Int
        var term: ItemTerm?
        /// Where in the text the first CDATA section began and the last one ended.
        var sections: Range<Int>?
    }

    init(limits: ImportLimits) {
        self.limits = limits
        place = { FilePlace(file: "", line: 1, byte: 0) }
    }

    /// The records that were finished since the last call.
    func takeFinished() -> [ExportRecord] {
        defer { finished = [] }
        return finished
    }

    func startElement(_ name: XMLName, attributes: XMLAttributes) {
        guard fault == nil else { return }
        depth += 1
        guard depth <= limits.depth else {
            fault = .tooDeep(place(), limit: limits.depth)
            return
        }
        let element = cache.element(name)
        guard !cache.isFull else {
            fault = .tooManyNames(place(), limit: WXRElementCache.limit)
            return
        }
        guard skipping == nil else { return }
        guard leaf == nil, let element, isRead(element) else { return startUnread(name) }
        charge(Self.elementSize)
        if element.isContainer(in: frames.last?.element) {
            open(element)
        } else if let container = frames.last?.element, container != .rss {
            startLeaf(element, attributes)
        } else {
            startUnread(name)
        }
    }

    /// Of a record that is too large only its number is still read: it names the record in the report.
    private func isRead(_ element: WXRElement) -> Bool {
        passedLimit == nil || frames.last?.element == .channel || isNumber(element)
    }

    private func isNumber(_ element: WXRElement) -> Bool {
        element == .postID || element == .termID || element == .authorID
    }

    private func startUnread(_ name: XMLName) {
        if frames.isEmpty { fault = .notWXR(place(), .rootElement(String(cString: name.local))) }
        skipping = depth
    }

    private func open(_ element: WXRElement) {
        if frames.last?.element == .channel {
            recordSize = 0
            passedLimit = nil
        }
        if element == .item { tellBlog() }
        frames.append(WXRFrame(element, at: place()))
    }

    private func startLeaf(_ element: WXRElement, _ attributes: XMLAttributes) {
        text.removeAll(keepingCapacity: true)
        var leaf = Leaf(element: element, depth: depth)
        let top = frames.count - 1
        switch element {
        case .guid where !frames[top].has(.guid): frames[top].guidIsPermaLink = attributes["isPermaLink"] != "false"
        case .category:
            let domain = attributes["domain"] ?? "category"
            leaf.term = ItemTerm(
                taxonomy: domain == "tag" ? "post_tag" : domain, slug: attributes["nicename"] ?? "", name: "")
        case .enclosure:
            if let url = attributes["url"] {
                let length = attributes["length"].flatMap { Int($0) }
                frames[top].enclosures.append(
                    Enclosure(url: url, length: length, mimeType: attributes["type"] ?? ""))
            }
        default: break
        }
        self.leaf = leaf
    }

    /// What an element costs beside its text.
    private static let elementSize = 64

    func text(_ bytes: UnsafeBufferPointer<UInt8>, isSection: Bool) {
        guard fault == nil, skipping == nil, let leaf else { return }
        let start = text.count
        guard passedLimit == nil else {
            if isNumber(leaf.element), start + bytes.count <= 64 { text.append(contentsOf: bytes) }
            return
        }
        charge(bytes.count)
        if start + bytes.count > limits.textBytes { passedLimit = limits.textBytes }
        guard passedLimit == nil else {
            text.removeAll()
            self.leaf?.sections = nil
            return
        }
        text.append(contentsOf: bytes)
        if isSection {
            let first = leaf.sections?.lowerBound ?? start
            self.leaf?.sections = first..<text.count
        }
    }

    private func charge(_ size: Int) {
        guard passedLimit == nil else { return }
        recordSize += size
        if recordSize > limits.itemBytes { passedLimit = limits.itemBytes }
    }

    func endElement() {
        guard fault == nil else { return }
        defer { depth -= 1 }
        if let outermost = skipping {
            if outermost == depth { skipping = nil }
        } else if let leaf, leaf.depth == depth {
            endLeaf(leaf)
            self.leaf = nil
        } else if let frame = frames.popLast() {
            close(frame)
        }
    }

    private func endLeaf(_ leaf: Leaf) {
        let value = String(decoding: bytes(of: leaf), as: UTF8.self)
        let trimmed = leaf.element.keepsBlanks ? value : String(value.trimmingBlanks)
        let top = frames.count - 1
        if var term = leaf.term {
            term.name = trimmed
            frames[top].terms.append(term)
        } else {
            frames[top].set(leaf.element, trimmed)
        }
        if leaf.element == .version, frames[top].element == .channel, !isVersion(frames[top][.version]) {
            fault = .notWXR(place(), .version(String(trimmed.prefix(40))))
        }
    }

    /// Blanks around CDATA sections are only the file's layout.
    private func bytes(of leaf: Leaf) -> ArraySlice<UInt8> {
        var bytes = text[...]
        guard let sections = leaf.sections else { return bytes }
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        if text[sections.upperBound...].allSatisfy(isBlank) { bytes = bytes[..<sections.upperBound] }
        if text[..<sections.lowerBound].allSatisfy(isBlank) { bytes = bytes[sections.lowerBound...] }
        return bytes
    }

    private func isVersion(_ text: String) -> Bool { text.wholeMatch(of: /[0-9]+\.[0-9]+/) != nil }

    private func close(_ frame: WXRFrame) {
        let top = frames.count - 1
        switch frame.element {
        case .postMeta, .commentMeta, .termMeta:
            if frame.has(.metaKey) {
                frames[top].meta.append(MetaRecord(key: frame[.metaKey], value: frame[.metaValue]))
            }
        case .comment: frames[top].comments.append(frame.comment)
        case .image: iconURL = frame[.url]
        case .author, .oldAuthor: finish(.author(frame.author), frame)
        case .blogCategory, .tag, .term: finish(.term(frame.term), frame)
        case .item:
            finish(.item(frame.item), frame)
            wholeItems += 1
        case .channel:
            frames.append(frame)
            tellBlog()
            frames.removeLast()
        case .rss: if !toldBlog && fault == nil { fault = .notWXR(place(), .noChannel) }
        default: break
        }
    }

    private func finish(_ record: ExportRecord, _ frame: WXRFrame) {
        guard let limit = passedLimit else { return finished.append(record) }
        passedLimit = nil
        finished.append(
            .oversized(
                OversizedRecord(
                    place: frame.place, what: frame.element.rawValue,
                    id: frame.number(.postID) ?? frame.number(.termID) ?? frame.number(.authorID),
                    title: frame[.title], limit: limit)))
    }

    /// Once for each part: before its first item, or at its end. By then the version must have been told.
    private func tellBlog() {
        guard !toldBlog, let channel = frames.last, fault == nil else { return }
        guard channel.has(.version) else {
            fault = .notWXR(place(), .noVersion)
            return
        }
        toldBlog = true
        finished.append(.blog(channel.blog(iconURL: iconURL)))
    }
}
