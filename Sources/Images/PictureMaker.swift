import FoundationEssentials
import Glibc
import Programs

/// The door to `thaw-images`, the program that decodes pictures. Decoders are where hostile bytes do harm, so each
/// picture has a process of its own, which limits itself before it reads a byte and is ended when its time is over.
package struct PictureMaker: Sendable {
    private let program: String
    private let limits: PictureLimits

    /// - Parameter program: the path of `thaw-images`.
    package init(program: String, limits: PictureLimits) {
        self.program = program
        self.limits = limits
    }

    /// Makes everything that is served of a picture. Files that a failure left in the folder are the caller's to remove.
    /// - Parameters:
    ///   - file: the path of the picture.
    ///   - folder: an existing folder for what is made.
    package func make(_ file: String, into folder: String) async throws(PictureFault) -> MadePicture {
        let task = MakingTask(file: file, folder: folder, limits: limits)
        guard let argument = try? JSONEncoder().encode(task) else {
            throw PictureFault(.disk, "The picture's path cannot be passed on.")
        }
        let process = ChildProcess(program: program, argument: String(decoding: argument, as: UTF8.self))
        let ending = await process.run(seconds: limits.seconds, outputBytes: Self.outputBytes)
        return try picture(ending)
    }

    /// A picture with a hundred copies is described in less.
    private static let outputBytes = 64 << 10

    private func picture(_ ending: ChildProcess.Ending) throws(PictureFault) -> MadePicture {
        switch ending {
        case .exited(0, let output):
            guard let answer = try? JSONDecoder().decode(MakerAnswer.self, from: Data(output)) else {
                throw PictureFault(.maker, "The picture maker's answer cannot be read.")
            }
            return try answer.picture()
        case .exited(127, _):
            throw PictureFault(.maker, "\(program) could not start; is libvips installed (Debian: libvips42)?")
        case .exited(let code, _):
            throw PictureFault(.maker, "The picture maker ended with code \(code) and no answer.")
        case .signalled(SIGXCPU), .tooLate:
            throw PictureFault(.tooSlow, "It took longer than \(limits.seconds) seconds (images.seconds).")
        case .signalled(SIGTRAP), .signalled(SIGABRT):
            // What GLib and the C library do when there is no memory left.
            throw PictureFault(
                .tooMuchMemory, "It took more than \(limits.memoryMegabytes) MB of memory (images.memory-megabytes).")
        case .signalled(let signal):
            throw PictureFault(.corrupt, "Decoding it crashed the picture maker (signal \(signal)).")
        case .cancelled:
            throw PictureFault(.maker, "The picture maker was stopped.")
        case .tooMuchOutput:
            throw PictureFault(.maker, "The picture maker said more than anybody asked for.")
        case .notStarted(let code):
            throw PictureFault(.maker, "\(program) cannot be started: \(String(cString: strerror(code))).")
        }
    }
}
