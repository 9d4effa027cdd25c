import Crypto
import Exchange
import Foundation
import Model

/// Puts files into a backup and remembers what they were, for the manifest at its end.
struct BackupWriter {
    private let output: OutputFile
    private var files: [BackupManifest.File] = []

    /// What is no plain file, by its path in the data folder.
    private(set) var leftOut: [String] = []

    init(_ output: OutputFile, head: BackupHead) throws {
        self.output = output
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try add(encoder.encode(head), as: BackupHead.path, modified: 0)
    }

    var count: Int { files.count - 1 }

    /// Adds a file; one that is gone, as a file may be by the time that its turn comes, is passed over.
    mutating func add(file: String, as path: String) throws {
        do {
            try add(TarFile(file, as: path), from: file)
        } catch TarFile.Fault.gone {
        } catch TarFile.Fault.noFile {
            // A link could lead anywhere, and would lead elsewhere after a restore.
            leftOut.append(path)
        } catch TarFile.Fault.unreadable(let reason) {
            throw Failure("\(file) cannot be read: \(reason).")
        }
    }

    private mutating func add(_ source: TarFile, from file: String) throws {
        let entry = source.entry
        try output.write(TarWriter.header(entry))
        var hash = SHA256()
        var rest = entry.size
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while rest > 0 {
            let count = try source.read(into: &buffer, atMost: rest)
            guard count > 0 else { throw Failure("\(file) was cut off while it was read. Run the command again.") }
            hash.update(data: buffer[..<count])
            try output.write(buffer[..<count])
            rest -= count
        }
        try output.write(TarWriter.padding(after: entry.size))
        files.append(.init(path: entry.path, size: entry.size, sha256: hash.finalize().hexadecimal))
    }

    /// Adds all files below a folder, by name; nothing if it is not there.
    mutating func add(folder: String, as path: String) throws {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch CocoaError.fileReadNoSuchFile {
            return
        } catch {
            throw Failure("\(folder) cannot be read: \(error.localizedDescription)")
        }
        for name in names {
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            if attributes?[.type] as? FileAttributeType == .typeDirectory {
                try add(folder: "\(folder)/\(name)", as: "\(path)/\(name)")
            } else {
                try add(file: "\(folder)/\(name)", as: "\(path)/\(name)")
            }
        }
    }

    mutating func finish() throws {
        try add(try BackupManifest(files: files).encoded(), as: BackupManifest.path, modified: 0)
        try output.write(TarWriter.end)
        try output.finish()
    }

    private mutating func add(_ data: Data, as path: String, modified: Int) throws {
        try output.write(TarWriter.header(TarEntry(path: path, size: data.count, mode: 0o600, modified: modified)))
        try output.write(data)
        try output.write(TarWriter.padding(after: data.count))
        var hash = SHA256()
        hash.update(data: data)
        files.append(.init(path: path, size: data.count, sha256: hash.finalize().hexadecimal))
    }
}
