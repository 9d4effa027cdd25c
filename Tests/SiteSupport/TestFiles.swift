import Foundation

/// Files that tests read where they are at hand.
package enum TestFiles {
    /// The sample chronicle of this repository.
    package static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "sample/chronicle.xml").path

    /// A real export below the folder that `THAW_TEST_DATA` names; nil where it is not there.
    package static func export(_ name: String) -> String? {
        guard let folder = ProcessInfo.processInfo.environment["THAW_TEST_DATA"] else { return nil }
        let path = "\(folder)/wxr/\(name)"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
