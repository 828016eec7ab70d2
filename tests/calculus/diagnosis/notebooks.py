"""Working as it stands in notebooks: right ones that must not be flagged, wrong ones with the line that goes wrong."""

from __future__ import annotations

from fluxions.calculus import LineReport, Problem, diagnose_lines
from fluxions.calculus.vocabulary import Vocabulary
from tests.calculus.spelled import WORDS, spelled


def report(task: str, lines: str, words: Vocabulary | None = None) -> LineReport:
    """What is said of a working whose lines are parted by ` | `."""
    problem = Problem("", spelled(task)) if words is None else Problem("", spelled(task), words)
    return diagnose_lines(problem, parted(lines))


def parted(lines: str) -> tuple[str, ...]:
    """The lines of a working written in one string."""
    return tuple(each.strip() for each in lines.split(" | "))


def shown(found: LineReport) -> list[str]:
    return [f"{each.verdict} {each.reason}" for each in found.lines]


def unflagged(task: str, lines: str) -> None:
    """Every line can be read, none is wrong, and the working ends with a right answer."""
    found = report(task, lines)
    assert found.first_wrong_line is None, (shown(found), str(found.diagnosis))
    assert all(each.verdict in ("right", "undecided") for each in found.lines), shown(found)
    assert found.complete, (shown(found), found.diagnosis)


def goes_wrong(task: str, lines: str, at: int) -> None:
    """The first wrong line is this one, and the lines above it are right."""
    found = report(task, lines)
    assert found.first_wrong_line == at, shown(found)
    assert not found.complete
    assert all(each.verdict in ("right", "undecided") for each in found.lines[: at - 1]), shown(found)


__all__ = ["WORDS", "goes_wrong", "parted", "report", "shown", "unflagged"]
