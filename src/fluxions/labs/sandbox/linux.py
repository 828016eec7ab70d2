"""The few calls of Linux that Python does not offer."""

from __future__ import annotations

import ctypes
import os
import struct
import sys

LINUX = sys.platform.startswith("linux")
LIBC = ctypes.CDLL(None, use_errno=True) if LINUX else None

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, PR_CAPBSET_DROP = 1, 4, 38, 24
CAPABILITY_VERSION_3 = 0x20080522
MOUNT_SETATTR = 442
AT_RECURSIVE = 0x8000


def prctl(option: int, value: int, pointer: object = 0) -> None:
    """OSError where the kernel refuses."""
    assert LIBC is not None
    _checked(LIBC.prctl(option, ctypes.c_ulong(value), pointer, 0, 0))


def unshare(flags: int) -> None:
    """Leave the namespaces named."""
    assert LIBC is not None
    _checked(LIBC.unshare(flags))


def mount(source: str, target: str, kind: str | None, flags: int, options: str | None = None) -> None:
    """mount(2)."""
    assert LIBC is not None
    texts = [each.encode() if each is not None else None for each in (source, target, kind)]
    _checked(LIBC.mount(*texts, ctypes.c_ulong(flags), options.encode() if options else None))


def seal(target: str, attributes: int) -> None:
    """Give a mount and all below it attributes such as read-only."""
    assert LIBC is not None
    asked = ctypes.create_string_buffer(struct.pack("<QQQQ", attributes, 0, 0, 0))
    _checked(LIBC.syscall(MOUNT_SETATTR, -100, target.encode(), AT_RECURSIVE, asked, 32))


def pivot_to(root: str) -> None:
    """Make this folder the root, and let the old one go."""
    assert LIBC is not None
    os.chdir(root)
    _checked(LIBC.syscall({"x86_64": 155, "aarch64": 41}[os.uname().machine], b".", b"."))
    _checked(LIBC.umount2(b".", 2))  # MNT_DETACH
    os.chdir("/")


def drop_capabilities() -> None:
    """None now, none after an exec."""
    assert LIBC is not None
    for each in range(64):
        if LIBC.prctl(PR_CAPBSET_DROP, each, 0, 0, 0) != 0:
            break
    header = ctypes.create_string_buffer(struct.pack("<Ii", CAPABILITY_VERSION_3, 0))
    _checked(LIBC.capset(header, ctypes.create_string_buffer(bytes(24))))


def _checked(status: int) -> None:
    if status != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
