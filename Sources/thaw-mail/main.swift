// Hands one message to a relay:
//
//     thaw-mail TASK.json
//
// The file (`MailTask`) is removed once it is read. The answer is one line of JSON (`MailAnswer`). `SendMail` starts it.

import CCurl
import CLinux
import Foundation
import Outbound

func outcome() -> MailFault? {
    guard CommandLine.arguments.count == 2, let data = FileManager.default.contents(atPath: CommandLine.arguments[1]),
        let task = try? JSONDecoder().decode(MailTask.self, from: data)
    else { return MailFault("thaw-mail takes one argument: a file with a task in JSON.") }
    unlink(CommandLine.arguments[1])
    guard thaw_end_with_parent() == 0, thaw_no_new_privileges() == 0,
        curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    else { return MailFault("thaw-mail cannot start.") }
    return Delivery(task).run()
}

FileHandle.standardOutput.write(try JSONEncoder().encode(MailAnswer(fault: outcome())) + Data("\n".utf8))
