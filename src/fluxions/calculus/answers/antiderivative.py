"""Antiderivatives: the derivative is compared with the integrand; the constant and the logs are judged apart."""

from __future__ import annotations

from typing import Literal

from fluxions.calculus.answers.constants import moving, slope, values_of
from fluxions.calculus.answers.expression import KINDS, kind_in_words, told
from fluxions.calculus.answers.jumps import jump
from fluxions.calculus.answers.question import Question, undecided, wrong
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.near_case import NearMiss
from fluxions.calculus.equality.ratio import constant_ratio
from fluxions.calculus.equality.shared_domain import agreement
from fluxions.calculus.expr import ZERO, Diff, Expr, Fn, Int, Mul, Piecewise, Rel, Sym, num
from fluxions.calculus.trees import free_of, kinds, mapped, nodes, substituted, symbols
from fluxions.calculus.verdict import Different, Equal, Right, Text, Unknown, Verdict, Wrong
from fluxions.calculus.vocabulary import FUNCTIONS

Constant = Literal["required", "free"]
Logs = Literal["lenient", "absolute"]
SLOPES = "At {at} the derivative of your answer is {answer}, the integrand is {expected}."
JUMP = "Your answer jumps near {name} = {value}, where the integrand does not: do not take differences across it."


def compare(question: Question, answer: Expr, variable: Sym, constant: Constant, logs: Logs) -> Verdict:
    """F against the integrand (`question.expected`): F′ = f, with one constant of integration."""
    answer = _unnamed(question, answer, variable)
    if type(answer) in KINDS:
        return wrong("wrong-type", "You gave {given}, an expression is wanted.", given=kind_in_words(answer))
    if Int in kinds(answer):
        return wrong("operator-left-standing", "An integral is still to be worked out.")
    derivative = Diff(moving(answer, variable), variable)
    found = equal(derivative, question.expected, assume=question.assume, budget=question.budget)
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
    leap = jump(question, answer, variable)
    if len(free) > 1 and (leap is not None or not _apart(answer, free)):
        names = ", ".join(sorted(free))
        return wrong("wrong-variable", "Only one constant of integration is wanted, not {names}.", names=names)
    if leap is not None:
        slots = (("name", variable.name), ("value", f"{float(leap):.4g}"))
        return Right("jump", found.certificate, Text(JUMP, slots))
    if found.domains_differ:
        note = agreement(Diff(moving(answer, variable), variable), question.expected, found.outside)
        return Right("different-domain", found.certificate, note)
    return Right("equal", found.certificate)


def _unnamed(question: Question, answer: Expr, variable: Sym) -> Expr:
    """The right side of `y = …` and `F(x) = …`."""
    match answer:
        case Rel("=", Sym(name), value) if name not in symbols(question.expected) | symbols(value) | {variable.name}:
            return value
        case Rel("=", Fn(name, (u,)), value) if name not in FUNCTIONS and u == variable:
            return value
        case Rel("=", Mul((Sym("F" | "G" | "f" | "g" | "y"), u)), value) if u == variable:  # F(x), where no F is known
            return value
    return answer


def _apart(answer: Expr, free: set[str]) -> bool:
    """Does every constant stand in one piece of its own?"""
    for node in nodes(answer):
        if isinstance(node, Piecewise):
            inside = [symbols(value) & free for value in values_of(node)]
            outside = symbols(_without(answer, node)) & free
            if not outside and all(len(each) <= 1 for each in inside) and sum(map(len, inside)) == len(free):
                return True
    return False


def _without(e: Expr, taken: Expr) -> Expr:
    """The tree with 0 in place of one of its nodes."""
    return mapped(e, lambda each: num(0) if each == taken else each)


def _constants(question: Question, answer: Expr, variable: Sym) -> set[str] | None:
    """The new symbols c with ∂F/∂c not 0 and free of the variable; None where that is not known."""
    found = set()
    for name in symbols(answer) - symbols(question.expected) - {variable.name}:
        carried = slope(answer, Sym(name))
        by = carried if free_of(carried, variable) else Diff(answer, Sym(name))  # real only where the answer is
        match equal(by, ZERO, budget=question.budget, witnessed=False):
            case Equal():
                continue
            case Unknown():
                return None
        if slope(carried, variable) == ZERO:
            found.add(name)
            continue
        match equal(Diff(by, variable), ZERO, budget=question.budget, witnessed=False):
            case Equal():
                found.add(name)
            case Unknown():
                return None
    return found


def _wrong(question: Question, answer: Expr, variable: Sym, found: Different) -> Verdict:
    new = symbols(answer) - symbols(question.expected) - {variable.name}
    near = None if new else _other_function(question, answer, variable)
    derivative = Diff(moving(answer, variable), variable)
    ratio = None if near else constant_ratio(derivative, question.expected, question.assume, question.budget)
    if ratio == -1:
        near = NearMiss("sign", Text("Only the sign is wrong."))
    elif ratio is not None:
        words = Text("Your answer is {factor} times an antiderivative.", (("factor", str(ratio)),))
        near = NearMiss("constant-factor", words)
    elif new:
        bare = substituted(answer, dict.fromkeys(new, num(0)))
        near = _other_function(question, bare, variable)
    if near is not None:
        return Wrong(near.reason, near.message, found.witness, "counterexample")
    seen = found.witness
    if seen is None or not seen.at:
        return Wrong("different-value", told(seen), seen, "counterexample")
    at = ", ".join(f"{name} = {value}" for name, value in seen.at)
    slots = (("at", at), ("answer", seen.answer), ("expected", seen.expected))
    return Wrong("different-value", Text(SLOPES, slots), seen, "counterexample")


def _other_function(question: Question, answer: Expr, variable: Sym) -> NearMiss | None:
    """Is this the derivative of the integrand, or the integrand?"""
    if isinstance(equal(answer, Diff(question.expected, variable), budget=question.budget), Equal):
        return NearMiss("is-the-derivative", Text("This is the derivative of the integrand: integrate instead."))
    if not free_of(answer, variable) and isinstance(equal(answer, question.expected, budget=question.budget), Equal):
        return NearMiss("is-the-function", Text("This is the integrand itself."))
    return None
