package import Themes

/// The site as a whole: taken along, kept, brought here.
package struct ToolsPage: PageView {
    package var exportAction: SafeURL
    package var backupAction: SafeURL
    package var importAction: SafeURL
    /// “1 GB”
    package var limit: String
    package var fault: String?
    /// What would come of a file that was sent, with where that is decided.
    package var foreseen: String?
    package var waiting: String?
    package var runAction: SafeURL
    /// Of the last import.
    package var report: String?

    package init(
        exportAction: SafeURL, backupAction: SafeURL, importAction: SafeURL, limit: String, fault: String? = nil,
        foreseen: String? = nil, waiting: String? = nil, runAction: SafeURL, report: String? = nil
    ) {
        self.exportAction = exportAction
        self.backupAction = backupAction
        self.importAction = importAction
        self.limit = limit
        self.fault = fault
        self.foreseen = foreseen
        self.waiting = waiting
        self.runAction = runAction
        self.report = report
    }

    package static let template = "tools"

    package static let fields: [Field<ToolsPage>] = [
        .url("exportAction") { $0.exportAction },
        .url("backupAction") { $0.backupAction },
        .url("importAction") { $0.importAction },
        .text("limit") { $0.limit },
        .optionalText("fault") { $0.fault },
        .optionalText("foreseen") { $0.foreseen },
        .optionalText("waiting") { $0.waiting },
        .url("runAction") { $0.runAction },
        .optionalText("report") { $0.report },
    ]
}
