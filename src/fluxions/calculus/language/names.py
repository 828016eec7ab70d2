"""Letters in a row become names: functions, constants, declared symbols, and products of single letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from fluxions.calculus.language.tokens import Sort, Unread
from fluxions.calculus.vocabulary import FUNCTIONS, GREEK, OPERATORS, SPELLINGS, VERDICTS, Vocabulary

CONSTANTS = {
    "pi": "pi", "e": "e", "i": "i", "inf": "inf", "infty": "inf", "infinity": "inf", "oo": "inf", "dne": "dne",
    "DNE": "dne", "converges": "converges", "convergent": "converges", "diverges": "diverges",
    "divergent": "diverges", "absolutely": "absolutely", "conditionally": "conditionally",
}  # fmt: skip
WORDS = frozenset({"and", "or"})
APPLIED = frozenset(
    {"exp", "sqrt", "cbrt", "root", "log", "log2", "log10", "clip", "clamp", "step", "heaviside"}
)  # read to nodes of their own
PLAIN = frozenset(FUNCTIONS) | frozenset(SPELLINGS) | APPLIED
# these are names only where a bracket follows: otherwise they are letters or Greek
BRACKETED = frozenset({
    "clip", "clamp", "step", "heaviside", "beta", "gamma", "phi", "Phi", "sigma", "Gamma", "li", "Ei", "Si", "Ci",
    "fact", "tg",
})  # fmt: skip
STRUCTURES = frozenset({
    "diff", "at", "rate", "limit", "lim", "int", "integrate", "sum", "prod", "product", "if", "piecewise", "Piecewise",
    "vector", "open", "closed",
    "transpose",
})  # fmt: skip
APPLIED_GREEK = frozenset({"sigma", "Gamma"})  # the sigmoid and the gamma function where a bracket follows
CALLS = frozenset(OPERATORS) | STRUCTURES
UNITS = frozenset({
    "km", "cm", "mm", "kg", "mg", "ms", "Hz", "kHz", "deg", "rad", "mol", "Pa", "kPa", "kW", "kWh", "min", "sec",
    "degrees", "radians", "meters", "metres", "seconds", "units",
})  # fmt: skip


LONGEST_KEPT, MOST_KEPT = 12, 500  # letters of a run whose names are kept, and how many such runs


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
    shaped = {name for name, _ in vocabulary.shapes}
    sizes = {size for _, declared in vocabulary.shapes for size in declared[:2] if not size.isdigit()}
    return vocabulary.symbols | vocabulary.dependent | shaped | {f"d{name}" for name in shaped} | sizes


class Lexicon:
    """What names mean under one vocabulary, looked up once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.own = declared(vocabulary) | VERDICTS
        self.functions = vocabulary.functions
        self.strict = bool(vocabulary.symbols)  # letters that are not declared are unlikely
        everything = PLAIN | CALLS | WORDS | GREEK | frozenset(CONSTANTS) | self.own | self.functions
        self.known = frozenset(name for name in everything if name.isalpha() and name != "oo")
        self.longest = max(len(name) for name in self.known)
        odd = (name for name in self.own | self.functions if not name.isalpha() and "'" not in name)
        self.odd: dict[str, list[str]] = {}  # names that are no run of letters by their first one, the longest first
        for name in sorted(odd, key=lambda name: (-len(name), name)):
            self.odd.setdefault(name[0], []).append(name)
        self.sorts: dict[tuple[str, bool], Sort] = {}
        self.cuts: dict[tuple[str, bool], list[Name]] = {}

    def sort_of(self, name: str, bracket: bool) -> Sort:
        """What a name means; `bracket` says that an opening bracket follows it."""
        key = (name, bracket)
        found = self.sorts.get(key)
        if found is None:
            found = self._sort(name, bracket)
            if name in self.known or len(name) == 1:  # a bounded table
                self.sorts[key] = found
        return found

    def _sort(self, name: str, bracket: bool) -> Sort:
        if name in self.own:
            return "symbol"
        if name in self.functions:
            return "function"
        if name in CONSTANTS and not (bracket and name in CALLS):
            return "constant"
        if name in WORDS:
            return "word"
        if name in PLAIN or name in APPLIED_GREEK:
            if bracket or name not in BRACKETED:
                return "function"
            return "symbol" if name in GREEK else ""
        if name in CALLS:
            return "operator" if bracket else ""
        return "symbol" if name in GREEK or len(name) == 1 else ""

    def price(self, name: str, sort: Sort) -> float:
        """Preference among ways to cut a run: functions, then declared letters, then Greek, then unknown letters."""
        if name in self.own or name in self.functions:
            return 0.45
        if len(name) == 1 and sort == "symbol":
            return 2.0 if self.strict else 0.6
        return 1.0 if sort == "symbol" else 0.5

    def cut(self, run: str, bracket: bool) -> list[Name]:
        """The cheapest way to cut a run of letters into names; linear, as names are short."""
        found = self.cuts.get((run, bracket))
        if found is None:
            found = self._cut(run, bracket)
            if len(run) <= LONGEST_KEPT and len(self.cuts) < MOST_KEPT:
                self.cuts[run, bracket] = found
        return found

    def _cut(self, run: str, bracket: bool) -> list[Name]:
        size = len(run)
        if size == 1 or run == "oo":
            return [Name(run, 0, size, self.sort_of(run, bracket))]
        best: list[tuple[float, int, Sort]] = [(0.0, 0, "")]
        for end in range(1, size + 1):
            best.append(self._last_name(run, end, bracket and end == size, best))
        names: list[Name] = []
        end = size
        while end:
            _, start, sort = best[end]
            names.append(Name(run[start:end], start, end, sort))
            end = start
        return names[::-1]

    def _last_name(
        self, run: str, end: int, bracket: bool, best: list[tuple[float, int, Sort]]
    ) -> tuple[float, int, Sort]:
        """The cheapest cut of run[:end]: its cost, and where its last name starts. A letter always is a name."""
        sort = self.sort_of(run[end - 1], bracket)
        found = (best[end - 1][0] + self.price(run[end - 1], sort), end - 1, sort)
        for start in range(max(0, end - self.longest), end - 1):
            name = run[start:end]
            if name in self.known and (sort := self.sort_of(name, bracket)):
                cost = best[start][0] + self.price(name, sort)
                if cost < found[0] + 1e-9:
                    found = (cost, start, sort)
        return found


@lru_cache(maxsize=256)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary."""
    return Lexicon(vocabulary)


def check_known(run: str, at: int, names: list[Name], vocabulary: Vocabulary, bracket: bool, operand: bool) -> None:
    """Say no to words that are no names: a misspelt function, or letters that nothing declares."""
    usual = declared(vocabulary) | {vocabulary.variable}
    strange = [each for each in names if len(each.text) == 1 and each.sort != "constant" and each.text not in usual]
    span = (at, at + len(run))
    if len(run) >= 3 and strange and (near := _slip(run, names, strange, vocabulary, bracket, operand)):
        message = "“{name}” is not a name here. Did you mean {near}?"
        raise Unread("unknown-name", span, message, near, name=_short(run), near=near)
    if len(run) >= 3 and len(strange) >= (3 if vocabulary.symbols else 5):
        message = "“{name}” is not a name here. Write * between letters that are multiplied."
        raise Unread("unknown-name", span, message, "*".join(each.text for each in names), name=_short(run))


def _slip(
    run: str, names: list[Name], strange: list[Name], vocabulary: Vocabulary, bracket: bool, operand: bool
) -> str | None:
    """The function that was meant, where a bracket or an operand follows, or the run is long."""
    single = all(len(each.text) == 1 for each in names)
    tail = len(names[-1].text) == 1
    meant = (single and len(strange) >= 2 and (bracket or operand or len(run) >= 5)) or (bracket and tail)
    return nearest(run, vocabulary) if meant and run not in _NO_GUESS else None


_NO_GUESS = frozenset({"not", "for", "the", "set", "has"})


def check_case(name: str, at: int, vocabulary: Vocabulary) -> None:
    """A letter in the other case is another symbol."""
    own = declared(vocabulary)
    other = name.swapcase()
    if name in own or other not in own or len(name) != 1 or name in "CU" or name in vocabulary.functions:
        return
    message = "{typed} is another symbol than {declared} here."
    if name.isupper():
        message = "Capital {typed} is another symbol than {declared} here."
    raise Unread("letter-case", (at, at + 1), message, other, typed=name, declared=other)


def _short(run: str) -> str:
    return run if len(run) <= 24 else f"{run[:24]}…"


@lru_cache(maxsize=512)
def nearest(run: str, vocabulary: Vocabulary) -> str | None:
    """The function or operator whose name is one slip away (two in a long name)."""
    if run in _FOREIGN:
        return _FOREIGN[run]
    allowed = 1 if len(run) < 6 else 2
    letters = set(run.lower())
    best = (allowed + 1, True, "")
    for name in PLAIN | CALLS | vocabulary.functions | declared(vocabulary):
        close = len(name) > 2 and abs(len(name) - len(run)) <= allowed and name != run
        if close and len(letters ^ set(name.lower())) <= 2 * allowed:
            best = min(best, (distance(run.lower(), name.lower()), name not in _COMMON, name))
    return best[2] or None


_FOREIGN = {"sinus": "sin", "cosinus": "cos", "tangens": "tan", "lnn": "ln", "racine": "sqrt", "wurzel": "sqrt"}
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
