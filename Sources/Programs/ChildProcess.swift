import CLinux
import Foundation
import Synchronization

/// One run of another program, in a process group of its own, with an empty environment and no descriptor but its
/// output.
package final class ChildProcess: Sendable {
    package enum Ending: Sendable {
        case exited(Int32, output: [UInt8])
        case signalled(Int32)
        case tooLate
        case tooMuchOutput
        case cancelled
        /// With the system's error number.
        case notStarted(Int32)
    }

    private struct State {
        /// The leader of the group. Nil before it starts and after it has been waited for, when its number may be
        /// another process's.
        var process: pid_t?
        var isCancelled = false
    }

    private let program: String
    private let argument: String
    private let state = Mutex(State())

    package init(program: String, argument: String) {
        self.program = program
        self.argument = argument
    }

    /// Runs it to its end, which comes at the deadline at the latest, or when the task is cancelled.
    package func run(seconds: Int, outputBytes: Int) async -> Ending {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // A thread of its own: it waits in system calls, and the process ends when this thread does.
                Thread.detachNewThread { [self] in
                    continuation.resume(returning: runHere(seconds: seconds, outputBytes: outputBytes))
                }
            }
        } onCancel: {
            state.withLock { state in
                state.isCancelled = true
                if let process = state.process { kill(-process, SIGKILL) }
            }
        }
    }

    private func runHere(seconds: Int, outputBytes: Int) -> Ending {
        var pipe: [Int32] = [-1, -1]
        guard thaw_pipe(&pipe) == 0 else { return .notStarted(errno) }
        defer { close(pipe[0]) }
        let started = state.withLock { state -> Int32? in
            if state.isCancelled { return nil }
            let (process, code) = spawn(output: pipe[1])
            state.process = process
            return code
        }
        close(pipe[1])
        guard let started else { return .cancelled }
        guard started == 0 else { return .notStarted(started) }

        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
        var output: [UInt8] = []
        let cause = read(pipe[0], into: &output, atMost: outputBytes, until: deadline)
        return end(cause, output)
    }

    /// - Returns: nil once the process has ended, else why it must be ended.
    private func read(
        _ descriptor: Int32, into output: inout [UInt8], atMost bound: Int, until deadline: ContinuousClock.Instant
    ) -> Ending? {
        guard let process = state.withLock({ $0.process }) else { return .cancelled }
        let life = thaw_pidfd_open(process)
        guard life >= 0 else { return .notStarted(errno) }
        defer { close(life) }
        var watched = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: life, events: Int16(POLLIN), revents: 0),
        ]
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let left = deadline - .now
            guard left > .zero else { return .tooLate }
            let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
            let ready = poll(&watched, nfds_t(watched.count), Int32(clamping: milliseconds + 1))
            if ready < 0, errno != EINTR { return .notStarted(errno) }
            guard ready > 0 else { continue }
            if watched[0].revents != 0 {
                let count = Glibc.read(descriptor, &buffer, buffer.count)
                if count > 0 { output += buffer[..<count] }
                if output.count > bound { return .tooMuchOutput }
                // Closed: only the end is awaited.
                if count == 0 { watched[0].fd = -1 }
            } else if watched[1].revents != 0 {
                return nil
            }
        }
    }

    /// Ends the whole group, waits for its leader and tells how that ended.
    private func end(_ cause: Ending?, _ output: [UInt8]) -> Ending {
        guard let process = state.withLock({ $0.process }) else { return .cancelled }
        kill(-process, SIGKILL)
        var information = siginfo_t()
        // Leaves its number taken, so that a cancellation that comes now meets nobody else.
        while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        var status: Int32 = 0
        let isCancelled = state.withLock { state in
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            state.process = nil
            return state.isCancelled
        }
        if isCancelled { return .cancelled }
        if let cause { return cause }
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF, output: output) : .signalled(signal)
    }

    /// - Returns: the process, and 0 or the error's number.
    private func spawn(output: Int32) -> (pid_t?, Int32) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals that the server ignores or blocks must end the program.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        let words = [program, argument].map { (word: String) in strdup(word) }
        // The server's own environment holds secrets.
        let environment = ["LC_ALL=C.UTF-8", "MALLOC_ARENA_MAX=1"].map { (word: String) in strdup(word) }
        defer { for word in words + environment { free(word) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, program, &actions, &attributes, words + [nil], environment + [nil])
        return (code == 0 ? process : nil, code)
    }
}
