"""The lines of the second set by SymPy and NumPy: `∫`, `lim` and brackets are put into their words first."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import sympy as sp

from benchmarks.diagnosis_cases import arrays
from benchmarks.diagnosis_cases.asked import Worked
from benchmarks.diagnosis_cases.reading import NAMES, same, value_of
from benchmarks.diagnosis_cases.truth import OPERATORS

BOUND = r"(\([^()]*\)|\w+)"
NAME_OF_THE_ANSWER = re.compile(r"^(f''?\(x\) =|[yz]'? =|=|∇f =|Var\(X\) =|[yw]_2 =|f =|c =)\s*")
OPEN = re.compile(r"[='∂λ]| or |±|\bd[a-z]\b|E\[|Var|(?<![a-z])u(?![a-z])|^let")


def _bracket(f: Any, low: Any, high: Any) -> Any:
    (x,) = f.free_symbols
    return f.subs(x, high) - f.subs(x, low)


WORDS = {
    **OPERATORS, "A": sp.Symbol("A", real=True), "B": sp.Symbol("B", real=True), "bracket": _bracket,
    "factorial": sp.factorial,
}  # fmt: skip


def plain(text: str) -> str:
    """`∫_0^1 f dx` as `int(f, x, 0, 1)`, `lim_(x -> a) f` as `limit(f, x, a)`, `[F]_a^b` as `bracket(F, a, b)`."""
    text = re.sub(rf"\[([^\[\]]*)\]_{BOUND}\^{BOUND}", r"(bracket(\1, \2, \3))", text)
    text = re.sub(rf"∫_{BOUND}\^{BOUND} (.*?) d([a-z])\b", r"(int(\3, \4, \1, \2))", text)
    text = re.sub(r"∫ (.*?) d([a-z])\b", r"(int(\1, \2))", text)
    text = re.sub(r"(\d)!", r"factorial(\1)", text)
    return re.sub(r"lim_\((\w) -> (\w+)\) (.*)$", r"limit(\3, \1, \2)", text)


def value_of_line(text: str) -> Any:
    """What a line says the answer is; None for definitions, equations and names of one's own."""
    vector = text.startswith("∇f = (")
    text = plain(NAME_OF_THE_ANSWER.sub("", text))
    text = f"[{text[1:-1]}]" if vector else text
    if OPEN.search(text):
        return None
    try:
        return value_of(text, WORDS)
    except ValueError:
        return None


def kept(task: str, line: str, answer: str) -> bool | None:
    """Has a line the value of the answer? Of an indefinite integral the slope is compared; None where it has none."""
    if task.startswith("matgrad("):
        return _kept_by_matrices(task, line)
    left, right = value_of_line(line), value_of_line(answer)
    if left is None or right is None or _kind(line) not in ("", "=", _kind(answer), _asked(task)):
        return None
    if task.startswith("int(") and task.count(",") == 1:
        x = NAMES[task[-2]]
        if left.free_symbols - {x, NAMES["C"]}:
            return None
        return same(sp.diff(left, x), sp.diff(right, x))
    if getattr(left, "free_symbols", set()) - getattr(right, "free_symbols", set()) or _size(left) != _size(right):
        return None
    return same(left, right)


def _asked(task: str) -> str:
    """The name that the answer of a derivative has."""
    return "f''(x)" if task.endswith(", x, 2)") else "f'(x)" if task.startswith("diff(") else ""


def _kept_by_matrices(task: str, line: str) -> bool | None:
    """A gradient by differences; a differential along one random direction."""
    if not line.startswith("df = "):
        return None if "=" in line or line.startswith("dr") else arrays.agrees(task, line)
    if re.search(r"\br\b|\bdr\b", line):
        return None
    at, name = arrays.drawn(7), task[-2]
    along = np.random.default_rng(5).normal(size=at[name].a.shape)
    rise = arrays.value(line.removeprefix("df = "), {**at, f"d{name}": arrays.Of(along)}).item()
    return bool(np.isclose(rise, (arrays.differences(task, at) * along).sum(), rtol=1e-4))


def _size(value: Any) -> int:
    return len(value) if isinstance(value, (list, tuple, set)) else 0


def _kind(line: str) -> str:
    found = NAME_OF_THE_ANSWER.match(line)
    return found[1].strip("= ") if found else ""


def faults(worked: Worked) -> list[str]:
    """What is found wrong with a working as it is planned: a line that is not right, a slip that is none."""
    answer = worked.lines[-1]
    found = [f"not right: {line}" for line in worked.lines if kept(worked.task, line, answer) is False]
    for number, tail in worked.slips.items():
        if kept(worked.task, tail[0], answer) is True:
            found.append(f"no slip in line {number}: {tail[0]}")
        found += [f"right again: {line}" for line in tail[1:] if kept(worked.task, line, answer) is True]
    return found
