/// How much is taken from one file.
package struct ImportLimits: Hashable, Sendable {
    /// Of one text, such as a post's content.
    package var textBytes = 8 << 20
    /// Of one item with its comments and custom fields.
    package var itemBytes = 64 << 20
    /// Of elements inside each other; a sound export needs 6.
    package var depth = 64

    package init() {}
}

/// How far a pass has come.
package struct ReadProgress: Hashable, Sendable {
    package var part: String
    package var bytes: Int
    /// Nil if only unpacking would tell.
    package var totalBytes: Int?
    package var items: Int
}

/// What a pass has met.
package struct ReadSummary: Hashable, Sendable {
    package var bytes = 0
    package var lines = 0
    package var wholeItems = 0
    package var mendings = Mendings()
    /// Why parts were not read to their ends; empty unless `partial` was asked for.
    package var damages: [ImportFileError] = []

    package init() {}
}

/// Reads a WordPress export from its first byte to its last, in memory of a constant size. One value can make any number
/// of passes. Reading blocks its thread: run it outside of the event loops.
package struct WXRReader: Sendable {
    package let parts: [ExportPart]
    package var limits: ImportLimits

    package init(parts: [ExportPart], limits: ImportLimits = ImportLimits()) {
        self.parts = parts
        self.limits = limits
    }

    /// Hands each record to `body`, in the order of the files. Each part tells of the blog anew.
    ///
    /// With `partial`, a part that is cut off or broken gives its whole items, the damage is noted in the summary, and the
    /// next part follows.
    ///
    /// - Throws: `ImportFileError`, once the records before the place are delivered; and whatever `body` throws, at once.
    package func read(
        partial: Bool = false, progress: (ReadProgress) throws -> Void = { _ in },
        _ body: (ExportRecord) throws -> Void
    ) throws -> ReadSummary {
        var summary = ReadSummary()
        let total = parts.reduce(Int?(0)) { sum, part in sum.flatMap { sum in part.size.map { sum + $0 } } }
        for part in parts {
            var pass = try WXRPass(part: part, limits: limits)
            let bytesBefore = summary.bytes
            let itemsBefore = summary.wholeItems
            while try pass.step(body) {
                try progress(
                    ReadProgress(
                        part: part.name, bytes: bytesBefore + pass.bytes, totalBytes: total,
                        items: itemsBefore + pass.wholeItems))
            }
            summary.bytes += pass.bytes
            summary.lines += pass.lines
            summary.wholeItems += pass.wholeItems
            summary.mendings.add(pass.mendings)
            if let fault = pass.fault {
                guard partial, fault.leavesWholeItems else { throw fault }
                summary.damages.append(fault)
            }
        }
        return summary
    }
}
