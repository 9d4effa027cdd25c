import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An element of a parsed document, for looking at.
package struct XML {
    package var name: String
    package var attributes: [String: String]
    package var text = ""
    package var children: [XML] = []

    package func child(_ name: String) -> XML? { children.first { $0.name == name } }

    package func all(_ name: String) -> [XML] { children.filter { $0.name == name } }

    package struct Malformed: Error {}

    package static func parse(_ bytes: [UInt8]) throws -> XML {
        let parser = XMLParser(data: Data(bytes))
        let builder = Builder()
        parser.delegate = builder
        guard parser.parse(), let root = builder.root else { throw Malformed() }
        return root
    }

    private final class Builder: NSObject, XMLParserDelegate {
        var open: [XML] = []
        var root: XML?

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            open.append(XML(name: name, attributes: attributes))
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) { open[open.count - 1].text += text }

        func parser(_ parser: XMLParser, foundCDATA data: Data) {
            open[open.count - 1].text += String(decoding: data, as: UTF8.self)
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            let element = open.removeLast()
            if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
        }
    }
}
