"""The lines of workings by SymPy: which of them have the value of the task."""

from __future__ import annotations

import re
from typing import Any

import sympy as sp

from benchmarks.diagnosis_cases.asked import Worked
from benchmarks.diagnosis_cases.reading import NAMES, same, value_of
from benchmarks.diagnosis_cases.truth import OPERATORS

NAME_OF_THE_ANSWER = re.compile(r"^(f''?\([^)]*\) =|y'? =|=)\s*")


def value_of_line(text: str) -> Any:
    """What a line says the answer is; None for definitions, equations, primes and names of one's own."""
    text = NAME_OF_THE_ANSWER.sub("", text)
    if re.search(r"[='\"]| or |(?<![a-z])u(?![a-z])|^let", text):
        return None
    try:
        return value_of(text, OPERATORS)
    except ValueError:
        return None


def _name(text: str) -> str:
    found = NAME_OF_THE_ANSWER.match(text)
    return found[1].rstrip("= ") if found else ""


def kept(task: str, line: str, answer: str) -> bool | None:
    """Has a line the value of the answer? Of an indefinite integral, the slope is compared."""
    left, right = value_of_line(line), value_of_line(answer)
    if left is None or right is None or _name(line) not in ("", _name(answer)):
        return None
    if task.startswith("int(") and task.count(",") == 1:
        x = NAMES[task[-2]]
        return same(sp.diff(left, x), sp.diff(right, x))
    return same(left, right)


def faults(worked: Worked) -> list[str]:
    """What SymPy finds wrong with a working as it is planned."""
    found = [f"not right: {line}" for line in worked.lines if kept(worked.task, line, worked.lines[-1]) is False]
    for number, tail in worked.slips.items():
        if kept(worked.task, tail[0], worked.lines[-1]) is True:
            found.append(f"no slip in line {number}: {tail[0]}")
        found += [f"not carried on: {line}" for line in tail if kept(worked.task, line, tail[0]) is False]
    return found
