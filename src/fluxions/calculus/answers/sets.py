"""Sets, intervals and unions: elements matched both ways, ends exactly, then the brackets."""

from __future__ import annotations

from fluxions.calculus.answers.expression import kind_in_words
from fluxions.calculus.answers.question import AnswerType, Example, Question, undecided, wrong
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import And, Const, Expr, Interval, Neg, Or, Rel, Set, Sym, Union, Vector
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.verdict import Comparison, Different, Equal, Proof, Right, Text, Verdict, Wrong

INFINITY = Const("inf")
_NO_VALUE = (Rel, Set, Or, And, Interval, Union, Vector)


def elements(e: Expr, unknown: str | None = None) -> tuple[Expr, ...] | None:
    """The elements that are written: {1, 2}, x = 1 or x = 2, 1 and 2; None where it is no set."""
    match e:
        case Set(found):
            return found
        case Rel("=", Sym(name), value) if unknown in (None, name):
            return (value,)
        case Or(parts) | And(parts):
            found_parts = [elements(part, unknown) if isinstance(part, _NO_VALUE) else (part,) for part in parts]
            if any(each is None for each in found_parts):
                return None
            return tuple(value for each in found_parts if each is not None for value in each)
    return None


def compare_set(question: Question, answer: Expr) -> Verdict:
    """A set against the right one, in any order and with any repetition."""
    wanted = elements(question.expected)
    given = elements(answer, question.unknown)
    if given is None and wanted is not None and len(wanted) == 1 and question.stated:
        given = (answer,)
    if wanted is None or given is None:
        return wrong("wrong-type", "You gave {given}, a set is wanted.", given=kind_in_words(answer))
    proofs: list[Proof] = []
    for these, those, reason, words in (
        (given, wanted, "extra-element", "{element} does not belong to the set."),
        (wanted, given, "missing-element", "The set is not complete."),
    ):
        for element in these:
            found = _found(question, element, those)
            if isinstance(found, Verdict):
                return found
            if found is None:
                return wrong(reason, words, element=ascii(element))
            proofs.append(found)
    return Right("equal", "probed" if "probed" in proofs else proofs[0] if proofs else "same")


def _found(question: Question, element: Expr, among: tuple[Expr, ...]) -> Proof | Verdict | None:
    unsure = False
    for other in among:
        match _equal(question, element, other):
            case Equal(certificate):
                return certificate
            case Different():
                continue
        unsure = True
    return undecided("element") if unsure else None


def _equal(question: Question, a: Expr, b: Expr) -> Comparison:
    return equal(a, b, assume=question.assume, budget=question.budget)


def pieces(e: Expr) -> tuple[Interval, ...] | None:
    """The intervals that are written; `x > 2` is (2, inf), `a < x <= b` is (a, b]."""
    match e:
        case Interval():
            return (e,)
        case Union(parts) | Or(parts):
            found = [pieces(part) for part in parts]
            if any(each is None for each in found):
                return None
            return tuple(piece for each in found if each is not None for piece in each)
        case Vector((low, high)):
            return (Interval(low, high, False, False),)
        case Rel():
            half = _half_line(e)
            return None if half is None else (half,)
        case And((Rel() as first, Rel() as second)):
            return _between(first, second)
    return None


def _half_line(e: Rel) -> Interval | None:
    left, right, op = e.left, e.right, e.op
    if isinstance(right, Sym) and not isinstance(left, Sym):
        left, right, op = right, left, {"<": ">", ">": "<", "<=": ">=", ">=": "<="}.get(op, op)  # type: ignore[assignment]
    if not isinstance(left, Sym):
        return None
    if op in (">", ">="):
        return Interval(right, INFINITY, op == ">=", False)
    return Interval(Neg(INFINITY), right, False, op == "<=") if op in ("<", "<=") else None


def _between(first: Rel, second: Rel) -> tuple[Interval, ...] | None:
    halves = [_half_line(first), _half_line(second)]
    lows = [each for each in halves if each is not None and each.high == INFINITY]
    highs = [each for each in halves if each is not None and each.high != INFINITY]
    if len(lows) != 1 or len(highs) != 1:
        return None
    return (Interval(lows[0].low, highs[0].high, lows[0].closed_low, highs[0].closed_high),)


def compare_interval(question: Question, answer: Expr) -> Verdict:
    """Intervals against the right ones: the ends first, then whether they belong."""
    wanted, given = pieces(question.expected), pieces(answer)
    if wanted is None or given is None:
        return wrong("wrong-type", "You gave {given}, an interval is wanted.", given=kind_in_words(answer))
    if len(wanted) != len(given):
        return undecided("pieces", "Write the intervals from left to right, joined where they touch.")
    verdicts = [_one(question, mine, right) for mine, right in zip(given, wanted, strict=True)]
    if len(wanted) > 1 and any(isinstance(each, Wrong) for each in verdicts):
        return _any_order(question, given, wanted, verdicts)
    return next((each for each in verdicts if not isinstance(each, Right)), verdicts[0])


def _any_order(
    question: Question, given: tuple[Interval, ...], wanted: tuple[Interval, ...], verdicts: list[Verdict]
) -> Verdict:
    table = [[_one(question, mine, right) for right in wanted] for mine in given]
    if all(any(isinstance(each, Right) for each in row) for row in [*table, *zip(*table, strict=True)]):
        return Right("equal", "same")
    return next(each for each in verdicts if isinstance(each, Wrong))


def _one(question: Question, mine: Interval, right: Interval) -> Verdict:
    for a, b, end in ((mine.low, right.low, "left"), (mine.high, right.high, "right")):
        if a == b:
            continue
        if any(isinstance(each, Const) or each == Neg(INFINITY) for each in (a, b)) and _infinite(a) != _infinite(b):
            return wrong("different-value", "The {end} end is wrong.", end=end)
        match _equal(question, a, b):
            case Different():
                return wrong("different-value", "The {end} end is wrong.", end=end)
            case Equal():
                continue
        return undecided("end of an interval")
    for has, wants, end in (
        (mine.closed_low, right.closed_low, "left"), (mine.closed_high, right.closed_high, "right"),
    ):  # fmt: skip
        if has != wants:
            sentence = "The {end} end belongs to it: use a square bracket." if wants else (
                "The {end} end does not belong to it: use a round bracket."
            )  # fmt: skip
            return Wrong("endpoint-open" if wants else "endpoint-closed", Text(sentence, (("end", end),)))
    return Right("equal", "same")


def _infinite(e: Expr) -> bool:
    return e == INFINITY or e == Neg(INFINITY)


def _set_examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example("{12345, 1/77}", "wrong"), Example(text[:-1] + "(", "unreadable"))


def _interval_examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example("x^2 + 1", "wrong"), Example("", "unreadable"))


SET = AnswerType("set", "a set", compare_set, _set_examples)
INTERVAL = AnswerType("interval", "an interval", compare_interval, _interval_examples)
