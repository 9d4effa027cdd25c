import Administration
import Database
import Model
import Publishing
import Themes

/// What is done to posts without opening them: one by its own button, or all that are chosen.
struct ChangePosts: Sendable {
    let database: any Database
    let trashDays: Int
    let now: @Sendable () -> Instant

    enum Deed: String, CaseIterable, Sendable {
        case trash, restore, remove, publish, unpublish

        var title: String {
            switch self {
            case .trash: "Move to the trash"
            case .restore: "Take out of the trash"
            case .remove: "Remove for good"
            case .publish: "Publish"
            case .unpublish: "Make a draft"
            }
        }

        var done: String {
            switch self {
            case .trash: "In the trash"
            case .restore: "Out of the trash"
            case .remove: "Removed for good"
            case .publish: "Published"
            case .unpublish: "Made drafts"
            }
        }

        /// What takes it back.
        var inverse: Deed? {
            switch self {
            case .trash: .restore
            case .restore: .trash
            case .publish: .unpublish
            case .unpublish, .remove: nil
            }
        }

        /// What can be done with posts of one status; with all, what fits most.
        static func fitting(_ status: Post.Status?) -> [Deed] {
            switch status {
            case .trash: [.restore, .remove]
            case .published, .private: [.unpublish, .trash]
            default: [.publish, .unpublish, .trash]
            }
        }
    }

    /// Nothing is done to those for which it is not allowed; the number of others is told.
    func take(_ fields: FormFields, kind: Post.Kind, by writer: Writer) async throws -> WritingAnswer {
        let (deed, numbers) = asked(fields)
        guard let deed else { return .seeOther(AdminAddress(kind).list) }
        var done: [Int64] = []
        for number in numbers {
            do {
                try await perform(deed, number, by: writer)
                done.append(number)
            } catch is WritingFault {
                continue
            }
        }
        let numbersDone = done.map(String.init).joined(separator: ",")
        return .seeOther(
            SafeURL(
                path: AdminAddress(kind).list.text
                    + "?status=\(Post.Status(rawValue: fields.first("status"))?.rawValue ?? "")"
                    + "&done=\(deed.rawValue)&numbers=\(numbersDone)"))
    }

    /// What was just done, as the list's address tells it, and the way back where there is one.
    static func notice(_ query: FormFields, kind: Post.Kind) -> AdminNotice? {
        guard let deed = Deed(rawValue: query.first("done")) else { return nil }
        let numbers = query.first("numbers").split(separator: ",").compactMap { Int64($0) }
        guard !numbers.isEmpty else { return AdminNotice(text: "Nothing was changed: your role does not let you.") }
        let undo = deed.inverse.map { inverse in
            AdminUndo(
                action: AdminAddress(kind).list,
                value: "\(inverse.rawValue) " + numbers.map(String.init).joined(separator: ","))
        }
        return AdminNotice(text: "\(deed.done): \(numbers.count).", undo: undo)
    }

    private func asked(_ fields: FormFields) -> (Deed?, [Int64]) {
        let undone = fields.first("undo").split(separator: " ")
        if undone.count == 2 {
            return (
                Deed(rawValue: String(undone[0])), undone[1].split(separator: ",").prefix(200).compactMap { Int64($0) }
            )
        }
        let one = fields.first("one").split(separator: " ")
        if one.count == 2, let number = Int64(one[1]) { return (Deed(rawValue: String(one[0])), [number]) }
        return (Deed(rawValue: fields.first("bulk")), fields.all("post").prefix(200).compactMap { Int64($0) })
    }

    func perform(_ deed: Deed, _ number: Int64, by writer: Writer) async throws {
        switch deed {
        case .trash:
            try await TrashPost(database, actor: writer.actor, days: trashDays)
                .trash(number: number, by: writer, now: now())
        case .restore: try await RestorePost(database).restore(number: number, by: writer, now: now())
        case .remove: try await RemovePost(database).remove(number: number, by: writer, now: now())
        case .publish: try await ChangeStanding(database).publish(number: number, by: writer, now: now())
        case .unpublish: try await ChangeStanding(database).unpublish(number: number, by: writer, now: now())
        }
    }
}
