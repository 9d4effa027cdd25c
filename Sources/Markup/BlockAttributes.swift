/// The attributes in a block's delimiter: one flat look into its JSON for strings, numbers and booleans at the top level.
enum BlockAttributes {
    /// The value as text (strings unescaped), or nil when there is none.
    static func value(of key: String, in json: ArraySlice<UInt8>) -> String? {
        var index = json.startIndex
        var depth = 0
        var lastString: String?
        while index < json.endIndex {
            switch json[index] {
            case UInt8(ascii: "\""):
                lastString = string(in: json, at: &index)
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ":") where depth == 1 && lastString == key:
                index += 1
                while index < json.endIndex, json[index].isSpace { index += 1 }
                guard index < json.endIndex else { return nil }
                if json[index] == UInt8(ascii: "\"") { return string(in: json, at: &index) }
                let end = json[index...].firstIndex { ",}{[".utf8.contains($0) } ?? json.endIndex
                return end == index ? nil : String(decoding: json[index..<end], as: UTF8.self)
            case UInt8(ascii: ","): lastString = nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Reads from the opening quote; leaves `index` behind the closing one.
    private static func string(in json: ArraySlice<UInt8>, at index: inout Int) -> String {
        var result = ""
        var plain = index + 1
        index += 1
        func flush() { result += String(decoding: json[plain..<min(index, json.endIndex)], as: UTF8.self) }
        while index < json.endIndex, json[index] != UInt8(ascii: "\"") {
            guard json[index] == UInt8(ascii: "\\"), index + 1 < json.endIndex else {
                index += 1
                continue
            }
            flush()
            let escape = json[index + 1]
            index += 2
            switch escape {
            case UInt8(ascii: "n"): result += "\n"
            case UInt8(ascii: "t"): result += "\t"
            case UInt8(ascii: "u"):
                let end = min(index + 4, json.endIndex)
                if let code = UInt32(String(decoding: json[index..<end], as: UTF8.self), radix: 16),
                    let scalar = Unicode.Scalar(code)
                {
                    result.unicodeScalars.append(scalar)
                }
                index = end
            default: result.unicodeScalars.append(Unicode.Scalar(escape))
            }
            plain = index
        }
        flush()
        index = min(index + 1, json.endIndex)
        return result
    }
}
