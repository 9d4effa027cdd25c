"""Pictures for the made-up site: grey slopes with grain, so that they have the size of a small photograph."""

import random
import struct
import zlib

WIDTH, HEIGHT = 480, 320  # about 60 kB each


def png(seed):
    """The same bytes for the same seed."""
    chance = random.Random(seed)
    rows = []
    for y in range(HEIGHT):
        grain = bytes(min(255, y // 2 + 32 + (byte & 7) * 4) for byte in range(256))
        rows.append(b"\0" + chance.randbytes(WIDTH).translate(grain))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 6)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks)
