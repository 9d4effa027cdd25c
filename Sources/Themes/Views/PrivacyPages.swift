/// What is done with what readers leave, made of what is switched on.
package struct PrivacyPage: PageView {
    package var heading: String
    package var kept: [KeptRow]
    package var cookies: [CookieRow]
    /// Sentences.
    package var receivers: [SentenceView]
    package var ways: [SentenceView]
    /// Where one's own data is; nil where nobody is logged in.
    package var mine: SafeURL?
    /// Where an address is sent to that a link is mailed to; nil where no mail goes out.
    package var asking: SafeURL?
    /// What was just done.
    package var notice: String?
    package var fault: String?

    package init(
        heading: String, kept: [KeptRow], cookies: [CookieRow], receivers: [String], ways: [String],
        mine: SafeURL? = nil, asking: SafeURL? = nil, notice: String? = nil, fault: String? = nil
    ) {
        self.heading = heading
        self.kept = kept
        self.cookies = cookies
        self.receivers = receivers.map(SentenceView.init)
        self.ways = ways.map(SentenceView.init)
        self.mine = mine
        self.asking = asking
        self.notice = notice
        self.fault = fault
    }

    package static let template = "privacy"

    package static let fields: [Field<PrivacyPage>] = [
        .text("heading") { $0.heading },
        .list("kept") { $0.kept },
        .list("cookies") { $0.cookies },
        .list("receivers") { $0.receivers },
        .list("ways") { $0.ways },
        .optionalURL("mine") { $0.mine },
        .optionalURL("asking") { $0.asking },
        .optionalText("notice") { $0.notice },
        .optionalText("fault") { $0.fault },
    ]
}

package struct KeptRow: View {
    package var what: String
    package var why: String
    package var howLong: String

    package init(what: String, why: String, howLong: String) {
        self.what = what
        self.why = why
        self.howLong = howLong
    }

    package static let fields: [Field<KeptRow>] = [
        .text("what") { $0.what },
        .text("why") { $0.why },
        .text("howLong") { $0.howLong },
    ]
}

package struct CookieRow: View {
    package var name: String
    package var when: String
    package var howLong: String

    package init(name: String, when: String, howLong: String) {
        self.name = name
        self.when = when
        self.howLong = howLong
    }

    package static let fields: [Field<CookieRow>] = [
        .text("name") { $0.name },
        .text("when") { $0.when },
        .text("howLong") { $0.howLong },
    ]
}

package struct SentenceView: View {
    package var text: String

    package init(_ text: String) { self.text = text }

    package static let fields: [Field<SentenceView>] = [.text("text") { $0.text }]
}

/// What is kept of one reader, for them.
package struct OwnDataPage: PageView {
    package var heading: String
    package var comments: [OwnComment]
    /// Everything else, each on a line.
    package var lines: [SentenceView]
    package var download: SafeURL?
    package var action: SafeURL
    /// What erasing does.
    package var erasing: String?
    /// Whether it is asked once more.
    package var asks: Bool
    /// Other accounts that may be shown to be the same person's.
    package var logins: LoginChoicesView?
    package var notice: String?

    package init(
        heading: String, comments: [OwnComment] = [], lines: [String] = [], download: SafeURL? = nil, action: SafeURL,
        erasing: String? = nil, asks: Bool = false, notice: String? = nil
    ) {
        self.heading = heading
        self.comments = comments
        self.lines = lines.map(SentenceView.init)
        self.download = download
        self.action = action
        self.erasing = erasing
        self.asks = asks
        self.notice = notice
    }

    package static let template = "own-data"

    package static let fields: [Field<OwnDataPage>] = [
        .text("heading") { $0.heading },
        .list("comments") { $0.comments },
        .list("lines") { $0.lines },
        .flag("hasLines") { !$0.lines.isEmpty },
        .optionalURL("download") { $0.download },
        .url("action") { $0.action },
        .optionalText("erasing") { $0.erasing },
        .flag("asks") { $0.asks },
        .optionalRecord("logins") { $0.logins },
        .optionalText("notice") { $0.notice },
    ]
}

package struct OwnComment: View {
    package var text: String
    package var sent: String
    package var url: SafeURL?

    package init(text: String, sent: String, url: SafeURL?) {
        self.text = text
        self.sent = sent
        self.url = url
    }

    package static let fields: [Field<OwnComment>] = [
        .text("text") { $0.text },
        .text("sent") { $0.sent },
        .optionalURL("url") { $0.url },
    ]
}
