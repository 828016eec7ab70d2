"""Are two expressions equal? Rung by rung, the cheapest first; each rung proves, refutes, or passes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Literal

from fluxions.calculus.budget import Budget, OutOfBudget, check_budget
from fluxions.calculus.equality.certificates import same_constant
from fluxions.calculus.equality.complex_mode import equal_complex
from fluxions.calculus.equality.constant_difference import constant_difference
from fluxions.calculus.equality.judgement import Judgement, judged
from fluxions.calculus.equality.pair import PHASES, Pair, Sample
from fluxions.calculus.equality.witness import coordinates, printed, witness
from fluxions.calculus.expr import Expr, Sym, num
from fluxions.calculus.numbers.balls import value_at
from fluxions.calculus.numbers.complexes import is_complex
from fluxions.calculus.numbers.domain import same_conditions
from fluxions.calculus.numbers.points import Point
from fluxions.calculus.numbers.tape import NoTape
from fluxions.calculus.trees import alike, kinds, substituted
from fluxions.calculus.verdict import Comparison, Different, Equal, Proof, Unknown, Witness
from fluxions.calculus.vocabulary import FUNCTIONS

Domain = Literal["common", "same"]
ENOUGH = 8  # usable points before agreement counts
WANTED = 14
LOUD = 3  # of them at which every part is heard
ABSENT = ("outside", "pole")
NOT_REAL = "not real"


def equal(
    a: Expr,
    b: Expr,
    *,
    assume: Sequence[Expr] = (),
    domain: Domain = "common",
    budget: Budget | None = None,
    witnessed: bool = True,
) -> Comparison:
    """Whether a and b have the same value wherever both are real; `witnessed` looks for a point that people like."""
    if alike(a, b):
        return Equal("same")
    budget = check_budget() if budget is None else budget
    try:
        return _compared(a, b, tuple(assume), domain, budget, witnessed)
    except OutOfBudget:
        return Unknown("budget")


def _compared(
    a: Expr, b: Expr, assume: tuple[Expr, ...], domain: Domain, budget: Budget, witnessed: bool
) -> Comparison:
    try:
        pair = Pair(a, b, assume, budget, witnessed)
    except NoTape as reason:
        if is_complex(a) or is_complex(b):
            return equal_complex(a, b, budget)
        return _exact_only(a, b, budget, str(reason))
    first = _first(pair)
    if any(each.apart for each in first):
        return _different(pair, next(each for each in first if each.apart))
    exact = judged(a, b, budget)
    if exact.identical and any(each.both for each in first) and same_conditions(a, b):
        return Equal("polynomial-identity")
    return _probed(pair, first, exact, domain)


def _exact_only(a: Expr, b: Expr, budget: Budget, why: str) -> Comparison:
    """Where no point can be tried, rational functions still decide."""
    exact = judged(a, b, budget)
    if exact.identical and exact.somewhere:
        return Equal("polynomial-identity")
    return Unknown(f"no-value:{why}")


def _first(pair: Pair) -> list[Sample]:
    """One quick point where both are real, or two tries: most wrong answers end here."""
    found: list[Sample] = []
    for point in pair.seeded(0):
        found.append(pair.sample(point))
        if found[-1].both or len(found) == 2:
            break
    return found


def _probed(pair: Pair, samples: list[Sample], exact: Judgement, domain: Domain) -> Comparison:
    """Sample on until a difference is found or enough agrees."""
    generic = list(samples)
    for point, anywhere in _more(pair, samples, exact):
        sample = pair.sample(point)
        if sample.apart:
            return _different(pair, sample)
        if anywhere is not None:
            samples.append(sample)
            generic += [sample] if anywhere else []
    together = [each for each in samples if each.both]
    if not any(each.both for each in generic) and len(together) < ENOUGH:
        return _never_together(pair, generic)
    shut = next((each for each in samples if {each.left, each.right} == {"real", "outside"}), None)
    if shut is not None and domain == "same":
        return Different(coordinates(shut.at), _one_sided(pair, shut), "different-domain")
    proof = _proof(pair, together, exact)
    if not isinstance(proof, str):
        return proof
    return Equal(proof) if shut is None else Equal(proof, True, coordinates(shut.at))


def _more(pair: Pair, samples: list[Sample], exact: Judgement) -> Iterator[tuple[Point, bool | None]]:
    """The points still to be tried, and whether each is of no special kind; `samples` grows meanwhile.

    None marks points far out: they can refute, but agreement there says little.
    """
    if not pair.names:
        return
    few = exact.identical
    yield from ((point, True) for point in islice(pair.seeded(0), len(samples), 7 if few else WANTED))
    yield from pair.cells()
    if not few:
        yield from ((point, False) for point in pair.liked())
    far = not few and pair.bends  # zeros of such guards are known near the origin only
    if far:
        yield from ((point, None) for point in pair.beyond())
    for phase in range(1, PHASES):
        enough = sum(each.both for each in samples) >= (1 if few else WANTED)
        if enough and not far:
            return
        yield from ((point, None if enough else True) for point in pair.seeded(phase))
    if sum(each.both for each in samples) < ENOUGH:
        yield from pair.cells(ENOUGH)


def _proof(pair: Pair, together: list[Sample], exact: Judgement) -> Proof | Comparison:
    """Why points that agree mean equality, or what speaks against it."""
    if exact.identical:
        return "polynomial-identity"
    if not pair.names and same_constant(pair.left, pair.right, pair.budget):
        return "separation-bound"
    if len(pair.names) == 1:
        (name,) = pair.names
        if constant_difference(pair.left, pair.right, Sym(name), pair.assume, pair.budget):
            return "constant-difference"
    loud = 0
    for sample in together:
        heard = pair.heard(sample)
        if heard is not None and heard.apart:
            return _different(pair, heard)
        loud += heard is not None and heard.both
    if not pair.names:
        return "probed" if loud else Unknown("silent")
    if len(together) < ENOUGH:
        return Unknown("few-points")
    return "probed" if loud >= LOUD else Unknown("silent")


def _never_together(pair: Pair, samples: list[Sample]) -> Comparison:
    """No common point: a difference where one side is real and the other never is."""
    for one, other in (("right", "left"), ("left", "right")):
        real = [each for each in samples if getattr(each, one) == "real"]
        absent = pair.left if other == "left" else pair.right
        if len(real) >= (ENOUGH if pair.names else 1) and all(getattr(each, other) in ABSENT for each in real):
            if _has_value(absent, real[0].at):
                return Unknown("no-common-point")
            return Different(coordinates(real[0].at), _one_sided(pair, real[0]), "different-domain")
    return Unknown("no-common-point")


def _has_value(e: Expr, at: Point) -> bool:
    """Has e a value at the point once the numbers stand in it? 0^x and (-1)^x have where x is 2."""
    return value_at(substituted(e, {name: num(value) for name, value in at.items()}), {}) is not None


def _one_sided(pair: Pair, proof: Sample) -> Witness | None:
    """A point where one side has a value and the other has none, one that a person likes if there is one."""
    if _unknown_functions(pair):
        return None
    best, absent = proof, pair.left if proof.right == "real" else pair.right
    with suppress(OutOfBudget):
        for each in map(pair.sample, pair.liked()):
            if (each.left, each.right) == (proof.left, proof.right) and not _has_value(absent, each.at):
                best = each
                break
    at = tuple((name, str(value)) for name, value in best.at.items())
    return Witness(at, _shown(pair.left, best), _shown(pair.right, best))


def _shown(e: Expr, sample: Sample) -> str:
    value = value_at(e, sample.at)
    return NOT_REAL if value is None else printed(value)


def _different(pair: Pair, proof: Sample) -> Different:
    """The disproof at a point that a person likes, if there is one."""
    if not pair.witnessed:
        return Different(coordinates(proof.at), None)
    best = proof
    with suppress(OutOfBudget):
        best = next((each for each in map(pair.sample, pair.liked()) if each.apart), proof)
    shown = best.values is not None and not _unknown_functions(pair)
    seen = witness(best.at, *best.values) if shown and best.values is not None else None
    return Different(coordinates(best.at), seen)


def _unknown_functions(pair: Pair) -> bool:
    """Do made-up functions stand for f, so that values mean nothing to a reader?"""
    both = kinds(pair.left) | kinds(pair.right)
    return any(type(each) is str and each not in FUNCTIONS for each in both)
