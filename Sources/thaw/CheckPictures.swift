import Foundation
import Images

/// Whether pictures can be made here: makes the smallest one there is.
struct CheckPictures {
    let settings: PictureSettings

    func fault() async throws -> PictureFault? {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = "\(folder.path)/picture.gif"
        try Data(Self.picture).write(to: URL(filePath: file))
        do throws(PictureFault) {
            _ = try await PictureMaker(program: settings.program, limits: settings.limits)
                .make(file, into: folder.path)
            return nil
        } catch {
            return error
        }
    }

    /// A GIF of one pixel.
    private static let picture: [UInt8] =
        Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF]
        + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 0x01, 0, 0x3B]
}
