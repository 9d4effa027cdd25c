package import NIOCore

/// A place in a page that is filled for each visitor: the identity strip, the like button, a held comment.
package struct Hole: Hashable, Sendable {
    package let name: String
    /// What stands there for whom nothing is known.
    package let otherwise: String

    package init(_ name: String, otherwise: String = "") {
        self.name = name
        self.otherwise = otherwise
    }
}

/// A page's bytes, whole or as segments with holes between them.
package struct PageBody: Sendable {
    package enum Segment: Sendable {
        case bytes(ByteBuffer)
        case hole(Hole)
    }

    package private(set) var segments: [Segment] = []
    /// Bytes of all segments, holes not counted.
    package private(set) var byteCount = 0

    package init() {}

    package init(_ bytes: ByteBuffer) { append(bytes) }

    package init(_ text: String) { append(ByteBuffer(string: text)) }

    package var holes: [Hole] {
        segments.compactMap { if case .hole(let hole) = $0 { hole } else { nil } }
    }

    /// All bytes, if there is no hole.
    package var whole: ByteBuffer? {
        switch segments.count {
        case 0: ByteBuffer()
        case 1: if case .bytes(let bytes) = segments[0] { bytes } else { nil }
        default: holes.isEmpty ? filled { _ in ByteBuffer() } : nil
        }
    }

    package mutating func append(_ bytes: ByteBuffer) {
        byteCount += bytes.readableBytes
        segments.append(.bytes(bytes))
    }

    package mutating func append(_ hole: Hole) { segments.append(.hole(hole)) }

    /// The page for one visitor. `fill` is asked once for each hole, in the page's order.
    package func filled(_ fill: (Hole) throws -> ByteBuffer) rethrows -> ByteBuffer {
        var result = ByteBuffer()
        result.reserveCapacity(byteCount)
        for segment in segments {
            switch segment {
            case .bytes(let bytes): result.writeImmutableBuffer(bytes)
            case .hole(let hole): result.writeImmutableBuffer(try fill(hole))
            }
        }
        return result
    }
}
