#pragma once

// Calls of the kernel that are variadic or macros, which Swift cannot see.

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define THAW_AUDIT_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THAW_AUDIT_ARCH AUDIT_ARCH_AARCH64
#endif

/// A descriptor that can be read from once the process has ended; -1 with errno otherwise.
static inline int thaw_pidfd_open(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

/// A pipe whose ends no started program inherits. 0 on success, -1 with errno otherwise.
static inline int thaw_pipe(int *ends) { return (int)syscall(SYS_pipe2, ends, O_CLOEXEC); }

// glibc shows it to GNU sources only (since 2.34).
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);

/// SIGKILL for this process when the thread that started it ends.
static inline int thaw_end_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }

/// No program that is started from here on has more rights than this one. Seccomp filters require it.
static inline int thaw_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

#ifdef THAW_AUDIT_ARCH
#define THAW_LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define THAW_REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define THAW_REFUSE_CALL(name) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 1), THAW_REFUSE
#endif

/// From here on this process opens no socket, starts no program or second process, and looks into no other one.
/// Threads are allowed. 0 on success; -1 with errno, ENOSYS on a processor for which there is no filter.
static inline int thaw_confine(void) {
#ifndef THAW_AUDIT_ARCH
    errno = ENOSYS;
    return -1;
#else
    struct sock_filter filter[] = {
        THAW_LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THAW_AUDIT_ARCH, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        THAW_LOAD(nr),
#if defined(__x86_64__)
        // The second numbering of the same calls (x32).
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
        THAW_REFUSE,
        THAW_REFUSE_CALL(fork),
        THAW_REFUSE_CALL(vfork),
#endif
        // clone3 hides its flags behind a pointer; as if the kernel did not know it, the C library takes clone.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        THAW_REFUSE_CALL(socket),
        THAW_REFUSE_CALL(socketpair),
        THAW_REFUSE_CALL(connect),
        THAW_REFUSE_CALL(bind),
        THAW_REFUSE_CALL(listen),
        THAW_REFUSE_CALL(accept),
        THAW_REFUSE_CALL(accept4),
        THAW_REFUSE_CALL(sendto),
        THAW_REFUSE_CALL(sendmsg),
        THAW_REFUSE_CALL(io_uring_setup),
        THAW_REFUSE_CALL(execve),
        THAW_REFUSE_CALL(execveat),
        THAW_REFUSE_CALL(kill),
        THAW_REFUSE_CALL(ptrace),
        THAW_REFUSE_CALL(process_vm_readv),
        THAW_REFUSE_CALL(process_vm_writev),
        THAW_REFUSE_CALL(pidfd_getfd),
        THAW_REFUSE_CALL(bpf),
        THAW_REFUSE_CALL(perf_event_open),
        THAW_REFUSE_CALL(userfaultfd),
        THAW_REFUSE_CALL(keyctl),
        THAW_REFUSE_CALL(add_key),
        THAW_REFUSE_CALL(mount),
        THAW_REFUSE_CALL(unshare),
        THAW_REFUSE_CALL(setns),
        THAW_REFUSE_CALL(setsid),
        THAW_REFUSE_CALL(setpgid),
        // A thread, not a process.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4),
        THAW_LOAD(args[0]),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
        THAW_REFUSE,
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
#endif
}

#ifdef THAW_AUDIT_ARCH
#undef THAW_LOAD
#undef THAW_REFUSE
#undef THAW_REFUSE_CALL
#endif
