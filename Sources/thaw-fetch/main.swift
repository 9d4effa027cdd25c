// Fetches one file, if it is one that anybody may fetch:
//
//     thaw-fetch '{"url": …, "file": …, "limit": …, …}'
//
// The answer is one line of JSON (`FetchAnswer`). `FetchFile` starts it.

import CCurl
import CLinux
import Foundation
import Outbound

func outcome() -> FetchFault? {
    guard CommandLine.arguments.count == 2,
        let task = try? JSONDecoder().decode(FetchTask.self, from: Data(CommandLine.arguments[1].utf8))
    else { return FetchFault(.program, "thaw-fetch takes one argument: a task in JSON.") }
    guard thaw_end_with_parent() == 0, thaw_no_new_privileges() == 0,
        curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    else { return FetchFault(.program, "thaw-fetch cannot start.") }
    return Transfer(task).run()
}

FileHandle.standardOutput.write(try JSONEncoder().encode(FetchAnswer(fault: outcome())) + Data("\n".utf8))
