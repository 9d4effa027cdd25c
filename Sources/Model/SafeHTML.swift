/// HTML that may reach a page unescaped. `Markup` makes it by sanitizing; `Store` gives back what was stored.
/// `make lint` refuses any other caller of these initialisers.
package struct SafeHTML: Hashable, Sendable {
    package let markup: String

    package init(sanitized markup: String) { self.markup = markup }

    package init(stored markup: String) { self.markup = markup }

    package var isEmpty: Bool { markup.isEmpty }
}
