package import Themes

/// The site's menu, entry by entry.
package struct NavigationPage: PageView {
    package var action: SafeURL
    /// The menus that there are, where more than one moved in; the chosen one is shown to readers.
    package var menus: [AdminChoice]
    package var menuAction: SafeURL
    package var entries: [NavigationEntryView]
    package var hasFaults: Bool

    package init(
        action: SafeURL, menus: [AdminChoice], menuAction: SafeURL, entries: [NavigationEntryView], hasFaults: Bool
    ) {
        self.action = action
        self.menus = menus
        self.menuAction = menuAction
        self.entries = entries
        self.hasFaults = hasFaults
    }

    package static let template = "navigation"

    package static let fields: [Field<NavigationPage>] = [
        .url("action") { $0.action },
        .list("menus") { $0.menus },
        .flag("hasMenus") { $0.menus.count > 1 },
        .url("menuAction") { $0.menuAction },
        .list("entries") { $0.entries },
        .flag("hasFaults") { $0.hasFaults },
    ]
}

package struct NavigationEntryView: View {
    /// From 1; stands behind the names of its fields.
    package var row: String
    package var label: String
    package var targets: [AdminChoice]
    package var url: String
    package var place: String
    package var isBelow: Bool
    /// One that is yet to be filled in.
    package var isNew: Bool
    package var fault: String?

    package init(
        row: String, label: String, targets: [AdminChoice], url: String, place: String, isBelow: Bool, isNew: Bool,
        fault: String? = nil
    ) {
        self.row = row
        self.label = label
        self.targets = targets
        self.url = url
        self.place = place
        self.isBelow = isBelow
        self.isNew = isNew
        self.fault = fault
    }

    package static let fields: [Field<NavigationEntryView>] = [
        .text("row") { $0.row },
        .text("label") { $0.label },
        .list("targets") { $0.targets },
        .text("url") { $0.url },
        .text("place") { $0.place },
        .flag("isBelow") { $0.isBelow },
        .flag("isNew") { $0.isNew },
        .optionalText("fault") { $0.fault },
    ]
}
