/// How finished pages are kept and sent.
package struct PageSettings: Sendable {
    /// Bytes that all pages in all their codings may take. Default 16 MB.
    package var byteLimit: Int
    /// zlib's level, 1 to 9.
    package var gzipLevel: Int
    /// Brotli's quality, 0 to 11.
    package var brotliQuality: Int
    /// Milliseconds for which a page must have stood before it is compressed: where a flood of changes passes over it, the
    /// work would be lost.
    package var settlingTime: Int64
    /// `Cache-Control` of pages without holes: kept by browsers, asked for anew each time (a 304 is cheap).
    package var cacheControl: String
    /// Fields of every page, `Content-Security-Policy` and its like.
    package var securityHeaders: [HeaderField]

    package init(
        byteLimit: Int = 16 * 1024 * 1024,
        gzipLevel: Int = 6,
        brotliQuality: Int = 5,
        settlingTime: Int64 = 1000,
        cacheControl: String = "public, no-cache",
        securityHeaders: [HeaderField] = []
    ) {
        self.byteLimit = byteLimit
        self.gzipLevel = gzipLevel
        self.brotliQuality = brotliQuality
        self.settlingTime = settlingTime
        self.cacheControl = cacheControl
        self.securityHeaders = securityHeaders
    }
}
