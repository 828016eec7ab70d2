"""Numbers in the plain spelling: digits, a decimal point, powers of ten, and the separators that are refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fluxions.calculus.expr import Num
from fluxions.calculus.language.characters import FRACTIONS
from fluxions.calculus.language.tokens import LONGEST_LITERAL, Choice, Doubt, Token, Unread, digit, put

if TYPE_CHECKING:
    from fluxions.calculus.language.scan import Scanner

_DIGITS = re.compile(r"[0-9]+")
_EXPONENT = re.compile(r"([eE])([-+]?)([0-9]+)(?![0-9.])")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}((,| )[0-9]{3})(\2[0-9]{3})*(?![0-9])")


def a_number(scanner: Scanner, text: str, at: int, end: int) -> int:
    """A literal, kept as it was typed: digits, a decimal point, an exponent of ten."""
    found = scanner.number.match(text, at, end)
    assert found is not None
    typed, stop = found.group(), found.end()
    if len(typed) > LONGEST_LITERAL:
        raise Unread("too-big", (at, stop), "A number may have at most {most} digits.", most=str(LONGEST_LITERAL))
    side_by_side(scanner, text, at, stop)
    typed, top, places = (typed, int(typed), 0) if typed.isdigit() else _with_places(typed.replace(",", "."))
    power = _EXPONENT.match(text, stop, end) if stop < end and text[stop] in "eE" else None
    if power and scientific(scanner, power, at, typed):
        shift = int(power.group(2) + (power.group(3).lstrip("0") or "0")[:4])
        if abs(shift) > LONGEST_LITERAL:
            raise Unread("too-big", (at, power.end()), "A number may have at most {most} digits.",
                         most=str(LONGEST_LITERAL))  # fmt: skip
        places, stop = places - shift, power.end()
    value = Num(top, 10**places, places) if places > 0 else Num(top * 10**-places if places else top)
    scanner.add("number", typed, at, stop, value=value)
    return stop


def _with_places(typed: str) -> tuple[str, int, int]:
    """A number with a point, its digits as a whole number, and how many stand after the point."""
    whole, _, decimals = typed.partition(".")
    return typed, int((whole + decimals) or "0"), len(decimals)


def scientific(scanner: Scanner, power: re.Match[str], at: int, typed: str) -> bool:
    """Are `2e3`, `3.2e-4` and `1e-5` powers of ten? `2e-3` is 2e − 3, and each has a note."""
    letter, sign, _ = power.groups()
    if letter in scanner.lexicon.own:
        return False
    if letter == "E":
        return True
    taken = not sign or "." in typed or typed == "1"
    choice = Choice(at, "scientific")
    if choice in scanner.choices:
        return not taken
    message = "Read as a power of ten. For Euler's e write e*…" if taken else (
        "Read as a number times e. For a power of ten write E: 2E-3.")  # fmt: skip
    scanner.source.doubts.append(Doubt(message, (at, power.end()), choice))
    return taken


def side_by_side(scanner: Scanner, text: str, at: int, stop: int) -> None:
    """Two numbers with nothing but space between them are not a product."""
    last = scanner.source.tokens[-1] if scanner.source.tokens else None
    if last is None or last.kind != "number" or _raises_function(scanner.source.tokens):
        return
    span = (last.start, stop)
    if found := _THOUSANDS.match(text, last.start):
        span = found.span() if found.end() >= stop else span
    if _THOUSANDS.fullmatch(text, *span):
        raise Unread("thousands", span, "Write a number without thousands separators.",
                     put(text, span, text[slice(*span)].replace(" ", "")))  # fmt: skip
    join = "+" if text[stop : stop + 1] == "/" or text[at] in FRACTIONS else "*"
    repaired = (
        put(text, span, f"{text[last.start : last.end]}{join}{text[at:stop]}") if at > last.end or join == "+" else None
    )
    raise Unread("two-numbers", span, "Two numbers side by side: write what stands between them.", repaired)


def decimal_comma(scanner: Scanner, at: int) -> None:
    """A comma inside a number outside brackets: a thousands separator, or a decimal comma."""
    text, start = scanner.plain_text, at
    while start and digit(text[start - 1]):
        start -= 1
    if found := _THOUSANDS.fullmatch(text, start, digits_end(scanner, start)):
        raise Unread("thousands", found.span(), "Write a number without thousands separators.",
                     put(text, found.span(), found.group().replace(",", "")))  # fmt: skip
    span = (start, _DIGITS.match(text, at + 1).end())  # type: ignore[union-attr]
    raise Unread("decimal-comma", span, "Write a decimal point, not a comma.",
                 put(text, span, text[slice(*span)].replace(",", ".")))  # fmt: skip


def digits_end(scanner: Scanner, at: int) -> int:
    """The end of the digits and commas from here on."""
    text = scanner.plain_text
    while at < len(text) and (digit(text[at]) or (text[at] == "," and digit(text[at + 1 : at + 2]))):
        at += 1
    return at


def _raises_function(tokens: list[Token]) -> bool:
    """Is the last number the exponent in `tanh^2 3`?"""
    return len(tokens) > 2 and tokens[-2].text == "^" and tokens[-3].sort == "function"


def percent(scanner: Scanner, at: int) -> None:
    """50% is 50/100."""
    last = scanner.source.tokens[-1] if scanner.source.tokens else None
    if last is None or last.kind != "number" or last.value is None:
        raise Unread("percent", (at, at + 1), "A percent sign belongs after a number.")
    value = last.value
    scanner.source.doubts.append(Doubt("Read as parts of a hundred.", (last.start, at + 1)))
    last.value, last.end = Num(value.top, value.bottom * 100), at + 1


def apostrophes(scanner: Scanner, at: int) -> None:
    """1'000 is refused with the number that was meant."""
    text = scanner.plain_text
    last = scanner.source.tokens[-1] if scanner.source.tokens else None
    if last is None or last.kind != "number" or last.end != at:
        return
    if found := _APOSTROPHES.match(text, last.start):
        raise Unread("thousands", found.span(), "Write a number without thousands separators.",
                     put(text, found.span(), found.group().replace("'", "")))  # fmt: skip


_APOSTROPHES = re.compile(r"[1-9][0-9]{0,2}('[0-9]{3})+(?![0-9])")


def braced_comma(scanner: Scanner, at: int) -> Unread:
    """1{,}000 is a thousands separator in LaTeX, 0{,}5 a decimal comma."""
    text, last = scanner.plain_text, scanner.source.tokens[-1] if scanner.source.tokens else None
    start = last.start if last is not None and last.kind == "number" else at
    if found := _BRACED.match(text, start):
        return Unread("thousands", found.span(), "Write a number without thousands separators.",
                      put(text, found.span(), found.group().replace("{,}", "")))  # fmt: skip
    sign = scanner.decimal
    message = "Write a decimal point, not a comma." if sign == "." else "Write the comma without braces."
    return Unread("decimal-comma", (start, at + 3), message, put(text, (at, at + 3), sign))


_BRACED = re.compile(r"[1-9][0-9]{0,2}(\{,\}[0-9]{3})+(?![0-9])")
