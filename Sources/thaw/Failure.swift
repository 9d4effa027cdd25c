import Foundation

/// What ends a command: one clear sentence for the person at the terminal, and an exit code.
struct Failure: Error, CustomStringConvertible {
    let description: String
    let exitCode: Int32

    /// - Parameter exitCode: 1 when the work could not be done, 2 when what was given is unusable.
    init(_ description: String, exitCode: Int32 = 1) {
        self.description = description
        self.exitCode = exitCode
    }
}

extension Failure {
    /// What the system says to the last call that failed, at a path that was to be written.
    static func system(_ path: String) -> Failure {
        switch errno {
        case ENOSPC, EDQUOT: Failure("The disk is full, so \(path) was not written. Make room and try again.")
        case let code: Failure("\(path) cannot be written: \(String(cString: strerror(code))).")
        }
    }
}
