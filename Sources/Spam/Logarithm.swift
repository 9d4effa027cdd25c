import Glibc

/// ln(1 + n), for counts.
func logarithm(_ count: Int) -> Float { log(1 + Float(max(count, 0))) }

func sigmoid(_ score: Float) -> Float { 1 / (1 + exp(-score)) }

func sigmoid(_ score: Double) -> Double { 1 / (1 + exp(-score)) }

/// Logarithms of counts, the small ones from a table.
enum Logarithms {
    private static let ones: [Float] = (0..<4_096).map { log(1 + Float($0)) }
    private static let halves: [Float] = (0..<4_096).map { log(0.5 + Float($0)) }

    @inline(__always)
    static func ofOneMore(_ count: Int) -> Float { count < ones.count ? ones[count] : log(1 + Float(count)) }

    @inline(__always)
    static func ofHalfMore(_ count: Int) -> Float { count < halves.count ? halves[count] : log(0.5 + Float(count)) }
}
