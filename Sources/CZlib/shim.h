#pragma once

#include <zlib.h>

// The initialisers are macros, which Swift cannot see.

static inline int thaw_deflateInit2(z_streamp stream, int level, int method, int windowBits, int memLevel, int strategy) {
    return deflateInit2(stream, level, method, windowBits, memLevel, strategy);
}

static inline int thaw_inflateInit2(z_streamp stream, int windowBits) {
    return inflateInit2(stream, windowBits);
}
