"""Letters in a row become names: functions, constants, declared symbols, and products of single letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from fluxions.calculus.language.tokens import Sort, Unread
from fluxions.calculus.vocabulary import FUNCTIONS, GREEK, OPERATORS, SPELLINGS, Vocabulary

CONSTANTS = {
    "pi": "pi", "e": "e", "i": "i", "inf": "inf", "infty": "inf", "infinity": "inf", "oo": "inf", "dne": "dne",
    "DNE": "dne",
}  # fmt: skip
WORDS = frozenset({"and", "or"})
APPLIED = frozenset({"exp", "sqrt", "cbrt", "root", "log", "log2", "log10"})  # read to nodes of their own
PLAIN = frozenset(FUNCTIONS) | frozenset(SPELLINGS) | APPLIED
# these are names only where a bracket follows: otherwise they are letters or Greek
BRACKETED = frozenset({
    "beta", "gamma", "phi", "Phi", "sigma", "li", "Ei", "Si", "Ci", "min", "max", "sign", "fact", "tg", "abs", "root",
})  # fmt: skip
STRUCTURES = frozenset({
    "diff", "at", "rate", "limit", "lim", "int", "integrate", "sum", "if", "piecewise", "vector", "open", "closed",
    "transpose",
})  # fmt: skip
CALLS = OPERATORS | STRUCTURES
UNITS = frozenset({
    "km", "cm", "mm", "kg", "mg", "ms", "Hz", "kHz", "deg", "rad", "mol", "Pa", "kPa", "kW", "kWh", "min", "sec",
    "degrees", "radians", "meters", "metres", "seconds", "units",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A piece of a run of letters: where it stands in the run, and what it is."""

    text: str
    start: int
    end: int
    sort: Sort


@lru_cache(maxsize=256)
def declared(vocabulary: Vocabulary) -> frozenset[str]:
    """The names that the question gives a meaning to as symbols."""
    return vocabulary.symbols | vocabulary.dependent | {name for name, _ in vocabulary.shapes}


@lru_cache(maxsize=256)
def long_names(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Declared names that hold digits or underscores, longest first."""
    odd = (name for name in declared(vocabulary) | vocabulary.functions if not name.isalpha() and "'" not in name)
    return tuple(sorted(odd, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=256)
def _known(vocabulary: Vocabulary) -> frozenset[str]:
    everything = PLAIN | CALLS | WORDS | GREEK | frozenset(CONSTANTS) | declared(vocabulary) | vocabulary.functions
    return frozenset(name for name in everything if name.isalpha())


def sort_of(name: str, vocabulary: Vocabulary, bracket: bool) -> Sort:
    """What a name means; `bracket` says that an opening bracket follows it."""
    if name in declared(vocabulary):
        return "symbol"
    if name in vocabulary.functions:
        return "function"
    if name in CONSTANTS:
        return "constant"
    if name in WORDS:
        return "word"
    if name in PLAIN or name == "sigma":
        if bracket or name not in BRACKETED:
            return "function"
        return "symbol" if name in GREEK else ""
    if name in CALLS:
        return "operator" if bracket else ""
    return "symbol" if name in GREEK or len(name) == 1 else ""


def _price(name: str, sort: Sort, vocabulary: Vocabulary) -> float:
    """Preference among ways to cut a run: functions, then declared letters, then Greek, then unknown letters."""
    if name in declared(vocabulary) or name in vocabulary.functions:
        return 0.45
    if len(name) == 1 and sort == "symbol":
        return 2.0 if vocabulary.symbols else 0.6
    return 1.0 if sort == "symbol" else 0.5


def cut(run: str, vocabulary: Vocabulary, bracket: bool) -> list[Name]:
    """The cheapest way to cut a run of letters into names; linear, as names are short."""
    size = len(run)
    if size == 1:
        return [Name(run, 0, 1, sort_of(run, vocabulary, bracket))]
    longest = max(len(name) for name in _known(vocabulary))
    best: list[tuple[float, int, Sort]] = [(0.0, 0, "")] * (size + 1)
    for end in range(1, size + 1):
        found: tuple[float, int, Sort] | None = None
        for start in range(max(0, end - longest), end):
            name = run[start:end]
            if end - start > 1 and name not in _known(vocabulary):
                continue
            sort = sort_of(name, vocabulary, bracket and end == size)
            cost = best[start][0] + _price(name, sort, vocabulary)
            if sort and (found is None or cost < found[0] - 1e-9):
                found = (cost, start, sort)
        assert found is not None  # a single letter always is a name
        best[end] = found
    names: list[Name] = []
    end = size
    while end:
        _, start, sort = best[end]
        names.append(Name(run[start:end], start, end, sort))
        end = start
    return names[::-1]


def check_known(run: str, at: int, names: list[Name], vocabulary: Vocabulary, applied: bool) -> None:
    """Say no to words that are no names: a misspelt function, or letters that nothing declares."""
    own = declared(vocabulary)
    strange = [each for each in names if len(each.text) == 1 and each.sort == "symbol" and each.text not in own]
    if len(strange) < 2 or len(run) < 3:
        return
    near = nearest(run, vocabulary)
    span = (at, at + len(run))
    if near and (applied or len(run) >= 5):
        raise Unread("unknown-name", span, "“{name}” is not a name here. Did you mean {near}?", near, name=run, near=near)
    if len(strange) >= (3 if vocabulary.symbols else 5):
        raise Unread("unknown-name", span, "“{name}” is not a name here. Write * between letters that are multiplied.",
                     "*".join(each.text for each in names), name=run)  # fmt: skip


def nearest(run: str, vocabulary: Vocabulary) -> str | None:
    """The function or operator whose name is one slip away (two in a long name)."""
    allowed = 1 if len(run) < 6 else 2
    candidates = sorted((PLAIN | CALLS | vocabulary.functions | declared(vocabulary)) - {run})
    scored = [(distance(run.lower(), each.lower()), each) for each in candidates
              if len(each) > 2 and abs(len(each) - len(run)) <= allowed]  # fmt: skip
    score, best = min(scored, default=(9, ""), key=lambda pair: (pair[0], pair[1] not in _COMMON, pair[1]))
    return best if score <= allowed else None


_COMMON = frozenset({"sin", "cos", "tan", "exp", "log", "sqrt", "sigmoid", "diff"})


def distance(a: str, b: str) -> int:
    """How many letters must be changed, added, left out or swapped with a neighbour."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
