import CZlib

/// Unpacks what another source gives: gzip, or the bare deflate data of an archive's entry.
final class InflatingSource: ByteSource {
    enum Wrapping {
        case gzip
        case bare
    }

    private let file: String
    private let base: any ByteSource
    private let limits: ArchiveLimits
    private let isGzip: Bool
    private var stream = z_stream()
    private var input = [UInt8](repeating: 0, count: 64 << 10)
    private var inputRange = 0..<0
    private var inputEnded = false
    private var ended = false
    private var packed = 0
    private var unpacked = 0

    init(_ base: any ByteSource, wrapping: Wrapping, file: String, limits: ArchiveLimits) throws(ImportFileError) {
        self.file = file
        self.base = base
        self.limits = limits
        isGzip = wrapping == .gzip
        // 15 bits of window; 16 more ask for a gzip header, a minus for none at all.
        guard thaw_inflateInit2(&stream, isGzip ? 15 + 16 : -15) == Z_OK else {
            throw .unreadable(file: file, reason: "not enough memory")
        }
    }

    deinit { inflateEnd(&stream) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportFileError) -> Int {
        guard buffer.count > 0 else { return 0 }
        while !ended {
            if inputRange.isEmpty && !inputEnded { try refill() }
            let (code, produced) = step(into: buffer)
            unpacked += produced
            try checkLimits()
            switch code {
            case Z_STREAM_END: try finishMember()
            case Z_OK: break
            case Z_BUF_ERROR: if inputEnded { throw .archive(file: file, .cutOff) }
            default: throw .archive(file: file, .damaged("its compressed data makes no sense"))
            }
            if produced > 0 { return produced }
        }
        return 0
    }

    private func step(into buffer: UnsafeMutableRawBufferPointer) -> (code: CInt, produced: Int) {
        let room = min(buffer.count, 1 << 20)
        return input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress.map { $0 + inputRange.lowerBound }
            stream.avail_in = UInt32(inputRange.count)
            stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.avail_out = UInt32(room)
            let code = inflate(&stream, Z_NO_FLUSH)
            let taken = inputRange.count - Int(stream.avail_in)
            packed += taken
            inputRange = (inputRange.lowerBound + taken)..<inputRange.upperBound
            return (code, room - Int(stream.avail_out))
        }
    }

    private func refill() throws(ImportFileError) {
        inputRange = 0..<(try base.fill(&input))
        inputEnded = inputRange.isEmpty
    }

    /// A gzip file may hold several members, one after the other.
    private func finishMember() throws(ImportFileError) {
        if isGzip {
            if inputRange.isEmpty && !inputEnded { try refill() }
            if let next = inputRange.first, input[next] == 0x1F {
                inflateReset(&stream)
                return
            }
        }
        ended = true
    }

    private func checkLimits() throws(ImportFileError) {
        guard unpacked <= limits.unpackedBytes else {
            throw .archive(file: file, .tooLarge(limit: limits.unpackedBytes))
        }
        if unpacked > limits.bytesBeforeRatio, unpacked / limits.ratio > packed {
            throw .archive(file: file, .compressedTooWell(ratio: limits.ratio))
        }
    }
}

/// How far compressed files are trusted.
package struct ArchiveLimits: Hashable, Sendable {
    /// Of all entries together.
    package var unpackedBytes = 64 << 30
    /// Unpacked to packed. An export with many like items reaches 30.
    package var ratio = 250
    /// Below this size, the ratio is not looked at.
    package var bytesBeforeRatio = 16 << 20
    package var entries = 100_000
    /// Of the archive's table of contents.
    package var directoryBytes = 64 << 20

    package init() {}
}
