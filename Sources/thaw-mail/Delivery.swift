import CCurl
import Glibc
import Outbound

/// One message on its way. libcurl calls back on the thread that runs it.
final class Delivery {
    private let task: MailTask
    private var rest: ArraySlice<UInt8>

    init(_ task: MailTask) {
        self.task = task
        rest = Array(task.message.utf8)[...]
    }

    /// Nil when the relay has taken it on.
    func run() -> MailFault? {
        guard let handle = curl_easy_init() else { return MailFault("libcurl could not start.") }
        defer { curl_easy_cleanup(handle) }
        let receivers = curl_slist_append(nil, "<\(task.to)>")
        defer { curl_slist_free_all(receivers) }
        guard prepare(handle, receivers) else {
            return MailFault("\(task.host) is no host, or libcurl lacks what mail.security asks for.")
        }
        return outcome(of: curl_easy_perform(handle), handle)
    }

    private func prepare(
        _ handle: UnsafeMutableRawPointer, _ receivers: UnsafeMutablePointer<curl_slist>?
    ) -> Bool {
        let scheme = task.security == .tls ? "smtps" : "smtp"
        let host = task.host.contains(":") ? "[\(task.host)]" : task.host
        var codes = [
            thaw_setText(handle, CURLOPT_URL, "\(scheme)://\(host):\(task.port)"),
            thaw_setText(handle, CURLOPT_PROTOCOLS_STR, scheme),
            thaw_setText(handle, CURLOPT_MAIL_FROM, "<\(task.from)>"),
            thaw_setList(handle, CURLOPT_MAIL_RCPT, receivers),
            thaw_setLong(handle, CURLOPT_UPLOAD, 1),
            thaw_setLong(handle, CURLOPT_TIMEOUT, task.totalSeconds),
            thaw_setLong(handle, CURLOPT_CONNECTTIMEOUT, min(task.totalSeconds, 20)),
            // No signals for time limits, and no proxy.
            thaw_setLong(handle, CURLOPT_NOSIGNAL, 1),
            thaw_setText(handle, CURLOPT_PROXY, ""),
            thaw_onRead(
                handle,
                { bytes, size, count, context in
                    guard let bytes, let context else { return 0 }
                    let room = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
                    return Unmanaged<Delivery>.fromOpaque(context).takeUnretainedValue().fill(room)
                }, Unmanaged.passUnretained(self).toOpaque()),
        ]
        if task.security == .starttls { codes.append(thaw_setLong(handle, CURLOPT_USE_SSL, thaw_useSSL())) }
        if !task.user.isEmpty {
            codes.append(thaw_setText(handle, CURLOPT_USERNAME, task.user))
            codes.append(thaw_setText(handle, CURLOPT_PASSWORD, task.password))
        }
        if !task.certificates.isEmpty { codes.append(thaw_setText(handle, CURLOPT_CAINFO, task.certificates)) }
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    private func fill(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let piece = rest.prefix(room.count)
        room.copyBytes(from: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
    }

    private func outcome(of code: CURLcode, _ handle: UnsafeMutableRawPointer) -> MailFault? {
        let place = "\(task.host):\(task.port)"
        let answer = thaw_status(handle)
        switch code {
        case CURLE_OK: return nil
        case CURLE_LOGIN_DENIED:
            return MailFault("\(place) refuses the name or the password (mail.user, mail.password).")
        case CURLE_USE_SSL_FAILED:
            return MailFault("\(place) offers no TLS (mail.security).")
        case CURLE_SSL_CACERT_BADFILE, CURLE_PEER_FAILED_VERIFICATION:
            return MailFault("\(place) has a certificate that is not trusted.")
        case _ where answer >= 400:
            return MailFault("\(place) answered with \(answer).", isFinal: answer >= 500)
        default:
            return MailFault("\(place): \(String(cString: curl_easy_strerror(code))).")
        }
    }
}
