package import Citations

/// A form in which sources are taken along.
package enum SourceFormat: String, CaseIterable, Sendable {
    case bibtex
    case cslJSON = "csl-json"

    package var title: String {
        switch self {
        case .bibtex: "BibTeX"
        case .cslJSON: "CSL-JSON"
        }
    }

    package var contentType: String {
        switch self {
        case .bibtex: "application/x-bibtex; charset=utf-8"
        case .cslJSON: "application/vnd.citationstyles.csl+json; charset=utf-8"
        }
    }

    /// Of files.
    package var ending: String {
        switch self {
        case .bibtex: "bib"
        case .cslJSON: "json"
        }
    }

    package func text(of references: [Reference]) throws -> String {
        switch self {
        case .bibtex: BibTeX.write(references)
        case .cslJSON: try CSLJSON.write(references)
        }
    }

    /// By what it begins with: CSL-JSON is an array or an object, all else is BibTeX.
    ///
    /// - Throws: `ReferenceFault` of the whole.
    package static func read(_ bytes: [UInt8]) throws(ReferenceFault) -> ReferenceReading {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let first = bytes.first { !" \t\r\n".utf8.contains($0) }
        let isJSON = first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
        return try isJSON ? CSLJSON.read(bytes) : BibTeX.read(bytes)
    }
}
