import Crypto
import Foundation
package import Model

/// The folder `media/` of the data folder: each file under the path that it is served at.
package struct MediaFiles: Sendable {
    private let folder: String

    /// - Parameter folder: made at the first file.
    package init(folder: String) {
        self.folder = folder
    }

    /// Where a file lies, or would lie.
    ///
    /// - Parameter path: below the site's root, as `Medium` and `Medium.Copy` have it: without a segment that leaves it.
    package func place(of path: String) -> String { "\(folder)/\(path)" }

    package func holds(_ path: String) -> Bool { FileManager.default.fileExists(atPath: place(of: path)) }

    /// A new folder for what is under way, on the same disk, so that a finished file is renamed into its place.
    package func workplace() throws -> String {
        let place = "\(folder)/.under-way-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return place
    }

    /// Removes workplaces that a killed process left behind.
    ///
    /// - Parameter now: those that changed in the day before it may still be in use.
    package func tidy(now: Instant) {
        let day = 86_400.0
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where name.hasPrefix(".under-way-") {
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            guard Double(now.milliseconds) / 1000 - changed > day else { continue }
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }

    package func remove(workplace: String) { try? FileManager.default.removeItem(atPath: workplace) }

    /// Takes a file away; one that is not there is as good as taken.
    package func remove(_ path: String) throws {
        let place = place(of: path)
        guard unlink(place) == 0 || errno == ENOENT else { throw SystemFault(path: place) }
    }

    /// Moves a finished file to `path`, in the place of what was there; on disk when it returns.
    package func keep(_ file: String, as path: String) throws {
        let place = place(of: path)
        let parent = String(place[..<(place.lastIndex(of: "/") ?? place.endIndex)])
        try FileManager.default.createDirectory(
            atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Self.flush(file, flags: O_RDONLY)
        guard rename(file, place) == 0 else { throw SystemFault(path: place) }
        try Self.flush(parent, flags: O_RDONLY | O_DIRECTORY)
    }

    /// Copies a file of any size, at most `limit` bytes; gives its hash and size.
    func copy(_ file: String, to target: String, limit: Int) throws -> Medium.StoredFile {
        let source = open(file, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw SystemFault(path: file) }
        defer { close(source) }
        let copy = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard copy >= 0 else { throw SystemFault(path: target) }
        defer { close(copy) }
        var hash = SHA256()
        var total = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = read(source, buffer.baseAddress, buffer.count)
            guard count >= 0 else { throw SystemFault(path: file) }
            if count == 0 { break }
            total += count
            guard total <= limit else { throw MediumFault("It is larger than \(limit) bytes (media.file-bytes).") }
            let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            hash.update(bufferPointer: piece)
            try Self.write(piece, to: copy, path: target)
        }
        return Medium.StoredFile(hash: hash.finalize().hexadecimal, bytes: total)
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, path: String) throws {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(file, bytes.baseAddress! + written, bytes.count - written)
            guard count > 0 else { throw SystemFault(path: path) }
            written += count
        }
    }

    private static func flush(_ path: String, flags: Int32) throws {
        let file = open(path, flags | O_CLOEXEC)
        guard file >= 0 else { throw SystemFault(path: path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw SystemFault(path: path) }
    }
}

/// What the system said about a file of ours.
package struct SystemFault: Error, CustomStringConvertible {
    package let description: String
    /// Whether writing more would fail in the same way.
    let endsWork: Bool

    /// Reads `errno`.
    init(path: String) {
        let code = errno
        description = "\(path) cannot be read or written: \(String(cString: strerror(code)))."
        endsWork = code == ENOSPC || code == EDQUOT || code == EROFS || code == EIO
    }
}

/// Why a file did not come, in one sentence.
package struct MediumFault: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
