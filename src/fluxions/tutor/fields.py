"""The fields of one JSON item, each read with a clear message where it does not fit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar

from fluxions import calculus
from fluxions.calculus.answers.question import Tolerance
from fluxions.calculus.equality.forms import known
from fluxions.calculus.expr import Expr, Rel
from fluxions.calculus.language.reading import Kind, Reading
from fluxions.calculus.verdict import Unreadable
from fluxions.calculus.vocabulary import STANDARD, Vocabulary

Word = TypeVar("Word", bound=str)
NAME = re.compile(r"[^\W\d_]\w{0,30}")
LONGEST_KEPT = 300  # characters of an expected value whose reading is kept
SIZE = re.compile(r"[^\W\d_]\w{0,30}|[1-9][0-9]{0,5}")
SIZED = re.compile(r"([^\W\d_]\w*)\s*:\s*((?:\w++(?!\s*:)\s*+,?\s*+)*)")  # a name before a colon begins the next
SYMMETRIC = "symmetric"
LONGEST_LIST = 1000  # of names, conditions or lines in one item


class BadItem(ValueError):
    """An item that cannot be answered: which field, and what it should be."""


def known_fields(item: object, fields: frozenset[str]) -> Mapping[str, Any]:
    """The item as an object with no other fields than these."""
    if not isinstance(item, dict):
        raise BadItem("each line is one JSON object")
    if not fields >= item.keys():
        unknown = sorted(set(item) - fields)
        raise BadItem(f"unknown field {_quoted(unknown)}; known are {', '.join(sorted(fields))}")
    return item


def identity(item: object) -> str | int | float | None:
    """The id of an item, as far as it has one that can be given back."""
    found = item.get("id") if isinstance(item, dict) else None
    if isinstance(found, bool) or found in (float("inf"), float("-inf")) or found != found:
        return None
    return found if isinstance(found, (str, int, float)) else None


def text(item: Mapping[str, Any], name: str) -> str:
    """A field that has to be there and to be text."""
    if item.get(name) is None:
        raise BadItem(f"{name} is missing")
    return _text(item[name], name)


def optional_text(item: Mapping[str, Any], name: str) -> str | None:
    """A field that is text, or null or absent."""
    return None if item.get(name) is None else _text(item[name], name)


def choice(item: Mapping[str, Any], name: str, options: Sequence[Word]) -> Word:
    """One of a few words; the first where the field is left out."""
    found = item.get(name)
    if found is None:
        return options[0]
    for each in options:
        if found == each:
            return each
    raise BadItem(f"{name} is one of {', '.join(options)}")


def whole(item: Mapping[str, Any], name: str, least: int, most: int) -> int:
    """A whole number within bounds; the least where the field is left out."""
    found = item.get(name)
    if found is None:
        return least
    if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= most:
        raise BadItem(f"{name} is a whole number from {least} to {most}")
    return found


def texts(item: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """A list of texts; empty where the field is left out."""
    found = item.get(name)
    if found is None:
        return ()
    if not isinstance(found, list) or len(found) > LONGEST_LIST:
        raise BadItem(f"{name} is a list of at most {LONGEST_LIST} texts")
    return tuple(_text(each, name) for each in found)


def forms(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The forms that are asked of the answer, such as `factored` or `decimals:2`."""
    found = texts(item, "form")
    for each in found:
        if not known(each):
            raise BadItem(f"there is no form {each[:40]!r}")
    return found


def vocabulary(item: Mapping[str, Any]) -> Vocabulary:
    """What the item declares by `variables` and `shapes`; the first variable is the one a prime differentiates by."""
    names = texts(item, "variables")
    for name in names:
        if not NAME.fullmatch(name):
            raise BadItem(f"variables: {name[:40]!r} is not a name")
    return _vocabulary(names, _shapes(item.get("shapes")))


@lru_cache(maxsize=256)
def _vocabulary(names: tuple[str, ...], shapes: tuple[tuple[str, tuple[str, ...]], ...]) -> Vocabulary:
    variable = names[0] if names else STANDARD.variable
    declared = STANDARD.declaring(*names)
    return Vocabulary(declared.symbols, declared.functions, variable, declared.dependent, shapes)


def sizes_in(text: str) -> dict[str, list[str]]:
    """`X: m, n; w: n` as an object; BadItem where a piece is no name with its sizes."""
    rest = SIZED.sub(" ", text).strip(" ,;\n")
    if rest:
        raise BadItem(f"sizes are written X: m, n; w: n. This was not read: {rest[:40]}")
    return {name: [each.strip() for each in sizes.split(",") if each.strip()] for name, sizes in SIZED.findall(text)}


def _shapes(found: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if found is None:
        return ()
    if not isinstance(found, dict):
        raise BadItem('shapes is an object such as {"X": ["m", "n"]}')
    for name, sizes in found.items():
        if not isinstance(sizes, list) or not all(isinstance(each, (str, int)) for each in sizes):
            raise BadItem(f"shapes: {name[:40]} has a list of sizes")
        known = sizes[:2] if sizes[2:] == [SYMMETRIC] and sizes[0] == sizes[1] else sizes
        if not NAME.fullmatch(name) or len(known) > 2 or not all(SIZE.fullmatch(str(each)) for each in known):
            raise BadItem(f'shapes: {name[:40]} has at most two sizes, such as "m" or 3, and then "symmetric" if it is')
    return tuple((name, tuple(str(each) for each in sizes)) for name, sizes in found.items())


def expression(source: str, name: str, declared: Vocabulary, want: Kind | None = None) -> Expr:
    """A field in the maths language that has to be readable; `want` says what a pair of brackets is."""
    reading = (_read if len(source) <= LONGEST_KEPT else _read.__wrapped__)(source, declared, want)
    if isinstance(reading, Unreadable):
        raise BadItem(f"{name}: {reading.message}")
    return reading.expr


@lru_cache(maxsize=512)  # a task meets many answers
def _read(source: str, declared: Vocabulary, want: Kind | None) -> Reading | Unreadable:
    return calculus.read(source, declared, want=want)


def relations(item: Mapping[str, Any], name: str, declared: Vocabulary) -> tuple[Expr, ...]:
    """A list of equations or inequalities, such as `x > 0`."""
    found = tuple(expression(each, name, declared) for each in texts(item, name))
    if not all(isinstance(each, Rel) for each in found):
        raise BadItem(f"{name} holds equations or inequalities, such as x > 0")
    return found


def tolerance(item: Mapping[str, Any]) -> Tolerance | None:
    """`{"abs": 0.001}` or `{"rel": 0.01}` as an exact number, None for exact."""
    found = item.get("tolerance")
    if found is None:
        return None
    match found:
        case {"abs": int() | float() as size} | {"rel": int() | float() as size} if len(found) == 1:
            if not isinstance(size, bool) and 0 < size < float("inf"):
                return Tolerance("abs" if "abs" in found else "rel", Fraction(repr(size)))
    raise BadItem('tolerance is {"abs": 0.001} or {"rel": 0.01}, or null for exact')


def _text(found: object, name: str) -> str:
    if not isinstance(found, str):
        raise BadItem(f"{name} is text, not {_kind(found)}")
    return found


def _kind(found: object) -> str:
    names = {bool: "true or false", dict: "an object", list: "a list", int: "a number", float: "a number"}
    return names.get(type(found), "null")


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(repr(each[:40]) for each in names[:5])
