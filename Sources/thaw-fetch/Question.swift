import CCurl
import Outbound

/// Asks a server something, and takes its answer whatever the status.
final class Question {
    private let task: AskTask
    private var body: [UInt8] = []
    private var links: [String] = []
    private var fields: [String: String] = [:]
    private var isTooLarge = false
    /// The statuses of the heads so far.
    private var statuses: [Int] = []
    /// Broken off where the body begins, as it was asked.
    private var isHeadRead = false

    init(_ task: AskTask) { self.task = task }

    func run() -> AskOutcome {
        let request = task.request
        let transfer = Transfer(request.url, rules: task.rules, take: take, takeLine: takeLine)
        var lines: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(lines) }
        let outcome = transfer.run { handle in
            for header in request.headers { lines = curl_slist_append(lines, header) }
            var codes = [thaw_setLong(handle, CURLOPT_FOLLOWLOCATION, request.followsRedirects ? 1 : 0)]
            if request.reading == .headAlone { codes.append(thaw_setLong(handle, CURLOPT_NOBODY, 1)) }
            if lines != nil { codes.append(thaw_setList(handle, CURLOPT_HTTPHEADER, lines)) }
            if let form = request.form { codes.append(thaw_setText(handle, CURLOPT_COPYPOSTFIELDS, form)) }
            return codes.allSatisfy { $0 == CURLE_OK }
        } conclude: { handle, fault in
            self.outcome(of: handle, fault)
        }
        return outcome ?? AskOutcome(fault: FetchFault(.program, "libcurl could not start."))
    }

    private func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        if task.request.reading != .whole {
            // The words of a redirect are not the answer yet.
            isHeadRead = !(300..<400).contains(statuses.last ?? 0)
            return !isHeadRead
        }
        guard body.count + piece.count <= task.limit else {
            isTooLarge = true
            return false
        }
        body += piece
        return true
    }

    /// Each head of a chain of redirects begins anew.
    private func takeLine(_ line: String) {
        if line.hasPrefix("HTTP/") {
            links = []
            fields = [:]
            body = []
            statuses.append(line.split(separator: " ").dropFirst().first.flatMap { Int($0.prefix(3)) } ?? 0)
        }
        guard let colon = line.firstIndex(of: ":") else { return }
        let name = line[..<colon].lowercased()
        let value = String(
            line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }.filter { !$0.isNewline })
        if name == "link" { links.append(value) }
        if task.request.wanted.contains(where: name.hasPrefix) { fields[name] = value }
    }

    private func outcome(of handle: UnsafeMutableRawPointer, _ fault: FetchFault?) -> AskOutcome {
        if isTooLarge {
            let url = task.request.url
            return AskOutcome(fault: FetchFault(.tooLarge, "\(url) answered with more than \(task.limit) bytes."))
        }
        if let fault, !isHeadRead { return AskOutcome(fault: fault) }
        let status = thaw_status(handle)
        let steps = statuses.dropLast().filter { $0 >= 200 }
        return AskOutcome(
            answer: AskAnswer(
                status: status, url: String(cString: thaw_address_in_the_end(handle)),
                isMoved: !steps.isEmpty && steps.allSatisfy { $0 == 301 || $0 == 308 },
                pauseSeconds: status == 429 || status == 503 ? Int(thaw_retryAfter(handle)) : nil, links: links,
                fields: fields, body: body))
    }
}
