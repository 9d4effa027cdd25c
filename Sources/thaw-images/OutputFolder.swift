import CVips
import Foundation
import Images

/// Where the made files go, each under a name that says what it holds.
struct OutputFolder {
    let path: String

    /// Two equal files are one.
    func write(_ bytes: [UInt8], kind: FileKind, width: Int, height: Int) throws(PictureFault) -> MadeFile {
        let name = "\(Self.digest(bytes)).\(kind == .jpeg ? "jpg" : kind.rawValue)"
        do {
            try Data(bytes).write(to: URL(filePath: path).appending(path: name))
        } catch {
            throw PictureFault(.disk, "What is made of it cannot be written: \(error.localizedDescription)")
        }
        return MadeFile(name: name, width: width, height: height, bytes: bytes.count, mimeType: kind.mimeType)
    }

    /// Half of the SHA-256, in hexadecimal digits.
    private static func digest(_ bytes: [UInt8]) -> String {
        guard let digits = thaw_vips_sha256(bytes, bytes.count) else { return "" }
        defer { g_free(digits) }
        return String(String(cString: digits).prefix(32))
    }
}
