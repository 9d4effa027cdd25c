import Model
import Store

/// What a post tells of, as exports carry it: custom fields that WordPress keeps without looking at them.
enum CarriedEvent {
    static let prefix = "_thaw_event_"

    static func entries(_ event: PostEvent) -> [MetaEntry] {
        event.fields.map { MetaEntry(key: prefix + $0.name, value: $0.value) }
    }

    /// Nil where none came along.
    static func event(in meta: [MetaEntry]) -> PostEvent? {
        PostEvent { name in meta.last { $0.key == prefix + name }?.value }
    }

    static func isCarried(_ entry: MetaEntry) -> Bool { entry.key.hasPrefix(prefix) }
}
