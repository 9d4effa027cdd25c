import Foundation
import Images

/// From a file of a stranger's to files that are fit to be served.
struct MakePicture {
    private let task: MakingTask
    private let kind: FileKind
    private let bytes: [UInt8]

    init(_ task: MakingTask) throws(PictureFault) {
        self.task = task
        do {
            bytes = Array(try FileHandle(forReadingFrom: URL(filePath: task.file)).readToEnd() ?? Data())
        } catch {
            throw PictureFault(.disk, "The file cannot be read: \(error.localizedDescription)")
        }
        guard !bytes.isEmpty else { throw PictureFault(.noPicture, "The file is empty.") }
        kind = FileKind(bytes: bytes)
        if let refusal = kind.refusal { throw refusal }
    }

    func made() throws(PictureFault) -> MadePicture {
        do {
            let first = try VipsPicture(file: task.file, kind: kind, frames: 1)
            try checkLimits(width: first.width, height: first.height, frames: first.frames)
            if first.frames > 1, kind == .gif || kind == .webp {
                return try animation(width: first.width, height: first.height, frames: first.frames)
            }
            return try still(first)
        } catch let fault as PictureFault {
            throw fault
        } catch let error as VipsError {
            throw fault(error)
        } catch {
            throw PictureFault(.maker, "\(error)")
        }
    }

    private func still(_ opened: borrowing VipsPicture) throws -> MadePicture {
        let keepsPixels = opened.isUpright && !opened.hasProfile
        let picture = try opened.inWebColours().inMemory().upright()
        let (original, originalKind) = try originalBytes(of: picture, keepsPixels: keepsPixels)
        let folder = OutputFolder(path: task.folder)
        let variants = try copies(of: picture, below: original.count).map { copy in
            try folder.write(copy.bytes, kind: .webp, width: copy.width, height: copy.height)
        }
        return MadePicture(
            width: picture.width, height: picture.height, kind: kind, frames: 1,
            original: try folder.write(original, kind: originalKind, width: picture.width, height: picture.height),
            variants: variants)
    }

    /// Frames are many, so an animation stays in its own size.
    private func animation(width: Int, height: Int, frames: Int) throws -> MadePicture {
        let all = try VipsPicture(file: task.file, kind: kind, frames: -1)
        let whole: [UInt8]
        if kind == .gif {
            try all.readThrough()
            guard let plain = PlainGIF.bytes(of: bytes) else { throw VipsError(words: "blocks out of order") }
            whole = plain
        } else {
            whole = try all.webp(isNearlyLossless: false)
        }
        let file = try OutputFolder(path: task.folder).write(whole, kind: kind, width: width, height: height)
        return MadePicture(width: width, height: height, kind: kind, frames: frames, original: file, variants: [])
    }

    /// PNG and GIF are taken apart, not made anew, where their pixels may stay: no palette is lost, and no depth.
    private func originalBytes(
        of picture: borrowing VipsPicture, keepsPixels: Bool
    ) throws -> ([UInt8], FileKind) {
        switch kind {
        case .png:
            if keepsPixels, let plain = PlainPNG.bytes(of: bytes) { return (plain, .png) }
            return (try picture.png(), .png)
        case .gif:
            guard let plain = PlainGIF.bytes(of: bytes) else { throw VipsError(words: "blocks out of order") }
            return (plain, .gif)
        case .webp:
            return (try picture.webp(isNearlyLossless: false), .webp)
        default:
            return picture.hasAlpha ? (try picture.png(), .png) : (try picture.jpeg(), .jpeg)
        }
    }

    private struct Copy {
        var width: Int
        var height: Int
        var bytes: [UInt8]
    }

    /// - Parameter bound: bytes of the original. When even the widest copy is no smaller, no copy is worth its place.
    private func copies(of picture: borrowing VipsPicture, below bound: Int) throws -> [Copy] {
        var result: [Copy] = []
        for width in task.limits.widths(for: picture.width).reversed() {
            let narrow = try picture.narrowed(to: width)
            guard narrow.height <= Self.webpSide else { continue }
            let bytes = try narrow.webp(isNearlyLossless: kind == .png || kind == .gif)
            if result.isEmpty, bytes.count >= bound { return [] }
            result.insert(Copy(width: narrow.width, height: narrow.height, bytes: bytes), at: 0)
        }
        return result
    }

    /// The format has no room for more.
    private static let webpSide = 16_383

    private func checkLimits(width: Int, height: Int, frames: Int) throws(PictureFault) {
        let (pixels, isTooMany) = width.multipliedReportingOverflow(by: height)
        if isTooMany || pixels > task.limits.pixels {
            throw PictureFault(
                .tooManyPixels,
                "It has \(width) × \(height) pixels, more than the \(task.limits.pixels) that are allowed (images.pixels)."
            )
        }
        if frames > task.limits.frames {
            throw PictureFault(
                .tooManyFrames,
                "It has \(frames) frames, more than the \(task.limits.frames) that are allowed (images.frames).")
        }
    }

    private func fault(_ error: VipsError) -> PictureFault {
        let name = kind.rawValue.uppercased()
        if PictureEnd.isMissing(bytes, of: kind) {
            return PictureFault(.truncated, "The \(name) file ends before the picture does.")
        }
        // Some decoders give no reason.
        let words = error.words.split(separator: "\n").first.map { ": \($0)" } ?? ""
        if words.contains("memory") {
            return PictureFault(
                .tooMuchMemory,
                "It took more than \(task.limits.memoryMegabytes) MB of memory (images.memory-megabytes).")
        }
        if kind == .avif || kind == .heic, words.contains("heifload") || words.contains("nsupported") {
            return PictureFault(.unsupported, "This \(name) file cannot be decoded here\(words).")
        }
        return PictureFault(.corrupt, "The \(name) file is damaged\(words).")
    }
}
