/// The sites whose addresses become a card: what WordPress would ask for a frame over oEmbed.
struct EmbedProvider {
    let name: String
    /// The end of the card's class (`embed-youtube`).
    let key: String

    private static let byHost: [(host: String, provider: EmbedProvider)] = [
        ("youtube.com", "YouTube"), ("youtu.be", "YouTube"), ("youtube-nocookie.com", "YouTube"),
        ("vimeo.com", "Vimeo"),
        ("dailymotion.com", "Dailymotion"), ("dai.ly", "Dailymotion"), ("twitter.com", "Twitter"), ("x.com", "Twitter"),
        ("instagram.com", "Instagram"), ("facebook.com", "Facebook"), ("fb.watch", "Facebook"),
        ("spotify.com", "Spotify"),
        ("soundcloud.com", "SoundCloud"), ("flickr.com", "Flickr"), ("flic.kr", "Flickr"), ("ted.com", "TED"),
        ("wordpress.tv", "WordPress.tv"), ("videopress.com", "VideoPress"), ("reddit.com", "Reddit"),
        ("tiktok.com", "TikTok"), ("tumblr.com", "Tumblr"), ("scribd.com", "Scribd"), ("slideshare.net", "SlideShare"),
        ("issuu.com", "Issuu"), ("mixcloud.com", "Mixcloud"), ("kickstarter.com", "Kickstarter"),
        ("pinterest.com", "Pinterest"), ("imgur.com", "Imgur"), ("bsky.app", "Bluesky"),
        ("polldaddy.com", "Crowdsignal"),
        ("crowdsignal.com", "Crowdsignal"), ("bandcamp.com", "Bandcamp"), ("archive.org", "Internet Archive"),
        ("google.com", "Google"), ("smugmug.com", "SmugMug"), ("animoto.com", "Animoto"),
        ("speakerdeck.com", "Speaker Deck"),
        ("libsyn.com", "Libsyn"), ("podcasts.apple.com", "Apple Podcasts"), ("meetup.com", "Meetup"),
    ].map { host, name in
        (host, EmbedProvider(name: name, key: String(name.lowercased().filter { $0.isLetter || $0.isNumber })))
    }

    /// The provider behind a web address; nil for any other site.
    static func of(_ url: String) -> EmbedProvider? {
        guard let host = WebAddress(url)?.host else { return nil }
        return byHost.first { host == $0.host || host.hasSuffix("." + $0.host) }?.provider
    }

    /// The page that shows what a player's address (`youtube.com/embed/ID`) plays.
    static func page(behind player: String) -> String {
        var url = player.hasPrefix("//") ? "https:" + player : player
        guard let address = WebAddress(url) else { return url }
        let path = address.path.split(separator: "/").map(String.init)
        switch address.host {
        case "youtube.com", "youtube-nocookie.com":
            if path.count >= 2, ["embed", "v"].contains(path[0]), path[1] != "videoseries" {
                let identifier = path[1].prefix { $0 != "&" }
                url = "https://www.youtube.com/watch?v=\(identifier)"
            }
        case "player.vimeo.com": if path.count >= 2 { url = "https://vimeo.com/\(path[1])" }
        case "dailymotion.com":
            if path.count >= 3, path[0] == "embed" { url = "https://www.dailymotion.com/video/\(path[2])" }
        case "open.spotify.com": url = url.replacing("/embed/", with: "/", maxReplacements: 1)
        case "w.soundcloud.com": url = address.query("url").map(WebAddress.percentDecoded) ?? url
        case "facebook.com":
            if path.first == "plugins" { url = address.query("href").map(WebAddress.percentDecoded) ?? url }
        default: break
        }
        return WebAddress(url) == nil ? player : url
    }
}
