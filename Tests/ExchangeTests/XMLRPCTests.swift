import Exchange
import Model
import Testing

@Suite("XML-RPC")
struct XMLRPCTests {
    private static func call(_ value: String) throws -> XMLRPCCall {
        try XMLRPCCall(
            Array(
                "<?xml version=\"1.0\"?><methodCall><methodName>m</methodName><params><param>\(value)</param></params></methodCall>"
                    .utf8))
    }

    @Test(
        "every kind of value is read",
        arguments: [
            ("<value>plain</value>", XMLRPCValue.string("plain")), ("<value></value>", .string("")),
            ("<value><string> a &lt;b&gt; </string></value>", .string(" a <b> ")),
            ("<value>\n <int>7</int>\n</value>", .int(7)), ("<value><i4>-1</i4></value>", .int(-1)),
            ("<value><boolean>1</boolean></value>", .bool(true)), ("<value><double>1.5</double></value>", .double(1.5)),
            (
                "<value><dateTime.iso8601>20120225T09:30:05</dateTime.iso8601></value>",
                .date(LocalDateTime(year: 2012, month: 2, day: 25, hour: 9, minute: 30, second: 5))
            ),
            ("<value><base64>aGk=\n</base64></value>", .bytes(Array("hi".utf8))), ("<value><nil/></value>", .null),
            (
                "<value><array><data><value>a</value><value><array><data/></array></value></data></array></value>",
                .array(["a", .array([])])
            ),
            (
                "<value><struct><member><name>a</name><value><int>1</int></value></member></struct></value>",
                .dictionary(["a": 1])
            ), ("<value><struct/></value>", .dictionary([:])),
        ])
    func reads(xml: String, value: XMLRPCValue) throws {
        let call = try Self.call(xml)
        #expect(call.method == "m" && call.parameters == [value])
    }

    @Test(
        "what is no call is refused with a sentence",
        arguments: [
            ("", "no XML"), ("<methodCall>", "no XML"), ("<methodCall/>", "No methodName"),
            ("<!DOCTYPE a [<!ENTITY x \"y\">]><methodCall><methodName>&x;</methodName></methodCall>", "declares"),
            (
                "<methodCall><methodName>m</methodName><params><param><value><int>x</int></value></param></params></methodCall>",
                "no number"
            ),
            ("<methodCall>" + String(repeating: "<a>", count: 300), "nested too deep"),
        ])
    func refuses(xml: String, sentence: String) {
        #expect(performing: { try XMLRPCCall(Array(xml.utf8)) }, throws: { "\($0)".contains(sentence) })
    }

    @Test("answers are calls' values again, whatever is in them")
    func roundTrip() throws {
        var generator = SystemRandomNumberGenerator()
        func value(_ depth: Int) -> XMLRPCValue {
            switch Int.random(in: 0..<(depth > 3 ? 6 : 8), using: &generator) {
            case 0: .int(Int64(Int32.random(in: .min ... .max, using: &generator)))
            case 1: .bool(Bool.random(using: &generator))
            case 2: .string(["", "a<b", "&amp;", "é\n]]>", "\u{1}x"].randomElement(using: &generator)!)
            case 3: .date(LocalDateTime(secondsSince1970: Int64.random(in: 0..<4_000_000_000, using: &generator)))
            case 4: .bytes((0..<Int.random(in: 0..<9, using: &generator)).map { _ in UInt8.random(in: .min ... .max) })
            case 5: .null
            case 6: .array((0..<Int.random(in: 0..<4, using: &generator)).map { _ in value(depth + 1) })
            default: .dictionary(["a & b": value(depth + 1), "c": value(depth + 1)])
            }
        }
        for _ in 0..<300 {
            let written = value(0)
            let answer = String(decoding: XMLRPCAnswer.value(written).bytes, as: UTF8.self)
            let call = answer.replacing("<methodResponse>", with: "<methodCall><methodName>m</methodName>")
                .replacing("</methodResponse>", with: "</methodCall>")
            #expect(try XMLRPCCall(Array(call.utf8)).parameters == [written.fitForXML])
        }
    }

    @Test("bytes that are nobody's call end in a sentence, not in a crash")
    func noise() {
        let pieces = [
            "<value>", "</value>", "<struct>", "<member>", "<name>", "</member>", "<array>", "<data>", "x", "&",
            "<int>", "</struct>",
        ]
        for _ in 0..<500 {
            let text = "<methodCall><params><param>" + (0..<20).map { _ in pieces.randomElement()! }.joined()
            _ = try? XMLRPCCall(Array(text.utf8))
        }
    }
}

extension XMLRPCValue {
    /// As XML can carry it.
    fileprivate var fitForXML: XMLRPCValue {
        switch self {
        case .string(let text): .string(text.fitForXML())
        case .array(let elements): .array(elements.map(\.fitForXML))
        case .dictionary(let members): .dictionary(members.mapValues(\.fitForXML))
        default: self
        }
    }
}
