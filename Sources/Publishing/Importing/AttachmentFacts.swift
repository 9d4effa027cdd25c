import Exchange

/// What an export tells of the file behind an attachment.
struct AttachmentFacts: Sendable {
    let mimeType: String
    let width: Int?
    let height: Int?

    init(_ item: ItemRecord) {
        mimeType = Self.mimeType(ofFile: item.attachmentURL.isEmpty ? item.guid : item.attachmentURL)
        let metadata = item.meta("_wp_attachment_metadata").flatMap { try? PHPValue(serialized: $0) }
        width = metadata?["width"]?.asInt
        height = metadata?["height"]?.asInt
    }

    /// By the name's ending, until the file itself has been looked at.
    static func mimeType(ofFile name: String) -> String {
        let path = name.prefix { $0 != "?" && $0 != "#" }
        guard let dot = path.lastIndex(of: ".") else { return "application/octet-stream" }
        return types[path[path.index(after: dot)...].lowercased()] ?? "application/octet-stream"
    }

    private static let types = [
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "jpe": "image/jpeg", "png": "image/png", "gif": "image/gif",
        "webp": "image/webp", "avif": "image/avif", "svg": "image/svg+xml", "bmp": "image/bmp", "tif": "image/tiff",
        "tiff": "image/tiff", "heic": "image/heic", "ico": "image/vnd.microsoft.icon", "mp3": "audio/mpeg",
        "m4a": "audio/mp4", "ogg": "audio/ogg", "oga": "audio/ogg", "wav": "audio/wav", "flac": "audio/flac",
        "mp4": "video/mp4", "m4v": "video/mp4", "mov": "video/quicktime", "webm": "video/webm", "ogv": "video/ogg",
        "avi": "video/x-msvideo", "wmv": "video/x-ms-wmv", "mpg": "video/mpeg", "pdf": "application/pdf",
        "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text", "zip": "application/zip", "txt": "text/plain",
        "csv": "text/csv", "rtf": "application/rtf", "epub": "application/epub+zip",
    ]
}
