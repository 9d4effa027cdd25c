import Dispatch

/// Hashes and compares passwords, one at a time: each takes a quarter of a second of a core, and 32 MB.
package final class PasswordHasher: Sendable {
    private let cost: PasswordCost
    /// Neither an event loop nor a task's thread waits for it.
    private let queue = DispatchQueue(label: "passwords")

    package init(cost: PasswordCost = .standard) { self.cost = cost }

    func hash(_ password: String) async throws -> String {
        try await run { [cost] in try PasswordHash(of: password, cost: cost).stored }
    }

    /// What is to be kept from now on, where the password is right; the same hash unless the cost has changed.
    ///
    /// - Parameter stored: nil where there is no such account; that takes as long.
    func check(_ password: String, against stored: String?) async throws -> String? {
        try await run { [cost] in
            guard let stored, let known = PasswordHash(stored: stored) else {
                _ = try PasswordHash(of: password, cost: cost)
                return nil
            }
            guard known.matches(password) else { return nil }
            return known.cost == cost ? stored : try PasswordHash(of: password, cost: cost).stored
        }
    }

    private func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result(catching: work)) }
        }
    }
}
