"""How far a program is shut in, and what each level promises. Only what a self-test proved counts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

LIMITS, NO_NEW_PRIVS, CLONE_FILTER = "limits", "no-new-privs", "clone-filter"
USER_NS, PID_NS, NET_NS, MOUNT_NS = "user-ns", "pid-ns", "net-ns", "mount-ns"
NAMESPACES = (USER_NS, PID_NS, NET_NS, MOUNT_NS)
LAYERS = (LIMITS, NO_NEW_PRIVS, CLONE_FILTER, *NAMESPACES)


@dataclass(frozen=True, slots=True)
class Level:
    """A name, the layers it stands on, and what it promises in words."""

    name: str
    layers: tuple[str, ...]
    promises: str


NONE = Level("none", (), "No isolation could be proved, so no program is run.")
BASIC = Level(
    "basic",
    (LIMITS,),
    "Runaway programs are stopped, and no program can hand in its own verdict. Files of this account and the "
    "network are within reach, so this is for one person or for people who trust each other.",
)
STRONG = Level(
    "strong",
    LAYERS,
    "A program sees no files but the Python runtime, no network and no other process; what it writes is gone when it "
    "ends. A fault in the system's kernel could still let it out.",
)
LEVELS = (NONE, BASIC, STRONG)


def level_of(proved: Collection[str]) -> Level:
    """The highest level whose layers have all been proved."""
    return [each for each in LEVELS if set(each.layers) <= set(proved)][-1]


def named(name: str) -> Level:
    """The level of this name."""
    return next(each for each in LEVELS if each.name == name)
