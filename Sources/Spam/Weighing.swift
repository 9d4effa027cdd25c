/// How much each feature of one response weighs: more the oftener it occurs in it, and by its counts (`CountWeights`); and
/// each group as a whole the same, however long the text is.
struct Weighing {
    let values: [Float]
    /// By `FeatureList.Group`: what values are multiplied with.
    let scales: SIMD4<Float>
    /// By `FeatureList.Group`: what its features say together.
    let sums: SIMD4<Float>

    private static let groupScales: SIMD4<Float> = [1, 1, 0.5, 0.5]

    init(_ list: FeatureList, _ table: FeatureTable) {
        var scales = SIMD4<Float>.zero
        var sums = SIMD4<Float>.zero
        let counted = table.counted
        values = [Float](unsafeUninitializedCapacity: list.places.count) { values, count in
            table.withPlaces(at: list.places[...]) { places in
                for group in FeatureList.Group.allCases {
                    var squares: Float = 0
                    var sum: Float = 0
                    for index in list.range(of: group) {
                        let place = places[index]
                        var value = counted.weight(spam: place.spam, real: place.real)
                        let occurrences = Int(list.counts[index])
                        if occurrences > 1 { value *= 1 + LogarithmTable.ofOneMore[occurrences - 1] }
                        values[index] = value
                        squares += value * value
                        sum += value * place.weight
                    }
                    guard squares > 0 else { continue }
                    scales[group.rawValue] = Self.groupScales[group.rawValue] / squares.squareRoot()
                    sums[group.rawValue] = sum * scales[group.rawValue]
                }
            }
            count = list.places.count
        }
        self.scales = scales
        self.sums = sums
    }
}
