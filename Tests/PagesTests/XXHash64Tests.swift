import Testing

@testable import Pages

@Suite struct XXHash64Tests {
    @Test(
        "the hash is that of the reference implementation",
        arguments: [
            ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
            ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
        ] as [(String, UInt64)])
    func vectors(text: String, hash: UInt64) {
        var text = text
        #expect(text.withUTF8 { xxHash64(UnsafeRawBufferPointer($0)) } == hash)
    }
}
