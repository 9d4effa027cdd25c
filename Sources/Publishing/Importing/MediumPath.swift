import Foundation

/// Where a file of the old blog is to live here: below `wp-content/uploads/`, as WordPress has it.
enum MediumPath {
    static let root = "wp-content/uploads/"

    /// - Parameters:
    ///   - url: where the file stood.
    ///   - attachedFile: WordPress's own word for it below the uploads folder (`2012/02/khrushchev.jpg`).
    /// - Returns: a relative path, percent-decoded, that cannot leave its folder.
    static func path(of url: String, attachedFile: String?) -> String {
        var path = ""
        if let scheme = url.range(of: "://") {
            path = String(url[scheme.upperBound...].drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" })
        }
        if let uploads = path.range(of: "wp-content/uploads/") {
            path = String(path[uploads.upperBound...])
        } else if let attachedFile, !attachedFile.isEmpty, !attachedFile.contains("://") {
            path = attachedFile
        }
        let segments = path.split(separator: "/").map { Slug.decoded(String($0)) }
            .filter { $0 != ".." && $0 != "." && !$0.contains("/") && !$0.contains("\0") }
        return root + segments.joined(separator: "/")
    }
}
