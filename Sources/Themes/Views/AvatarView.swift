/// What stands for a person beside their words: letters and a colour, both made of the name. Nothing is fetched for it,
/// so nobody learns who reads or writes.
package struct AvatarView: View {
    /// One letter or two, as capitals where the script has them.
    package var letters: String
    /// One of the theme's colours, from 1 to `AvatarView.hues`.
    package var hue: Int

    package static let hues = 8

    /// The same name has the same picture everywhere, however it is capitalised.
    package init(name: String) {
        let words = name.split { !$0.isLetter && !$0.isNumber }
        let initials = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
        // Scripts without capitals say enough by one sign, and two of them are as wide as a word.
        let shown = initials.allSatisfy(\.isCased) ? initials : Array(initials.prefix(1))
        letters = String(shown).uppercased()
        if letters.isEmpty { letters = "?" }
        var hash: UInt32 = 0x811C_9DC5
        for byte in name.lowercased().utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        // The lowest bits of this hash (FNV-1a) are its weakest.
        hue = Int((hash ^ (hash >> 16)) % UInt32(Self.hues)) + 1
    }

    package static let fields: [Field<AvatarView>] = [
        .text("letters") { $0.letters },
        .text("hue") { String($0.hue) },
    ]
}
