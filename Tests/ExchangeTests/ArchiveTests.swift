import Exchange
import Glibc
import Testing

/// A file of the test's own, removed with the value.
final class TemporaryFile {
    let path: String

    init(_ bytes: [UInt8]) throws {
        var template = Array("/tmp/exchange-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            try #require(written > 0)
            rest = rest.dropFirst(written)
        }
        close(descriptor)
    }

    deinit { unlink(path) }

    var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
}

@Suite("Archives")
struct ArchiveTests {
    private func ids(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws -> (
        ids: [Int64?], input: ExportInput
    ) {
        let file = try TemporaryFile(bytes)
        let input = try ExportInput(paths: [file.path], limits: limits)
        var ids: [Int64?] = []
        _ = try WXRReader(parts: input.parts).read { if case .item(let item) = $0 { ids.append(item.id) } }
        return (ids, input)
    }

    private func fault(_ archive: Archive, limits: ArchiveLimits = ArchiveLimits()) -> ImportFileError.ArchiveFault? {
        do {
            _ = try ids(archive.bytes, limits: limits)
        } catch ImportFileError.archive(_, let fault) {
            return fault
        } catch {
            Issue.record("\(error)")
        }
        return nil
    }

    private func export(_ id: Int) -> String { Sample.export(Sample.item(id)) }

    @Test(
        "an archive's parts are read in the order of their numbers, and the rest is skipped by name",
        arguments: [true, false])
    func parts(isWide: Bool) throws {
        var archive = Archive(isWide: isWide)
        archive.add("blog/days.wordpress.010.xml", export(10))
        archive.add("blog/", "", method: 0)
        archive.add("../../days.wordpress.2.XML", export(1), method: 0)
        archive.add("blog/days.wordpress.002.xml", export(2), method: 0)
        archive.add("__MACOSX/blog/._days.xml", "litter")
        archive.add("readme.txt", "hello")
        archive.add("settings.xml", "<settings/>")
        let (ids, input) = try ids(archive.bytes)
        #expect(ids == [1, 2, 10])
        let skipped = input.skipped.map { $0.name.split(separator: "/").last }
        #expect(skipped == ["._days.xml", "readme.txt", "settings.xml"])
        #expect(input.parts.map(\.size) == [export(1), export(2), export(10)].map(\.utf8.count))
    }

    @Test("gzip is taken, in one member or in several")
    func gzip() throws {
        #expect(try ids(Archive.deflated(Array(export(4).utf8), gzip: true)).ids == [4])
        let halves = [Array(export(5).utf8.prefix(500)), Array(export(5).utf8.dropFirst(500))]
        #expect(try ids(halves.flatMap { Archive.deflated($0, gzip: true) }).ids == [5])
    }

    @Test("a cut-off gzip file gives its whole items where that is asked for")
    func cutGzip() throws {
        var numbers = SeededNumbers(state: 1)
        let items = (1...400).map { id in
            let letters = (0..<200).map { _ in UInt8.random(in: 97...122, using: &numbers) }
            return Sample.item(id, content: String(decoding: letters, as: UTF8.self))
        }
        let file = try TemporaryFile(
            Archive.deflated(Array(Sample.export(items.joined()).utf8), gzip: true).dropLast(20_000))
        let input = try ExportInput(paths: [file.path])
        let fault = ImportFileError.archive(file: file.name, .cutOff)
        #expect(throws: fault) { try WXRReader(parts: input.parts).read { _ in } }
        let summary = try WXRReader(parts: input.parts).read(partial: true) { _ in }
        #expect(summary.damages == [fault])
        #expect((100..<400).contains(summary.wholeItems))
    }

    @Test("a wrong checksum and a wrong size are found")
    func damage() {
        var archive = Archive()
        archive.entries = [Archive.Entry(name: "a.xml", content: Array(export(1).utf8), checksum: 7)]
        #expect(fault(archive) == .damaged("its checksum is wrong"))
        archive.entries[0].checksum = nil
        archive.entries[0].claimedSize = 100_000
        #expect(fault(archive) == .damaged("its size is not the one in the table of contents"))
        archive.entries[0].claimedSize = 10
        #expect(fault(archive) == .damaged("its size is not the one in the table of contents"))
    }

    @Test("encrypted entries and unknown compression are refused by name")
    func exotic() {
        var archive = Archive()
        archive.entries = [Archive.Entry(name: "a.xml", content: [1, 2, 3], flags: 1)]
        #expect(fault(archive) == .encrypted(entry: "a.xml"))
        archive.entries = [Archive.Entry(name: "a.xml", content: [1, 2, 3], method: 93)]
        #expect(fault(archive) == .compression(entry: "a.xml", method: 93))
        archive.entries = [Archive.Entry(name: "a.txt", content: [1, 2, 3])]
        #expect(fault(archive) == .noExport)
    }

    @Test("an archive that unpacks to more than the limits is refused")
    func bomb() {
        var archive = Archive()
        archive.add("a.xml", Sample.export(Sample.item(1, content: String(repeating: " ", count: 4_000_000))))
        var limits = ArchiveLimits()
        limits.unpackedBytes = 3_000_000
        #expect(fault(archive, limits: limits) == .tooLarge(limit: 3_000_000))
        limits = ArchiveLimits()
        limits.bytesBeforeRatio = 1_000_000
        #expect(fault(archive, limits: limits) == .compressedTooWell(ratio: 250))
    }

    @Test("an archive cut off anywhere, or changed anywhere, ends in a typed error or in its items")
    func changed() throws {
        var archive = Archive()
        archive.add("a.xml", export(1))
        archive.add("b.xml", export(2))
        let sound = archive.bytes
        var numbers = SeededNumbers(state: 3)
        for round in 0..<400 {
            var bytes = sound
            if round % 2 == 0 {
                bytes.removeLast(Int.random(in: 1..<sound.count, using: &numbers))
            } else {
                bytes[Int.random(in: 0..<sound.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
            }
            do {
                _ = try ids(bytes)
            } catch {
                #expect(error is ImportFileError)
            }
        }
    }

    @Test("a missing file and a folder are refused with the system's reason")
    func unreadable() {
        #expect(throws: ImportFileError.unreadable(file: "none.xml", reason: "No such file or directory")) {
            try ExportInput(paths: ["/nowhere/none.xml"])
        }
        #expect(throws: ImportFileError.unreadable(file: "tmp", reason: "it is not a file")) {
            try ExportInput(paths: ["/tmp"])
        }
    }

    @Test("a size tells how far a pass is, unless only unpacking would tell")
    func progress() throws {
        let plain = try TemporaryFile(Array(export(1).utf8))
        let packed = try TemporaryFile(Archive.deflated(Array(export(2).utf8), gzip: true))
        let input = try ExportInput(paths: [plain.path, packed.path])
        #expect(input.parts.map(\.size) == [export(1).utf8.count, nil])
        var totals: Set<Int?> = []
        let summary = try WXRReader(parts: input.parts).read(progress: { totals.insert($0.totalBytes) }) { _ in }
        #expect(totals == [nil])
        #expect(summary.bytes == export(1).utf8.count + export(2).utf8.count)
    }
}
