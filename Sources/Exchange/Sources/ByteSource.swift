/// Bytes in order, once. A part is opened anew for each pass.
package protocol ByteSource: AnyObject {
    /// Fills the head of the buffer and returns how many bytes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportFileError) -> Int
}

/// Bytes in memory.
package final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private let chunk: Int
    private var position = 0

    /// `chunk` is the most that one read gives.
    package init(_ bytes: [UInt8], chunk: Int = .max) {
        self.bytes = bytes
        self.chunk = max(1, chunk)
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position, chunk)
        buffer.copyBytes(from: bytes[position..<(position + count)])
        position += count
        return count
    }
}

extension ByteSource {
    /// Reads into the buffer from `start` on; returns how many bytes, 0 at the end.
    func fill(_ buffer: inout [UInt8], from start: Int = 0) throws(ImportFileError) -> Int {
        try buffer.withUnsafeMutableBufferPointer { (bytes) throws(ImportFileError) in
            try read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[start...])))
        }
    }

    /// Up to `count` bytes from the head, fewer only if the source has no more.
    func head(_ count: Int) throws(ImportFileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let read = try fill(&bytes, from: filled)
            if read == 0 { break }
            filled += read
        }
        bytes.removeLast(count - filled)
        return bytes
    }
}
