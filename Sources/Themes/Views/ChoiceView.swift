/// One of several to choose from.
package struct ChoiceView: View, Hashable {
    package var value: String
    package var title: String
    package var isChosen: Bool

    package init(value: String, title: String, isChosen: Bool) {
        self.value = value
        self.title = title
        self.isChosen = isChosen
    }

    package static let fields: [Field<ChoiceView>] = [
        .text("value") { $0.value },
        .text("title") { $0.title },
        .flag("isChosen") { $0.isChosen },
    ]
}
