"""What must hold of equality for every expression."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import Expr
from fluxions.calculus.numbers.balls import Unclear, Undefined, point_of, precision, run
from fluxions.calculus.numbers.points import seeded_points
from fluxions.calculus.numbers.tape import tape
from fluxions.calculus.verdict import Different, Equal
from tests.calculus.equality.expressions_drawn import expressions, nearly, rewritten

quick = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def refuted(a: Expr, b: Expr) -> bool:
    """Does some point of a set of our own tell them apart at 1,200 bits?"""
    program = tape(a, b, difference=True)
    for phase in range(4):
        for at in seeded_points(("x", "y", "t"), 20, seed=77, phase=phase):
            try:
                with precision(1200):
                    if not run(program, point_of(at), 1200)[2].contains(0):
                        return True
            except (Undefined, Unclear):
                continue
    return False


@quick
@given(expressions)
def test_everything_equals_itself(a: Expr) -> None:
    assert isinstance(equal(a, a), Equal)


@quick
@given(rewritten())
def test_a_sound_rewriting_is_never_different(pair: tuple[Expr, Expr]) -> None:
    a, b = pair
    found = equal(a, b)
    assert not isinstance(found, Different) or (found.reason == "different-domain" and not found.witness)


@quick
@given(nearly())
def test_equal_is_symmetric_and_never_refuted(pair: tuple[Expr, Expr]) -> None:
    a, b = pair
    found = equal(a, b)
    assert type(found) is type(equal(b, a))
    assert not isinstance(found, Equal) or not refuted(a, b)
