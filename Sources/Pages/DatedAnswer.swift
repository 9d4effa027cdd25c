import Glibc
@_spi(CustomByteBufferAllocator) import NIOCore
import Synchronization

/// An answer as it goes out: head, date and body in one piece, which one write sends and nothing puts together.
///
/// The first visitor of a new second has the piece copied with the new date; the former one may still be on its way to
/// others. A body above `largestJoinedBody` stays apart, since copying it each second would cost more than it saves.
final class DatedAnswer: Sendable {
    /// In bytes.
    private static let largestJoinedBody = 128 * 1024

    private let piece: Mutex<(second: Int64, bytes: ByteBuffer)>
    private let headCount: Int
    private let dateCount: Int
    /// The body that is not in the piece.
    let apart: ByteBuffer?

    /// - Parameter head: everything before the date.
    init(head: String, body: ByteBuffer) {
        let stamp = DateStamp(second: 0)
        let isJoined = body.readableBytes <= Self.largestJoinedBody
        let head = ByteBuffer(string: head)
        headCount = head.readableBytes
        dateCount = stamp.line.readableBytes
        apart = isJoined ? nil : ByteBuffer(fitting: [body])
        piece = Mutex((stamp.second, ByteBuffer(fitting: isJoined ? [head, stamp.line, body] : [head, stamp.line])))
    }

    /// Memory that it takes.
    var byteCount: Int { piece.withLock { $0.bytes.storageCapacity } + (apart?.storageCapacity ?? 0) }

    /// Everything before the date.
    var head: ByteBuffer { piece.withLock { $0.bytes.viewed(from: 0, to: headCount) } }

    var body: ByteBuffer {
        apart ?? piece.withLock { $0.bytes.viewed(from: headCount + dateCount, to: $0.bytes.readableBytes) }
    }

    /// What goes out first: the whole answer, or its head where the body is `apart`.
    func bytes(_ stamp: DateStamp) -> ByteBuffer {
        piece.withLock { piece in
            if piece.second != stamp.second {
                let bytes = piece.bytes
                let body = bytes.viewed(from: headCount + dateCount, to: bytes.readableBytes)
                let head = bytes.viewed(from: 0, to: headCount)
                piece = (stamp.second, ByteBuffer(fitting: [head, stamp.line, body]))
            }
            return piece.bytes
        }
    }
}

extension ByteBuffer {
    /// The parts one after the other, in no more memory than they need: a buffer that grows takes up to twice as much,
    /// and these stay for long.
    fileprivate init(fitting parts: [ByteBuffer]) {
        let count = parts.reduce(0) { $0 + $1.readableBytes }
        guard let memory = malloc(max(count, 1)) else { fatalError("no memory for a page of \(count) bytes") }
        var end = memory
        for part in parts {
            part.withUnsafeReadableBytes { bytes in
                if let start = bytes.baseAddress { end.copyMemory(from: start, byteCount: bytes.count) }
                end += bytes.count
            }
        }
        self.init(
            takingOwnershipOf: UnsafeMutableRawBufferPointer(start: memory, count: max(count, 1)),
            allocator: ByteBufferAllocator(), writerIndex: count)
    }

    /// The bytes between two offsets, without copying them.
    fileprivate func viewed(from start: Int, to end: Int) -> ByteBuffer {
        getSlice(at: readerIndex + start, length: end - start) ?? ByteBuffer()
    }
}
