import Database
import Images
import Publishing

/// How files are taken in.
func takeMedia(_ settings: Settings, database: any Database) -> TakeMedia {
    TakeMedia(
        database, files: MediaFiles(folder: DataFolder(path: settings.dataFolder).media),
        pictures: PictureMaker(program: settings.pictures.program, limits: settings.pictures.limits),
        byteLimit: settings.mediaFileBytes)
}
