"""No mistake however small is called right, and nothing that is only written anew is called wrong."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fluxions.calculus.answers.check import check
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.language.latex import latex
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Right, Unreadable, Verdict, Wrong
from tests.calculus.equality.near_misses import Drawn, near_miss, the_same
from tests.calculus.equality.second_opinion import points, told_apart

many = settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
seeds = st.integers(0, 2**40).map(Random)


def typed(drawn: Drawn, random: Random) -> tuple[str, Verdict]:
    """The verdict on one side, printed in one of the two spellings, against the other."""
    answer, expected = random.sample([drawn.first, drawn.second], 2)
    text = (ascii if random.random() < 0.5 else latex)(answer)
    return text, check(text, expected, kind="expression")


@many
@given(seeds)
def test_a_near_miss_is_never_right(random: Random) -> None:
    drawn = near_miss(random)
    text, found = typed(drawn, random)
    assert not isinstance(found, Right | Unreadable), (text, drawn, found)


@many
@given(seeds)
def test_what_is_written_anew_is_never_wrong(random: Random) -> None:
    drawn = the_same(random)
    text, found = typed(drawn, random)
    assert not isinstance(found, Wrong | Unreadable), (text, drawn, found)


@many
@given(seeds)
def test_the_rewritings_are_sound_says_mpmath(random: Random) -> None:
    drawn = the_same(random)
    names = symbols(drawn.first) | symbols(drawn.second)
    assert not any(told_apart(drawn.first, drawn.second, at) for at in points(names, random, 8)), drawn
