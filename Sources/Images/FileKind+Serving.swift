extension FileKind {
    /// How a file of this kind is shown.
    package enum Showing: Sendable {
        /// Goes through the maker first.
        case picture
        /// Plays where it stands.
        case sound, film
        /// Is offered for saving, never shown by a browser as a page of this site.
        case download
    }

    package var showing: Showing {
        switch self {
        case .jpeg, .png, .gif, .webp, .avif, .heic: .picture
        case .mp3, .m4a, .ogg, .wav, .flac: .sound
        case .mp4, .webm, .quickTime: .film
        case .svg, .pdf, .zip, .html, .unknown: .download
        }
    }

    package var mimeType: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .avif: "image/avif"
        case .heic: "image/heic"
        case .svg: "image/svg+xml"
        case .mp3: "audio/mpeg"
        case .m4a: "audio/mp4"
        case .ogg: "audio/ogg"
        case .wav: "audio/wav"
        case .flac: "audio/flac"
        case .mp4: "video/mp4"
        case .webm: "video/webm"
        case .quickTime: "video/quicktime"
        case .pdf: "application/pdf"
        case .zip: "application/zip"
        case .html: "text/html"
        case .unknown: "application/octet-stream"
        }
    }

    /// Why the maker does not take such a file; nil for the formats that it reads.
    package var refusal: PictureFault? {
        switch self {
        case .jpeg, .png, .gif, .webp, .avif, .heic: nil
        case .svg:
            PictureFault(.unsupported, "It is an SVG drawing, which may hold scripts; it is offered as a file.")
        case .html: PictureFault(.noPicture, "It is a web page, not a picture.")
        case .pdf: PictureFault(.noPicture, "It is a PDF document, not a picture.")
        case .zip: PictureFault(.noPicture, "It is an archive or office document, not a picture.")
        case .mp3, .m4a, .ogg, .wav, .flac: PictureFault(.noPicture, "It is a sound, not a picture.")
        case .mp4, .webm, .quickTime: PictureFault(.noPicture, "It is a film, not a picture.")
        case .unknown: PictureFault(.noPicture, "It is not a picture of a kind that is known.")
        }
    }
}
