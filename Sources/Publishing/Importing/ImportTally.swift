import Exchange
import Model
import Store

/// Counts what became of the items, and writes it into the report.
struct Tally {
    var report: ImportReport
    private(set) var posts: [Int64: Post.ID] = [:]
    /// Posts and comments written or found.
    private(set) var done = 0
    private var postsMet = NumbersMet()
    private var commentsMet = NumbersMet()

    init(report: ImportReport) { self.report = report }

    /// Names an item and its comments. A damaged export can have several with one number.
    mutating func keyed(_ item: MappedItem, source: String) -> KeyedItem {
        var item = item
        for index in item.comments.indices {
            guard let number = item.comments[index].record.id else { continue }
            let (key, isRepeat) = commentsMet.key(of: number, digest: item.comments[index].digest)
            item.comments[index].key = key
            item.comments[index].isRepeat = isRepeat
        }
        var name = (key: item.key, isRepeat: false)
        if let number = item.record.id { name = postsMet.key(of: number, digest: item.digest) }
        return KeyedItem(
            item: item, key: ImportKey(source: source, kind: .post, key: name.key), isRepeat: name.isRepeat)
    }

    mutating func count(_ item: MappedItem, _ outcome: ItemOutcome) {
        let kind = item.post.kind.rawValue
        done += 1 + item.comments.count
        if let number = item.record.id, let post = outcome.post, posts[number] == nil { posts[number] = post }
        switch outcome.fate {
        case .taken: report.taken[kind, default: 0] += 1
        case .updated: report.updated[kind, default: 0] += 1
        case .alreadyThere: report.alreadyThere[kind, default: 0] += 1
        case .conflict:
            report.conflicts.append(entry(item, ImportReport.Entry.changedOnBothSides))
        case .deletedHere: report.leftOut.append(entry(item, "it was deleted here"))
        }
        for (kind, count) in outcome.commentsTaken { report.taken[kind.rawValue, default: 0] += count }
        for (kind, count) in outcome.commentsUpdated { report.updated[kind.rawValue, default: 0] += count }
        for (kind, count) in outcome.commentsAlreadyThere { report.alreadyThere[kind.rawValue, default: 0] += count }
        for comment in outcome.commentConflicts {
            report.conflicts.append(entry(comment, ImportReport.Entry.changedOnBothSides))
        }
        for comment in outcome.commentsDeletedHere { report.leftOut.append(entry(comment, "it was deleted here")) }
        countContent(of: item, outcome)
    }

    private mutating func countContent(of item: MappedItem, _ outcome: ItemOutcome) {
        for comment in item.comments {
            if let reason = comment.leftOut { report.leftOut.append(entry(comment, reason)) }
            if let fault = comment.fault { report.failed.append(entry(comment, "shown as plain text: \(fault)")) }
        }
        if let fault = item.renderingFault { report.failed.append(entry(item, "shown as plain text: \(fault)")) }
        let isNew = outcome.fate.changesSomething
        if isNew { for note in item.notes + outcome.notes { report.notes.append(entry(item, note)) } }
        guard isNew else { return }
        report.sources += outcome.sources
        report.dropped.merge(item.dropped, uniquingKeysWith: +)
        report.unknownShortcodes.merge(item.unknownShortcodes, uniquingKeysWith: +)
        if item.medium != nil { report.missingMedia += 1 }
        switch item.event?.state {
        case .certain: report.datesRead += 1
        case .doubtful: report.datesDoubtful += 1
        case .refused, nil: break
        }
    }

    mutating func leaveOut(_ item: ItemRecord, because reason: String) {
        report.leftOut.append(
            .init(
                kind: item.type, key: item.id.map(String.init) ?? "", title: item.title, reason: reason,
                place: .init(item.place)))
    }

    mutating func fail(_ record: OversizedRecord) {
        report.failed.append(
            .init(
                kind: record.what, key: record.id.map(String.init) ?? "", title: record.title,
                reason: "it is larger than \(record.limit) bytes; raise import.item-bytes to take it",
                place: .init(record.place)))
    }

    private func entry(_ item: MappedItem, _ reason: String) -> ImportReport.Entry {
        .init(
            kind: item.post.kind.rawValue, key: item.record.id.map(String.init) ?? "", title: item.record.title,
            reason: reason, place: .init(item.record.place))
    }

    private func entry(_ comment: MappedComment, _ reason: String) -> ImportReport.Entry {
        .init(
            kind: "comment", key: comment.record.id.map(String.init) ?? "", title: comment.record.author,
            reason: reason, place: .init(comment.record.place))
    }
}

extension ItemOutcome.Fate {
    var changesSomething: Bool {
        switch self {
        case .taken, .updated: true
        case .alreadyThere, .conflict, .deletedHere: false
        }
    }
}
