import Themes

extension CaseIterable where Self: RawRepresentable<String> & Equatable {
    /// All cases for a form, this one chosen.
    func choices(_ title: (Self) -> String) -> [ChoiceView] {
        Self.allCases.map { ChoiceView(value: $0.rawValue, title: title($0), isChosen: $0 == self) }
    }
}
