"""What one program may use of the machine, set in its own process before it begins."""

from __future__ import annotations

import os
import resource
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of processor and of wall time, and bytes: of memory beyond what the framework has, of one file."""

    cpu: int = 3
    wall: float = 11.0  # three times the processor time and two more: under load a second of work takes several
    memory: int = 2**29
    file: int = 8_000_000
    files: int = 64  # open at once


def apply(limits: Limits, taken: int | None) -> None:
    """From here on the kernel holds this process to its limits; `taken` is the address space it has already."""
    _lower(resource.RLIMIT_CPU, limits.cpu, limits.cpu + 1)
    _lower(resource.RLIMIT_FSIZE, limits.file, limits.file)
    _lower(resource.RLIMIT_NOFILE, limits.files, limits.files)
    _lower(resource.RLIMIT_CORE, 0, 0)
    if taken is not None:
        _lower(resource.RLIMIT_AS, taken + limits.memory, taken + limits.memory)


def address_space() -> int | None:
    """Bytes of address space of this process; None where the system does not say."""
    if not sys.platform.startswith("linux"):
        return None
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def close_all_but(kept: int) -> None:
    """Close every descriptor above the three standard ones but this."""
    os.closerange(3, kept)
    os.closerange(kept + 1, 4096)


def _lower(which: int, soft: int, hard: int) -> None:
    ceiling = resource.getrlimit(which)[1]
    most = hard if ceiling == resource.RLIM_INFINITY else min(hard, ceiling)
    resource.setrlimit(which, (min(soft, most), most))
