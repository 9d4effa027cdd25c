/// What is doubted of a part of a date.
public struct Qualification: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `?`: whether it is so is not known.
    public static let uncertain = Qualification(rawValue: 1)
    /// `~`: it is near it.
    public static let approximate = Qualification(rawValue: 2)

    /// `?`, `~`, `%` for both, or nothing.
    var mark: String {
        switch self {
        case .uncertain: "?"
        case .approximate: "~"
        case [.uncertain, .approximate]: "%"
        default: ""
        }
    }

    init?(mark: UInt8) {
        switch mark {
        case UInt8(ascii: "?"): self = .uncertain
        case UInt8(ascii: "~"): self = .approximate
        case UInt8(ascii: "%"): self = [.uncertain, .approximate]
        default: return nil
        }
    }
}
