/// What a request to the world may cost, and where it may go.
package struct OutboundSettings: Sendable {
    /// The path of `thaw-fetch`.
    package var program: String
    /// Networks that are reached although they are not public, as `IPNetwork` reads them.
    package var allowed: [String] = []
    package var connectSeconds = 10
    package var totalSeconds = 300
    /// A transfer below a thousand bytes a second ends after this.
    package var slowSeconds = 30

    package init(program: String) { self.program = program }

    /// Not a setting: more than a site's moves between names, schemes and spellings never takes.
    package static let redirects = 5
}
