package import FoundationEssentials

/// What the maker is told, as JSON in its only argument.
package struct MakingTask: Codable, Hashable, Sendable {
    /// The picture's path.
    package var file: String
    /// The folder for what is made of it; it exists.
    package var folder: String
    package var limits: PictureLimits

    package init(file: String, folder: String, limits: PictureLimits) {
        self.file = file
        self.folder = folder
        self.limits = limits
    }
}

/// What the maker says, as one line of JSON on its standard output: one of the two.
package struct MakerAnswer: Codable, Hashable, Sendable {
    package var made: MadePicture?
    package var fault: PictureFault?

    package init(_ outcome: Result<MadePicture, PictureFault>) {
        switch outcome {
        case .success(let picture): made = picture
        case .failure(let fault): self.fault = fault
        }
    }

    package func picture() throws(PictureFault) -> MadePicture {
        if let fault { throw fault }
        guard let made else { throw PictureFault(.maker, "The picture maker gave no answer.") }
        return made
    }

    package func line() throws -> Data { try JSONEncoder().encode(self) + Data([0x0A]) }
}
