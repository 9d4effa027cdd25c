import FoundationEssentials
import Glibc
import Programs

/// Fetches what strangers' addresses lead to, into files: over http and https alone, never from this machine or its
/// neighbours, wherever a name or a redirect may lead, and within limits. `thaw-fetch` does it, so that a server holds
/// nothing of libcurl, and what a hostile answer may do it does to a process of its own.
package struct FetchFile: Sendable {
    private let settings: OutboundSettings

    package init(_ settings: OutboundSettings) {
        self.settings = settings
    }

    /// Writes the body to a new file. A file that a failure left is the caller's to remove.
    ///
    /// - Parameter limit: in bytes.
    package func fetch(_ url: String, to file: String, limit: Int) async throws(FetchFault) {
        let task = FetchTask(url: url, file: file, limit: limit, rules: TransferRules(settings))
        guard let argument = try? JSONEncoder().encode(task) else {
            throw FetchFault(.address, "\(url) cannot be passed on.")
        }
        let process = ChildProcess(program: settings.program, argument: String(decoding: argument, as: UTF8.self))
        // libcurl keeps the time itself; this is for a program that hangs.
        switch await process.run(seconds: settings.totalSeconds + 30, outputBytes: 64 << 10) {
        case .exited(0, let output):
            guard let answer = try? JSONDecoder().decode(FetchAnswer.self, from: Data(output)) else {
                throw FetchFault(.program, "The answer of \(settings.program) cannot be read.")
            }
            if let fault = answer.fault { throw fault }
        case let ending: throw FetchFault(ending, of: settings.program, at: url)
        }
    }
}
