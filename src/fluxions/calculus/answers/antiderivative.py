"""Antiderivatives: the derivative is compared with the integrand; the constant and the logs are judged apart."""

from __future__ import annotations

from typing import Literal

from fluxions.calculus.answers.expression import kind_in_words, told
from fluxions.calculus.answers.question import Question, undecided, wrong
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.ratio import constant_ratio
from fluxions.calculus.equality.shared_domain import agreement
from fluxions.calculus.expr import Diff, Expr, Int, Rel, Sym, num
from fluxions.calculus.trees import free_of, nodes, symbols
from fluxions.calculus.verdict import Different, Equal, Right, Text, Unknown, Verdict, Wrong

Constant = Literal["required", "free"]
Logs = Literal["lenient", "absolute"]


def compare(question: Question, answer: Expr, variable: Sym, constant: Constant, logs: Logs) -> Verdict:
    """F against the integrand (`question.expected`): F′ = f, with one constant of integration."""
    if isinstance(answer, Rel):
        return wrong("wrong-type", "You gave {given}, an expression is wanted.", given=kind_in_words(answer))
    if any(isinstance(node, Int) for node in nodes(answer)):
        return wrong("operator-left-standing", "An integral is still to be worked out.")
    slope = Diff(answer, variable)
    found = equal(slope, question.expected, assume=question.assume, budget=question.budget)
    match found:
        case Equal():
            return _constant(question, answer, variable, found, constant, logs)
        case Different():
            return _wrong(question, answer, variable, found)
        case Unknown(why):
            return undecided(why)


def _constant(question: Question, answer: Expr, variable: Sym, found: Equal, constant: Constant, logs: Logs) -> Verdict:
    if found.domains_differ and logs == "absolute":
        return wrong("different-domain", "The logarithm needs an absolute value: the integrand lives there too.")
    free = _constants(question, answer, variable)
    if free is None:
        return undecided("constant")
    if not free:
        if constant == "free":
            return Right("missing-constant", found.certificate)
        message = Text("All is right but the constant: add + C.")
        return Wrong("missing-constant", message, None, found.certificate)
    if len(free) > 1:
        names = ", ".join(sorted(free))
        return wrong("wrong-variable", "Only one constant of integration is wanted, not {names}.", names=names)
    if found.domains_differ:
        return Right(
            "different-domain", found.certificate, agreement(Diff(answer, variable), question.expected, found.outside)
        )
    return Right("equal", found.certificate)


def _constants(question: Question, answer: Expr, variable: Sym) -> set[str] | None:
    """The new symbols c with ∂F/∂c not 0 and free of the variable; None where that is not known."""
    found = set()
    for name in symbols(answer) - symbols(question.expected) - {variable.name}:
        slope = Diff(answer, Sym(name))
        match equal(slope, num(0), budget=question.budget):
            case Equal():
                continue
            case Unknown():
                return None
        match equal(Diff(slope, variable), num(0), budget=question.budget):
            case Equal():
                found.add(name)
            case Unknown():
                return None
    return found


def _wrong(question: Question, answer: Expr, variable: Sym, found: Different) -> Verdict:
    integrand, budget = question.expected, question.budget
    if isinstance(equal(answer, Diff(integrand, variable), budget=budget), Equal):
        return wrong("is-the-derivative", "This is the derivative of the integrand: integrate instead.")
    if not free_of(answer, variable) and isinstance(equal(answer, integrand, budget=budget), Equal):
        return wrong("is-the-function", "This is the integrand itself.")
    ratio = constant_ratio(Diff(answer, variable), integrand, question.assume, budget)
    if ratio == -1:
        return wrong("sign", "Only the sign is wrong.")
    if ratio is not None:
        return wrong("constant-factor", "Your answer is {factor} times an antiderivative.", factor=str(ratio))
    sentence = told(found.witness)
    seen = found.witness
    if seen is None or not seen.at:
        return Wrong("different-value", sentence, seen, "counterexample")
    at = ", ".join(f"{name} = {value}" for name, value in seen.at)
    told_slope = wrong(
        "different-value", "At {at} the derivative of your answer is {answer}, the integrand is {expected}.",
        at=at, answer=seen.answer, expected=seen.expected,
    )  # fmt: skip
    return Wrong(told_slope.reason, told_slope.message, seen, "counterexample")
