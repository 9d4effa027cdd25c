import Foundation
import Model

/// What a call of XML-RPC is answered with.
package enum XMLRPCAnswer: Sendable {
    case value(XMLRPCValue)
    case fault(code: Int, String)

    /// As UTF-8.
    package var bytes: [UInt8] {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodResponse>"
        switch self {
        case .value(let value):
            text += "<params><param>"
            Self.write(value, &text)
            text += "</param></params>"
        case .fault(let code, let sentence):
            text += "<fault>"
            Self.write(["faultCode": .int(Int64(code)), "faultString": .string(sentence)], &text)
            text += "</fault>"
        }
        return Array((text + "</methodResponse>\n").utf8)
    }

    private static func write(_ value: XMLRPCValue, _ text: inout String) {
        text += "<value>"
        switch value {
        case .null: text += "<nil/>"
        case .bool(let truth): text += "<boolean>\(truth ? 1 : 0)</boolean>"
        case .int(let number):
            text += Int32(exactly: number) == nil ? "<string>\(number)</string>" : "<int>\(number)</int>"
        case .double(let number): text += "<double>\(number)</double>"
        case .string(let string): text += "<string>\(SafeHTML.text(string.fitForXML()).markup)</string>"
        case .date(let date):
            let digits = date.iso8601.replacing("-", with: "")
            text += "<dateTime.iso8601>\(digits)</dateTime.iso8601>"
        case .bytes(let bytes): text += "<base64>\(Data(bytes).base64EncodedString())</base64>"
        case .array(let elements):
            text += "<array><data>"
            for element in elements { write(element, &text) }
            text += "</data></array>"
        case .dictionary(let members):
            text += "<struct>"
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                text += "<member><name>\(SafeHTML.text(name).markup)</name>"
                write(member, &text)
                text += "</member>"
            }
            text += "</struct>"
        }
        text += "</value>"
    }
}
