"""Is one variant of a problem sound? Solved, answered in several spellings, answered with every known mistake."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions import calculus
from fluxions.calculus.derivation.step import Derivation, every_step
from fluxions.calculus.diagnosis.diagnose import one_mistake
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Diagnosis, Mistaken
from fluxions.calculus.expr import Add, Expr, Mul
from fluxions.calculus.numbers.agreement import agree, apart
from fluxions.calculus.problem import Problem
from fluxions.calculus.verdict import Right, Unreadable


def variant_faults(problem: Problem) -> Iterator[str]:
    """What is wrong with a generated problem."""
    derivation = _derivation(problem)
    if any(each.checked.status == "assumed" for each in every_step(derivation.steps)):
        yield "a step of the solution was not checked"
    if not problem.given and agree(problem.task, derivation.answer, 7, 160) == "differ":
        yield "the answer differs from the task, evaluated without the steps"
    for e in (problem.task, derivation.answer):
        reading = calculus.read(calculus.ascii(e), problem.vocabulary)
        if isinstance(reading, Unreadable) or reading.expr != e:
            yield f"{calculus.ascii(e)} does not read back to itself"
    for text in spellings(derivation.answer):
        verdict = calculus.diagnose(problem, text)
        if not isinstance(verdict, Right):
            yield f"the right answer written {text} is judged {type(verdict).__name__}"
    yield from _mistakes(problem)


def _mistakes(problem: Problem) -> Iterator[str]:
    """Is each wrong answer named, or ambiguous with the right name among the candidates?"""
    wrong = calculus.wrong_answers(problem)
    if not wrong:
        yield "no misconception leads to a wrong answer here, so the problem cannot show any"
    for each in wrong:
        text = calculus.ascii(each.answer)
        verdict = calculus.diagnose(problem, text)
        if each.misconception.name not in named(verdict):
            judged = f"{type(verdict).__name__} {named(verdict)}"
            yield f"{text}, which comes from {each.misconception.name}, is judged {judged}"


def visible_and_hidden(problem: Problem) -> tuple[frozenset[str], frozenset[str]]:
    """The misconceptions that lead to a wrong answer here, and those that lead to the right one only."""
    derivation = _derivation(problem)
    visible, right = set(), set()
    for each in one_mistake(derivation, problem):
        if apart(each.answer, derivation.answer):
            visible.add(each.misconception.name)
        elif agree(each.answer, derivation.answer) == "agree":
            right.add(each.misconception.name)
    return frozenset(visible), frozenset(right - visible)


def spellings(answer: Expr) -> Iterator[str]:
    """The same answer as different people would write it."""
    text = calculus.ascii(answer)
    yield text
    yield calculus.latex(answer)
    yield f"({text})"
    if isinstance(answer, (Add, Mul)):
        yield calculus.ascii(answer.rebuilt(tuple(reversed(answer.children))))
    yield text.replace("*", " * ").replace("^", "**")


def named(verdict: Diagnosis) -> tuple[str, ...]:
    """The misconceptions that a diagnosis speaks of."""
    match verdict:
        case Mistaken(misconception):
            return (misconception.name,)
        case Ambiguous(candidates):
            return tuple(each.misconception.name for each in candidates)
    return ()


def _derivation(problem: Problem) -> Derivation:
    assert isinstance(problem.derivation, Derivation), "a generated problem carries its derivation"
    return problem.derivation
