"""The drawing of recall, and the labels of skills."""

from itertools import pairwise

import pytest

from fluxions.learner.curves import RecallCurve
from fluxions.web.today.chart import chart, shortened
from fluxions.web.today.near import label


def curve(now: float, later: float) -> RecallCurve:
    flat = tuple((day, now + (later - now) * day / 21) for day in range(22))
    return RecallCurve("a", ((-3, 1.0), (0, now)), flat, tuple((day, 1 - day / 100) for day in range(22)))


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("lowest, ground", [(0.82, 60), (0.55, 50), (0.31, 30), (0.02, 0)])
def test_the_ground_holds_every_curve(narrow, lowest, ground):
    drawn = chart([("Chain rule", curve(0.85, lowest))], narrow=narrow)
    assert drawn.grid[-1][1] >= ground and drawn.grid[0] == (16, 100)
    heights = [float(pair.split()[1]) for pair in drawn.lines[0].without.removeprefix("M").split(" L")]
    assert all(16 <= each <= drawn.bottom for each in heights)


def test_labels_never_stand_on_each_other():
    drawn = chart([(name, curve(0.85, 0.8)) for name in ("one", "two", "three")], narrow=False)
    places = sorted(each.label_y for each in drawn.lines)
    assert all(b - a >= 14 for a, b in pairwise(places))
    assert len({each.colour for each in drawn.lines}) == 3


@pytest.mark.parametrize(
    "title, most, shown",
    [
        ("Chain rule", 14, "Chain rule"),
        ("Derivatives of trigonometric functions", 24, "Derivatives of…"),
        ("Reparameterisation", 10, "Reparamet…"),
    ],
)
def test_a_long_title_is_cut_between_words(title, most, shown):
    assert shortened(title, most) == shown and len(shortened(title, most)) <= most


@pytest.mark.parametrize(
    "title, lines",
    [
        ("Chain rule", ("Chain rule",)),
        ("Nested and mixed differentiation", ("Nested and mixed", "differentiation")),
        ("Algebraic manipulation for calculus", ("Algebraic", "manipulation…")),
    ],
)
def test_a_label_has_at_most_two_lines(title, lines):
    assert label(title, 16) == lines
