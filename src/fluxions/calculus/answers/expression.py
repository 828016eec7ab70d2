"""Formulas and numbers: equal in value, then in form."""

from __future__ import annotations

from fractions import Fraction
from math import floor, log10

from fluxions.calculus.answers.question import AnswerType, Example, Question, undecided, wrong
from fluxions.calculus.equality.forms import fault, mantissa
from fluxions.calculus.equality.ladder import NOT_REAL, equal
from fluxions.calculus.equality.near import near_miss
from fluxions.calculus.equality.near_case import Case
from fluxions.calculus.equality.near_partly import whole
from fluxions.calculus.equality.shared_domain import agreement
from fluxions.calculus.equality.witness import printed_apart
from fluxions.calculus.expr import (
    Add,
    And,
    At,
    Const,
    Diff,
    Expr,
    Fn,
    Int,
    Interval,
    Limit,
    Matrix,
    Mul,
    Neg,
    Num,
    Or,
    Rate,
    Rel,
    Set,
    Sum,
    Sym,
    Union,
    Vector,
    num,
)  # fmt: skip
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.balls import Ball, value_at, value_ball
from fluxions.calculus.numbers.nearness import rounds_to, within
from fluxions.calculus.trees import kinds, nodes, standing, symbols
from fluxions.calculus.verdict import Different, Equal, Right, Text, Unknown, Verdict, Witness, Wrong
from fluxions.calculus.vocabulary import FUNCTIONS

KINDS: dict[type, str] = {
    Rel: "an equation", And: "a condition", Or: "several conditions", Vector: "a vector", Matrix: "a matrix",
    Set: "a set", Interval: "an interval", Union: "a union of intervals",
}  # fmt: skip
OPERATORS = frozenset({Diff, At, Rate, Limit, Int, Sum})
LESS = "Your answer is not real where the right one is."
MORE = "Your answer is real where the right one is not."


def kind_in_words(e: Expr) -> str:
    """What a tree is, in a sentence."""
    if isinstance(e, Rel):
        return "an equation" if e.op == "=" else "an inequality"
    return KINDS.get(type(e), "an expression")


def unwrapped(question: Question, answer: Expr) -> tuple[Expr, Text | None]:
    """The right side of `x = 3` where x is the named unknown, with a note; what stands alone in square brackets."""
    match answer:
        case Vector((value,)):
            return value, Text("The square brackets are read as brackets.")
        case Rel("=", Sym(name), value) if name == question.unknown and name not in symbols(value):
            return value, Text("Read as the value of {name}.", (("name", name),))
    return answer, None


def compare(question: Question, answer: Expr) -> Verdict:
    """A formula against the right one."""
    answer, note = unwrapped(question, answer)
    if type(answer) in KINDS:
        return wrong("wrong-type", "You gave {given}, an expression is wanted.", given=kind_in_words(answer))
    return _judged(question, answer, note)


def compare_number(question: Question, answer: Expr) -> Verdict:
    """A number against the right one, exactly or within a tolerance."""
    answer, note = unwrapped(question, answer)
    if type(answer) in KINDS:
        return wrong("wrong-type", "You gave {given}, a number is wanted.", given=kind_in_words(answer))
    if _unbounded(answer) or _unbounded(question.expected):
        return _limit_value(question, answer)
    if question.tolerance is not None:
        close = _tolerated(question, answer)
        if close is not None:
            return close
    if question.tolerance is None and any(each.startswith(("decimals:", "sigfigs:")) for each in question.form):
        rounded = _to_digits(question, answer)
        if rounded is not None:
            return rounded
    return _judged(question, answer, note)


def _to_digits(question: Question, answer: Expr) -> Verdict | None:
    """A decimal where so many digits are asked: it must be the right value rounded to the digits that it has."""
    plain, power = mantissa(answer.arg if isinstance(answer, Neg) else answer)
    right = value_at(question.expected, {}, 256)
    if not isinstance(plain, Num) or right is None or (plain.places is None and plain.bottom != 1):
        return None
    sign = -1 if isinstance(answer, Neg) else 1
    value, places = sign * plain.value * Fraction(10) ** power, _places(plain, question.form) - power
    said = next((each for form in question.form if (each := fault(answer, form)) is not None), None)
    if rounds_to(right, value, places):
        return Right("equal", "probed") if said is None else Wrong("wrong-form", said)
    if said is not None:
        return Wrong("wrong-form", said) if rounds_to(right, value, _asked(right, question.form)) else None
    seen = Witness((), *printed_apart(value_ball(value), right))
    if _last_digit(right, value, places):
        message = Text("The last digit is not right: round, do not cut off.")
        return Wrong("last-digit", message, seen, "counterexample")
    return Wrong("different-value", told(seen), seen, "counterexample")


def _asked(right: Ball, forms: tuple[str, ...]) -> int:
    """The decimal place that is asked; for significant digits it depends on the size of the value."""
    for each in forms:
        name, _, count = each.partition(":")
        if name == "decimals":
            return int(count)
        if name == "sigfigs" and right != 0:
            return int(count) - 1 - floor(log10(abs(float(right))))
    return 0


def _last_digit(right: Ball, value: Fraction, places: int) -> bool:
    """Is a decimal off by one in its last digit?"""
    return within(value_ball(value), right, Fraction(10) ** -places, relative=False) is True


def _places(literal: Num, forms: tuple[str, ...]) -> int:
    """The decimal place that a literal is rounded to; 1200 to two digits is rounded to hundreds."""
    digits = next((int(each.partition(":")[2]) for each in forms if each.startswith("sigfigs:")), None)
    if literal.places is not None or digits is None:
        return literal.places or 0
    text = str(abs(literal.top))
    return -max(0, len(text) - max(digits, len(text.rstrip("0"))))


def _judged(question: Question, answer: Expr, note: Text | None) -> Verdict:
    expected = question.expected
    found = equal(answer, expected, assume=question.assume, domain=question.domain, budget=question.budget)
    match found:
        case Equal():
            return _right(question, answer, found, note)
        case Different(reason="different-domain"):
            return _apart(question, answer, found)
        case Different():
            return _wrong(question, answer, found)
        case Unknown(why):
            return undecided(why)


def _right(question: Question, answer: Expr, found: Equal, note: Text | None) -> Verdict:
    if left_standing(answer) and standing(question.expected) and "no-derivatives" not in question.form:
        return wrong("operator-left-standing", "The value is right, but it is still to be worked out.")
    for form in question.form:
        message = fault(answer, form)
        if message is not None:
            return Wrong("wrong-form", message, proof=found.certificate)
    if found.domains_differ:
        return Right("different-domain", found.certificate, agreement(answer, question.expected, found.outside))
    return Right("equal", found.certificate, note)


def _apart(question: Question, answer: Expr, found: Different) -> Verdict:
    """One side is real where the other is not; at whole numbers they may still agree."""
    case = Case(answer, question.expected, question.given, question.assume, question.budget)
    near = whole(case)
    seen = found.witness
    yours = seen is None or seen.answer == NOT_REAL
    if near is not None and not yours:  # the right value itself has no others, as (-1)^n
        return Right("different-domain", "probed", near.message)
    if near is not None:
        return Wrong(near.reason, near.message, seen, "counterexample")
    message = (
        "Your answer is not real where the right one is."
        if yours
        else "Your answer is real where the right one is not."
    )
    return Wrong("different-domain", Text(message), seen, "counterexample")


def left_standing(e: Expr) -> bool:
    """Is an operator left that could be carried out? The derivative of an unknown function could not."""
    if OPERATORS.isdisjoint(kinds(e)):
        return False
    for node in nodes(e):
        if isinstance(node, (Diff, At, Rate, Limit, Int, Sum)):
            unknown = any(isinstance(each, Fn) and each.name not in FUNCTIONS for each in nodes(node))
            dependent = isinstance(node, Diff) and isinstance(node.arg, Sym)
            if not unknown and not dependent:
                return True
    return False


def _wrong(question: Question, answer: Expr, found: Different) -> Verdict:
    rounded = _rounded(question, answer)
    if rounded is not None:
        return Wrong("rounded", rounded, found.witness, "counterexample")
    near = near_miss(answer, question.expected, given=question.given, assume=question.assume, budget=question.budget)
    if near is not None:
        return Wrong(near.reason, near.message, found.witness, "counterexample")
    return Wrong("different-value", told(found.witness), found.witness, "counterexample")


def told(seen: Witness | None) -> Text:
    """A witness in words."""
    if seen is None:
        return Text("This is not equal to the right answer.")
    if not seen.at:
        return Text("Yours is {answer}, the right value is another one.", (("answer", seen.answer),))
    at = ", ".join(f"{name} = {value}" for name, value in seen.at)
    slots = (("at", at), ("answer", seen.answer), ("expected", seen.expected))
    return Text("At {at} yours is {answer}, the answer is {expected}.", slots)


# --- numbers -----------------------------------------------------------------------------------------------------
def _literal(e: Expr) -> Num | None:
    inner = e.arg if isinstance(e, Neg) else e
    return inner if isinstance(inner, Num) and inner.places is not None else None


def _rounded(question: Question, answer: Expr) -> Text | None:
    """A decimal that is the right value rounded."""
    literal = _literal(answer)
    if literal is None or literal.places is None or symbols(question.expected):
        return None
    value = -literal.value if isinstance(answer, Neg) else literal.value
    right = value_at(question.expected, {}, 256)
    if right is None or not rounds_to(right, value, literal.places):
        return None
    digits = str(len(str(abs(literal.top))))
    return Text("Right to {digits} digits; an exact value is asked.", (("digits", digits),))


def _tolerated(question: Question, answer: Expr) -> Verdict | None:
    tolerance = question.tolerance
    assert tolerance is not None
    left, right = value_at(answer, {}, 256), value_at(question.expected, {}, 256)
    if left is None or right is None:
        return None
    size = num(tolerance.size)
    close = within(left, right, tolerance.size, relative=tolerance.kind == "rel")
    if close is None:
        close = _on_the_border(question, answer, size if tolerance.kind == "abs" else Mul((size, question.expected)))
    if close is None:
        return undecided("border")
    if not close:
        seen = Witness((), *printed_apart(left, right))
        return Wrong("out-of-tolerance", Text("This is too far from the right value."), seen, "counterexample")
    for form in question.form:
        message = fault(answer, form)
        if message is not None:
            return Wrong("wrong-form", message)
    return Right("equal", "probed")


def _on_the_border(question: Question, answer: Expr, size: Expr) -> bool | None:
    """Is the answer off by just what is allowed? None where that is not known."""
    ends = [Add((question.expected, each)) for each in (size, Neg(size))]
    return True if any(isinstance(equal(answer, end, budget=question.budget), Equal) for end in ends) else None


BEHAVIOUR = ("converges", "absolutely", "conditionally", "diverges")  # of a series


def _unbounded(e: Expr) -> bool:
    if Const not in kinds(e):
        return False
    return any(isinstance(node, Const) and node.name in ("inf", "dne", *BEHAVIOUR) for node in nodes(e))


def _limit_value(question: Question, answer: Expr) -> Verdict:
    """inf, -inf and dne are themselves and nothing else."""
    given, wanted = _limit_name(answer), _limit_name(question.expected)
    if given is None and _unbounded(answer):
        return undecided("infinite-arithmetic", "Write inf, -inf, dne or a number alone.")
    if given is not None and given == wanted:
        return Right("equal", "same")
    if given == "converges" and wanted in ("absolutely", "conditionally"):
        return undecided("less-exact", "It does converge. Say whether absolutely or conditionally.")
    if given == "absolutely" and wanted == "converges":
        return Right("equal", "same")  # of terms that are never negative it says the same
    if {given, wanted} == {"inf", "-inf"}:
        return wrong("sign", "Only the sign is wrong.")
    return wrong("different-value", "{given} is not the right value.", given=ascii(answer))


def _limit_name(e: Expr) -> str | None:
    match e:
        case Const(name) if name in ("inf", "dne", *BEHAVIOUR):
            return name
        case Neg(Const("inf")):
            return "-inf"
    return None


def _expression_examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (
        Example(text, "right"),
        Example(f"({text}) + 0", "right"),
        Example(f"({text}) + 1", "wrong"),
        Example(f"{text} = 7", "wrong"),
        Example(f"({text}", "unreadable"),
        Example("", "unreadable"),
    )


def _number_examples(expected: Expr) -> tuple[Example, ...]:
    return (*_expression_examples(expected), Example("[1, 2]", "wrong"))


EXPRESSION = AnswerType("expression", "an expression", compare, _expression_examples)
NUMBER = AnswerType("number", "a number", compare_number, _number_examples)
