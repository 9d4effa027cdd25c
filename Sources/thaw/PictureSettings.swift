import Configuration
import Foundation
import Images

/// How pictures are made, and what one may cost.
struct PictureSettings: Sendable {
    /// `images.program`: the program that decodes pictures. Default `thaw-images` beside `thaw`.
    var program: String
    /// `images.pixels`: width times height of the largest picture. Default 50000000.
    /// `images.frames`: frames of the longest animation. Default 300.
    /// `images.memory-megabytes`: memory for one picture, beyond what the program takes by itself. Default 512.
    /// `images.seconds`: time for one picture. Default 20.
    /// `images.widths`: widths in pixels of the smaller copies. Default 320, 640, 960, 1280, 1920.
    var limits: PictureLimits

    static let keys = [
        "images.program", "images.pixels", "images.frames", "images.memory-megabytes", "images.seconds",
        "images.widths",
    ]

    init(_ source: SettingsSource) throws {
        program = try source.string("images.program") ?? programBesideThis("thaw-images")
        limits = PictureLimits()
        limits.pixels = try source.int("images.pixels", in: 1...1_000_000_000) ?? limits.pixels
        limits.frames = try source.int("images.frames", in: 1...100_000) ?? limits.frames
        limits.memoryMegabytes =
            try source.int("images.memory-megabytes", in: 16...65_536) ?? limits.memoryMegabytes
        limits.seconds = try source.int("images.seconds", in: 1...3600) ?? limits.seconds
        limits.widths = try source.ints("images.widths", in: 16...16_383) ?? limits.widths
        if limits.widths.isEmpty || limits.widths.count > 20 {
            throw Failure("The setting images.widths has \(limits.widths.count) widths; it takes one to twenty.")
        }
    }
}

/// Where a program of this name belongs: beside the one that runs.
func programBesideThis(_ name: String) -> String {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: name).path
}
