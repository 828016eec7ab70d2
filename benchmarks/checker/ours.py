"""Our own verdicts: from a warm process of `fluxions check`, and with every cache emptied before each case."""

from __future__ import annotations

import functools
import gc
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.checker.cases import Case
from fluxions.tutor.contract import check_item

RUNS = 3  # the shortest counts: the machine has other work too
WARM = [{"answer": "2x", "expected": "diff(x^2, x)"}] * 20
# made for the whole process and not for a text: the points that are tried, the rings, the words of a vocabulary
STANDING = frozenset({"_drawn", "_liked", "ring", "one", "lexicon", "declared"})
Said = tuple[bool | None, float]  # right, wrong or neither, and the milliseconds


def warm(cases: Sequence[Case]) -> list[Said]:
    """Several processes, each with all cases in order: the second answer to a task meets what the first left."""
    command = [str(Path(sys.executable).with_name("fluxions")), "check", "--jsonl"]
    lines = "".join(json.dumps(each) + "\n" for each in (*WARM, *(case.item for case in cases)))
    runs = []
    for _ in range(RUNS):
        said = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
        runs.append([json.loads(line) for line in said[len(WARM) :]])
    return [
        (_verdict(case, found[0]), min(each["ms"] for each in found))
        for case, *found in zip(cases, *runs, strict=True)
    ]  # fmt: skip


def cold(cases: Sequence[Case]) -> list[Said]:
    """Each case as if its texts had never been met."""
    for case in cases[::7]:
        check_item(case.item)  # what is imported or built when it is first wanted
    kept = _caches()
    gc.disable()
    try:
        return [_cold(case, kept) for case in cases]
    finally:
        gc.enable()


def _cold(case: Case, kept: Sequence[Callable[[], None]]) -> Said:
    times, found = [], {}
    for _ in range(RUNS):
        for empty in kept:
            empty()
        began = perf_counter()
        found = check_item(case.item)
        times.append(1000 * (perf_counter() - began))
    gc.collect(0)
    return _verdict(case, found), min(times)


def _caches() -> list[Callable[[], None]]:
    kinds = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]
    ours = [each for each in kinds if each.__module__.startswith("fluxions") and each.__name__ not in STANDING]
    return [each.cache_clear for each in ours]


def _verdict(case: Case, found: dict[str, Any]) -> bool | None:
    said = {"right": True, "wrong": False, "unreadable": None if case.right else False}
    return said.get(found.get("verdict", ""))
