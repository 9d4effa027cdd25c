import Glibc

/// ln(1 + n), for counts.
func logarithm(_ count: Int) -> Float { log(1 + Float(max(count, 0))) }

func sigmoid(_ score: Float) -> Float { 1 / (1 + exp(-score)) }

func sigmoid(_ score: Double) -> Double { 1 / (1 + exp(-score)) }

/// Logarithms of counts, the small ones from a table: ln(n + `more`).
struct LogarithmTable: Sendable {
    private let values: [Float]
    private let more: Float

    static let ofOneMore = LogarithmTable(more: 1)
    static let ofHalfMore = LogarithmTable(more: 0.5)

    private init(more: Float) {
        values = (0..<4_096).map { log(more + Float($0)) }
        self.more = more
    }

    @inline(__always)
    subscript(_ count: Int) -> Float { count < values.count ? values[count] : log(more + Float(count)) }
}
