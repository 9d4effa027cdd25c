import CVips
import Images
import Testing

/// The colours of a made file.
struct Pixels {
    enum Colour: String { case red, green, blue, white, black }

    let width: Int
    let height: Int
    let bands: Int
    private let values: [UInt8]

    private static let isReady = thaw_vips_start("tests") == 0

    init(file: String, kind: FileKind) throws {
        try #require(Self.isReady)
        let format: thaw_vips_format =
            switch kind {
            case .png: THAW_VIPS_PNG
            case .webp: THAW_VIPS_WEBP
            case .gif: THAW_VIPS_GIF
            default: THAW_VIPS_JPEG
            }
        let image = try #require(thaw_vips_open(file, format, 1))
        defer { g_object_unref(image) }
        var count = 0
        let memory = try #require(vips_image_write_to_memory(image, &count))
        defer { g_free(memory) }
        width = Int(vips_image_get_width(image))
        height = Int(vips_image_get_height(image))
        bands = Int(vips_image_get_bands(image))
        values = Array(UnsafeRawBufferPointer(start: memory, count: count))
    }

    subscript(x: Int, y: Int) -> [UInt8] {
        let start = (y * width + x) * bands
        return Array(values[start..<start + bands])
    }

    /// The nearest pure colours in the middle of the four quarters, row by row.
    var quarters: [Colour] {
        [(1, 1), (3, 1), (1, 3), (3, 3)].map { x, y in
            let pixel = self[width * x / 4, height * y / 4].map { $0 > 127 }
            return switch (pixel[0], pixel[1], pixel[2]) {
            case (true, false, false): .red
            case (false, true, false): .green
            case (false, false, true): .blue
            case (true, true, true): .white
            default: .black
            }
        }
    }
}

extension Pixels {
    /// Of a square of 17 × 17 pixels, band by band.
    func mean(around x: Int, _ y: Int) -> [Int] {
        var sums = [Int](repeating: 0, count: bands)
        for row in y - 8...y + 8 {
            for column in x - 8...x + 8 {
                for (band, value) in self[column, row].enumerated() { sums[band] += Int(value) }
            }
        }
        return sums.map { $0 / 289 }
    }
}
