import CLibXML2

/// What a parser meets, in the document's order. Names and text are UTF-8 and live only during the call.
protocol XMLHandler: AnyObject {
    func startElement(_ name: XMLName, attributes: XMLAttributes)
    func endElement()
    func text(_ bytes: UnsafeBufferPointer<UInt8>, isSection: Bool)
}

/// The parts of an element's name. The pointers stay the same for the same text while the stream lives.
struct XMLName {
    let local: UnsafePointer<UInt8>
    let prefix: UnsafePointer<UInt8>?
    let namespace: UnsafePointer<UInt8>?
}

struct XMLAttributes {
    fileprivate let values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    fileprivate let count: Int

    /// The value of an attribute without namespace.
    subscript(name: String) -> String? {
        guard let values else { return nil }
        for index in 0..<count {
            // Each attribute is five pointers: local name, prefix, namespace, start and end of the value.
            let fields = values + index * 5
            guard fields[1] == nil, let local = fields[0], String(cString: local) == name, let start = fields[3],
                let end = fields[4]
            else { continue }
            return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        }
        return nil
    }
}

/// libxml2's push parser, without documents, entities, network or files of its own.
final class XMLStream {
    struct Fault {
        var kind: Kind
        /// Bytes of what was pushed before the place.
        var position: Int
        var line: Int

        enum Kind {
            /// libxml2's words.
            case malformed(String)
            case declarations
        }
    }

    private(set) var fault: Fault?
    private let context: xmlParserCtxtPtr
    private unowned let handler: any XMLHandler
    /// At the end, the parser takes what is left for whole, even half a tag; that is not passed on.
    private var isFinishing = false

    /// libxml2's tables are made once for the process.
    private static let isReady: Void = xmlInitParser()

    /// Nil if memory is short. The handler must outlive the stream.
    init?(handler: any XMLHandler) {
        _ = Self.isReady
        self.handler = handler
        var callbacks = Self.callbacks()
        guard let context = xmlCreatePushParserCtxt(&callbacks, nil, nil, 0, nil) else { return nil }
        self.context = context
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        // XML_PARSE_HUGE stays off: its limits on depth and size are wanted. XML_PARSE_NOENT makes `&amp;` in attributes
        // an ampersand (otherwise it comes as `&#38;`); it opens no door, since no entity is ever declared.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
        xmlCtxtUseOptions(context, CInt(options))
    }

    deinit { xmlFreeParserCtxt(context) }

    /// Bytes of what was pushed that the parser has behind it.
    var position: Int { thaw_xml_position(context) }

    private var line: Int { context.pointee.input.map { Int($0.pointee.line) } ?? 1 }

    /// Parses the next bytes as far as they go. After a fault nothing more happens.
    func push(_ bytes: UnsafeBufferPointer<UInt8>) {
        var rest = bytes
        while fault == nil, !rest.isEmpty {
            let piece = UnsafeBufferPointer(rebasing: rest.prefix(64 << 10))
            piece.withMemoryRebound(to: CChar.self) { piece in
                _ = xmlParseChunk(context, piece.baseAddress, CInt(piece.count), 0)
            }
            rest = UnsafeBufferPointer(rebasing: rest.dropFirst(piece.count))
        }
    }

    /// No more bytes follow.
    func finish() {
        guard fault == nil else { return }
        isFinishing = true
        xmlParseChunk(context, nil, 0, 1)
    }

    private func note(_ kind: Fault.Kind) {
        if fault == nil { fault = Fault(kind: kind, position: position, line: line) }
    }

    private func refuseDeclarations() {
        note(.declarations)
        xmlStopParser(context)
    }

    /// Whatever is not fatal (a namespace without declaration, a relative address as one) does not matter here.
    private func note(_ error: xmlError) {
        guard error.level == XML_ERR_FATAL else { return }
        note(.malformed(error.message.map { String(String(cString: $0).trimmingBlanks) } ?? "error \(error.code)"))
    }

    private static func stream(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
        data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func handler(_ data: UnsafeMutableRawPointer?) -> (any XMLHandler)? {
        guard let stream = stream(data), stream.fault == nil, !stream.isFinishing else { return nil }
        return stream.handler
    }

    private static func callbacks() -> xmlSAXHandler {
        var callbacks = xmlSAXHandler()
        callbacks.initialized = UInt32(XML_SAX2_MAGIC)
        callbacks.startElementNs = { data, name, prefix, namespace, _, _, count, _, values in
            guard let name else { return }
            XMLStream.handler(data)?.startElement(
                XMLName(local: name, prefix: prefix, namespace: namespace),
                attributes: XMLAttributes(values: values, count: Int(count)))
        }
        callbacks.endElementNs = { data, _, _, _ in XMLStream.handler(data)?.endElement() }
        callbacks.characters = { data, bytes, count in
            XMLStream.handler(data)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)), isSection: false)
        }
        callbacks.ignorableWhitespace = callbacks.characters
        callbacks.cdataBlock = { data, bytes, count in
            XMLStream.handler(data)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)), isSection: true)
        }
        callbacks.entityDecl = { data, _, _, _, _, _ in XMLStream.stream(data)?.refuseDeclarations() }
        callbacks.unparsedEntityDecl = { data, _, _, _, _ in XMLStream.stream(data)?.refuseDeclarations() }
        callbacks.notationDecl = { data, _, _, _ in XMLStream.stream(data)?.refuseDeclarations() }
        callbacks.attributeDecl = { data, _, _, _, _, _, tree in
            xmlFreeEnumeration(tree)
            XMLStream.stream(data)?.refuseDeclarations()
        }
        callbacks.serror = { data, error in
            if let error { XMLStream.stream(data)?.note(error.pointee) }
        }
        return callbacks
    }
}
