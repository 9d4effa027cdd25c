extension FeatureList {
    /// - Parameter tally: what was decided before about hosts, networks and addresses.
    init(_ evidence: Evidence, tally: Tally) {
        let text = evidence.folded
        var found: [UInt32] = []
        found.reserveCapacity(text.scalars.count * 4 + 16)
        TextFeatures.words(of: text, into: &found)
        append(.words, &found)
        found.removeAll(keepingCapacity: true)
        TextFeatures.pieces(of: text.scalars, longest: 4, seed: 0x7, into: &found)
        append(.pieces, &found)
        found.removeAll(keepingCapacity: true)
        noteSender(evidence, into: &found)
        append(.author, &found)
        found.removeAll(keepingCapacity: true)
        let links = evidence.links
        let website = Links.host(of: evidence.authorURL)
        for host in links.distinctHosts { Self.note(host, seed: 0xA, into: &found) }
        if let website {
            Self.note(website, seed: 0xB, into: &found)
            TextFeatures.pieces(of: FoldedText(website, limit: 100).scalars, longest: 4, seed: 0xE, into: &found)
        }
        append(.links, &found)

        measure(text, links)
        self[.website] = website == nil ? 0 : 1
        self[.address] = evidence.authorEmail.isEmpty ? 0 : 1
        measureBehaviour(evidence)
        if let post = evidence.post { measure(text, against: post) }
        consult(tally, hosts: links.distinctHosts(with: website), evidence)
    }

    /// Pieces of the name and of the mail address, its domain, and what the browser calls itself.
    private func noteSender(_ evidence: Evidence, into found: inout [UInt32]) {
        let name = FoldedText(evidence.author, limit: 200)
        TextFeatures.pieces(of: name.scalars, longest: 4, seed: 0x8, into: &found)
        let mail = evidence.authorEmail.split(separator: Character("@"), maxSplits: 1)
        if mail.count == 2 {
            found.append(Hashing.place(Hashing.hash(mail[1].lowercased(), seed: 0x9)))
            let local = FoldedText(String(mail[0]), limit: 100)
            TextFeatures.pieces(of: local.scalars, longest: 3, seed: 0xC, into: &found)
        }
        for part in (evidence.agent ?? "").split(whereSeparator: { " ;()".contains($0) }).prefix(40) {
            found.append(Hashing.place(Hashing.hash(part.lowercased(), seed: 0xD)))
        }
    }

    /// A host, its domain and its ending.
    private static func note(_ host: String, seed: UInt64, into found: inout [UInt32]) {
        found.append(Hashing.place(Hashing.hash(host, seed: seed)))
        let labels = host.split(separator: Character("."))
        found.append(Hashing.place(Hashing.hash(labels.suffix(2).joined(separator: "."), seed: seed + 0x10)))
        if let last = labels.last { found.append(Hashing.place(Hashing.hash(String(last), seed: seed + 0x20))) }
    }

    private mutating func measure(_ text: FoldedText, _ links: Links) {
        func share(_ part: Int, of whole: Int) -> Float { whole == 0 ? 0 : Float(part) / Float(whole) }
        let length = text.scalars.count
        self[.links] = min(1, logarithm(links.hosts.count) / 3)
        self[.beginsWithLink] = links.beginsText ? 1 : 0
        self[.mostlyLinks] = links.share
        self[.shouting] = text.letters > 8 ? share(text.capitals, of: text.letters) : 0
        self[.exclaiming] = min(1, logarithm(text.exclamations) / 3)
        self[.digits] = share(text.digits, of: length)
        self[.longNumber] = text.longestNumber >= 7 ? 1 : text.longestNumber >= 4 ? 0.5 : 0
        self[.symbols] = share(text.symbols, of: length)
        self[.length] = min(1, logarithm(length) / 7)
        self[.brevity] = length < 20 ? 1 : length < 60 ? 0.5 : 0
        self[.lines] = min(1, logarithm(text.lines - 1) / 3)
        self[.mixedScripts] = min(1, Float(text.mixedWords) / 2)
        self[.hidden] = min(1, Float(text.hidden) / 3)
        self[.disguised] = min(1, Float(text.disguised) / 4)
        self[.stretched] = min(1, Float(text.stretches) / 2)
    }

    private mutating func measureBehaviour(_ evidence: Evidence) {
        self[.trap] = evidence.filledTrap ? 1 : 0
        if let seconds = evidence.seconds {
            self[.hurry] = seconds < 3 ? 1 : seconds < 8 ? 0.5 : 0
            self[.unhurried] = seconds >= 20 ? 1 : 0
        }
        self[.oddHead] = evidence.hasOddHead ? 1 : 0
        self[.burst] = min(1, logarithm(evidence.burst) / 3)
        self[.noAgent] = evidence.agent?.isEmpty == true ? 1 : 0
        self[.repeated] = min(1, logarithm(evidence.repetitions) / 3)
        self[.akismetSpam] = evidence.akismet == true ? 1 : 0
        self[.akismetReal] = evidence.akismet == false ? 1 : 0
        self[.approvedBefore] = min(1, logarithm(evidence.approvals) / 2)
    }

    private mutating func measure(_ text: FoldedText, against post: PostWords) {
        if let script = text.script, let written = post.script { self[.foreignScript] = script == written ? 0 : 1 }
        if let share = post.languageShare(of: text) { self[.foreignLanguage] = max(0, 1 - share / 0.4) }
        self[.likePost] = post.share(of: text)
    }

    private mutating func consult(_ tally: Tally, hosts: [String], _ evidence: Evidence) {
        var spamHosts = 0
        var goodHosts = 0
        for host in hosts {
            let key = Tally.Key(.host, of: host)
            tallied.append(key)
            spamHosts = max(spamHosts, Int(tally[key].spam))
            goodHosts = max(goodHosts, Int(tally[key].real))
        }
        self[.knownSpamHost] = min(1, logarithm(spamHosts) / 3)
        self[.knownGoodHost] = min(1, logarithm(goodHosts) / 3)
        if let network = Network.key(of: evidence.address) {
            let key = Tally.Key(.network, of: network)
            tallied.append(key)
            self[.knownSpamNetwork] = min(1, logarithm(Int(tally[key].spam)) / 3)
            self[.knownGoodNetwork] = min(1, logarithm(Int(tally[key].real)) / 3)
        }
        if !evidence.authorEmail.isEmpty {
            let key = Tally.Key(.address, of: evidence.authorEmail.lowercased())
            tallied.append(key)
            self[.knownSpamAddress] = min(1, logarithm(Int(tally[key].spam)) / 3)
        }
        // Spam comes in waves.
        if let time = evidence.time {
            let key = Tally.Key(.hour, hash: UInt32(truncatingIfNeeded: Int64(time / 3_600)))
            tallied.append(key)
            self[.spamHour] = min(1, logarithm(Int(tally[key].spam)) / 2)
            self[.realHour] = min(1, logarithm(Int(tally[key].real)) / 2)
        }
        // That a name was approved says nothing: anybody can type it.
        if !evidence.author.isEmpty {
            let key = Tally.Key(.name, of: evidence.author.lowercased())
            tallied.append(key)
            self[.knownSpamName] = min(1, logarithm(Int(tally[key].spam)) / 3)
        }
    }
}
