import Model
import Testing

@testable import Accounts

@Suite("One-time codes")
struct OneTimeCodeTests {
    /// RFC 6238, appendix B, for SHA-1, whose codes of eight digits end with ours.
    @Test(
        "codes are those of the standard",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ])
    func standard(seconds: Int64, code: String) {
        let codes = OneTimeCode(secret: Array("12345678901234567890".utf8))
        #expect(codes.shown(at: Instant(milliseconds: seconds * 1000)) == code)
    }

    @Test("a key is read again as it was written, and what is none is refused")
    func text() {
        for _ in 0..<50 {
            let code = OneTimeCode.make()
            #expect(OneTimeCode(code.text)?.text == code.text)
        }
        #expect(OneTimeCode(secret: Array("12345678901234567890".utf8)).text == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(OneTimeCode("GEZD1") == nil && OneTimeCode("") == nil)
    }

    @Test("the neighbours of the present code count, the same one not twice")
    func window() {
        let codes = OneTimeCode.make()
        let now = Instant(milliseconds: 1_800_000_000_000)
        let step = OneTimeCode.step(at: now)
        for beside in -1...1 {
            #expect(codes.step(of: codes.code(at: step + Int64(beside)), at: now, after: 0) == step + Int64(beside))
        }
        #expect(codes.step(of: codes.code(at: step + 2), at: now, after: 0) == nil)
        #expect(codes.step(of: codes.code(at: step), at: now, after: step) == nil)
    }
}
