"""A world of its own for one program: its processes, its network, its files."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from fluxions.labs.sandbox import levels, linux

NEW_USER, NEW_PID, NEW_NET = 0x10000000, 0x20000000, 0x40000000
NEW_MOUNT, NEW_IPC, NEW_UTS = 0x20000, 0x8000000, 0x4000000
FLAGS = {
    levels.USER_NS: NEW_USER,
    levels.PID_NS: NEW_PID,
    levels.NET_NS: NEW_NET,
    levels.MOUNT_NS: NEW_MOUNT | NEW_IPC | NEW_UTS,
}
NOSUID, NODEV, NOEXEC, READ_ONLY, BIND, REMOUNT, REC, PRIVATE = 2, 4, 8, 1, 4096, 32, 16384, 1 << 18
NOBODY = 65534
PLACES = ("/mnt", "/media", "/srv", "/var/tmp", "/tmp")  # folders over which a private file system may be put
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")


def enter(layers: Collection[str]) -> None:
    """Leave the shared namespaces; processes begun from now on live in the new ones. OSError where not allowed."""
    user, group = os.getuid(), os.getgid()
    linux.unshare(sum(flag for name, flag in FLAGS.items() if name in layers))
    if levels.USER_NS in layers:
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", f"{NOBODY} {user} 1")
        _write("/proc/self/gid_map", f"{NOBODY} {group} 1")


def shut_in() -> None:
    """A private root: the Python runtime read-only, an empty /tmp in memory, nothing else."""
    root = next(each for each in PLACES if os.path.isdir(each) and not any(_within(one, each) for one in runtime()))
    linux.mount("none", "/", None, REC | PRIVATE)
    linux.mount("tmpfs", root, "tmpfs", NOSUID | NODEV, "size=1m,nr_inodes=2048,mode=755")
    for each in runtime():
        _bind(each, root)
    for each in DEVICES:
        _bind(each, root, device=True)
    for each in _hidden():
        linux.mount("tmpfs", root + each, "tmpfs", NOSUID | NODEV | NOEXEC | READ_ONLY, "size=4k,nr_inodes=1,mode=000")
    os.makedirs(root + "/tmp", exist_ok=True)
    linux.mount("tmpfs", root + "/tmp", "tmpfs", NOSUID | NODEV | NOEXEC, "size=16m,nr_inodes=512,mode=700")
    linux.mount("none", root, None, REMOUNT | BIND | READ_ONLY | NOSUID | NODEV)
    linux.pivot_to(root)
    os.chdir("/tmp")


def runtime() -> tuple[str, ...]:
    """The folders and files that Python and its packages are made of, none inside another."""
    asked = [sys.prefix, sys.base_prefix, *(each for each in sys.path if each)]
    asked += ["/usr/lib", "/lib", "/lib64", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache"]
    package = str(_package().parent)
    found = dict.fromkeys(os.path.abspath(each) for each in asked if os.path.exists(each))
    kept = [each for each in found if each not in ("/", package)]  # of a working tree only its environment is shown
    return tuple(each for each in kept if not any(_within(each, other) for other in kept if other != each))


def _hidden() -> Iterator[str]:
    """Our own package, which holds solutions and checks, wherever it would show."""
    package = str(_package())
    if any(_within(package, each) for each in runtime()):
        yield package


def _package() -> Path:
    import fluxions

    return Path(fluxions.__file__).parent.absolute()


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _bind(path: str, root: str, device: bool = False) -> None:
    target = root + path
    if os.path.isdir(path):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o444))
    linux.mount(path, target, None, BIND | REC)
    linux.seal(target, NOSUID if device else READ_ONLY | NOSUID | NODEV)


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)
