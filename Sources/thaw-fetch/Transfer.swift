import CCurl
import Glibc
import Model
import Outbound

/// One transfer under the rules that hold for all. libcurl calls back on the thread that runs it.
final class Transfer {
    let url: String
    private let rules: TransferRules
    private let allowed: [IPNetwork]
    private let take: (UnsafeRawBufferPointer) -> Bool
    private let takeLine: (String) -> Void
    private var handle: UnsafeMutableRawPointer?
    private var isRefused = false

    /// - Parameters:
    ///   - take: gets the body piece by piece; false breaks off.
    ///   - takeLine: gets the lines of each head.
    init(
        _ url: String, rules: TransferRules, take: @escaping (UnsafeRawBufferPointer) -> Bool,
        takeLine: @escaping (String) -> Void = { _ in }
    ) {
        self.url = url
        self.rules = rules
        allowed = rules.allowed.compactMap { IPNetwork($0) }
        self.take = take
        self.takeLine = takeLine
    }

    /// The server's status so far.
    var status: Int { thaw_status(handle) }

    /// - Parameters:
    ///   - prepare: sets what this transfer has of its own; false where libcurl does not take it.
    ///   - conclude: says what came of it, given why nothing came.
    func run<Outcome>(
        prepare: (UnsafeMutableRawPointer) -> Bool, conclude: (UnsafeMutableRawPointer, FetchFault?) -> Outcome
    ) -> Outcome? {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        defer {
            curl_easy_cleanup(handle)
            self.handle = nil
        }
        guard prepareRules(handle), prepare(handle) else {
            return conclude(handle, FetchFault(.address, "\(url) is no address of the web."))
        }
        let code = curl_easy_perform(handle)
        return conclude(handle, code == CURLE_OK ? nil : fault(of: code))
    }

    private func prepareRules(_ handle: UnsafeMutableRawPointer) -> Bool {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let codes = [
            thaw_setText(handle, CURLOPT_URL, url),
            thaw_setText(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            thaw_setText(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https"),
            thaw_setLong(handle, CURLOPT_MAXREDIRS, OutboundSettings.redirects),
            thaw_setLong(handle, CURLOPT_CONNECTTIMEOUT, rules.connectSeconds),
            thaw_setLong(handle, CURLOPT_TIMEOUT, rules.totalSeconds),
            thaw_setLong(handle, CURLOPT_LOW_SPEED_LIMIT, 1000),
            thaw_setLong(handle, CURLOPT_LOW_SPEED_TIME, rules.slowSeconds),
            thaw_setText(handle, CURLOPT_USERAGENT, "Thaw (a publishing server)"),
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
                    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    return Transfer.of(context).take(piece) ? piece.count : 0
                }, context),
            thaw_onHeader(
                handle,
                { bytes, size, count, context in
                    guard let bytes, let context else { return 0 }
                    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    Transfer.of(context).takeLine(String(decoding: line, as: UTF8.self))
                    return line.count
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

    private func fault(of code: CURLcode) -> FetchFault {
        switch code {
        case CURLE_TOO_MANY_REDIRECTS:
            FetchFault(.tooManyRedirects, "\(url) leads on more than \(OutboundSettings.redirects) times.")
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED:
            FetchFault(.address, "\(url) is no address of the web, or leads to one that is none.")
        case CURLE_COULDNT_CONNECT where isRefused:
            FetchFault(
                .refused, "\(url) leads to an address that is not public, which is never asked (outbound.allow).")
        case CURLE_FILESIZE_EXCEEDED: FetchFault(.tooLarge, "\(url) is too large.")
        default: FetchFault(.connection, "\(url): \(String(cString: curl_easy_strerror(code))).")
        }
    }
}
