import ArgumentParser
import Mailing
import Model
import Outbound
import Web

/// `thaw mail`: whether mail goes out.
struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Tries the site's mail.", subcommands: [Test.self])

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sends a message at once, and says what the relay answered.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "Where it is to go.")
        var address: String

        func run() async throws {
            let settings = try await common.settings()
            guard let relay = settings.mail else {
                throw Failure("No relay is named. Set mail.host and mail.from; see docs/operators.md.")
            }
            guard EmailAddress.isPlausible(address) else {
                throw Failure("“\(address)” is no e-mail address.", exitCode: 2)
            }
            let location = SiteLocation(url: settings.baseURL ?? settings.ownURL(port: settings.port))
            switch await TryMail(relay, host: location.host, url: location.url).send(to: address, now: .now) {
            case .taken(let sentence): print(sentence)
            case .refused(let sentence): throw Failure(sentence)
            }
        }
    }
}
