// Fetches one file, if it is one that anybody may fetch:
//
//     thaw-fetch '{"url": …, "file": …, "limit": …, …}'
//
// or asks a server something, where the task lies in a file that is removed once it is read:
//
//     thaw-fetch TASK.json
//
// The answer is one line of JSON (`FetchAnswer`, `AskOutcome`). `FetchFile` and `AskServer` start it.

import CCurl
import CLinux
import Foundation
import Outbound

/// What is wrong with the machine; nil where transfers can begin.
func obstacle() -> FetchFault? {
    guard thaw_end_with_parent() == 0, thaw_no_new_privileges() == 0,
        curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    else { return FetchFault(.program, "thaw-fetch cannot start.") }
    return nil
}

func answer(to argument: String) throws -> Data {
    if argument.hasPrefix("/") {
        guard let data = FileManager.default.contents(atPath: argument),
            let task = try? JSONDecoder().decode(AskTask.self, from: data)
        else { return try encoded(AskOutcome(fault: FetchFault(.program, "\(argument) holds no task."))) }
        unlink(argument)
        return try encoded(obstacle().map { AskOutcome(fault: $0) } ?? Question(task).run())
    }
    guard let task = try? JSONDecoder().decode(FetchTask.self, from: Data(argument.utf8)) else {
        return try encoded(FetchAnswer(fault: FetchFault(.program, "thaw-fetch takes one argument: a task in JSON.")))
    }
    return try encoded(FetchAnswer(fault: obstacle() ?? FileTransfer(task).run()))
}

func encoded(_ answer: some Encodable) throws -> Data { try JSONEncoder().encode(answer) + Data("\n".utf8) }

FileHandle.standardOutput.write(try answer(to: CommandLine.arguments.count == 2 ? CommandLine.arguments[1] : ""))
