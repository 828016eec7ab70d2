"""Recall over six weeks as a drawing: past, with a right answer today, and without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fluxions.learner.curves import RecallCurve

SPAN = 21  # days either way
MOST = 3  # curves
COLOURS = ("differential", "vector", "integral")  # as every figure takes them
LEAST_SPACE = 14  # between two labels, in units of the drawing


@dataclass(frozen=True, slots=True)
class Line:
    """One skill: three paths, where it stands today, and its label at the end."""

    title: str
    colour: str  # the strand that lends it
    before: str
    without: str
    practised: str
    rise: str
    x: float
    y: float
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of one width; the ground goes from the lowest shown recall to certainty."""

    width: int
    height: int
    left: int
    right: int
    bottom: int
    today: float
    grid: tuple[tuple[float, int], ...]  # height on the page, per cent
    days: tuple[tuple[float, str, str], ...]  # place, words, anchor
    lines: tuple[Line, ...]


def chart(curves: Sequence[tuple[str, RecallCurve]], *, narrow: bool) -> Chart:
    """The drawing of a few (title, curve)."""
    width, height, left, right = (320, 240, 36, 232) if narrow else (720, 270, 36, 560)
    top, bottom = 16, height - 34
    low = min(60, *(int(recall * 10) * 10 for _, each in curves for _, recall in (*each.before, *each.without)))

    def across(day: float) -> float:
        return round(left + (day + SPAN) / (2 * SPAN) * (right - left), 1)

    def down(recall: float) -> float:
        return round(top + (100 - 100 * recall) / (100 - low) * (bottom - top), 1)

    def path(points: Sequence[tuple[int, float]]) -> str:
        return "M" + " L".join(f"{across(day)} {down(recall)}" for day, recall in points)

    ends = _apart([down(each.practised[-1][1]) + 4 for _, each in curves])
    lines = tuple(
        Line(
            shortened(title, 14 if narrow else 24),
            colour,
            path(each.before),
            path(each.without),
            path(each.practised),
            path([each.without[0], each.practised[0]]),
            across(0),
            down(each.now),
            right + 8,
            place,
        )
        for (title, each), place, colour in zip(curves, ends, COLOURS, strict=False)
    )
    weeks = ((-SPAN, "−3 weeks", "start"), (0, "today", "middle"), (SPAN, "+3 weeks", "end"))
    step = 10 if low >= 50 else 20
    grid = tuple((down(each / 100), each) for each in range(100, low - 1, -step))
    days = tuple((across(day), words, anchor) for day, words, anchor in weeks)
    return Chart(width, height, left, right, bottom, across(0), grid, days, lines)


def shortened(title: str, most: int) -> str:
    """A title of at most so many characters, cut between words where it can be."""
    if len(title) <= most:
        return title
    cut = title[: most - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,:") + "…"


def _apart(places: Sequence[float]) -> list[float]:
    """The labels moved down until no two stand on each other, in the order given."""
    found = dict(enumerate(places))
    below = -float(LEAST_SPACE)
    for number in sorted(found, key=lambda each: found[each]):
        below = found[number] = max(found[number], below + LEAST_SPACE)
    return [round(found[number], 1) for number in range(len(places))]
