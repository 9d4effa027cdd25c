import CQREncode

/// A text as a square of dark and light fields, by libqrencode.
package enum QRCode {
    /// An SVG picture with the quiet border that readers of codes need; nil for a text that is too long for one (about
    /// 2,300 bytes).
    package static func svg(of text: String) -> String? {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        let border = 4
        var path = ""
        for row in 0..<width {
            for column in 0..<width where code.pointee.data[row * width + column] & 1 == 1 {
                path += "M\(column + border) \(row + border)h1v1h-1z"
            }
        }
        let size = width + 2 * border
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size) \(size)" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h\(size)v\(size)H0z"/><path d="\(path)"/></svg>
            """
    }
}
