import Publishing
import Testing

@Suite("Post passwords")
struct PostPasswordTests {
    let passwords = PostPassword(secret: [UInt8](repeating: 7, count: 32))

    @Test("a token opens what has its password and nothing else")
    func tokens() {
        let token = passwords.token(for: "enter")
        #expect(token.count == 64)
        #expect(passwords.isValid(token: token, for: "enter"))
        #expect(!passwords.isValid(token: token, for: "Enter"))
        #expect(!passwords.isValid(token: PostPassword(secret: [1]).token(for: "enter"), for: "enter"))
    }

    @Test("what is no token opens nothing", arguments: ["", "zz", "enter", String(repeating: "0", count: 64)])
    func rubbish(token: String) {
        #expect(!passwords.isValid(token: token, for: "enter"))
    }
}
