import Foundation

/// A time zone as settings name it: an IANA name, or an offset from UTC.
enum TimeZoneName {
    static func isKnown(_ name: String) -> Bool {
        if name == "UTC" || TimeZone.knownTimeZoneIdentifiers.contains(name) { return true }
        let digits = name.dropFirst()
        guard name.hasPrefix("+") || name.hasPrefix("-"), digits.utf8.count == 5 else { return false }
        let fields = digits.split(separator: ":")
        guard fields.count == 2, let hours = Int(fields[0]), let minutes = Int(fields[1]) else { return false }
        return (0...14).contains(hours) && (0..<60).contains(minutes)
    }
}
