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
        let file = FileManager.default.temporaryDirectory.path + "/thaw-mail-\(UUID().uuidString).json"
        try write(MailTask(settings, to: address, message: message), to: file)
        // The program removes it as soon as it has read it.
        defer { unlink(file) }
        let process = ChildProcess(program: settings.program, argument: file)
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

    private func write(_ task: MailTask, to path: String) throws(MailFault) {
        guard let data = try? JSONEncoder().encode(task) else { throw MailFault("The message cannot be passed on.") }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw MailFault("\(path) cannot be written: \(String(cString: strerror(errno))).") }
        defer { close(file) }
        var written = 0
        while written < data.count {
            let count = data.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress.map { $0 + written }, data.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw MailFault("\(path) cannot be written: \(String(cString: strerror(errno))).") }
            written += count
        }
    }
}
