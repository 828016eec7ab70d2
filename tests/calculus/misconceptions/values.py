"""Do two answers of any kind have the same value? Numbers, vectors, matrices, sets of named points, words, arrays."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.expr import Const, Expr, Interval, Matrix, Operator, Set, Union, Vector
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.numbers import agreement, array_agreement
from fluxions.calculus.shapes import is_shaped
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import nodes
from fluxions.calculus.vocabulary import Vocabulary
from tests.calculus.spelled import WORDS

Verdict = Literal["agree", "differ", "unknown"]
NO_NUMBERS = tuple(map(Const, ("inf", "dne", "converges", "absolutely", "conditionally", "diverges")))
LISTS = (Vector, Matrix, Operator)


def agree(a: Expr, b: Expr, points: int = 5) -> Verdict:
    """Whether a = b, by values."""
    if is_shaped(a) or is_shaped(b):
        return array_agreement.agree(a, b)
    if isinstance(a, Set) and isinstance(b, Set):
        return _sets(a, b)
    if type(a) is not type(b) and isinstance(a, (*LISTS, Set)) | isinstance(b, (*LISTS, Set)):
        return "differ"
    if any(isinstance(each, (Interval, Union)) or each in NO_NUMBERS for e in (a, b) for each in nodes(e)):
        return "agree" if a == b else "differ"
    if isinstance(a, LISTS) and isinstance(b, LISTS):
        return _parts(a, b)
    return _plain(a, b, points)


def _plain(a: Expr, b: Expr, points: int) -> Verdict:
    return agreement.agree(a, b, points)


def _parts(a: Expr, b: Expr) -> Verdict:
    """Entry by entry, in order."""
    name = (type(a), getattr(a, "name", ""), len(a.children), len(getattr(a, "rows", ())))
    if name != (type(b), getattr(b, "name", ""), len(b.children), len(getattr(b, "rows", ()))):
        return "differ"
    found = {agree(u, v) for u, v in zip(a.children, b.children, strict=True)}
    return "differ" if "differ" in found else "unknown" if "unknown" in found else "agree"


def _sets(a: Set, b: Set) -> Verdict:
    """Every element of one is in the other."""
    for these, those in ((a.elements, b.elements), (b.elements, a.elements)):
        for each in these:
            found = {agree(each, other) for other in those}
            if "agree" not in found:
                return "unknown" if "unknown" in found else "differ"
    return "agree"


def words_of(misconception: Misconception) -> Vocabulary:
    """The names that the example of a misconception is read with."""
    shapes = (each.partition(":") for each in misconception.shapes.split())
    sizes = tuple((name, tuple(text.split(","))) for name, _, text in shapes)
    if sizes:
        return Vocabulary(shapes=sizes).declaring(*{each for _, size in sizes for each in size if each.isalpha()})
    return WORDS if "h(x)" in misconception.example[0] else WORDS.declaring("h")


@lru_cache
def example(misconception: Misconception) -> tuple[Expr, Expr, Derivation]:
    """The task, the wrong answer and the right derivation of an example."""
    words = words_of(misconception)
    found = []
    for text in misconception.example:
        reading = read(text, words)
        assert isinstance(reading, Reading), (text, reading)
        found.append(reading.expr)
    derivation = solve(found[0])
    assert isinstance(derivation, Derivation), (misconception.example, derivation)
    return found[0], found[1], derivation
