import Foundation

extension Browser {
    /// axe-core is not where `scripts/bootstrap test` puts it.
    package struct CheckerIsMissing: Error {
        package let path: String
    }

    /// What hinders people with assistive technology on the page that is shown, as axe-core finds it
    /// (https://github.com/dequelabs/axe-core): the rule and the first element of each.
    package func barriers() async throws -> [String] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.build/axe/axe.min.js")
            .standardizedFileURL.path
        guard let checker = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CheckerIsMissing(path: path)
        }
        let script = """
            const done = arguments[0];
            \(checker)
            axe.run().then(
                found => done(found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html.slice(0, 200))),
                fault => done(['it could not be checked: ' + fault]));
            """
        let found = try await post("/execute/async", ["script": .string(script), "args": []])
        return (found.array ?? [.string("no answer")]).map { $0.string ?? "" }
    }
}
