import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Themes

/// `/admin/profile/codes/`: the second step of signing in, turned on and off by everybody for themselves.
struct ChangeCodesPage: Sendable {
    let services: SiteServices

    static let address = "/admin/profile/codes/"

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ChangeCodesPage(services: services)
        return [
            .get("admin/profile/codes", .enter, page.show),
            .get("admin/profile/codes/picture", .enter, page.showPicture),
            .post("admin/profile/codes", .enter, page.take),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(staff)
    }

    /// The key as a picture for a phone's camera.
    @Sendable func showPicture(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        guard let code = try await services.secondStep.offer(to: staff.account.id),
            let svg = QRCode.svg(
                of: code.address(site: try await services.site().title, person: staff.account.email))
        else { throw Refusal(.notFound, "The codes are turned on already.") }
        return Response(
            status: .ok, headers: [.contentType: "image/svg+xml", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: svg)))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        do {
            try await services.confirm(fields.raw("present"), staff)
        } catch let fault as SignIn.Fault {
            fields.note(presentPassword: fault)
            return try await page(staff, faults: fields.faults)
        }
        if try await services.secondStep.state(of: staff.account.id) != .off {
            try await services.secondStep.turnOff(for: staff.account, now: staff.now)
            return .saved(ChangeProfilePage.address)
        }
        guard
            let codes = try await services.secondStep.turnOn(fields.raw("code"), for: staff.account, now: staff.now)
        else {
            return try await page(
                staff, faults: ["code": "This is not the code of this moment. Compare the clock of your phone."])
        }
        return try await page(staff, recoveryCodes: codes)
    }

    private func page(
        _ staff: Staff, recoveryCodes: [String] = [], faults: [String: String] = [:]
    ) async throws -> Response {
        let password = FormField.presentPassword(fault: faults["present"])
        let view: CodesPage
        switch try await services.secondStep.state(of: staff.account.id) {
        case .on(let left):
            view = CodesPage(
                action: SafeURL(path: Self.address), isOn: true,
                left: left == 1 ? "One recovery code is left." : "\(left) recovery codes are left.",
                recoveryCodes: recoveryCodes, fields: [password], submit: "Turn off")
        case .off:
            let code = try await services.secondStep.offer(to: staff.account.id)
            view = CodesPage(
                action: SafeURL(path: Self.address), isOn: false, picture: SafeURL(path: Self.address + "picture/"),
                key: code?.text,
                fields: [
                    FormField(
                        "code", "The code that your phone shows now",
                        kind: .input(type: "text", autocomplete: "one-time-code"), fault: faults["code"]), password,
                ], submit: "Turn on")
        }
        return try await services.admin(
            view, title: "One-time codes", for: staff, path: ChangeProfilePage.address,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}

extension FormField {
    static func presentPassword(hint: String? = nil, fault: String?) -> FormField {
        FormField(
            "present", "Your present password", kind: .input(type: "password", autocomplete: "current-password"),
            hint: hint, fault: fault)
    }
}

extension SignIn.Fault {
    /// Where somebody who is signed in was asked once more.
    var whyNotConfirmed: String {
        switch self {
        case .tooManyTries: "Too many wrong passwords. Try again in ten minutes."
        case .signInAgain: "You signed in more than ten minutes ago. Sign out and in, and then do this at once."
        default: "This is not your present password."
        }
    }
}

extension CheckedFields {
    mutating func note(presentPassword fault: SignIn.Fault) { note(fault.whyNotConfirmed, at: "present") }
}
