import CLinux
import Foundation
import Images

/// What this process takes from itself before it reads a stranger's bytes.
struct Confinement {
    let limits: PictureLimits

    /// Memory, time, files and processes are bounded; sockets, other programs and other processes out of reach.
    func enter() throws(PictureFault) {
        let memory = addressSpace() + limits.memoryMegabytes << 20
        try limit(RLIMIT_AS, to: memory, "memory")
        // SIGXCPU at the limit, SIGKILL a second later.
        try limit(RLIMIT_CPU, to: limits.seconds, hard: limits.seconds + 1, "time")
        // More than the largest allowed picture takes as it is.
        try limit(RLIMIT_FSIZE, to: max(limits.pixels * 4, 1 << 20), "file size")
        try limit(RLIMIT_NOFILE, to: 32, "files")
        try limit(RLIMIT_CORE, to: 0, "core dumps")
        thaw_end_with_parent()
        guard thaw_no_new_privileges() == 0, thaw_confine() == 0 else {
            throw PictureFault(
                .maker,
                "This system does not let the picture maker confine itself: \(String(cString: strerror(errno))).")
        }
    }

    private func limit(
        _ resource: __rlimit_resource, to soft: Int, hard: Int? = nil, _ name: String
    ) throws(PictureFault) {
        var bound = rlimit(rlim_cur: rlim_t(soft), rlim_max: rlim_t(hard ?? soft))
        guard setrlimit(__rlimit_resource_t(resource.rawValue), &bound) == 0 else {
            throw PictureFault(
                .maker, "The picture maker cannot limit its \(name): \(String(cString: strerror(errno))).")
        }
    }

    /// Bytes that the program and its libraries take before any picture: the limit counts those too.
    private func addressSpace() -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").first.flatMap({ Int($0) })
        else { return 0 }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
