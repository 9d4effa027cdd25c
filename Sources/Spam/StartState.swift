/// What a filter believes before anybody taught it: nothing of words, little of signs.
enum StartState {
    static let bias: Float = -0.5
    static let signWeights: [Float] = [Float](repeating: 0, count: Sign.allCases.count)
}
