import CCurl
import Glibc
import Outbound

/// Fetches one file to the disk.
final class FileTransfer {
    private let task: FetchTask
    private var file: Int32 = -1
    private var bytes = 0
    private var isTooLarge = false
    private var writeError: Int32 = 0

    init(_ task: FetchTask) { self.task = task }

    /// Nil when the file is there, whole.
    func run() -> FetchFault? {
        file = open(task.file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            return FetchFault(.disk, "\(task.file) cannot be written: \(String(cString: strerror(errno))).")
        }
        defer { close(file) }
        var transfer: Transfer?
        transfer = Transfer(task.url, rules: task.rules) { [self] piece in
            // The words of a refusal or a redirect are not the file.
            transfer?.status == 200 ? take(piece) : true
        }
        let outcome = transfer?.run { handle in
            thaw_setLong(handle, CURLOPT_FOLLOWLOCATION, 1) == CURLE_OK
                && thaw_setSize(handle, CURLOPT_MAXFILESIZE_LARGE, Int64(task.limit)) == CURLE_OK
        } conclude: { handle, fault in
            self.outcome(of: handle, fault)
        }
        transfer = nil
        return outcome ?? FetchFault(.program, "libcurl could not start.")
    }

    private func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        bytes += piece.count
        guard bytes <= task.limit else {
            isTooLarge = true
            return false
        }
        var written = 0
        while written < piece.count {
            let count = write(file, piece.baseAddress.map { $0 + written }, piece.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                writeError = errno
                return false
            }
            written += count
        }
        return true
    }

    private func outcome(of handle: UnsafeMutableRawPointer, _ fault: FetchFault?) -> FetchFault? {
        let url = task.url
        if writeError != 0 {
            return FetchFault(.disk, "\(task.file) cannot be written: \(String(cString: strerror(writeError))).")
        }
        if isTooLarge || fault?.kind == .tooLarge {
            return FetchFault(.tooLarge, "\(url) is larger than \(task.limit) bytes (media.file-bytes).")
        }
        if let fault { return fault }
        let status = thaw_status(handle)
        if status == 200 { return nil }
        return FetchFault(
            .status, "\(url) was answered with \(status).", status: status,
            pauseSeconds: status == 429 || status == 503 ? Int(thaw_retryAfter(handle)) : nil)
    }
}
