/// One thing that moved a verdict, in which direction, and what it was.
package struct Reason: Hashable, Sendable {
    package let topic: Topic
    package let speaksForSpam: Bool
    /// Words, a host, a number; empty where the topic says it all.
    package let detail: String

    package enum Topic: Hashable, Sendable {
        /// Too few decisions yet.
        case untaught
        case words
        case author
        case hosts
        case sign(Sign)
    }

    package init(_ topic: Topic, speaksForSpam: Bool, detail: String = "") {
        (self.topic, self.speaksForSpam, self.detail) = (topic, speaksForSpam, detail)
    }

    /// In words.
    package var sentence: String {
        switch topic {
        case .untaught: "the filter has not been taught enough"
        case .words:
            reading + (detail.isEmpty ? "" : ": " + detail)
        case .author: speaksForSpam ? "a name or mail domain like those of spam" : "a name like those approved here"
        case .hosts: (speaksForSpam ? "links like those of spam" : "links like those approved here") + ": " + detail
        case .sign(let sign): sentence(of: sign)
        }
    }

    private var reading: String {
        speaksForSpam ? "reads like the spam here" : "reads like the responses approved here"
    }

    private func sentence(of sign: Sign) -> String {
        switch sign {
        case .links: detail == "0" ? "no links" : detail == "1" ? "one link" : "\(detail) links"
        case .beginsWithLink: "begins with a link"
        case .mostlyLinks: "links take \(detail) % of it"
        case .website: "names a website"
        case .address: "gives a mail address"
        case .shouting: "\(detail) % of its letters are capitals"
        case .exclaiming: detail == "1" ? "an exclamation mark" : "\(detail) exclamation marks"
        case .digits: "\(detail) % of it are digits"
        case .longNumber: "a long number"
        case .symbols: "\(detail) % of it are signs"
        case .length, .brevity: speaksForSpam ? "as long as spam is here" : "as long as real responses are here"
        case .lines: "its number of lines"
        case .mixedScripts: "words of letters from two alphabets"
        case .hidden: "characters that nobody sees"
        case .disguised: "letters written by other signs"
        case .stretched: "stretched letters"
        case .foreignScript: "another script than the post's"
        case .foreignLanguage: "another language than the post's, or none"
        case .likePost: "\(detail) % of its longer words stand in the post"
        case .knownSpamHost: "links to \(detail)"
        case .knownGoodHost: "links to \(detail)"
        case .knownSpamNetwork: "from a network whose responses were spam \(detail)"
        case .knownGoodNetwork: "from a network whose responses were approved \(detail)"
        case .knownSpamAddress: "from a mail address that sent spam \(detail)"
        case .spamHour: "sent in an hour in which spam came"
        case .realHour: "sent in an hour in which real responses came"
        case .knownSpamName: "from a name that sent spam \(detail)"
        case .repeated: "nearly the same text \(detail) lately"
        case .trap: "filled the field that people do not see"
        case .hurry: "sent \(detail) seconds after the form was opened"
        case .unhurried: "written in \(detail) seconds"
        case .oddHead: "its program names a browser that it is not"
        case .burst: "its network sent \(detail) in ten minutes"
        case .noAgent: "its program gives no name"
        case .naiveBayes: reading
        case .akismetSpam: "Akismet calls it spam"
        case .akismetReal: "Akismet calls it real"
        case .approvedBefore: "its sender was approved here \(detail)"
        }
    }
}
