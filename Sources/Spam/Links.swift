/// The addresses that a text names, as links or as bare words.
struct Links: Sendable {
    /// Lower-case hosts without `www.`, in order, repeated ones too.
    private(set) var hosts: [String] = []
    /// Of the text, how much the addresses take: 0 to 1.
    private(set) var share: Float = 0
    /// Whether an address stands before any word.
    private(set) var beginsText = false

    /// Bytes behind this one are not looked at.
    private static let limit = 8_000

    init(in text: String) {
        let bytes = text.utf8.count > Self.limit ? Array(text.utf8.prefix(Self.limit)) : Array(text.utf8)
        var taken = 0
        var index = 0
        while index < bytes.count {
            guard let start = Self.start(at: index, in: bytes) else {
                index += 1
                continue
            }
            let (host, end) = Self.host(from: start, in: bytes)
            guard let host else {
                index = max(end, index + 1)
                continue
            }
            if !bytes[..<index].contains(where: Self.isWordByte) { beginsText = true }
            hosts.append(host)
            var close = end
            while close < bytes.count, !Self.endsAddress(bytes[close]) { close += 1 }
            taken += close - index
            index = close
            if hosts.count == 64 { break }
        }
        share = bytes.isEmpty ? 0 : Float(taken) / Float(bytes.count)
    }

    /// Each once, in order.
    var distinctHosts: [String] {
        if hosts.count < 2 { return hosts }
        var seen: Set<String> = []
        return hosts.filter { seen.insert($0).inserted }
    }

    /// With the host of a website, each once, in order.
    func distinctHosts(with website: String?) -> [String] {
        let named = distinctHosts
        guard let website, !named.contains(website) else { return named }
        return named + [website]
    }

    /// The host of one address, as somebody typed it into a field.
    static func host(of address: String) -> String? {
        let bytes = Array(address.utf8.prefix(2_000))
        let slashes = bytes.indices.dropLast(2).first { bytes[$0...].starts(with: "://".utf8) }
        let start = slashes.map { $0 + 3 } ?? 0
        return host(from: start, in: bytes).host
    }

    /// Where a host begins: behind `//` of an address, or where a bare name begins.
    private static func start(at index: Int, in bytes: [UInt8]) -> Int? {
        if bytes[index] == 0x3A, index + 2 < bytes.count, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F {
            return index + 3
        }
        guard isNameByte(bytes[index]), bytes[index] != 0x2D, index == 0 || !isNameOrMark(bytes[index - 1]) else {
            return nil
        }
        // A scheme is no host.
        var end = index
        while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
        return end < bytes.count && bytes[end] == 0x3A ? nil : index
    }

    private static func host(from start: Int, in bytes: [UInt8]) -> (host: String?, end: Int) {
        var end = start
        while end < bytes.count, isNameByte(bytes[end]) || bytes[end] == 0x2E { end += 1 }
        var stop = end
        while stop > start, bytes[stop - 1] == 0x2E { stop -= 1 }
        if end < bytes.count, bytes[end] == 0x40 { return (nil, end + 1) }
        guard bytes[start..<stop].contains(0x2E) else { return (nil, end) }
        var labels = bytes[start..<stop].split(separator: 0x2E, omittingEmptySubsequences: false)
        guard let last = labels.last, last.count > 1, last.count < 20,
            !labels.contains(where: \.isEmpty),
            last.allSatisfy({ isLetter($0) || $0 >= 0x80 })
        else { return (nil, end) }
        // "wow.nice": a sentence without its blank is no host, unless its end is a domain that hosts have.
        let behind = start >= 3 && bytes[start - 1] == 0x2F
        let isNamed = labels.count > 2 && labels[labels.startIndex].elementsEqual("www".utf8)
        if !behind, !isNamed, !Self.endings.contains(String(decoding: last, as: UTF8.self).lowercased()) {
            return (nil, end)
        }
        if labels.first?.elementsEqual("www".utf8) == true, labels.count > 2 { labels.removeFirst() }
        return (labels.map { String(decoding: $0, as: UTF8.self).lowercased() }.joined(separator: "."), end)
    }

    /// Domains that bare names in texts end in most.
    private static let endings: Set<String> = [
        "biz", "br", "cc", "cn", "co", "com", "de", "es", "eu", "fr", "id", "in", "info", "io", "it", "jp", "ly", "me",
        "mobi", "net", "nl", "online", "org", "pl", "pro", "pw", "ru", "shop", "site", "store", "tk", "top", "tv", "ua",
        "uk", "us", "vip", "website", "xyz",
    ]

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) && byte < 0x80 || byte >= 0x80 }
    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F || byte >= 0x80
    }
    private static func isNameOrMark(_ byte: UInt8) -> Bool {
        isNameByte(byte) || byte == 0x2E || byte == 0x40 || byte == 0x2F
    }
    private static func endsAddress(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x3C || byte == 0x3E || byte == 0x29 || byte == 0x5D
    }
}
