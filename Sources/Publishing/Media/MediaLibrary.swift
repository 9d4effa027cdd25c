package import Images

/// Where the site's files lie, and what may come in.
package struct MediaLibrary: Sendable {
    package let files: MediaFiles
    let pictures: PictureMaker
    /// Of one file.
    package let byteLimit: Int

    package init(files: MediaFiles, pictures: PictureMaker, byteLimit: Int) {
        self.files = files
        self.pictures = pictures
        self.byteLimit = byteLimit
    }
}
