import FoundationEssentials
import Glibc
import Programs

/// Asks another server something small, by `thaw-fetch`, under the rules of `FetchFile`: http and https alone, never this
/// machine or its neighbours, within limits.
package struct AskServer: Sendable {
    private let settings: OutboundSettings
    /// Of an answer's body, in bytes.
    private let limit: Int

    package init(_ settings: OutboundSettings, seconds: Int = 15, limit: Int = 1 << 20) {
        var settings = settings
        settings.totalSeconds = min(seconds, settings.totalSeconds)
        self.settings = settings
        self.limit = limit
    }

    /// - Throws: `FetchFault` where no answer came; a status other than 200 is an answer.
    package func ask(_ request: AskRequest) async throws(FetchFault) -> AskAnswer {
        let task = AskTask(request: request, limit: limit, rules: TransferRules(settings))
        guard let data = try? JSONEncoder().encode(task), let file = TaskFile(data) else {
            throw FetchFault(.program, "The question to \(request.url) cannot be passed on.")
        }
        defer { file.remove() }
        let process = ChildProcess(program: settings.program, argument: file.path)
        // JSON has each byte of the body as a number of up to three digits and a comma.
        switch await process.run(seconds: settings.totalSeconds + 30, outputBytes: limit * 4 + (64 << 10)) {
        case .exited(0, let output):
            guard let outcome = try? JSONDecoder().decode(AskOutcome.self, from: Data(output)) else {
                throw FetchFault(.program, "The answer of \(settings.program) cannot be read.")
            }
            if let fault = outcome.fault { throw fault }
            guard let answer = outcome.answer else {
                throw FetchFault(.program, "\(settings.program) gave no answer.")
            }
            return answer
        case let ending: throw FetchFault(ending, of: settings.program, at: request.url)
        }
    }
}
