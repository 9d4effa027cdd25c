import Exchange
import Testing

@Suite("PHP's serialized values")
struct PHPValueTests {
    @Test("each kind of value is read")
    func kinds() throws {
        #expect(try PHPValue(serialized: "N;") == .null)
        #expect(try PHPValue(serialized: "b:1;") == .bool(true))
        #expect(try PHPValue(serialized: "i:-12;") == .int(-12))
        #expect(try PHPValue(serialized: "d:0.5;") == .double(0.5))
        #expect(try PHPValue(serialized: "d:-INF;") == .double(-.infinity))
    }

    @Test("the length of a string is in bytes, and quotes inside it are its own")
    func strings() throws {
        #expect(try PHPValue(serialized: "s:5:\"Müll\";") == .string("Müll"))
        #expect(try PHPValue(serialized: "s:4:\"a\";b\";") == .string("a\";b"))
        #expect(throws: PHPValue.Fault.self) { try PHPValue(serialized: "s:4:\"Müll\";") }
    }

    @Test("an attachment's metadata can be asked for width, file and sizes")
    func attachment() throws {
        let value = try PHPValue(
            serialized: """
                a:4:{s:5:"width";i:640;s:6:"height";s:3:"480";s:4:"file";s:13:"2012/02/k.jpg";\
                s:5:"sizes";a:1:{s:9:"thumbnail";a:2:{s:4:"file";s:13:"k-150x150.jpg";s:5:"width";i:150;}}}
                """)
        #expect(value["width"]?.asInt == 640 && value["height"]?.asInt == 480)
        #expect(value["file"]?.asString == "2012/02/k.jpg")
        #expect(value["sizes"]?["thumbnail"]?["file"]?.asString == "k-150x150.jpg")
        #expect(value["none"] == nil && value.values.count == 4)
    }

    @Test("a list keeps its order")
    func list() throws {
        let value = try PHPValue(serialized: "a:2:{i:0;s:1:\"a\";i:1;s:1:\"b\";}")
        #expect(value.values == [.string("a"), .string("b")])
    }

    @Test("objects and references are refused by kind")
    func refused() {
        #expect(throws: PHPValue.Fault.object(at: 9)) { try PHPValue(serialized: "a:1:{i:0;O:8:\"stdClass\":0:{}}") }
        #expect(throws: PHPValue.Fault.object(at: 0)) { try PHPValue(serialized: "C:1:\"A\":0:{}") }
        #expect(throws: PHPValue.Fault.reference(at: 9)) { try PHPValue(serialized: "a:1:{i:0;R:1;}") }
    }

    @Test(
        "broken values are refused",
        arguments: [
            "", "x", "i:;", "i:1", "b:2;", "s:9:\"a\";", "s:-1:\"\";", "a:1:{}", "a:1:{i:0;}", "a:-1:{}", "d:0x1p3;",
            "a:1:{b:1;i:1;}", "i:99999999999999999999;", "a:999999999:{", "s:9223372036854775807:\"a\";",
        ])
    func broken(text: String) {
        #expect(throws: PHPValue.Fault.self) { try PHPValue(serialized: text) }
    }

    @Test("words after the value are refused")
    func trailing() {
        #expect(throws: PHPValue.Fault.trailingBytes(at: 2)) { try PHPValue(serialized: "N;N;") }
    }

    @Test("depth is bounded")
    func deep() {
        let text = String(repeating: "a:1:{i:0;", count: 10_000)
        #expect(throws: PHPValue.Fault.tooDeep(limit: PHPValue.deepest)) { try PHPValue(serialized: text) }
    }
}
