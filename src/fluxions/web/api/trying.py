"""One try of the checker: what a page shows of a verdict, and how the answer was read."""

from dataclasses import dataclass

from fluxions import calculus
from fluxions.calculus.answers.check import SAME_READER
from fluxions.calculus.budget import OutOfBudget
from fluxions.calculus.expr import Expr, Sym
from fluxions.calculus.language import caret
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.trees import symbols
from fluxions.calculus.verdict import Right, Text, Undecided, Unreadable, Verdict, Witness, Wrong
from fluxions.calculus.vocabulary import STANDARD
from fluxions.web.kinds import AnswerKind

TOO_LARGE = Undecided("too-big")
SAID_BY_WITNESS = frozenset({"expression", "piecewise"})  # where the point with both values says it all


@dataclass(frozen=True, slots=True)
class Tried:
    """The verdict on an answer: its mark and word, what to say, the point that shows it, and the reading."""

    kind: str  # right, wrong, undecided, open
    word: str
    reason: str
    message: Text | None = None
    witness: Witness | None = None
    reading: Reading | None = None
    picture: str = ""  # the answer with a caret where reading stopped
    suggestion: str | None = None


def tried(kind: AnswerKind, expected: str, answer: str) -> Tried | Unreadable:
    """What is said of an answer; Unreadable where the right value itself cannot be read."""
    right = calculus.read(expected, want=SAME_READER.get(kind.name))
    if isinstance(right, Unreadable):
        return right
    names = STANDARD.declaring(*symbols(right.expr)) if kind.name != "choice" else STANDARD
    reading = calculus.read(answer, names, want=SAME_READER.get(kind.name))
    try:
        found = _verdict(kind, right.expr, answer)
    except (RecursionError, MemoryError, OutOfBudget):
        found = TOO_LARGE
    return _said(kind, found, answer, reading if isinstance(reading, Reading) else None)


def _verdict(kind: AnswerKind, right: Expr, answer: str) -> Verdict:
    if kind.name != "antiderivative":
        return calculus.check(answer, right, kind=kind.name)
    variable = min(symbols(right) - {"C"}, default="x")
    return calculus.check_antiderivative(answer, right, Sym(variable))


def _said(kind: AnswerKind, found: Verdict, answer: str, reading: Reading | None) -> Tried:
    match found:
        case Right(reason, _, note):
            return Tried("right", "Right", reason, note, None, reading)
        case Wrong(reason, message, witness):
            shown = reason == "different-value" and witness is not None and kind.name in SAID_BY_WITNESS
            return Tried("wrong", "Wrong", reason, None if shown else message, witness, reading)
        case Undecided(why, message):
            return Tried("undecided", "Not decided", why, message, None, reading)
        case Unreadable(code, span, message, suggestion):
            picture = caret(answer, span) if span != (0, 0) and code != "too-long" else ""
            word = "Cannot be read" if reading is None else "Not judged"
            return Tried("open", word, code, message, None, reading, picture, suggestion)
