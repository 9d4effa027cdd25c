/// Signs that are drawn as letters and digits of the Latin alphabet.
enum Disguises {
    /// The letter in lower case, or the digit, that a sign stands for; nil for any other scalar.
    static func plain(_ value: UInt32) -> UInt32? {
        switch value {
        case 0xFF21...0xFF3A: value - 0xFF21 + 0x61
        case 0xFF41...0xFF5A: value - 0xFF41 + 0x61
        case 0xFF10...0xFF19: value - 0xFF10 + 0x30
        case 0x1D400...0x1D6A3: (value - 0x1D400) % 26 + 0x61
        case 0x1D7CE...0x1D7FF: (value - 0x1D7CE) % 10 + 0x30
        case 0x249C...0x24B5: value - 0x249C + 0x61
        case 0x24B6...0x24E9: (value - 0x24B6) % 26 + 0x61
        case 0x2460...0x2468: value - 0x2460 + 0x31
        case 0x1F110...0x1F129: value - 0x1F110 + 0x61
        case 0x1F130...0x1F149: value - 0x1F130 + 0x61
        case 0x1F150...0x1F169: value - 0x1F150 + 0x61
        case 0x1F170...0x1F189: value - 0x1F170 + 0x61
        case 0x250...0x2AF, 0x1D00...0x1D22, 0xA730...0xA731: smallCapitals[value]
        default: nil
        }
    }

    private static let smallCapitals: [UInt32: UInt32] = table("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")

    fileprivate static func table(_ from: String, _ into: String) -> [UInt32: UInt32] {
        Dictionary(
            zip(from.unicodeScalars, into.unicodeScalars).map { ($0.value, $1.value) },
            uniquingKeysWith: { first, _ in first })
    }
}

/// Letters of other scripts that look like Latin ones, in lower case.
enum Lookalikes {
    static let latin = Disguises.table("аеорсухіјѕһԁԛԝвкмнтαβεικνορτυχω", "aeopcyxijshdqwbkmhtabeikvoptuxw")
}
