/// A regular file of a tar archive.
package struct TarEntry: Hashable, Sendable {
    /// Relative, with `/` between its parts.
    package var path: String
    /// In bytes.
    package var size: Int
    /// Who may read and write it, as in `chmod`: the lowest nine bits.
    package var mode: Int
    /// Seconds since 1970.
    package var modified: Int

    package init(path: String, size: Int, mode: Int, modified: Int) {
        self.path = path
        self.size = size
        self.mode = mode
        self.modified = modified
    }

    /// Whether the path stays in the folder that it is unpacked to.
    package var isContained: Bool {
        !path.isEmpty
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && part != "." && part != ".."
            } && !path.utf8.contains(0)
    }
}

/// Why an archive cannot be read, in words that follow its name.
package enum TarFault: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(String)
    case notTar
    case cutOff
    case damaged(String)
    /// A link, a device, a folder of its own, or whatever else is no regular file.
    case noFile(path: String)
    case leavesFolder(path: String)

    package var description: String {
        switch self {
        case .unreadable(let reason): "it cannot be read: \(reason)"
        case .notTar: "it is no tar archive"
        case .cutOff: "it ends too early"
        case .damaged(let what): "it is damaged: \(what)"
        case .noFile(let path): "its entry “\(path)” is no plain file"
        case .leavesFolder(let path): "its entry “\(path)” leads out of the folder"
        }
    }
}
