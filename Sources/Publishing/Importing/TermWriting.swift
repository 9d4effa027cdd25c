import Database
import Exchange
import Markup
import Model
import Store

/// Writes a blog's categories, tags and other terms: new ones, and those that changed there and not here.
struct TermWriting: Sendable {
    let survey: ImportSurvey
    let now: Instant

    fileprivate enum Fate {
        case new
        case same(Term)
        /// Changed there and not here.
        case changed(Term)
        case conflict(Term)
        case deletedHere
    }

    func write(in tx: any WriteTransaction, _ result: inout SiteWriting.Result) throws {
        var moved: [(term: Term, parentSlug: String)] = []
        for record in records {
            let wanted = wanted(record, site: result.site)
            let key = key(of: record)
            let digest = Self.digest(wanted, parentSlug: Slug.decoded(record.parentSlug))
            let fate = try fate(of: record, wanted: wanted, digest: digest, in: tx)
            count(fate, record, &result)
            let term: Term
            switch fate {
            case .deletedHere: continue
            case .same(let local), .conflict(let local): term = local
            case .changed(let local):
                term = local.with(name: wanted.name, description: wanted.description)
                moved.append((term, Slug.decoded(record.parentSlug)))
            case .new:
                term = try insert(wanted, record, in: tx)
                if term.parent == nil, !record.parentSlug.isEmpty {
                    moved.append((term, Slug.decoded(record.parentSlug)))
                }
            }
            if fate.isWritten {
                try tx.note(ImportRecord(localID: term.id.rawValue, digest: digest), for: key, site: wanted.site)
            }
            result.terms[ImportSurvey.key(record.taxonomy, wanted.slug)] = term.id
            if let number = record.id { result.termNumbers[number] = term.id }
        }
        for (term, parentSlug) in moved { try place(term, under: parentSlug, result, in: tx) }
    }

    /// Counts what `write` would do.
    func foresee(in tx: any ReadTransaction, _ result: inout SiteWriting.Result) throws {
        for record in records {
            let wanted = wanted(record, site: result.site)
            let digest = Self.digest(wanted, parentSlug: Slug.decoded(record.parentSlug))
            count(try fate(of: record, wanted: wanted, digest: digest, in: tx), record, &result)
        }
    }

    private var records: [TermRecord] { survey.allTerms.filter { $0.taxonomy != "post_format" } }

    private func key(of record: TermRecord) -> ImportKey {
        ImportKey(source: survey.source, kind: .term, key: ImportSurvey.key(record.taxonomy, record.slug))
    }

    private func wanted(_ record: TermRecord, site: Site) -> Term {
        Term(
            id: Term.ID(0), site: site.id, number: record.id ?? 0, taxonomy: Term.Taxonomy(rawValue: record.taxonomy),
            slug: Slug.decoded(record.slug), name: TitleText(language: site.language).text(of: record.name),
            description: record.description)
    }

    private func fate(
        of record: TermRecord, wanted: Term, digest: String, in tx: any ReadTransaction
    ) throws -> Fate {
        guard let known = try tx.importRecord(key(of: record), site: wanted.site) else { return .new }
        guard let local = try tx.term(Term.ID(known.localID)) else { return .deletedHere }
        // An item names a term without describing it; that is no change.
        guard known.digest != digest, survey.declares(record) else { return .same(local) }
        let parentSlug = try local.parent.flatMap { try tx.term($0) }?.slug ?? ""
        return Self.digest(local, parentSlug: parentSlug) == known.digest ? .changed(local) : .conflict(local)
    }

    private func count(_ fate: Fate, _ record: TermRecord, _ result: inout SiteWriting.Result) {
        // A plugin has a taxonomy named like the accounts, for guest authors.
        let name = record.taxonomy == "author" ? "author term" : record.taxonomy
        switch fate {
        case .new: result.taken[name, default: 0] += 1
        case .same: result.alreadyThere[name, default: 0] += 1
        case .changed: result.updated[name, default: 0] += 1
        case .conflict:
            result.conflicts.append(
                .init(
                    kind: record.taxonomy, key: record.slug, title: record.name,
                    reason: ImportReport.Entry.changedOnBothSides, place: .init(record.place)))
        case .deletedHere: break
        }
    }

    /// Of what an import brings and an owner may change.
    private static func digest(_ term: Term, parentSlug: String) -> String {
        ImportDigest.of([term.name, term.description, parentSlug])
    }

    private func insert(_ wanted: Term, _ record: TermRecord, in tx: any WriteTransaction) throws -> Term {
        // A term of the same slug that is here already is the same to a reader.
        let term =
            try tx.term(wanted.taxonomy, slug: wanted.slug, site: wanted.site)
            ?? tx.insert(wanted, meta: record.meta.map { MetaEntry(key: $0.key, value: $0.value) }, at: now)
        if let number = record.id, term.number != number {
            try tx.noteAlias(
                of: .term, oldNumber: number, source: survey.source, localID: term.id.rawValue, site: wanted.site)
        }
        return term
    }

    /// Parents may come after those that name them, so they are set at the end.
    private func place(
        _ term: Term, under parentSlug: String, _ result: SiteWriting.Result, in tx: any WriteTransaction
    ) throws {
        var term = term
        term.parent = nil
        if let parent = result.terms[ImportSurvey.key(term.taxonomy.rawValue, parentSlug)], parent != term.id,
            // A loop, which a damaged export can hold, would have no outermost term.
            try !tx.descendants(of: term.id).contains(parent)
        {
            term.parent = parent
        }
        try tx.update(term, at: now)
    }
}

extension TermWriting.Fate {
    fileprivate var isWritten: Bool {
        switch self {
        case .new, .changed: true
        case .same, .conflict, .deletedHere: false
        }
    }
}

extension Term {
    fileprivate func with(name: String, description: String) -> Term {
        var term = self
        term.name = name
        term.description = description
        return term
    }
}
