import Exchange
import Foundation
import Testing

@Suite("Tar archives")
struct TarTests {
    private struct File: Hashable {
        var path: String
        var bytes: [UInt8]
        var mode = 0o644
    }

    private func archive(_ files: [File]) -> [UInt8] {
        files.reduce(into: []) { bytes, file in
            let entry = TarEntry(path: file.path, size: file.bytes.count, mode: file.mode, modified: 1_330_182_245)
            bytes += TarWriter.header(entry) + file.bytes + TarWriter.padding(after: file.bytes.count)
        } + TarWriter.end
    }

    private func onDisk<T>(_ bytes: [UInt8], _ body: (String) throws -> T) throws -> T {
        let path = FileManager.default.temporaryDirectory.appending(path: "thaw-tar-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    private func read(_ bytes: [UInt8]) throws -> [File] {
        try onDisk(bytes) { path in
            let reader = try TarReader(path: path)
            var files: [File] = []
            while let entry = try reader.next() {
                var file = File(path: entry.path, bytes: [], mode: entry.mode)
                var buffer = [UInt8](repeating: 0, count: 700)
                while case let count = try reader.read(into: &buffer), count > 0 { file.bytes += buffer[..<count] }
                files.append(file)
            }
            return files
        }
    }

    private static let files = [
        File(path: "empty", bytes: []), File(path: "secret.key", bytes: [1, 2, 3], mode: 0o600),
        File(path: "media/\(String(repeating: "long/", count: 40))ж.jpg", bytes: Array("picture".utf8)),
        File(path: "block", bytes: [UInt8](repeating: 7, count: 512)),
        File(path: "more", bytes: [UInt8](repeating: 8, count: 513)),
        File(path: String(repeating: "n", count: 100), bytes: [9]),
        File(path: String(repeating: "m", count: 101), bytes: [9]),
    ]

    @Test("what is written is read again: long and foreign names, all lengths, modes")
    func roundTrip() throws {
        #expect(try read(archive(Self.files)) == Self.files)
        #expect(try read(archive([])) == [])
    }

    @Test("the system's tar reads it")
    func systemTar() throws {
        try onDisk(archive(Self.files)) { path in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["LC_ALL=C.UTF-8", "tar", "--quoting-style=literal", "-tf", path]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let listed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(listed.split(separator: "\n").map(String.init) == Self.files.map(\.path))
        }
    }

    @Test("an archive that ends too early is refused wherever it ends")
    func cutOff() throws {
        let bytes = archive(Array(Self.files.prefix(3)))
        for length in stride(from: 0, to: bytes.count - 1, by: 61) {
            #expect(throws: TarFault.cutOff, "cut at \(length)") { try read(Array(bytes[..<length])) }
        }
    }

    @Test("a header with one byte changed is refused")
    func alteredHeader() throws {
        let bytes = archive([File(path: "a", bytes: [1])])
        for index in 0..<512 where index != 345 {
            var altered = bytes
            altered[index] ^= 0x11
            #expect(throws: TarFault.self, "byte \(index)") { try read(altered) }
        }
    }

    @Test(
        "a path that leaves the folder is refused",
        arguments: ["/etc/passwd", "../up", "a/../../up", "a/./b", "a//b", "", "a/", ".."])
    func traversal(path: String) throws {
        #expect(throws: TarFault.leavesFolder(path: path)) { try read(archive([File(path: path, bytes: [1])])) }
        let long = String(repeating: "a/", count: 60) + path
        if path.contains("..") {
            #expect(throws: TarFault.leavesFolder(path: long)) { try read(archive([File(path: long, bytes: [1])])) }
        }
    }

    @Test("links, devices, folders and what else is no plain file are refused", arguments: Array("123456789gKLS".utf8))
    func noFile(type: UInt8) throws {
        var bytes = archive([File(path: "a", bytes: [])])
        bytes[156] = type
        let sum = bytes[..<512].indices.reduce(0) { $0 + ((148..<156).contains($1) ? 32 : Int(bytes[$1])) }
        let digits = String(sum, radix: 8)
        bytes.replaceSubrange(
            148..<156, with: Array((String(repeating: "0", count: 7 - digits.count) + digits + "\0").utf8))
        #expect(throws: TarFault.noFile(path: "a")) { try read(bytes) }
    }

    @Test("what is no archive, or not there, is refused")
    func foreign() throws {
        #expect(throws: TarFault.notTar) { try read([UInt8](repeating: 0x41, count: 4096)) }
        #expect(throws: TarFault.self) { _ = try TarReader(path: "/nowhere/at/all") }
        #expect(throws: TarFault.self) { _ = try TarReader(path: "/") }
    }
}
