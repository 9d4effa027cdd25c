package import Themes

/// Responses that are nearly the same, in groups to decide at once.
package struct FloodsPage: PageView {
    /// The states that can be looked at.
    package var states: [AdminLink]
    package var floods: [FloodView]
    package var action: SafeURL
    package var state: String
    /// What can be done with a group.
    package var deeds: [AdminChoice]

    package init(states: [AdminLink], floods: [FloodView], action: SafeURL, state: String, deeds: [AdminChoice]) {
        self.states = states
        self.floods = floods
        self.action = action
        self.state = state
        self.deeds = deeds
    }

    package static let template = "floods"

    package static let fields: [Field<FloodsPage>] = [
        .list("states") { $0.states },
        .list("floods") { $0.floods },
        .flag("hasFloods") { !$0.floods.isEmpty },
        .url("action") { $0.action },
        .text("state") { $0.state },
        .list("deeds") { $0.deeds },
    ]
}

package struct FloodView: View {
    /// “These 214 are the same”
    package var heading: String
    package var author: String
    package var text: String
    /// Public numbers, by commas.
    package var numbers: String

    package init(heading: String, author: String, text: String, numbers: String) {
        self.heading = heading
        self.author = author
        self.text = text
        self.numbers = numbers
    }

    package static let fields: [Field<FloodView>] = [
        .text("heading") { $0.heading },
        .text("author") { $0.author },
        .text("text") { $0.text },
        .text("numbers") { $0.numbers },
    ]
}
