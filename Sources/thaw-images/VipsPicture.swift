import CVips
import Images

/// An image of libvips: released with the value.
struct VipsPicture: ~Copyable {
    private let image: UnsafeMutablePointer<VipsImage>

    deinit { g_object_unref(image) }

    /// - Throws: what libvips said, when it made nothing.
    private init(_ made: UnsafeMutablePointer<VipsImage>?) throws(VipsError) {
        guard let made else { throw VipsError() }
        image = made
    }

    /// - Parameter frames: 1 for the first, -1 for all of them, one below the other.
    init(file: String, kind: FileKind, frames: Int) throws(VipsError) {
        let format: thaw_vips_format? =
            switch kind {
            case .jpeg: THAW_VIPS_JPEG
            case .png: THAW_VIPS_PNG
            case .gif: THAW_VIPS_GIF
            case .webp: THAW_VIPS_WEBP
            case .avif, .heic: THAW_VIPS_HEIF
            default: nil
            }
        guard let format else { throw VipsError(words: "no loader for \(kind)") }
        try self.init(thaw_vips_open(file, format, Int32(frames)))
    }

    var width: Int { Int(vips_image_get_width(image)) }
    /// Of all frames together, if several were opened.
    var height: Int { Int(vips_image_get_height(image)) }
    var frames: Int { max(1, Int(vips_image_get_n_pages(image))) }
    var hasAlpha: Bool { vips_image_hasalpha(image) != 0 }
    var hasProfile: Bool { vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0 }
    var isUpright: Bool { vips_image_get_orientation(image) <= 1 }

    /// In sRGB, or grey, with eight bits a channel. A profile that nobody can read is ignored, as browsers do.
    func inWebColours() throws(VipsError) -> VipsPicture {
        if hasProfile, let converted = thaw_vips_through_profile(image) { return try VipsPicture(converted) }
        vips_error_clear()
        let isGrey = [VIPS_INTERPRETATION_B_W, VIPS_INTERPRETATION_GREY16].contains(
            vips_image_get_interpretation(image))
        return try VipsPicture(
            thaw_vips_in_space(image, isGrey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB))
    }

    /// Decodes it whole.
    func inMemory() throws(VipsError) -> VipsPicture { try VipsPicture(vips_image_copy_memory(image)) }
    func upright() throws(VipsError) -> VipsPicture { try VipsPicture(thaw_vips_upright(image)) }
    func narrowed(to width: Int) throws(VipsError) -> VipsPicture {
        try VipsPicture(thaw_vips_narrowed(image, Int32(width)))
    }

    /// Decodes it whole and keeps nothing.
    func readThrough() throws(VipsError) {
        guard thaw_vips_read_through(image) == 0 else { throw VipsError() }
    }

    func jpeg() throws(VipsError) -> [UInt8] {
        try Self.bytes { thaw_vips_jpeg(image, 88, $0, $1) }
    }

    func png() throws(VipsError) -> [UInt8] {
        try Self.bytes { thaw_vips_png(image, $0, $1) }
    }

    /// - Parameter isNearlyLossless: for what was drawn, not photographed.
    func webp(isNearlyLossless: Bool) throws(VipsError) -> [UInt8] {
        let bytes = try Self.bytes {
            isNearlyLossless ? thaw_vips_webp_nearly_lossless(image, $0, $1) : thaw_vips_webp(image, 82, $0, $1)
        }
        guard let plain = PlainWebP.bytes(of: bytes) else { throw VipsError(words: "its copy came out broken") }
        return plain
    }

    private static func bytes(
        _ save: (UnsafeMutablePointer<UnsafeMutableRawPointer?>, UnsafeMutablePointer<Int>) -> Int32
    ) throws(VipsError) -> [UInt8] {
        var start: UnsafeMutableRawPointer?
        var count = 0
        guard save(&start, &count) == 0, let start else { throw VipsError() }
        defer { g_free(start) }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}

/// What libvips said when it failed; its memory of it is empty afterwards.
struct VipsError: Error {
    let words: String

    init() {
        words = String(cString: vips_error_buffer())
        vips_error_clear()
    }

    init(words: String) { self.words = words }
}
