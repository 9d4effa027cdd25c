import Database
import Foundation
import Jobs
package import Mailing
import Model
import SQLiteDatabase
import Store
import Subscriptions
import Web

extension TestSite {
    /// Does what is due for readers who follow, and takes the mails that are to be sent, in the place of a relay.
    package func writtenMail() async throws -> [Mail] {
        let jobs = RunJobs(
            database,
            handlers: SubscriptionJobs.handlers(database, links: services.subscriptionLinks, days: .chronicle) + [
                ForgetUnconfirmed(database).handler
            ], rules: JobRules(), now: services.now, jitter: { 0 })
        while try await jobs.runOne() {}
        var mails: [Mail] = []
        while let mail = try await nextMail() { mails.append(mail) }
        return mails
    }

    private func nextMail() async throws -> Mail? {
        let now = services.now()
        return try await database.write { tx -> Mail? in
            guard let job = try tx.lease(of: [DeliverMail.kind], at: now, until: now.adding(seconds: 1)) else {
                return nil
            }
            try tx.finish(job)
            return try JSONDecoder().decode(Mail.self, from: Data(job.payload.utf8))
        }
    }
}

extension Mail {
    /// The path of the page on which its reader confirms and ends.
    package var link: String? {
        text.firstMatch(of: /https?:\/\/days\.example(\/follow-by-mail\/[^\s\/]+\/)/).map { String($0.1) }
    }
}
