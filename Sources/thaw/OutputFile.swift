import Foundation

/// A file that comes to be whole or not at all: it is written beside its place under another name, and gets its own once
/// it is on disk. What a killed command left there is written over by the next.
final class OutputFile {
    let path: String
    private let draft: String
    private let descriptor: CInt

    /// - Parameters:
    ///   - replacing: whether a file that is there already gives way.
    ///   - mode: of the finished file.
    /// - Throws: `Failure`, also when another command writes the same file.
    init(path: String, replacing: Bool, mode: mode_t) throws {
        self.path = path
        draft = Self.beside(path, "part")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { throw Failure("\(path) is a folder. Name a file in it.", exitCode: 2) }
            if !replacing {
                throw Failure("\(path) is there already. --force writes over it.", exitCode: 2)
            }
        }
        descriptor = open(draft, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw Failure.system(draft) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Failure("Another command is writing \(path). Wait until it has finished.")
        }
        guard ftruncate(descriptor, 0) == 0, fchmod(descriptor, mode) == 0 else {
            defer { discard() }
            throw Failure.system(draft)
        }
    }

    func write(_ bytes: some ContiguousBytes) throws { try Self.write(bytes, to: descriptor, path: path) }

    /// Writes all of the bytes to a file that is open.
    static func write(_ bytes: some ContiguousBytes, to descriptor: CInt, path: String) throws {
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written > 0 {
                    rest = rest.dropFirst(written)
                } else if errno != EINTR {
                    throw Failure.system(path)
                }
            }
        }
    }

    /// A hidden name in the same folder: `.blog.tar.thaw-part` for `blog.tar`.
    static func beside(_ path: String, _ what: String) -> String {
        let url = URL(fileURLWithPath: path)
        return url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).thaw-\(what)").path
    }

    /// Gives the file its name, after its bytes are on disk.
    func finish() throws {
        guard fsync(descriptor) == 0, rename(draft, path) == 0 else { throw Failure.system(path) }
        close(descriptor)
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    /// Leaves nothing behind.
    func discard() {
        unlink(draft)
        close(descriptor)
    }
}
