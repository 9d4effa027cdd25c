import ArgumentParser
import Foundation
import Spam

/// `thaw spam train-start`: what a new filter is to believe of the signs of a text.
struct TrainStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-start",
        abstract: "Prints what the signs of a text say of spam on sets from elsewhere.",
        discussion: """
            The numbers stand in Sources/Spam/StartState.swift. Files are as for thaw spam evaluate; of each, 150 lines of each \
            kind are taken.
            """)

    @Argument(help: "Files of labelled responses, a JSON object to a line.")
    var files: [String]

    func run() async throws {
        var training = StartTraining()
        for file in files {
            training.add(try LabelledResponse.read(file).map { (evidence: $0.evidence, isSpam: $0.isSpam) })
        }
        let (bias, signs) = training.weights()
        print(String(format: "bias %.2f", bias))
        for (sign, weight) in signs { print("\(sign) " + String(format: "%.1f", weight)) }
    }
}
