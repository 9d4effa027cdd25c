/// Numbers into bytes, in little-endian order.
struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func put(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Numbers out of bytes, in little-endian order.
struct ByteReader {
    let bytes: [UInt8]
    var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Throws: `damaged` with the place where bytes are missing.
    mutating func take<Number: FixedWidthInteger>() throws(LearningFilter.FileFault) -> Number {
        let size = Number.bitWidth / 8
        guard bytes.count - position >= size else { throw .damaged(position) }
        defer { position += size }
        return bytes.withUnsafeBytes {
            Number(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Number.self))
        }
    }

    /// How many decisions there were: never so many that one more could not be counted.
    mutating func takeTotal() throws(LearningFilter.FileFault) -> UInt32 { min(try take(), .max / 4) }

    /// A number that is neither infinite nor none.
    mutating func takeNumber() throws(LearningFilter.FileFault) -> Float {
        let number = Float(bitPattern: try take())
        guard number.isFinite else { throw .damaged(position) }
        return number
    }
}
