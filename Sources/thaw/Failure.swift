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
