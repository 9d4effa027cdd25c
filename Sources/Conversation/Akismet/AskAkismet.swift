import Foundation
import Model
package import Outbound
import Secrets
package import Store

/// Asks Akismet, for an owner with a key.
package struct AskAkismet: Sendable {
    private let server: AskServer
    private let seal: Seal
    /// Where readers reach the site, without a slash at its end.
    let base: String

    /// Somebody waits for the answer.
    private static let seconds = 5
    private static let bytes = 64 << 10

    /// - Parameter secret: the bytes of `secret.key`.
    package init(_ outbound: OutboundSettings, secret: [UInt8], base: String) {
        server = AskServer(outbound, seconds: Self.seconds, limit: Self.bytes)
        seal = Seal(secret: secret, purpose: "akismet")
        self.base = base
    }

    package func sealed(_ key: String) throws -> String { key.isEmpty ? "" : try seal.close(key) }

    package func isKey(_ key: String, of settings: AkismetSettings) -> Bool {
        guard let known = seal.open(settings.key), !known.isEmpty else { return false }
        return known.lowercased() == key.lowercased()
    }

    /// Nil where the key is right; else why it is not, in one sentence.
    package func fault(of settings: AkismetSettings) async -> String? {
        switch await answer(to: AkismetForm([("blog", base)]), keyAs: "key", "verify-key", settings) {
        case .success(let answer) where answer.text == "valid": nil
        case .success(let answer): "\(settings.server) does not know this key" + (answer.help.map { ": \($0)" } ?? ".")
        case .failure(let fault): fault.sentence
        }
    }

    /// - Returns: with the answer, what Akismet has to say to the owner; nil where it said nothing of that.
    func check(_ form: AkismetForm, _ settings: AkismetSettings) async -> (answer: AkismetAnswer, alert: String?) {
        switch await answer(to: form, "comment-check", settings) {
        case .failure(let fault): (.none(fault.sentence), nil)
        case .success(let answer): (AkismetAnswer(answer) ?? .none(answer.complaint(settings)), answer.alert)
        }
    }

    /// Tells what somebody made of a response, in the words of the first question.
    ///
    /// - Returns: nil where it was taken; else why not.
    func submit(_ form: AkismetForm, isSpam: Bool, _ settings: AkismetSettings) async -> String? {
        switch await answer(to: form, isSpam ? "submit-spam" : "submit-ham", settings) {
        case .success(let answer): answer.text == AkismetProtocol.thanks ? nil : answer.complaint(settings)
        case .failure(let fault): fault.sentence
        }
    }

    private struct Fault: Error {
        let sentence: String
    }

    private func answer(
        to form: AkismetForm, keyAs name: String = "api_key", _ call: String, _ settings: AkismetSettings
    ) async -> Result<AskAnswer, Fault> {
        guard let key = seal.open(settings.key) else { return .failure(Fault(sentence: "There is no key.")) }
        do throws(FetchFault) {
            let answer = try await server.ask(
                AskRequest(
                    "\(settings.server)/1.1/\(call)", form: form.with(name, key).text,
                    headers: ["User-Agent: Thaw/1.0 | Thaw/1.0"], wanted: ["x-akismet-"]))
            return answer.status == 200
                ? .success(answer)
                : .failure(Fault(sentence: "\(settings.server) answers with status \(answer.status)."))
        } catch {
            return .failure(Fault(sentence: "\(settings.server): \(error.description)"))
        }
    }
}

extension AkismetAnswer {
    /// Nil for what is no answer to a check.
    fileprivate init?(_ answer: AskAnswer) {
        let guid = answer.fields["x-akismet-guid"] ?? ""
        switch answer.text {
        case "true": self = .spam(guid: guid, isCertain: answer.fields["x-akismet-pro-tip"] == "discard")
        case "false":
            let seconds = answer.fields["x-akismet-recheck-after"].flatMap { Int64($0) }
            self = .real(guid: guid, recheckAfter: seconds.map { min(max($0, 1), 86_400) })
        default: return nil
        }
    }
}

extension AskAnswer {
    fileprivate var help: String? { fields["x-akismet-debug-help"] ?? fields["x-akismet-error"] }

    /// Where it is no answer to what was asked.
    fileprivate func complaint(_ settings: AkismetSettings) -> String {
        "\(settings.server) says " + (help ?? String(text.prefix(80)))
    }

    /// `10501: …`; empty where Akismet has nothing to say.
    fileprivate var alert: String {
        [fields["x-akismet-alert-code"], fields["x-akismet-alert-msg"]].compactMap(\.self).joined(separator: ": ")
    }
}
