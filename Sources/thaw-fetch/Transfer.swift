import CCurl
import Glibc
import Model
import Outbound

/// One transfer. libcurl calls back on the thread that runs it.
final class Transfer {
    private let task: FetchTask
    private let allowed: [IPNetwork]
    private var handle: UnsafeMutableRawPointer?
    private var file: Int32 = -1
    private var bytes = 0
    private var isTooLarge = false
    private var writeError: Int32 = 0
    private var isRefused = false

    init(_ task: FetchTask) {
        self.task = task
        allowed = task.allowed.compactMap { IPNetwork($0) }
    }

    /// Nil when the file is there, whole.
    func run() -> FetchFault? {
        guard let handle = curl_easy_init() else { return FetchFault(.program, "libcurl could not start.") }
        defer { curl_easy_cleanup(handle) }
        self.handle = handle
        file = open(task.file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            return FetchFault(.disk, "\(task.file) cannot be written: \(String(cString: strerror(errno))).")
        }
        defer { close(file) }
        guard prepare(handle) else { return FetchFault(.address, "\(task.url) is no address of the web.") }
        return outcome(of: curl_easy_perform(handle))
    }

    private func prepare(_ handle: UnsafeMutableRawPointer) -> Bool {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let codes = [
            thaw_setText(handle, CURLOPT_URL, task.url),
            thaw_setText(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            thaw_setText(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https"),
            thaw_setLong(handle, CURLOPT_FOLLOWLOCATION, 1),
            thaw_setLong(handle, CURLOPT_MAXREDIRS, OutboundSettings.redirects),
            thaw_setLong(handle, CURLOPT_CONNECTTIMEOUT, task.connectSeconds),
            thaw_setLong(handle, CURLOPT_TIMEOUT, task.totalSeconds),
            thaw_setLong(handle, CURLOPT_LOW_SPEED_LIMIT, 1000),
            thaw_setLong(handle, CURLOPT_LOW_SPEED_TIME, task.slowSeconds),
            thaw_setSize(handle, CURLOPT_MAXFILESIZE_LARGE, Int64(task.limit)),
            thaw_setText(handle, CURLOPT_USERAGENT, "Thaw (a publishing server that moves a blog in)"),
            // No signals for time limits, and no proxy.
            thaw_setLong(handle, CURLOPT_NOSIGNAL, 1),
            thaw_setText(handle, CURLOPT_PROXY, ""),
            thaw_setLong(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1),
            thaw_onOpen(
                handle,
                { context, _, address in
                    guard let context, let address else { return CURL_SOCKET_BAD }
                    return Transfer.of(context).openSocket(address)
                }, context),
            thaw_onWrite(
                handle,
                { bytes, size, count, context in
                    guard let bytes, let context else { return 0 }
                    return Transfer.of(context).take(UnsafeRawBufferPointer(start: bytes, count: size * count))
                }, context),
        ]
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    private static func of(_ context: UnsafeMutableRawPointer) -> Transfer {
        Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    }

    /// Asked for every connection, redirects included, with the address itself: what a name meant before is no matter.
    private func openSocket(_ wanted: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = Int(thaw_address(wanted, &bytes))
        guard let address = IPAddress(bytes: bytes.prefix(count)),
            address.isPublic || allowed.contains(where: { $0.contains(address) })
        else {
            isRefused = true
            return CURL_SOCKET_BAD
        }
        return socket(
            wanted.pointee.family, wanted.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), wanted.pointee.protocol)
    }

    private func take(_ piece: UnsafeRawBufferPointer) -> Int {
        // The words of a refusal or a redirect are not the file.
        guard thaw_status(handle) == 200 else { return piece.count }
        bytes += piece.count
        guard bytes <= task.limit else {
            isTooLarge = true
            return 0
        }
        var written = 0
        while written < piece.count {
            let count = write(file, piece.baseAddress.map { $0 + written }, piece.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                writeError = errno
                return 0
            }
            written += count
        }
        return piece.count
    }

    private func outcome(of code: CURLcode) -> FetchFault? {
        let url = task.url
        if writeError != 0 {
            return FetchFault(.disk, "\(task.file) cannot be written: \(String(cString: strerror(writeError))).")
        }
        if isTooLarge || code == CURLE_FILESIZE_EXCEEDED {
            return FetchFault(.tooLarge, "\(url) is larger than \(task.limit) bytes (media.file-bytes).")
        }
        switch code {
        case CURLE_OK:
            let status = thaw_status(handle)
            if status == 200 { return nil }
            return FetchFault(
                .status, "\(url) was answered with \(status).", status: status,
                pauseSeconds: status == 429 || status == 503 ? Int(thaw_retryAfter(handle)) : nil)
        case CURLE_TOO_MANY_REDIRECTS:
            return FetchFault(.tooManyRedirects, "\(url) leads on more than \(OutboundSettings.redirects) times.")
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED:
            return FetchFault(.address, "\(url) is no address of the web, or leads to one that is none.")
        case CURLE_COULDNT_CONNECT where isRefused:
            return FetchFault(
                .refused, "\(url) leads to an address that is not public, which is never asked (outbound.allow).")
        default:
            return FetchFault(.connection, "\(url): \(String(cString: curl_easy_strerror(code))).")
        }
    }
}
