/// The address that plays what a provider's page shows, the one that tells the provider least where there are several.
/// A card carries it; a page asks for it when a reader wants it, if the site's owner lets it.
enum EmbedPlayer {
    /// Nil for pages that no frame can show.
    static func address(for page: String) -> String? {
        guard let address = WebAddress(page), let provider = EmbedProvider.of(page) else { return nil }
        let path = address.path.split(separator: "/").map(String.init)
        let last = path.last.flatMap(identifier)
        return switch provider.key {
        case "youtube": youTube(address, path)
        case "vimeo": vimeo(path, hash: address.query("h") ?? (path.count == 2 ? path[1] : nil))
        case "dailymotion": last.map { "https://geo.dailymotion.com/player.html?video=\($0)" }
        case "ted": path.first == "talks" ? last.map { "https://embed.ted.com/talks/\($0)" } : nil
        case "spotify":
            path.count == 2
                ? identifier(path[0]).flatMap { kind in last.map { "https://open.spotify.com/embed/\(kind)/\($0)" } }
                : nil
        case "soundcloud": path.count > 1 ? "https://w.soundcloud.com/player/?url=\(encoded(page))" : nil
        case "videopress": path.first == "v" ? last.map { "https://videopress.com/embed/\($0)" } : nil
        case "internetarchive": path.first == "details" ? last.map { "https://archive.org/embed/\($0)" } : nil
        case "twitter":
            path.dropLast().last == "status"
                ? last.map { "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=\($0)" } : nil
        case "instagram":
            path.count > 1 && ["p", "reel"].contains(path[path.count - 2])
                ? last.map { "https://www.instagram.com/p/\($0)/embed/" } : nil
        case "tiktok": path.dropLast().last == "video" ? last.map { "https://www.tiktok.com/player/v1/\($0)" } : nil
        default: nil
        }
    }

    /// Whether an address is of a kind that is made here: nothing else may stand in a card.
    static func isKnown(_ address: String) -> Bool {
        beginnings.contains { address.hasPrefix($0) }
            && address.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_.:/?=&%".utf8.contains($0) }
    }

    private static let beginnings = [
        "https://www.youtube-nocookie.com/embed/", "https://player.vimeo.com/video/",
        "https://geo.dailymotion.com/player.html?video=", "https://embed.ted.com/talks/",
        "https://open.spotify.com/embed/", "https://w.soundcloud.com/player/?url=", "https://videopress.com/embed/",
        "https://archive.org/embed/", "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=",
        "https://www.instagram.com/p/", "https://www.tiktok.com/player/v1/",
    ]

    private static func youTube(_ address: WebAddress, _ path: [String]) -> String? {
        let player = "https://www.youtube-nocookie.com/embed/"
        let named =
            address.query("v") ?? (address.host == "youtu.be" ? path.first : nil)
            ?? (path.count == 2 && ["shorts", "live"].contains(path[0]) ? path[1] : nil)
        if let video = named.flatMap(identifier) {
            let start = (address.query("t") ?? address.query("start")).flatMap { seconds($0) }
            return player + video + "?autoplay=1" + (start.map { "&start=\($0)" } ?? "")
        }
        return address.query("list").flatMap(identifier).map { player + "videoseries?list=\($0)" }
    }

    /// Videos that are not listed have a second word in their address.
    private static func vimeo(_ path: [String], hash: String?) -> String? {
        guard let video = path.last(where: { $0.utf8.allSatisfy(\.isDigit) }) else { return nil }
        let second = hash == video ? nil : hash.flatMap(identifier)
        return "https://player.vimeo.com/video/\(video)?dnt=1&autoplay=1" + (second.map { "&h=\($0)" } ?? "")
    }

    /// `90`, `90s`, `1m30s`, `1h2m3s`
    private static func seconds(_ text: String) -> Int? {
        var (total, number) = (0, "")
        for character in text {
            switch character {
            case "0"..."9" where number.count < 6: number.append(character)
            case "h", "m", "s":
                total += (Int(number) ?? 0) * (character == "h" ? 3600 : character == "m" ? 60 : 1)
                number = ""
            default: return nil
            }
        }
        total += Int(number) ?? 0
        return total > 0 ? total : nil
    }

    private static func identifier(_ text: String) -> String? {
        (1...100).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_".utf8.contains($0) }
            ? text : nil
    }

    private static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            if byte.isLetter || byte.isDigit || "-._".utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
