/// What the server sent, byte for byte.
package struct Answer: Sendable {
    package let status: Int
    package let fields: [(name: String, value: String)]
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The first field of that name, whatever its case.
    package func field(_ name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    package var location: String? { field("location") }

    /// `name=value` of the cookies that the answer sets.
    package var cookies: [String] {
        fields.filter { $0.name.lowercased() == "set-cookie" }.map { String($0.value.prefix { $0 != ";" }) }
    }

    /// The first of them.
    package var cookie: String? { cookies.first }
}
