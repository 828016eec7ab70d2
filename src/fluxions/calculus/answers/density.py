"""Probability densities: the same function on the same support, and what speaks against one that is wrong."""

from __future__ import annotations

from fluxions.calculus.answers.expression import kind_in_words, unwrapped
from fluxions.calculus.answers.piecewise import NO_FUNCTION
from fluxions.calculus.answers.piecewise import compare as compare_piecewise
from fluxions.calculus.answers.question import AnswerType, Example, Question, wrong
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.ratio import constant_value
from fluxions.calculus.equality.witness import printed
from fluxions.calculus.expr import Diff, Div, Expr, Piecewise, Sym, num
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Equal, Right, Text, Verdict, Wrong

TOTAL = "It does not integrate to 1, but to {total}."
SUPPORT = "The formula is right on the support. Say where it holds, as in {example}: elsewhere the density is 0."


def compare(question: Question, answer: Expr) -> Verdict:
    """A density against the right one; where nothing is said of a point, the density is 0 there."""
    answer, _ = unwrapped(question, answer)
    if isinstance(answer, NO_FUNCTION):
        return wrong("wrong-type", "You gave {given}, a density is wanted.", given=kind_in_words(answer))
    whole = question.about(with_zero(question.expected))
    found = compare_piecewise(whole, with_zero(answer), ends=False)
    if not isinstance(found, Wrong):
        return found
    return _support(question, answer, found) or _total(question, answer, found) or found


def with_zero(e: Expr) -> Expr:
    """The density with its zero outside the support written out."""
    if isinstance(e, Piecewise) and e.otherwise is None:
        return Piecewise(e.branches, num(0))
    return e


def _formula(e: Expr) -> tuple[Expr, Expr] | None:
    """Support and formula of a density with one formula."""
    match e:
        case Piecewise(((condition, value),), otherwise) if otherwise in (None, num(0)):
            return condition, value
    return None


def _support(question: Question, answer: Expr, found: Wrong) -> Wrong | None:
    """Right on the support, which is not given."""
    right = _formula(question.expected)
    if right is None or isinstance(answer, Piecewise):
        return None
    inside = question.about(right[1])
    within = Question(
        right[1], inside.vocabulary, inside.budget, assume=(*inside.assume, right[0]), variables=inside.variables
    )
    if not isinstance(compare_piecewise(within, answer, ends=False), Right):
        return None
    example = f"{ascii(right[1])}, x > …"
    return Wrong("missing-support", Text(SUPPORT, (("example", example),)), found.witness, found.proof)


def _total(question: Question, answer: Expr, found: Wrong) -> Wrong | None:
    """A constant multiple of a density integrates to that constant."""
    mine, right = _formula(answer), _formula(question.expected)
    if mine is not None and right is not None:
        same = compare_piecewise(question.about(_indicator(right[0])), _indicator(mine[0]), ends=False)
        if not isinstance(same, Right):
            return None
        pair, assume = (mine[1], right[1]), (*question.assume, right[0])
    elif mine is None and right is None:
        pair, assume = (answer, question.expected), question.assume
    else:
        return None
    return _multiple(question, pair[0], pair[1], assume, found)


def _multiple(question: Question, mine: Expr, right: Expr, assume: tuple[Expr, ...], found: Wrong) -> Wrong | None:
    ratio = Div(mine, right)
    seen = found.witness
    for name in symbols(ratio):
        slope = equal(Diff(ratio, Sym(name)), num(0), assume=assume, budget=question.budget)
        if not isinstance(slope, Equal):
            return None
    value = constant_value(ratio, assume, question.budget)
    if value is None or value.contains(1):
        return None
    if value < 0:
        return Wrong("negative-density", Text("A density is nowhere negative."), seen, found.proof)
    return Wrong("not-normalised", Text(TOTAL, (("total", printed(value, 5)),)), seen, found.proof)


def _indicator(support: Expr) -> Expr:
    return Piecewise(((support, num(1)),), num(0))


def _examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example(f"2 ({text})", "wrong"), Example(f"{text} (", "unreadable"))


DENSITY = AnswerType("density", "a density", compare, _examples)
