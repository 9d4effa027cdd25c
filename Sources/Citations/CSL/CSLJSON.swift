import Foundation
import Model

/// References as CSL-JSON: an array of items, or one item.
package enum CSLJSON {
    /// Items that cannot be read are reported, and the rest is taken. Numbers may be texts, and texts numbers. A later item
    /// with a key that was there before is not taken.
    ///
    /// - Throws: ``ReferenceFault`` of the whole file: it is no JSON, or goes beyond the limits.
    package static func read(
        _ bytes: [UInt8], limits: ReferenceLimits = ReferenceLimits()
    ) throws(ReferenceFault) -> ReferenceReading {
        guard bytes.count <= limits.bytes else { throw ReferenceFault(.file, .tooLarge(limits.bytes)) }
        guard depth(of: bytes) <= limits.nesting else { throw ReferenceFault(.file, .tooDeep(limits.nesting)) }
        let value: JSONValue
        do { value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes)) } catch {
            throw ReferenceFault(.file, .notJSON)
        }
        guard let items = value.elements ?? (value.members == nil ? nil : [value]) else {
            throw ReferenceFault(.file, .expected("an array of items, or one"))
        }
        guard items.count <= limits.items else { throw ReferenceFault(.file, .tooMany(limits.items)) }
        var reading = ReferenceReading()
        var keys: Set<String> = []
        for (number, item) in items.enumerated() {
            do throws(ReferenceFault) {
                let reference = try CSLItem(number: number, item).reference()
                guard keys.insert(reference.key).inserted else {
                    throw ReferenceFault(
                        .item(number, key: reference.key, field: "id"), .repeatedKey(reference.key))
                }
                reading.references.append(reference)
            } catch {
                reading.faults.append(error)
            }
        }
        return reading
    }

    /// An array of items, indented, each with its members in the order of their names.
    ///
    /// - Throws: For a number in ``Reference/rest`` that JSON has no form for.
    package static func write(_ references: [Reference]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let bytes = try encoder.encode(JSONValue.array(references.map(\.cslItem)))
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }

    /// Brackets within each other, outside of texts. Measured first, since the decoder goes down by recursion.
    private static func depth(of bytes: [UInt8]) -> Int {
        var (depth, deepest) = (0, 0)
        var (isText, isEscaped) = (false, false)
        for byte in bytes {
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return deepest
    }
}
