import Foundation
import Markup
import Model

/// A folder with a blog's files: its `uploads` tree, something above that, or one flat folder.
struct UploadsFolder: Sendable {
    let path: String
    /// Paths below the folder, by the file's name.
    private let byName: [String: [String]]
    private let byStem: [String: [String]]

    /// - Throws: `MediumFault` when there is no such folder.
    init(path: String) throws {
        self.path = path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
            let walk = FileManager.default.enumerator(atPath: path)
        else { throw MediumFault("\(path) is no folder that can be read.") }
        var byName: [String: [String]] = [:]
        var byStem: [String: [String]] = [:]
        while let file = walk.nextObject() as? String {
            // Links may lead anywhere, and are not followed.
            guard walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            let name = Self.name(of: file)
            byName[name, default: []].append(file)
            byStem[UploadName.stem(name), default: []].append(file)
        }
        self.byName = byName
        self.byStem = byStem
    }

    /// The file for a path below the site's root (`wp-content/uploads/2012/02/a.jpg`): by its path below `uploads`, else
    /// by its name, else by its name without a size. Nil when it is not in the folder.
    ///
    /// - Throws: `MediumFault` when several files have the name and none the path.
    func file(for medium: String) throws -> String? {
        let below = String(medium.dropFirst(MediumPath.root.count)).precomposedStringWithCanonicalMapping
        let name = Self.name(of: below)
        for candidates in [byName[name] ?? [], byStem[UploadName.stem(name)] ?? []] {
            if let found = try choose(among: candidates, below: below) { return "\(path)/\(found)" }
        }
        return nil
    }

    /// Path and address of a file that a post names, under the name that it has in the folder, which may be that of the
    /// original where the post names a size of it. Nil when it is not here, or several have its name.
    func place(of path: String, url: String) -> (path: String, url: String)? {
        guard let file = try? file(for: path), let name = file.split(separator: "/").last.map(String.init) else {
            return nil
        }
        let bare = String(url.prefix { $0 != "?" && $0 != "#" })
        return (path.replacingLastSegment(by: name), bare.replacingLastSegment(by: name.percentEncodedSegment))
    }

    private func choose(among candidates: [String], below: String) throws -> String? {
        let folder = String(below[..<(below.lastIndex(of: "/") ?? below.startIndex)])
        let placed = candidates.filter { file in
            let own = Self.folder(of: file)
            return own == folder || own.hasSuffix("/" + folder)
        }
        let rest = placed.isEmpty ? candidates : placed
        // The original, or what comes nearest to it: the shortest name has no size in it.
        guard let best = rest.min(by: { (Self.name(of: $0).count, $0) < (Self.name(of: $1).count, $1) }) else {
            return nil
        }
        let others = rest.filter { Self.name(of: $0) == Self.name(of: best) }
        guard others.count == 1 else {
            throw MediumFault("Several files in \(path) are called \(Self.name(of: best)), and none lies at \(below).")
        }
        return best
    }

    private static func name(of path: String) -> String {
        String(path.split(separator: "/").last ?? "").precomposedStringWithCanonicalMapping
    }

    private static func folder(of path: String) -> String {
        String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]).precomposedStringWithCanonicalMapping
    }
}

extension String {
    fileprivate func replacingLastSegment(by name: String) -> String {
        String(self[..<(lastIndex(of: "/").map { index(after: $0) } ?? startIndex)]) + name
    }
}
