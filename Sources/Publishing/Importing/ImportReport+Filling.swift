import Exchange
import Foundation
import Model

extension ImportReport {
    mutating func describe(_ survey: ImportSurvey) {
        blog = survey.source
        title = survey.blog?.title ?? ""
        version = survey.blog?.version ?? ""
        permalinks = survey.permalinkStructure?.rawValue ?? ""
    }

    mutating func leave(_ skipped: ExportInput.Skipped) {
        leftOut.append(Entry(kind: "file", key: skipped.name, title: "", reason: skipped.reason, place: nil))
    }

    mutating func count(_ result: SiteWriting.Result) {
        taken.merge(result.taken, uniquingKeysWith: +)
        updated.merge(result.updated, uniquingKeysWith: +)
        alreadyThere.merge(result.alreadyThere, uniquingKeysWith: +)
        conflicts += result.conflicts
    }

    mutating func finishReading(_ summary: ReadSummary) {
        for (kind, count) in summary.mendings.counts { mended[kind.rawValue, default: 0] += count }
        for damage in summary.damages {
            failed.append(
                Entry(kind: "file", key: "", title: "", reason: "\(damage)", place: damage.place.map(Place.init)))
        }
    }

    /// Whether anything was written.
    package var changedSomething: Bool { !taken.isEmpty || !updated.isEmpty }

    var countsAsJSON: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // A dictionary of numbers cannot fail to encode.
        let data = try? encoder.encode(["taken": taken, "updated": updated])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension ImportReport.Entry {
    static let changedOnBothSides = "it was changed both here and there; what is here was left as it is"
}

extension ImportReport.Place {
    init(_ place: FilePlace) { self.init(file: place.file, line: place.line, byte: place.byte) }
}
