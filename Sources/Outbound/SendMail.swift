import Foundation
import Glibc
import Programs

/// Hands a message to the relay, by `thaw-mail`: a server holds nothing of libcurl.
package struct SendMail: Sendable {
    private let settings: MailSettings

    package init(_ settings: MailSettings) { self.settings = settings }

    /// - Parameters:
    ///   - to: one address.
    ///   - message: RFC 5322, lines ended by CR LF.
    /// - Throws: `MailFault`
    package func send(_ message: String, to address: String) async throws(MailFault) {
        guard let data = try? JSONEncoder().encode(MailTask(settings, to: address, message: message)) else {
            throw MailFault("The message cannot be passed on.")
        }
        guard let file = TaskFile(data) else {
            throw MailFault("The message cannot be written to a file: \(String(cString: strerror(errno))).")
        }
        defer { file.remove() }
        let process = ChildProcess(program: settings.program, argument: file.path)
        // libcurl keeps the time itself; this is for a program that hangs.
        switch await process.run(seconds: settings.totalSeconds + 30, outputBytes: 64 << 10) {
        case .exited(0, let output):
            guard let answer = try? JSONDecoder().decode(MailAnswer.self, from: Data(output)) else {
                throw MailFault("The answer of \(settings.program) cannot be read.")
            }
            if let fault = answer.fault { throw fault }
        case .exited(127, _):
            throw MailFault("\(settings.program) could not start; is libcurl installed (Debian: libcurl4)?")
        case .notStarted(let code):
            throw MailFault("\(settings.program) cannot be started: \(String(cString: strerror(code))).")
        case .exited, .signalled, .tooLate, .tooMuchOutput:
            throw MailFault("\(settings.program) broke off.")
        case .cancelled:
            throw MailFault("Sending was stopped.")
        }
    }
}
