import Glibc

/// A plain file that is open, for an archive: links are not followed, and pipes and devices are not waited for.
package final class TarFile {
    package let entry: TarEntry
    private let descriptor: CInt

    package enum Fault: Error, Hashable, Sendable {
        case gone
        case noFile
        case unreadable(String)
    }

    /// - Parameter path: in the archive.
    package init(_ file: String, as path: String) throws(Fault) {
        descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: throw .gone
            case ELOOP: throw .noFile
            case let code: throw .unreadable(String(cString: strerror(code)))
            }
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .noFile
        }
        entry = TarEntry(
            path: path, size: Int(status.st_size), mode: Int(status.st_mode & 0o777), modified: status.st_mtim.tv_sec)
    }

    deinit { close(descriptor) }

    /// Fills the head of the buffer with at most `count` bytes; gives how many, 0 at the end.
    package func read(into buffer: inout [UInt8], atMost count: Int) throws(Fault) -> Int {
        while true {
            let read = Glibc.read(descriptor, &buffer, min(buffer.count, count))
            if read >= 0 { return read }
            guard errno == EINTR else { throw .unreadable(String(cString: strerror(errno))) }
        }
    }
}
