"""A filter of system calls: threads begin, processes do not, and calls that no program here needs are refused."""

from __future__ import annotations

import ctypes
import os
import struct

from fluxions.labs.sandbox.linux import prctl

LOAD, EQUALS, AT_LEAST, HAS_BITS, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
EPERM, ENOSYS = 0x00050000 | 1, 0x00050000 | 38
NUMBER, ARCHITECTURE, FIRST = 0, 4, 16  # offsets in seccomp_data
CLONE_THREAD, CLONE3 = 0x10000, 435
X32 = 0x40000000
PR_SET_SECCOMP, FILTER = 22, 2

# Both machines share these: pidfd_send_signal, io_uring_*, open_tree … fsmount, pidfd_open, pidfd_getfd, mount_setattr.
SHARED = (424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 438, 442)
# fork vfork execve execveat ptrace process_vm_* kill tkill mount umount2 pivot_root chroot unshare setns bpf keyctl
# add_key request_key userfaultfd perf_event_open personality modify_ldt *_handle_at *_module kexec_load reboot swapon
# acct quotactl rt_sigqueueinfo rt_tgsigqueueinfo
MACHINES = {
    "x86_64": (0xC000003E, {"clone": 56, "tgkill": 234, "prlimit64": 302}, (
        57, 58, 59, 322, 101, 310, 311, 62, 200, 165, 166, 155, 161, 272, 308, 321, 250, 248, 249, 323, 298, 135, 154,
        303, 304, 175, 313, 176, 246, 169, 167, 163, 179, 129, 297)),
    "aarch64": (0xC00000B7, {"clone": 220, "tgkill": 131, "prlimit64": 261}, (
        221, 281, 117, 270, 271, 129, 130, 40, 39, 41, 51, 97, 268, 280, 219, 217, 218, 282, 241, 92, 264, 265, 105,
        273, 106, 104, 142, 224, 89, 60, 138, 240)),
}  # fmt: skip


def program(machine: str, own: int) -> bytes:
    """The filter in BPF, for a process whose own id is `own`."""
    architecture, names, refused = MACHINES[machine]
    lines = [
        (LOAD, 0, 0, ARCHITECTURE), (EQUALS, 1, 0, architecture), (RETURN, 0, 0, KILL), (LOAD, 0, 0, NUMBER),
    ]  # fmt: skip
    if machine == "x86_64":
        lines += [(AT_LEAST, 0, 1, X32), (RETURN, 0, 0, KILL)]
    lines += [(EQUALS, 0, 1, CLONE3), (RETURN, 0, 0, ENOSYS)]  # the C library then uses clone
    lines += [(EQUALS, 0, 3, names["clone"]), (LOAD, 0, 0, FIRST), (HAS_BITS, 1, 0, CLONE_THREAD)]
    lines += [(RETURN, 0, 0, EPERM), (LOAD, 0, 0, NUMBER)]
    lines += [(EQUALS, 0, 4, names["tgkill"]), (LOAD, 0, 0, FIRST), (EQUALS, 1, 0, own), (RETURN, 0, 0, EPERM)]
    lines += [(LOAD, 0, 0, NUMBER)]
    lines += [(EQUALS, 0, 4, names["prlimit64"]), (LOAD, 0, 0, FIRST), (EQUALS, 1, 0, 0), (RETURN, 0, 0, EPERM)]
    lines += [(LOAD, 0, 0, NUMBER)]
    for each in (*refused, *SHARED):
        lines += [(EQUALS, 0, 1, each), (RETURN, 0, 0, EPERM)]
    lines += [(RETURN, 0, 0, ALLOW)]
    return b"".join(struct.pack("<HBBI", *each) for each in lines)


def load() -> None:
    """From here on the filter holds, for this process and its threads; needs no-new-privs."""
    code = program(os.uname().machine, os.getpid())
    instructions = ctypes.create_string_buffer(code)

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]

    asked = Program(len(code) // 8, ctypes.addressof(instructions))
    prctl(PR_SET_SECCOMP, FILTER, ctypes.byref(asked))
