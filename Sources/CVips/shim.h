#pragma once

#include <stdlib.h>
#include <string.h>

#include <vips/vips.h>

// libvips' operations are variadic, which Swift cannot see. Each function here is one call of one operation, with the
// options that Thaw wants. A made image is the caller's to release; NULL or a number other than 0 is a failure, and
// vips_error_buffer() has its words.

typedef enum {
    THAW_VIPS_JPEG,
    THAW_VIPS_PNG,
    THAW_VIPS_GIF,
    THAW_VIPS_WEBP,
    THAW_VIPS_HEIF,
} thaw_vips_format;

/// No operation that is marked as untrusted, no cache, no second thread.
static inline int thaw_vips_start(const char *program) {
    if (VIPS_INIT(program) != 0) return -1;
    vips_block_untrusted_set(TRUE);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    return 0;
}

/// Opens a file with the loader of that format and no other, to be read once from top to bottom.
/// `frames` is 1 for the first, -1 for all, one below the other.
static inline VipsImage *thaw_vips_open(const char *file, thaw_vips_format format, int frames) {
    VipsImage *image = NULL;
    int failed = 1;
    switch (format) {
    case THAW_VIPS_JPEG:
        failed = vips_jpegload(
            file, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
        break;
    case THAW_VIPS_PNG:
        failed = vips_pngload(
            file, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
        break;
    case THAW_VIPS_GIF:
        failed = vips_gifload(
            file, &image, "n", frames, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
        break;
    case THAW_VIPS_WEBP:
        failed = vips_webpload(
            file, &image, "n", frames, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
        break;
    case THAW_VIPS_HEIF:
        failed = vips_heifload(
            file, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
        break;
    }
    return failed ? NULL : image;
}

/// From the profile in the file to sRGB.
static inline VipsImage *thaw_vips_through_profile(VipsImage *image) {
    VipsImage *result = NULL;
    if (vips_icc_transform(image, &result, "srgb", "embedded", TRUE, NULL) != 0) return NULL;
    return result;
}

/// To eight bits a channel, sRGB or grey.
static inline VipsImage *thaw_vips_in_space(VipsImage *image, VipsInterpretation space) {
    VipsImage *result = NULL;
    if (vips_colourspace(image, &result, space, NULL) != 0) return NULL;
    return result;
}

static inline VipsImage *thaw_vips_upright(VipsImage *image) {
    VipsImage *result = NULL;
    if (vips_autorot(image, &result, NULL) != 0) return NULL;
    return result;
}

/// Not wider than `width`, in the same proportions.
static inline VipsImage *thaw_vips_narrowed(VipsImage *image, int width) {
    VipsImage *result = NULL;
    if (vips_thumbnail_image(
            image, &result, width, "height", VIPS_MAX_COORD, "size", VIPS_SIZE_DOWN, "no_rotate", TRUE, NULL) != 0)
        return NULL;
    return result;
}

/// Reads every pixel and keeps none.
static inline int thaw_vips_read_through(VipsImage *image) {
    double average = 0;
    return vips_avg(image, &average, NULL);
}

// The bytes are the caller's to g_free.

static inline int thaw_vips_jpeg(VipsImage *image, int quality, void **bytes, size_t *count) {
    return vips_jpegsave_buffer(
        image, bytes, count, "Q", quality, "optimize_coding", TRUE, "strip", TRUE, NULL);
}

static inline int thaw_vips_png(VipsImage *image, void **bytes, size_t *count) {
    return vips_pngsave_buffer(image, bytes, count, "compression", 9, "strip", TRUE, NULL);
}

static inline int thaw_vips_webp(VipsImage *image, int quality, void **bytes, size_t *count) {
    return vips_webpsave_buffer(
        image, bytes, count, "Q", quality, "alpha_q", 100, "smart_subsample", TRUE, "strip", TRUE, NULL);
}

/// For drawings and screenshots: nearly every pixel as it was, sharp edges kept.
static inline int thaw_vips_webp_nearly_lossless(VipsImage *image, void **bytes, size_t *count) {
    return vips_webpsave_buffer(
        image, bytes, count, "near_lossless", TRUE, "Q", 60, "alpha_q", 100, "strip", TRUE, NULL);
}

/// Sixty-four hexadecimal digits, the caller's to g_free.
static inline char *thaw_vips_sha256(const void *bytes, size_t count) {
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, count);
}
