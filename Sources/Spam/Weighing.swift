/// How much each feature of one response weighs: more the oftener it occurs in it, less the more responses have it, more
/// the more it leans to one kind (Wang and Manning, 2012); and each group as a whole the same, however long the text is.
struct Weighing {
    let values: [Float]
    let scales: [Float]

    init(_ list: FeatureList, _ filter: LearningFilter) {
        let often = LogarithmTable.ofOneMore
        let reading = Occurrences.Reading(filter.occurrences)
        let values = [Float](unsafeUninitializedCapacity: list.places.count) { values, count in
            filter.occurrences.counts.withUnsafeBufferPointer { counts in
                for index in list.places.indices {
                    let count = counts[Int(list.places[index])]
                    values[index] =
                        (1 + often[Int(list.counts[index]) - 1]) * reading.rarity(count).squareRoot()
                        * (1 + abs(reading.leaning(count)))
                }
            }
            count = list.places.count
        }
        self.values = values
        scales = FeatureList.Group.allCases.map { group in
            var sum: Float = 0
            for index in list.range(of: group) { sum += values[index] * values[index] }
            return sum == 0 ? 0 : LearningFilter.groupScales[group.rawValue] / sum.squareRoot()
        }
    }

    func score(_ list: FeatureList, _ filter: LearningFilter) -> Float {
        FeatureList.Group.allCases.reduce(filter.bias) { $0 + sum(of: $1, list, filter) }
            + zip(list.signs, filter.signWeights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    func sum(of group: FeatureList.Group, _ list: FeatureList, _ filter: LearningFilter) -> Float {
        var sum: Float = 0
        filter.weights.withUnsafeBufferPointer { weights in
            for index in list.range(of: group) { sum += weights[Int(list.places[index])] * values[index] }
        }
        return sum * scales[group.rawValue]
    }
}
