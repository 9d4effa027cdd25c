import Exchange
import Glibc
import Testing

/// An export of any length, made as it is read.
private final class EndlessExport: ByteSource {
    private let item = Array(
        (Sample.item(1, content: "<![CDATA[" + String(repeating: "What happened on this day. ", count: 400) + "]]>")
            + Sample.speech).utf8)
    private var waiting = Array(Sample.head.utf8)[...]
    private var left: Int

    init(items: Int) { left = items / 2 }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        if waiting.isEmpty {
            guard left >= 0 else { return 0 }
            waiting = (left > 0 ? item : Array(Sample.foot.utf8))[...]
            left -= 1
        }
        let count = min(buffer.count, waiting.count)
        buffer.copyBytes(from: waiting.prefix(count))
        waiting = waiting.dropFirst(count)
        return count
    }
}

@Suite("Memory")
struct MemoryTests {
    @Test("a file of 100 MB is read in the memory of a small one")
    func flat() throws {
        func read(items: Int) throws -> ReadSummary {
            let part = ExportPart(name: "big.xml", size: nil) { () throws(ImportFileError) in
                EndlessExport(items: items)
            }
            return try WXRReader(parts: [part]).read { _ in }
        }
        _ = try read(items: 100)
        let before = try peakKilobytes()
        let summary = try read(items: 16_000)
        #expect(summary.bytes > 100_000_000 && summary.wholeItems == 16_000)
        // Other tests run beside this one, hence the wide bound; a document held in memory would need over 100 MB.
        #expect(try peakKilobytes() - before < 60_000)
    }

    private func peakKilobytes() throws -> Int {
        let status = try FileText(path: "/proc/self/status").lines
        let line = try #require(status.first { $0.hasPrefix("VmHWM:") })
        return try #require(Int(line.split(whereSeparator: { !$0.isNumber })[0]))
    }

    private struct FileText {
        let lines: [Substring]

        init(path: String) throws {
            let file = try #require(fopen(path, "r"))
            defer { fclose(file) }
            var bytes = [UInt8](repeating: 0, count: 16 << 10)
            let count = fread(&bytes, 1, bytes.count, file)
            lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
        }
    }
}
