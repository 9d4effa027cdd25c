/// A page about mail to readers: an address is asked for, what was asked is confirmed, changed or ended. Each has its own
/// part; those that do not belong to the visit are missing.
package struct SubscriptionPage: PageView {
    package var heading: String
    /// What was just done.
    package var notice: String?
    package var introduction: String?
    /// What is to be confirmed, each as an item of a list.
    package var wishes: [LineView]
    /// Where confirming is sent to.
    package var confirm: SafeURL?
    package var asking: AskingView?
    package var managing: ManagingView?
    /// Where ending is sent to, after one has been asked once more.
    package var end: SafeURL?

    package init(
        heading: String, notice: String? = nil, introduction: String? = nil, wishes: [String] = [],
        confirm: SafeURL? = nil, asking: AskingView? = nil, managing: ManagingView? = nil, end: SafeURL? = nil
    ) {
        self.heading = heading
        self.notice = notice
        self.introduction = introduction
        self.wishes = wishes.map(LineView.init)
        self.confirm = confirm
        self.asking = asking
        self.managing = managing
        self.end = end
    }

    package static let template = "subscription"

    package static let fields: [Field<SubscriptionPage>] = [
        .text("heading") { $0.heading },
        .optionalText("notice") { $0.notice },
        .optionalText("introduction") { $0.introduction },
        .list("wishes") { $0.wishes },
        .flag("hasWishes") { !$0.wishes.isEmpty },
        .optionalURL("confirm") { $0.confirm },
        .optionalRecord("asking") { $0.asking },
        .optionalRecord("managing") { $0.managing },
        .optionalURL("end") { $0.end },
    ]

    package struct LineView: View {
        package var text: String

        init(text: String) { self.text = text }

        package static let fields: [Field<LineView>] = [.text("text") { $0.text }]
    }

    /// Asks for an address.
    package struct AskingView: View {
        package var action: SafeURL
        package var email: String
        package var fault: String?
        /// What there is to choose from; missing where new posts are all.
        package var topics: TopicsView?
        package var paces: [ChoiceView]

        package init(
            action: SafeURL, email: String = "", fault: String? = nil, topics: TopicsView? = nil, paces: [ChoiceView]
        ) {
            self.action = action
            self.email = email
            self.fault = fault
            self.topics = topics
            self.paces = paces
        }

        package static let fields: [Field<AskingView>] = [
            .url("action") { $0.action },
            .text("email") { $0.email },
            .optionalText("fault") { $0.fault },
            .optionalRecord("topics") { $0.topics },
            .list("paces") { $0.paces },
        ]
    }

    /// What somebody would like to hear of.
    package struct TopicsView: View {
        package var newPosts: Bool
        package var today: Bool
        package var fault: String?

        package init(newPosts: Bool, today: Bool, fault: String? = nil) {
            self.newPosts = newPosts
            self.today = today
            self.fault = fault
        }

        package static let fields: [Field<TopicsView>] = [
            .flag("newPosts") { $0.newPosts },
            .flag("today") { $0.today },
            .optionalText("fault") { $0.fault },
        ]
    }

    /// Shows what comes, to be changed.
    package struct ManagingView: View {
        package var action: SafeURL
        package var newPosts: Bool
        /// Whether what happened on this day can be chosen, and whether it is.
        package var offersToday: Bool
        package var today: Bool
        /// Posts whose responses come.
        package var threads: [ThreadView]
        package var paces: [ChoiceView]

        package init(
            action: SafeURL, newPosts: Bool, offersToday: Bool = false, today: Bool = false, threads: [ThreadView],
            paces: [ChoiceView]
        ) {
            self.action = action
            self.newPosts = newPosts
            self.offersToday = offersToday
            self.today = today
            self.threads = threads
            self.paces = paces
        }

        package static let fields: [Field<ManagingView>] = [
            .url("action") { $0.action },
            .flag("newPosts") { $0.newPosts },
            .flag("offersToday") { $0.offersToday },
            .flag("today") { $0.today },
            .list("threads") { $0.threads },
            .list("paces") { $0.paces },
        ]
    }

    package struct ThreadView: View {
        /// The post's public number.
        package var number: String
        package var title: String

        package init(number: String, title: String) {
            self.number = number
            self.title = title
        }

        package static let fields: [Field<ThreadView>] = [
            .text("number") { $0.number },
            .text("title") { $0.title },
        ]
    }
}
