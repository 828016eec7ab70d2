"""Equations and inequalities: the same set of solutions."""

from __future__ import annotations

from fluxions.calculus.answers.expression import kind_in_words
from fluxions.calculus.answers.question import AnswerType, Example, Question, undecided, wrong
from fluxions.calculus.answers.sets import compare_interval, pieces
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.ratio import constant_ratio
from fluxions.calculus.expr import Add, Expr, Fn, Neg, Rel, Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.polynomials import same_real_roots
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Different, Equal, Right, Verdict

TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


def compare_equation(question: Question, answer: Expr) -> Verdict:
    """An equation against the right one."""
    expected = question.expected
    if not isinstance(answer, Rel) or answer.op != "=" or not isinstance(expected, Rel):
        return wrong("wrong-type", "You gave {given}, an equation is wanted.", given=kind_in_words(answer))
    explicit = _explicit(question, answer, expected)
    if explicit is not None:
        return explicit
    mine, right = _gap(answer), _gap(expected)
    if constant_ratio(mine, right, question.assume, question.budget) is not None:
        return Right("equal", "polynomial-identity")
    names = symbols(mine) | symbols(right)
    if len(names) == 1:
        same = same_real_roots(mine, right, next(iter(names)))
        if same is not None:
            return Right("equal", "polynomial-identity") if same else wrong(
                "different-value", "Another value solves your equation than the right one."
            )  # fmt: skip
    return undecided("equation", "Solve it for one variable: we can check that.")


def _explicit(question: Question, answer: Rel, expected: Rel) -> Verdict | None:
    """Both in the form name = formula: the formulas are compared."""
    mine, right = _solved(answer), _solved(expected)
    if mine is None or right is None or mine[0] != right[0]:
        return None
    match equal(mine[1], right[1], assume=question.assume, domain=question.domain, budget=question.budget):
        case Equal(certificate, differ):
            return Right("different-domain" if differ else "equal", certificate)
        case Different(_, seen):
            verdict = wrong("different-value", "The formula for {name} is not the right one.", name=ascii(mine[0]))
            return type(verdict)(verdict.reason, verdict.message, seen, "counterexample")
    return undecided("equation")


def _solved(e: Rel) -> tuple[Expr, Expr] | None:
    for name, value in ((e.left, e.right), (e.right, e.left)):
        if isinstance(name, Sym) and name.name not in symbols(value):
            return name, value
        if isinstance(name, Fn) and len(name.args) == 1 and isinstance(name.args[0], Sym):
            return name, value
    return None


def _gap(e: Rel) -> Expr:
    return Add((e.left, Neg(e.right)))


def compare_inequality(question: Question, answer: Expr) -> Verdict:
    """An inequality against the right one: a positive constant ratio, or the same interval."""
    expected = question.expected
    if pieces(answer) is not None and pieces(expected) is not None:
        return compare_interval(question, answer)
    if not isinstance(answer, Rel) or answer.op == "=":
        return wrong("wrong-type", "You gave {given}, an inequality is wanted.", given=kind_in_words(answer))
    if not isinstance(expected, Rel):
        return undecided("inequality")
    ratio = constant_ratio(_gap(answer), _gap(expected), question.assume, question.budget)
    if ratio is None:
        return undecided("inequality", "Solve it for the variable: we can check that.")
    wanted = expected.op if ratio > 0 else TURNED[expected.op]
    if answer.op == wanted:
        return Right("equal", "polynomial-identity")
    return wrong("different-value", "The sign of the inequality is not the right one.")


def _examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example("x^2 + 1", "wrong"), Example(f"{text} (", "unreadable"))


EQUATION = AnswerType("equation", "an equation", compare_equation, _examples)
INEQUALITY = AnswerType("inequality", "an inequality", compare_inequality, _examples)
