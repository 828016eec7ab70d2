"""What makes a draw a problem: solved, checked, of a fair size, with a mistake that would show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fluxions.calculus.budget import Budget, OutOfBudget, problem_budget
from fluxions.calculus.derivation.step import Derivation, every_step, skills_of, step_count
from fluxions.calculus.diagnosis.closure import WrongAnswer
from fluxions.calculus.diagnosis.diagnose import wrong_answers
from fluxions.calculus.expr import Expr, Num
from fluxions.calculus.problem import Problem, ProblemFamily, Rejected
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import nodes, size

TRIES = 50


def generate(family: ProblemFamily, seed: int, *, budget: Budget | None = None) -> Problem | Rejected:
    """The first acceptable draw of this seed, solved, with every step checked."""
    random = _stream(family, seed)
    why = "no draw"
    for attempt in range(TRIES):
        try:
            drawn = family.make(random if attempt == 0 else random.fork(f"again-{attempt}"))
            result = accepted(drawn, family, budget or problem_budget())
        except OutOfBudget:
            result = "out of budget"
        if isinstance(result, Problem):
            return replace(result, variant=seed)
        why = result
    return Rejected(family.id, why)


def first_draw(family: ProblemFamily, seed: int) -> Problem:
    """What `generate` tries first for this seed, not solved yet: if it was accepted before, it is the problem."""
    return family.make(_stream(family, seed))


def _stream(family: ProblemFamily, seed: int) -> Random:
    return Random(f"{family.skill}/{family.name}/{family.version}/{seed}")


def accepted(drawn: Problem, family: ProblemFamily, budget: Budget) -> Problem | str:
    """The problem with its derivation, or why it is not one."""
    derivation = solve(drawn.task, given=drawn.given, budget=budget)
    if not isinstance(derivation, Derivation):
        return f"not solved: {derivation.why}"
    for reason in _faults(derivation, family):
        return reason
    return replace(
        drawn, skill=family.skill, family=family.name, derivation=derivation, difficulty=difficulty(derivation)
    )


def _faults(derivation: Derivation, family: ProblemFamily) -> Iterator[str]:
    used = {each.rule for each in every_step(derivation.steps)}
    missing = [name for name in family.needs if name not in used]
    if missing:
        yield f"the solution does not use {', '.join(missing)}"
    if derivation.answer == derivation.task:
        yield "the answer is the task"
    if size(derivation.answer) > family.largest_answer:
        yield "the answer is too long"
    if height(derivation.answer) > family.largest_number:
        yield "the numbers of the answer are too large"


def height(e: Expr) -> int:
    """The largest numerator or denominator in e."""
    numbers = [each.value for each in nodes(e) if isinstance(each, Num)]
    return max((max(abs(n.numerator), n.denominator) for n in numbers), default=0)


def difficulty(derivation: Derivation) -> float:
    """From 0 to 1, version 1: steps, skills, choices and the height of the numbers, weighted by hand."""
    steps, skills = step_count(derivation), len(skills_of(derivation))
    choices = sum(len(each.others) for each in every_step(derivation.steps))
    digits = len(str(height(derivation.answer)))
    score = 0.035 * steps + 0.05 * (skills - 1) + 0.01 * choices + 0.02 * (digits - 1)
    return round(min(1.0, max(0.0, score)), 3)


def visible_mistakes(problem: Problem) -> tuple[WrongAnswer, ...]:
    """The wrong answers that really are wrong: one for each misconception, the first it leads to."""
    first: dict[str, WrongAnswer] = {}
    for wrong in wrong_answers(problem):
        first.setdefault(wrong.misconception.name, wrong)
    return tuple(first.values())
