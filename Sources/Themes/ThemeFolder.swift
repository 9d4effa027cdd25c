internal import FoundationEssentials

extension Theme {
    /// The default theme with the files of a folder over it: `*.mustache` templates and whatever they ask for.
    /// Folders inside it, hidden files and files over 4 MB are left out.
    /// - Throws: when the folder cannot be read.
    package static func load(name: String, folder: String) throws -> Theme {
        let manager = FileManager.default
        var files: [String: [UInt8]] = [:]
        for file in try manager.contentsOfDirectory(atPath: folder) where !file.hasPrefix(".") {
            let path = folder + "/" + file
            let attributes = try manager.attributesOfItem(atPath: path)
            guard attributes[.type] as? FileAttributeType == .typeRegular,
                let size = attributes[.size] as? UInt64 ?? (attributes[.size] as? Int).map(UInt64.init),
                size <= largestFile, let data = manager.contents(atPath: path)
            else { continue }
            files[file] = Array(data)
        }
        return make(name: name, overrides: files)
    }

    private static let largestFile: UInt64 = 4 << 20
}
