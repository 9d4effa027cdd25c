/// Who somebody is at a provider of identities. Provider, issuer and subject together tell people apart; names, addresses and
/// pictures are what the provider said last.
package struct Identity: Hashable, Sendable {
    package typealias ID = Model.ID<Identity>

    package let id: ID
    package let site: Site.ID
    /// The name by which the site's owner switched the provider on: `google`.
    package let provider: String
    package let issuer: String
    package let subject: String
    /// The first of those that one person has shown to be theirs: this one itself where there are no others.
    package var person: ID
    /// The person of the site who signs in by it.
    package var account: Account.ID?
    package var name: String
    /// What its provider calls it, where that has such a name: `octocat`, `@anna@mastodon.social`.
    package var handle: String
    package var website: String
    /// Never shown to readers. Empty unless the provider says that it is theirs.
    package var email: String
    /// Where the provider has a picture; never asked by a reader's browser.
    package var pictureSource: String
    /// The name of the file here; empty where there is none.
    package var picture: String
    /// Which one it is among those of its name at its provider, from 1.
    package var namesake: Int

    package init(
        id: ID = .init(0), site: Site.ID, provider: String, issuer: String, subject: String, person: ID = .init(0),
        account: Account.ID? = nil, name: String, handle: String = "", website: String = "", email: String = "",
        pictureSource: String = "", picture: String = "", namesake: Int = 1
    ) {
        self.id = id
        self.site = site
        self.provider = provider
        self.issuer = issuer
        self.subject = subject
        self.person = person
        self.account = account
        self.name = name
        self.handle = handle
        self.website = website
        self.email = email
        self.pictureSource = pictureSource
        self.picture = picture
        self.namesake = namesake
    }
}
