import Accounts
import ArgumentParser
import Foundation
import Model
import SQLiteDatabase
import Secrets
import Web

/// `thaw account`: people who sign in.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Adds people who sign in, and lets them set their password anew.",
        subcommands: [Add.self, Reset.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a person. An author of this e-mail address who moved in is that person.")

        @OptionGroup var common: CommonOptions

        @Option(help: "owner, editor, author, contributor or moderator.")
        var role: String

        @Option(help: "The name that stands over posts.")
        var name: String

        @Option(help: "Never shown to readers.")
        var email: String

        @Flag(help: "Read the password from the standard input, one line.")
        var passwordStdin = false

        func run() async throws {
            guard let role = Role(rawValue: role) else {
                let names = Role.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure("“\(self.role)” is no role; it is one of \(names).", exitCode: 2)
            }
            guard passwordStdin, let password = readLine() else {
                throw Failure("Give the password on the standard input, with --password-stdin.", exitCode: 2)
            }
            try await withSite(common) { database, site in
                let add = AddAccount(database, hasher: PasswordHasher(), actor: "command line")
                do {
                    let account = try await add.add(name: name, email: email, password: password, role: role, now: .now)
                    print("\(account.displayName) signs in with \(email), as \(role.rawValue).")
                } catch let fault as AddAccount.Fault {
                    throw Failure(Self.sentence(fault, email))
                }
            }
        }

        private static func sentence(_ fault: AddAccount.Fault, _ email: String) -> String {
            switch fault {
            case .noSite: "There is no site yet."
            case .emailUnclear: "“\(email)” is no e-mail address."
            case .nameMissing: "Give a name."
            case .passwordTooShort(let least): "The password needs at least \(least) characters."
            case .emailTaken: "Somebody signs in with \(email) already. Use thaw account reset."
            }
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a link with which the password is set anew. It holds for an hour, and works once.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "The e-mail address.")
        var email: String

        @Flag(help: "Signing in asks for no code any more: for who has lost their phone, and their recovery codes.")
        var turnCodesOff = false

        func run() async throws {
            let settings = try await common.settings()
            let location = SiteLocation(url: settings.baseURL ?? settings.ownURL(port: settings.port))
            try await withSite(common) { database, site in
                let reset = ResetPassword(database, hasher: PasswordHasher())
                guard let token = try await reset.link(email: email, now: .now) else {
                    throw Failure("Nobody here has the e-mail address \(email).")
                }
                if turnCodesOff, let account = try await reset.account(by: token, now: .now) {
                    try await SecondStep(database, secret: DataFolder(path: settings.dataFolder).secret())
                        .turnOff(for: account, now: .now)
                }
                print(location.absolute("/admin/password/\(token.text)/"))
            }
        }
    }
}
