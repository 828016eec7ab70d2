"""A letter that the task has in the other case only: X W for X w."""

from __future__ import annotations

import re

from fluxions.calculus.language.lines import Line
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.problem import Problem
from fluxions.calculus.shapes import names_in
from fluxions.calculus.verdict import Text, Unreadable

_LETTERS = re.compile(r"(?<![A-Za-z\\\\_^{])[A-Za-z]{1,3}(?![A-Za-z])")
_WORDS = frozenset({"tr", "det", "inv", "ln", "exp", "sum", "let", "so"})
OTHER_CASE = Text("{typed} is not in the task, {declared} is. Did you mean {declared}?")


def other_case(text: str, line: Line, problem: Problem, own: frozenset[str]) -> Unreadable | None:
    """What is said where a name is read that only its other case can be; None where every name is known."""
    known = names_in(problem.task)
    if isinstance(line.reading, Reading):
        used = {name for each in line.sides for name in names_in(each)}
    elif line.reading.code in ("shape-clash", "letter-case"):
        used = {letter for each in _runs(text) for letter in each[0]}
    else:
        return None
    for name in sorted(used - known - own):
        other = name.swapcase()
        if len(name) != 1 or other not in known:
            continue
        places = [each.start() + i for each in _runs(text) for i, letter in enumerate(each[0]) if letter == name]
        meant = "".join(other if i in places else letter for i, letter in enumerate(text))
        start = places[0] if places else 0
        said = Text(OTHER_CASE.text, (("typed", name), ("declared", other)))
        return Unreadable("letter-case", (start, start + 1), said, meant)
    return None


def _runs(text: str) -> list[re.Match[str]]:
    """The letters that stand in a line, alone or side by side, without its words."""
    return [each for each in _LETTERS.finditer(text) if each[0] not in _WORDS]


__all__ = ["other_case"]
