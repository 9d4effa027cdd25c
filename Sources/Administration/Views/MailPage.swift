package import Themes

/// Whether mail goes out, and a message to try it.
package struct MailPage: PageView {
    package var action: SafeURL
    /// The relay and the sender; nil where none is named.
    package var way: String?
    /// Who gets the message.
    package var receiver: String
    package var fault: String?

    package init(action: SafeURL, way: String?, receiver: String, fault: String? = nil) {
        self.action = action
        self.way = way
        self.receiver = receiver
        self.fault = fault
    }

    package static let template = "mail"

    package static let fields: [Field<MailPage>] = [
        .url("action") { $0.action },
        .optionalText("way") { $0.way },
        .text("receiver") { $0.receiver },
        .optionalText("fault") { $0.fault },
    ]
}
