"""STACK's AlgEquiv answer tests, read at run time from the file that the user supplies, in our spelling.

What is no mathematics of ours is listed with its reason and left out. The label is STACK's: 1 and −3 are equal, 0, −1
and −2 are not.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from benchmarks.checker.audit import audited
from benchmarks.checker.cases import Case

ROW = re.compile(
    r"array\(\s*'AlgEquiv'\s*,\s*'([^']*)'\s*,\s*((?:'[^']*'\s*\.?\s*)+),\s*((?:'[^']*'\s*\.?\s*)+),\s*(-?\d)\s*,"
)
PART = re.compile(r"'([^']*)'")
WORDS = frozenset({"pi", "e", "i", "inf", "and", "or", "not", "U", "E"}) | {"sin", "cos", "log", "sqrt", "abs", "diff"}
CALL = re.compile(r"[A-Za-z_][A-Za-z_0-9]*(?=\()")
KNOWN = frozenset(
    "sin cos tan sec csc cosec cot asin acos atan arcsin arccos arctan sinh cosh tanh csch cosech sech coth exp log ln "
    "lg sqrt abs signum root diff matrix cc co oc oo union ntuple max min binomial factorial limit int integrate "
    "taylor sum".split()
)
NOT_OURS = (
    "#pm#",
    ":=",
    '"',
    "@",
    "?",
    "%and",
    "%or",
    "nounand",
    "nounor",
    "nounnot",
    "not ",
    "%union",
    "true",
    "false",
    "all",
    "%root",
    "%_",
    "none",
)


def stack_cases(path: str) -> list[Case]:
    """The rows that are mathematics of ours; the others are listed on standard error."""
    text = re.sub(r"//[^\n]*", "", Path(path).read_text(encoding="utf-8"))
    found: list[Case] = []
    left: dict[str, int] = {}
    for options, answer, expected, score in ROW.findall(text):
        sides = ["".join(PART.findall(each)) for each in (answer, expected)]
        reason = "an option of STACK" if options else next((why for each in sides if (why := _foreign(each))), "")
        if reason:
            left[reason] = left.get(reason, 0) + 1
            continue
        mine, right = map(translated, sides)
        label, rule = audited(mine, right, int(score) in (1, -3))
        if rule:
            print(f"STACK: label of {mine} | {right} turned: {rule}", file=sys.stderr)
        found.append(Case(mine, right, label, more={"variables": _variables(f"{mine} {right}")}))
    for reason, count in sorted(left.items()):
        print(f"STACK: {count} rows left out: {reason}", file=sys.stderr)
    return found


def _variables(text: str) -> list[str]:
    """The names that a question about this row would declare; `x1` is the symbol x_1."""
    names = set(re.findall(r"[A-Za-z]+(?:_?[0-9]+|_[A-Za-z])?(?![A-Za-z(])", text)) - WORDS
    return sorted(re.sub(r"^([A-Za-z]+)([0-9]+)$", r"\1_\2", name) for name in names)


def _foreign(text: str) -> str:
    """Why a side is no mathematics of ours."""
    if not text.strip():
        return "an empty side"
    sign = next((each for each in NOT_OURS if each in text), None)
    if sign is not None:
        return f"the sign or word {sign.strip()}"
    if re.search(r"[*/^]\s*inf|inf\s*[*/^]", text):
        return "arithmetic with infinity"
    unknown = next((name for name in CALL.findall(text) if name not in KNOWN and len(name) > 1), None)
    return f"the function {unknown}" if unknown else ""


def translated(text: str) -> str:
    """Maxima's spelling in ours."""
    for theirs, mine in (("%pi", "pi"), ("%e", "e"), ("%i", "i"), ("signum(", "sign("), ("cosech(", "csch(")):
        text = text.replace(theirs, mine)
    text = re.sub(r"\b([A-Za-z]+)\[(\w+)\]", r"\1_\2", text)
    text = re.sub(r"\blg\(((?:[^(),]|\([^()]*\))*)\)", r"log10(\1)", text)
    text = re.sub(r"\blg\(", "log(", text)
    text = re.sub(r"(?<=\d)e(?=-?\d)", "E", text)
    text = re.sub(r"\bmatrix\((.*)\)$", r"[\1]", text)
    text = re.sub(r"\bntuple\((.*)\)$", r"(\1)", text)
    for name, low, high in (("cc", "[", "]"), ("co", "[", ")"), ("oc", "(", "]"), ("oo", "(", ")")):
        text = re.sub(rf"\b{name}\(([^()]*)\)", rf"{low}\1{high}", text)
    return re.sub(r"\bunion\((.*)\)$", lambda found: " U ".join(re.split(r",(?![^(\[{]*[)\]}])", found[1])), text)
