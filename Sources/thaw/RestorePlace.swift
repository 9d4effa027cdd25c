import Foundation

/// A folder that is to become a data folder. What is restored is staged in a folder inside of it, so that it lies on the
/// same disk even where the data folder is a mount, and moves up when all of it was checked.
struct RestorePlace {
    private let folder: DataFolder
    private let wasThere: Bool
    /// Held for as long as this process lives.
    private let lock: CInt

    private static let stagingName = ".restoring"

    var staging: String { "\(folder.path)/\(Self.stagingName)" }

    /// - Throws: `Failure` when the folder holds something, or another restore is at work there. What a killed restore
    ///   has left is taken away.
    init(_ folder: DataFolder) throws {
        self.folder = folder
        wasThere = folder.exists
        if wasThere {
            let names = try Self.names(in: folder.path).filter { $0 != Self.stagingName && $0 != "lost+found" }
            if let first = names.sorted().first {
                throw Failure(
                    "\(folder.path) is not empty: it holds \(first). A backup is restored into a folder that is empty "
                        + "or missing.", exitCode: 2)
            }
        } else if folder.holds(folder.path) {
            throw Failure("\(folder.path) is no folder.", exitCode: 2)
        }
        try folder.prepare()
        lock = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw Failure.system(folder.path) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw Failure("Another command restores into \(folder.path).")
        }
        try? FileManager.default.removeItem(atPath: staging)
        guard mkdir(staging, 0o700) == 0 else { throw Failure.system(staging) }
    }

    /// Moves everything up, the database last: without it the folder holds no site.
    func publish() throws {
        let names = try Self.names(in: staging).sorted {
            ($0 == "thaw.sqlite" ? 1 : 0, $0) < ($1 == "thaw.sqlite" ? 1 : 0, $1)
        }
        for name in names {
            guard rename("\(staging)/\(name)", "\(folder.path)/\(name)") == 0 else {
                throw Failure.system("\(folder.path)/\(name)")
            }
        }
        guard rmdir(staging) == 0, fsync(lock) == 0 else { throw Failure.system(folder.path) }
        close(lock)
    }

    /// Leaves the folder as it was found.
    func discard() {
        try? FileManager.default.removeItem(atPath: staging)
        if !wasThere { rmdir(folder.path) }
        close(lock)
    }

    private static func names(in path: String) throws -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: path) } catch {
            throw Failure("\(path) cannot be read: \(error.localizedDescription)")
        }
    }
}
