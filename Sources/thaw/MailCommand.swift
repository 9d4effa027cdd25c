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
            let mail = Mail(
                key: "test", to: address, fromName: "Thaw", subject: "A test of \(location.host)",
                text: "This message was sent by thaw mail test. Mail of \(location.url) arrives.")
            do throws(MailFault) {
                try await SendMail(relay).send(
                    MailText(mail, from: relay.from, host: location.host, at: .now).text, to: address)
            } catch {
                throw Failure(error.description)
            }
            print("\(relay.host):\(relay.port) has taken the message to \(address) on.")
        }
    }
}
