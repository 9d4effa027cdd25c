extension ImportReport {
    /// The report for a person at a terminal: what came, what did not, and what to do next.
    package var summary: String {
        var lines: [String] = []
        let verb = dryRun ? "would be taken" : "taken"
        lines.append("\(title.isEmpty ? blog : title) (\(blog))")
        lines.append("  \(verb): \(Self.list(taken))")
        if !updated.isEmpty { lines.append("  updated: \(Self.list(updated))") }
        if !alreadyThere.isEmpty { lines.append("  already here: \(Self.list(alreadyThere))") }
        if !permalinks.isEmpty { lines.append("  permalinks: \(permalinks)") }
        lines.append("  time zone: \(timeZone) (\(timeZoneReason); thaw site set --time-zone corrects it)")
        if let media {
            lines.append(media.summary())
        } else if missingMedia > 0 {
            lines.append(
                "  files: \(missingMedia) pictures and other files are known by name; --media FOLDER takes them")
        }
        if datesRead + datesDoubtful > 0 {
            lines.append(
                "  dates of events: \(datesRead) certain, \(datesDoubtful) doubtful"
                    + (datesDoubtful > 0 ? "; thaw chronicle review lists those" : ""))
        }
        if sources > 0 { lines.append("  sources that came along: \(sources)") }
        if !mended.isEmpty { lines.append("  mended in the file: \(Self.list(mended))") }
        if !dropped.isEmpty { lines.append("  left out of the content: \(Self.list(dropped, most: 12))") }
        if !unknownShortcodes.isEmpty {
            lines.append("  shortcodes left as text: \(Self.list(unknownShortcodes, most: 12))")
        }
        for (heading, entries) in [
            ("notes", notes), ("left out", leftOut), ("conflicts", conflicts), ("failed", failed),
        ] where !entries.isEmpty {
            lines.append("  \(heading):")
            for entry in entries.prefix(20) { lines.append("    \(entry.line)") }
            if entries.count > 20 { lines.append("    and \(entries.count - 20) more; --report FILE lists all") }
        }
        if let backup { lines.append("  backup: \(backup)") }
        lines.append("  An export never holds:")
        for absent in neverExported { lines.append("    \(absent.what). \(absent.instead)") }
        return lines.joined(separator: "\n")
    }

    /// `12 post, 3 page`: largest first.
    private static func list(_ counts: [String: Int], most: Int = 40) -> String {
        if counts.isEmpty { return "nothing" }
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let rest = sorted.count > most ? " and \(sorted.count - most) more kinds" : ""
        return sorted.prefix(most).map { "\($0.value) \($0.key)" }.joined(separator: ", ") + rest
    }
}

extension ImportReport.Entry {
    fileprivate var line: String {
        let name = title.isEmpty ? "" : " “\(title)”"
        let number = key.isEmpty ? "" : " \(key)"
        let position = place.map { " (\($0.file), line \($0.line), byte \($0.byte))" } ?? ""
        return "\(kind)\(number)\(name): \(reason)\(position)"
    }
}
