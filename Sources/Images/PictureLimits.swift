/// What one picture may cost. Each number is a setting of the server (`images.…`).
package struct PictureLimits: Codable, Hashable, Sendable {
    /// Width times height of one frame.
    package var pixels: Int
    /// Frames of an animation.
    package var frames: Int
    /// Megabytes (2²⁰ bytes) that the maker may take beyond what it has when it starts.
    package var memoryMegabytes: Int
    /// From the start of the maker to its end; also the processor's time that it may take.
    package var seconds: Int
    /// Widths in pixels of the smaller copies. Those that are not below the picture's own are left out.
    package var widths: [Int]

    package init(
        pixels: Int = 50_000_000, frames: Int = 300, memoryMegabytes: Int = 512, seconds: Int = 20,
        widths: [Int] = [320, 640, 960, 1280, 1920]
    ) {
        self.pixels = pixels
        self.frames = frames
        self.memoryMegabytes = memoryMegabytes
        self.seconds = seconds
        self.widths = widths
    }

    /// The widths to make of a picture that is `width` wide: all that are smaller, and its own unless even the largest
    /// of the list is smaller. So a browser always finds a copy that is as sharp as the list allows.
    package func widths(for width: Int) -> [Int] {
        let sorted = Set(widths).sorted()
        let smaller = sorted.filter { $0 < width }
        return smaller.count == sorted.count ? smaller : smaller + [width]
    }
}
