package import Themes

/// What stands around every page of the administration.
package struct AdminFrame: View {
    /// Of the page, without the site's.
    package var title: String
    package var siteTitle: String
    package var stylesheet: SafeURL
    package var script: SafeURL
    /// nil before signing in.
    package var person: String?
    package var navigation: [AdminLink]
    /// What just happened.
    package var notice: AdminNotice?

    package init(
        title: String, siteTitle: String, stylesheet: SafeURL, script: SafeURL, person: String? = nil,
        navigation: [AdminLink] = [], notice: AdminNotice? = nil
    ) {
        self.title = title
        self.siteTitle = siteTitle
        self.stylesheet = stylesheet
        self.script = script
        self.person = person
        self.navigation = navigation
        self.notice = notice
    }

    package static let fields: [Field<AdminFrame>] = [
        .text("title") { $0.title },
        .text("siteTitle") { $0.siteTitle },
        .url("stylesheet") { $0.stylesheet },
        .url("script") { $0.script },
        .optionalText("person") { $0.person },
        .list("navigation") { $0.navigation },
        .optionalRecord("notice") { $0.notice },
    ]
}

/// A way to a page, with what waits there.
package struct AdminLink: View {
    package var title: String
    package var url: SafeURL
    package var isCurrent: Bool
    /// How many things; empty where none are counted.
    package var count: String?

    package init(title: String, url: SafeURL, isCurrent: Bool = false, count: String? = nil) {
        self.title = title
        self.url = url
        self.isCurrent = isCurrent
        self.count = count
    }

    package static let fields: [Field<AdminLink>] = [
        .text("title") { $0.title },
        .url("url") { $0.url },
        .flag("isCurrent") { $0.isCurrent },
        .optionalText("count") { $0.count },
    ]
}

/// What just happened, and perhaps the way back.
package struct AdminNotice: View {
    package var text: String
    package var undo: AdminUndo?

    package init(text: String, undo: AdminUndo? = nil) {
        self.text = text
        self.undo = undo
    }

    package static let fields: [Field<AdminNotice>] = [
        .text("text") { $0.text },
        .optionalRecord("undo") { $0.undo },
    ]
}

/// A form that takes something back.
package struct AdminUndo: View {
    package var action: SafeURL
    /// What was before, for each thing.
    package var value: String

    package init(action: SafeURL, value: String) {
        self.action = action
        self.value = value
    }

    package static let fields: [Field<AdminUndo>] = [
        .url("action") { $0.action },
        .text("value") { $0.value },
    ]
}

package typealias AdminChoice = ChoiceView
