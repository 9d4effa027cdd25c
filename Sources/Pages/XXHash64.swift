/// XXH64 by Yann Collet: 64 bits, fast, not for secrets. From the specification at
/// https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
///
/// A page's validator is made of it. A collision would matter only between two versions of one page.
func xxHash64(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    let end = bytes.count
    var index = 0
    var hash: UInt64
    if end >= 32 {
        var lanes = (seed &+ prime1 &+ prime2, seed &+ prime2, seed, seed &- prime1)
        while index + 32 <= end {
            lanes.0 = round(lanes.0, word(bytes, index))
            lanes.1 = round(lanes.1, word(bytes, index + 8))
            lanes.2 = round(lanes.2, word(bytes, index + 16))
            lanes.3 = round(lanes.3, word(bytes, index + 24))
            index += 32
        }
        hash = rotated(lanes.0, 1) &+ rotated(lanes.1, 7) &+ rotated(lanes.2, 12) &+ rotated(lanes.3, 18)
        for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
            hash = (hash ^ round(0, lane)) &* prime1 &+ prime4
        }
    } else {
        hash = seed &+ prime5
    }
    hash &+= UInt64(end)
    while index + 8 <= end {
        hash = rotated(hash ^ round(0, word(bytes, index)), 27) &* prime1 &+ prime4
        index += 8
    }
    if index + 4 <= end {
        let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
        hash = rotated(hash ^ (UInt64(half) &* prime1), 23) &* prime2 &+ prime3
        index += 4
    }
    while index < end {
        hash = rotated(hash ^ (UInt64(bytes[index]) &* prime5), 11) &* prime1
        index += 1
    }
    hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
}

private let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
private let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
private let prime3: UInt64 = 0x1656_67B1_9E37_79F9
private let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
private let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

private func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
}

private func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 { (value << count) | (value >> (64 - count)) }

private func round(_ lane: UInt64, _ input: UInt64) -> UInt64 { rotated(lane &+ input &* prime2, 31) &* prime1 }
