package import HTTPTypes

/// An error with two faces: a status and a sentence that a visitor may read, and a cause for the log alone.
package struct Refusal: Error {
    package let status: HTTPResponse.Status
    package let sentence: String
    package let cause: (any Error)?

    package init(_ status: HTTPResponse.Status, _ sentence: String, cause: (any Error)? = nil) {
        self.status = status
        self.sentence = sentence
        self.cause = cause
    }
}
