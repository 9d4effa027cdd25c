import Glibc

/// ln(1 + n), for counts.
func logarithm(_ count: Int) -> Float { log(1 + Float(max(count, 0))) }

func sigmoid(_ score: Float) -> Float { 1 / (1 + exp(-score)) }

func sigmoid(_ score: Double) -> Double { 1 / (1 + exp(-score)) }

/// ln(1 + n) for small n.
enum Logarithms {
    static let table: [Float] = (0..<4_096).map(logarithm)
}
