"""Answers in symbols of vectors and matrices: the shape first, then the entries at drawn places."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.answers.question import AnswerType, Example, Question, undecided, wrong
from fluxions.calculus.equality.witness import printed_apart
from fluxions.calculus.expr import Expr, Fn, Num
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers import array_agreement as places
from fluxions.calculus.numbers.array_agreement import Seen, judged
from fluxions.calculus.numbers.arrays import BITS, entries
from fluxions.calculus.numbers.balls import ball, precision
from fluxions.calculus.shapes import (
    CLOSED,
    ONCE,
    Clash,
    Shape,
    dim_expr,
    dim_text,
    in_words,
    is_scalar,
    shape,
    shape_in,
)
from fluxions.calculus.verdict import Right, Text, Verdict, Witness, Wrong

TRANSPOSED = "This is the transpose of the right matrix: rows and columns are exchanged."
FACTORS = tuple(Fraction(n, m) for n in range(1, 9) for m in range(1, 9))


def compare(question: Question, answer: Expr) -> Verdict:
    """An answer against the right value, both in symbols with shapes."""
    expected = question.expected
    try:
        given, wanted = shape_in(answer, CLOSED), shape(expected)
    except Clash:
        return wrong("wrong-type", "This is not read as a vector or a matrix.")
    if answer.stands:
        right = given == wanted and places.agree(answer, expected, question.budget) == "agree"
        message = "The value is right, but it is still to be worked out."
        return wrong("operator-left-standing", message) if right else undecided("operator-left-standing")
    if answer == Num(0) and not is_scalar(expected):
        answer, given = _zero(expected), wanted
    if given != wanted:
        return _misshapen(question, answer)
    seen = list(places.values(answer, expected, question.budget))
    match judged(seen):
        case "agree":
            return Right("equal", "probed")
        case "unknown":
            return undecided("probed")
    return _near(question, answer, seen)


def _zero(expected: Expr) -> Expr:
    """The zero array of a shape: a vector may be answered by 0."""
    rows, columns = shape(expected)
    return Fn("zeros", (dim_expr(rows),) if columns == ONCE else (dim_expr(rows), dim_expr(columns)))


def _misshapen(question: Question, answer: Expr) -> Wrong:
    given, wanted = shape(answer), shape(question.expected)
    if given == wanted[::-1] and places.agree(Fn("transpose", (answer,)), question.expected) == "agree":
        sentence = "This is the transpose of the right answer: its shape is {has}, {wants} is wanted."
        return wrong("transposed", sentence, has=_said(given), wants=_said(wanted))
    return wrong("wrong-shape", "This is {has}, {wants} is wanted.", has=in_words(given), wants=in_words(wanted))


def _said(found: Shape) -> str:
    rows, columns = found
    return f"{dim_text(rows)}×{dim_text(columns)}"


def _near(question: Question, answer: Expr, seen: list[Seen]) -> Wrong:
    """Wrong by a sign, by a factor, by a transpose, or otherwise."""
    shown = _witness(seen)
    if _times(Fraction(-1), seen):
        return Wrong("sign", Text("Only the sign is wrong."), shown, "counterexample")
    for factor in (sign * each for each in FACTORS for sign in (1, -1)):
        if _times(factor, seen):
            message = Text("Your answer is {factor} times the right one.", (("factor", str(factor)),))
            return Wrong("constant-factor", message, shown, "counterexample")
    rows, columns = shape(answer)
    turned = Fn("transpose", (answer,))
    if rows == columns and not is_scalar(answer) and places.agree(turned, question.expected) == "agree":
        return Wrong("transposed", Text(TRANSPOSED), shown, "counterexample")
    return Wrong("different-value", Text("This differs from the right answer."), shown, "counterexample")


def _times(factor: Fraction, seen: list[Seen]) -> bool:
    """Is the answer that many times the right value, wherever both were tried?"""
    with precision(BITS):
        scaled = [Seen(each.place, each.left, each.right * ball(factor), each.exact) for each in seen]
    return judged(scaled) == "agree"


def _witness(seen: list[Seen]) -> Witness | None:
    """The first entry that differs, counted down the columns, with the sizes it was tried at."""
    with precision(BITS):
        for each in seen:
            pairs = list(zip(entries(each.left), entries(each.right), strict=True))
            for place, (mine, right) in enumerate(pairs):
                if not mine.overlaps(right):
                    rows = each.left.nrows() if hasattr(each.left, "nrows") else 1
                    where = _entry(place, rows, len(pairs))
                    sizes = tuple((name, str(size)) for name, size in each.place.sizes.items())
                    return Witness((*sizes, *where), *printed_apart(mine, right))
    return None


def _entry(place: int, rows: int, count: int) -> tuple[tuple[str, str], ...]:
    """Which entry of a vector or a matrix; nothing for a scalar."""
    if count == 1:
        return ()
    vector = rows == count
    return (("entry", str(place + 1) if vector else f"{place % rows + 1}, {place // rows + 1}"),)


def _examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example(f"2*({text})", "wrong"), Example(text[:-1] + "(", "unreadable"))


SHAPED = AnswerType("matrix", "a matrix", compare, _examples)
