/// What stands for a person beside their words: their picture where this server has one, else letters and a colour, both
/// made of the name. Nothing is fetched from elsewhere for it, so nobody learns who reads or writes.
package struct AvatarView: View {
    /// One letter or two, as capitals where the script has them.
    package var letters: String
    /// One of the theme's colours, from 1 to `AvatarView.hues`.
    package var hue: Int
    private var hueWord: String?

    /// A picture of theirs that is here; nothing where there is none.
    package var picture: SafeURL?

    package static let hues = 8

    /// The same name has the same picture everywhere, however it is capitalised.
    package init(name: String, picture: SafeURL? = nil) {
        self.picture = picture
        var firsts: [Character] = []
        var isInWord = false
        for character in name {
            let isPart = character.isLetter || character.isNumber
            if isPart, !isInWord { firsts.append(character) }
            isInWord = isPart
        }
        let initials = firsts.count > 1 ? [firsts[0], firsts[firsts.count - 1]] : firsts
        // Scripts without capitals say enough by one sign, and two of them are as wide as a word.
        let shown = initials.allSatisfy(\.isCased) ? initials : Array(initials.prefix(1))
        letters = shown.isEmpty ? "?" : String(shown).uppercased()
        var hash: UInt32 = 0x811C_9DC5
        for byte in name.lowercased().utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        // The lowest bits of this hash (FNV-1a) are its weakest.
        hue = Int((hash ^ (hash >> 16)) % UInt32(Self.hues)) + 1
    }

    /// Whatever stands for the letters and the colour is given as it is.
    package init(letters: String, hueWord: String, picture: SafeURL?) {
        self.letters = letters
        hue = 1
        self.hueWord = hueWord
        self.picture = picture
    }

    package static let fields: [Field<AvatarView>] = [
        .text("letters") { $0.letters },
        .text("hue") { $0.hueWord ?? String($0.hue) },
        .optionalURL("picture") { $0.picture },
    ]
}
