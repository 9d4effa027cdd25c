import Foundation
import Model
import Outbound

extension AskAnswer {
    /// Nil for what is none.
    var json: JSONValue? { try? JSONDecoder().decode(JSONValue.self, from: Data(body)) }
}
