import DatabaseSupport
import Foundation

/// An export on disk, for as long as this value lives.
package struct TestExportFile: Sendable {
    private let folder: TemporaryFolder
    package let path: String

    package init(_ text: String) throws {
        folder = try TemporaryFolder()
        path = folder.path("export.xml")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
