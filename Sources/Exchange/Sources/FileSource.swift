import Glibc

/// A file, or a stretch of one.
final class FileSource: ByteSource {
    let name: String
    let size: Int
    private let descriptor: CInt
    private var position = 0
    private var end: Int

    /// - Throws: `unreadable`, with what the system says.
    init(path: String, name: String) throws(ImportFileError) {
        self.name = name
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(file: name, reason: Self.systemReason()) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .unreadable(file: name, reason: "it is not a file")
        }
        size = Int(status.st_size)
        end = size
    }

    deinit { close(descriptor) }

    /// From here on, only these bytes are read.
    func seek(to range: Range<Int>) {
        position = range.lowerBound
        end = range.upperBound
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportFileError) -> Int {
        let count = min(buffer.count, max(0, end - position))
        guard count > 0 else { return 0 }
        while true {
            let read = pread(descriptor, buffer.baseAddress, count, off_t(position))
            if read >= 0 {
                position += read
                return read
            }
            guard errno == EINTR else { throw .unreadable(file: name, reason: Self.systemReason()) }
        }
    }

    /// The bytes of a range, or nil if the file ends before.
    func bytes(_ range: Range<Int>) throws(ImportFileError) -> [UInt8]? {
        guard range.lowerBound >= 0, range.upperBound <= size else { return nil }
        seek(to: range)
        let bytes = try head(range.count)
        return bytes.count == range.count ? bytes : nil
    }

    private static func systemReason() -> String { String(cString: strerror(errno)) }
}
