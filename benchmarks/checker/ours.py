"""Our own verdicts in one warm process: with every cache emptied before each case, and with the tasks met before.

Times are those of the processor, since nothing is waited for and other work on the machine shall not count; each is
the shortest of three. They hold the reading of both texts and the writing of the verdict as plain values.
"""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable, Sequence
from time import process_time
from typing import Any

from benchmarks.checker.cases import Case
from fluxions.tutor.contract import check_item

RUNS = 3
# made for the whole process and not for a text: the points that are tried, the rings, the words of a vocabulary
STANDING = frozenset({"_drawn", "_liked", "ring", "one", "lexicon", "declared"})
Said = tuple[bool | None, float]  # right, wrong or neither, and the milliseconds


def ours(cases: Sequence[Case], *, cold: bool) -> list[Said]:
    """What we say of each case, as if its texts had never been met (`cold`) or after they have."""
    for case in cases[::7]:
        check_item(case.item)  # what is imported or built when it is first wanted
    kept = _caches() if cold else []
    gc.collect()
    gc.freeze()  # as `fluxions check --jsonl` does
    return [_said(case, kept) for case in cases]


def _said(case: Case, kept: Sequence[Callable[[], None]]) -> Said:
    times, found = [], {}
    for _ in range(RUNS):
        for empty in kept:
            empty()
        began = process_time()
        found = check_item(case.item)
        times.append(1000 * (process_time() - began))
    return _verdict(case, found), min(times)


def _caches() -> list[Callable[[], None]]:
    kinds = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]
    mine = [each for each in kinds if each.__module__.startswith("fluxions") and each.__name__ not in STANDING]
    return [each.cache_clear for each in mine]


def _verdict(case: Case, found: dict[str, Any]) -> bool | None:
    said = {"right": True, "wrong": False, "unreadable": None if case.right else False}
    return said.get(found.get("verdict", ""))
