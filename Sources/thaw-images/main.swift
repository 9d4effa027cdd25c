// Makes one picture fit to be served:
//
//     thaw-images '{"file": …, "folder": …, "limits": {…}}'
//
// The answer is one line of JSON (`MakerAnswer`). `PictureMaker` starts it; by hand it serves to try a picture.

import CVips
import Foundation
import Images

func outcome() -> Result<MadePicture, PictureFault> {
    do throws(PictureFault) {
        guard CommandLine.arguments.count == 2,
            let task = try? JSONDecoder().decode(MakingTask.self, from: Data(CommandLine.arguments[1].utf8))
        else {
            throw PictureFault(.maker, "The picture maker takes one argument: a task in JSON.")
        }
        // Loads its libraries, which the limits below would stand in the way of.
        guard thaw_vips_start("thaw-images") == 0 else {
            throw PictureFault(.maker, "libvips cannot start: \(VipsError().words)")
        }
        try Confinement(limits: task.limits).enter()
        return .success(try MakePicture(task).made())
    } catch {
        return .failure(error)
    }
}

FileHandle.standardOutput.write(try MakerAnswer(outcome()).line())
