"""A wrong answer explained: by one mistake, by one and a slip beside it, or by two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from fluxions.calculus.answers.check import kind_of
from fluxions.calculus.derivation.step import Derivation, every_step
from fluxions.calculus.diagnosis.closure import WrongAnswer
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Candidate, Diagnosis, Mistaken
from fluxions.calculus.diagnosis.fingerprints import alike
from fluxions.calculus.diagnosis.matching import matching
from fluxions.calculus.diagnosis.predictions import ONE_MISTAKE, predictions, two_mistakes
from fluxions.calculus.expr import Expr, Operator, Sym
from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.calculus.problem import Problem
from fluxions.calculus.shapes import is_shaped
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Text, Witness, Wrong
from fluxions.calculus.vocabulary import VERDICTS

SLIPS: dict[float, Literal["sign", "constant-factor"]] = {
    -1.0: "sign", 2.0: "constant-factor", 0.5: "constant-factor",
}  # fmt: skip
BESIDES = {
    "sign": "{says} Besides, the sign is the other one.",
    "constant-factor": "{says} Besides, it is off by a factor {factor}.",
}
TESTS = ("convexity", "curvature", "definiteness")  # goals whose answer is one of few words
ONE_PERHAPS = "This is what you get if one thing went wrong. {says}"
TWO_PERHAPS = "This is what you get if two things went wrong. "
TWO = "Two things went wrong. {says} Also: {also}"
ANOTHER = "{says} Something else went wrong besides."
AS_VALUE = ("different-value", "sign", "constant-factor", "different-domain")  # nothing else was found to be near


def explained(
    derivation: Derivation, answer: Expr, wrong: Wrong, problem: Problem, units: int = ONE_MISTAKE
) -> Diagnosis:
    """The wrong answer, or the wrong line, with the misconceptions that lead to it.

    Where not every mistake could be worked out in the units of work, the one that is found is told as possible.
    """
    told = _by_reason(derivation, wrong)
    if told is not None:
        return told
    candidates = candidates_for(derivation, answer, problem, units)
    if len(candidates) > 1:
        return _ambiguous(candidates, wrong, problem)
    if candidates:
        possible = kind_of(answer) == "number" or not predictions(derivation, problem, units).complete
        return mistaken(derivation, candidates[0], wrong.witness, wrong.reason, possible=possible)
    return wrong


def explained_at_length(
    derivation: Derivation, answer: Expr, wrong: Wrong, problem: Problem, units: int = ONE_MISTAKE
) -> Diagnosis:
    """The same for a final answer: where one mistake explains nothing, one and a slip, or two."""
    found = explained(derivation, answer, wrong, problem, units)
    if found is not wrong or is_shaped(answer) or not symbols(answer) or wrong.reason not in AS_VALUE:
        return found  # one number among many is met by chance
    two = _with_a_slip(derivation, answer, wrong, problem, units) or _by_two(derivation, answer, wrong, problem)
    if two is None:
        return wrong
    if isinstance(two, Mistaken) and not predictions(derivation, problem, units).complete:
        return replace(two, possible=True, message=Text(TWO_PERHAPS + two.message.text, two.message.slots))
    return two


def candidates_for(derivation: Derivation, answer: Expr, problem: Problem, units: int = ONE_MISTAKE) -> list[Candidate]:
    """The misconceptions of which one application leads to the answer, each once, the outermost steps first."""
    candidates = _each_once(predictions(derivation, problem, units).leading_to(answer))
    if not (isinstance(answer, Sym) and answer.name in VERDICTS):
        return candidates
    of_the_test = [each for each in candidates if isinstance(each.at, Operator) and each.at.name in TESTS]
    return of_the_test or candidates  # one word among three is met by chance: a test misread comes first


def _each_once(wrong: Iterable[WrongAnswer]) -> list[Candidate]:
    first: dict[str, Candidate] = {}
    for each in wrong:
        first.setdefault(each.misconception.name, Candidate(each.misconception, each.rule, each.at))
    return list(first.values())


def _by_reason(derivation: Derivation, wrong: Wrong) -> Mistaken | None:
    """The misconception that a verdict's reason shows by itself: the constant of integration left out."""
    for each in MISCONCEPTIONS:
        if wrong.reason in each.reasons:
            by = Candidate(each, "", derivation.task)
            done = frozenset(step.skill for step in every_step(derivation.steps) if not step.silent) - {each.skill}
            return Mistaken(each, "", by.at, done, Text(each.says), wrong.witness, wrong.reason)
    return None


def _ambiguous(candidates: list[Candidate], wrong: Wrong, problem: Problem) -> Ambiguous:
    own_first = sorted(candidates, key=lambda each: each.misconception.skill != problem.skill)
    return Ambiguous(tuple(own_first), Text("Several mistakes lead to this."), wrong.witness, wrong.reason)


def mistaken(
    derivation: Derivation, by: Candidate, witness: Witness | None, reason: str, *, possible: bool = False
) -> Mistaken:
    """One named mistake, with the skills whose steps were carried out right; none where no step was reached."""
    says = Text(ONE_PERHAPS, (("says", by.misconception.says),)) if possible else Text(by.misconception.says)
    done = _done_right(derivation, by)
    return Mistaken(by.misconception, by.rule, by.at, done, says, witness, reason, possible=possible)


def _done_right(derivation: Derivation, *bent: Candidate) -> frozenset[str]:
    """The skills of all steps but the bent ones; none where the task itself was bent."""
    if not all(each.rule for each in bent):
        return frozenset()
    places = {(each.rule, each.at) for each in bent}
    steps = tuple(every_step(derivation.steps))
    not_shown = {each.misconception.skill for each in bent} | {
        step.skill for step in steps if (step.rule, step.before) in places
    }
    return frozenset(step.skill for step in steps if not step.silent) - not_shown


def _with_a_slip(derivation: Derivation, answer: Expr, wrong: Wrong, problem: Problem, units: int) -> Diagnosis | None:
    """One mistake, and the sign or a factor 2 besides."""
    if wrong.reason != "different-value":
        return None
    found = list(predictions(derivation, problem, units).times(answer, tuple(SLIPS)))
    candidates = _each_once(each for each, _ in found)
    if len(candidates) > 1:
        return _ambiguous(candidates, wrong, problem)
    if not candidates:
        return None
    by, factor = candidates[0], found[0][1]
    slots = (("says", by.misconception.says), ("factor", "1/2" if factor == 0.5 else f"{factor:g}"))
    near = SLIPS[factor]
    done = _done_right(derivation, by)
    message = Text(BESIDES[near], slots)
    return Mistaken(by.misconception, by.rule, by.at, done, message, wrong.witness, wrong.reason, near=near)


def _by_two(derivation: Derivation, answer: Expr, wrong: Wrong, problem: Problem) -> Mistaken | None:
    """Two mistakes, where one pair of them leads here, or where all pairs that do have one of them in common."""
    pairs: dict[frozenset[str], tuple[Candidate, Candidate]] = {}
    for first, second in _pairs(derivation, answer, problem):
        pairs.setdefault(frozenset({first.misconception.name, second.misconception.name}), (first, second))
    common = frozenset.intersection(*pairs) if pairs else frozenset()
    if not common:
        return None
    first, second = next(iter(pairs.values()))
    done = _done_right(derivation, *(each for pair in pairs.values() for each in pair))
    also: tuple[Candidate, ...] = ()
    if len(pairs) == 1:
        also, message = (second,), Text(TWO, (("says", first.misconception.says), ("also", second.misconception.says)))
    else:
        first = first if first.misconception.name in common else second
        message = Text(ANOTHER, (("says", first.misconception.says),))
    by = first.misconception
    return Mistaken(by, first.rule, first.at, done, message, wrong.witness, wrong.reason, also=also)


def _pairs(derivation: Derivation, answer: Expr, problem: Problem) -> Iterator[tuple[Candidate, Candidate]]:
    how = matching(derivation, problem)
    plain = how.settled(answer)
    if plain is None:
        return
    seen = how.sight.of(plain)
    for each in two_mistakes(derivation, problem):
        if each.before is not None and alike(how.sight.of(each.answer), seen) and how.same(each.answer, plain):
            before = each.before
            yield (
                Candidate(before.misconception, before.rule, before.at),
                Candidate(each.misconception, each.rule, each.at),
            )


__all__ = ["candidates_for", "explained", "explained_at_length", "mistaken"]
