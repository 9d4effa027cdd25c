import Configuration
import Model
import Outbound

extension OutboundSettings {
    /// `outbound.program`: the program that fetches. Default `thaw-fetch` beside `thaw`.
    /// `outbound.allow`: addresses or networks that are asked although they are not public. Default none.
    /// `outbound.connect-seconds`: time for a connection to begin. Default 10.
    /// `outbound.total-seconds`: time for one transfer. Default 300.
    /// `outbound.slow-seconds`: a transfer below a thousand bytes a second ends after this. Default 30.
    static let keys = [
        "outbound.program", "outbound.allow", "outbound.connect-seconds", "outbound.total-seconds",
        "outbound.slow-seconds",
    ]

    init(_ source: SettingsSource) throws {
        self.init(program: try source.string("outbound.program") ?? programBesideThis("thaw-fetch"))
        allowed = try source.strings("outbound.allow") ?? []
        for text in allowed where IPNetwork(text) == nil {
            throw Failure(
                "The setting outbound.allow has “\(text)”; each is an address or a network such as 10.0.0.0/8.")
        }
        connectSeconds = try source.int("outbound.connect-seconds", in: 1...600) ?? connectSeconds
        totalSeconds = try source.int("outbound.total-seconds", in: 1...86_400) ?? totalSeconds
        slowSeconds = try source.int("outbound.slow-seconds", in: 1...3600) ?? slowSeconds
    }
}
