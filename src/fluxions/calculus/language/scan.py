"""The plain spelling, cut into tokens from left to right, looking at each character a bounded number of times."""

from __future__ import annotations

import re
from typing import Literal

from fluxions.calculus.expr import Num
from fluxions.calculus.language import literals
from fluxions.calculus.language.characters import (
    FRACTIONS,
    GREEK_SIGNS,
    SAME,
    SIGNS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    look_alike,
    named,
)
from fluxions.calculus.language.names import UNITS, check_case, check_known, lexicon
from fluxions.calculus.language.tokens import Choice, Doubt, Sort, Source, Token, TokenKind, Unread, digit, put
from fluxions.calculus.vocabulary import Vocabulary

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_NUMBER_WITH_COMMA = re.compile(r"[0-9]+(?:[.,](?=[0-9])[0-9]*)?|[.,][0-9]+")
_LETTERS = re.compile(r"[A-Za-z]+")
_DIGITS = re.compile(r"[0-9]+")
_SPACE = re.compile(r" +")
_WORD = re.compile(r"[A-Za-z0-9]+")
_OPERATOR = re.compile(r"\*\*|<=|>=|=<|!=|==|<>|=>|->|\+/-|[-+*/^=<>!,;:'\"|_√∛∜‖≤≥≠∪∧∨→⇒∈∩∖±∓\\]")
_APPLIED = re.compile(r"(?:sec|min) *(?:\^ *[0-9]|[²³⁴])? *(?:[(\[]|[^\W\d])")  # 3 sec(x), 3 sec^2 x: no unit
_RAISED = re.compile(r"\^[0-9](?=\()|[²³⁴](?=\()")
_FONT = re.compile(r"\\(?:mathrm|text|operatorname)\{|[ ,]")
_SET_FOLLOWS = re.compile(r" *[(\[{ℝ⟨]| +R(?![A-Za-z0-9_])")  # x in (1, 2)
_LOG_BASE = re.compile(r"10(?![0-9.])|2(?![0-9.])")
_CANON = {"**": "^", "=<": "<=", "==": "=", "<>": "!="} | SIGNS
_REFUSED = {
    "%": ("percent", "Percent signs are not read here: write 0.5 for 50 %."),
    "°": ("degrees", "Angles are in radians here: write 90 degrees as pi/2."),
    "$": ("unit", "Leave out units and currency signs: write the number only."),
    "€": ("unit", "Leave out units and currency signs: write the number only."),
    "…": ("dots", "Dots stand for something left out: write the expression in full."),
}


class Scanner:
    """Cuts a text, or a stretch of it, into the tokens of a Source."""

    def __init__(
        self,
        text: str,
        vocabulary: Vocabulary,
        decimal: Literal[".", ","] = ".",
        choices: frozenset[Choice] = frozenset(),
    ) -> None:
        self.source = Source(text)
        self.plain_text = text.translate(SAME)
        self.vocabulary = vocabulary
        self.lexicon = lexicon(vocabulary)
        self.choices = choices
        self.decimal = decimal
        self.latex = False
        self.depth = 0
        self.spaced = False
        self.listing = False  # is a list wanted, so that 5,9 is two numbers?
        self.number = _NUMBER if decimal == "." else _NUMBER_WITH_COMMA

    def add(self, kind: TokenKind, text: str, start: int, end: int, sort: Sort = "", value: Num | None = None) -> None:
        """One more token."""
        self.source.tokens.append(Token(kind, text, start, end, self.spaced, sort, value))
        self.spaced = False

    def stretch(self, start: int, end: int) -> None:
        """Cut the text from start to end."""
        text, at = self.plain_text, start
        while at < end:
            at = self.piece(text, at, end)

    def piece(self, text: str, at: int, end: int) -> int:
        """One token, or a few; the place after it."""
        character = text[at]
        if character == " ":
            self.spaced = True
            return min(end, _SPACE.match(text, at).end())  # type: ignore[union-attr]
        if "0" <= character <= "9" or (character == self.decimal and digit(text[at + 1 : min(at + 2, end)])):
            return literals.a_number(self, text, at, end)
        if "A" <= character <= "Z" or "a" <= character <= "z":
            return self.letters(text, at, end)
        if character in "([{⟨":
            self.depth += 1
            self.add("open", character, at, at + 1)
            return at + 1
        if character in ")]}⟩":
            self.depth -= 1
            self.add("close", character, at, at + 1)
            return at + 1
        return self.sign(text, at, end)

    def sign(self, text: str, at: int, end: int) -> int:
        """An operator, or a character outside ASCII."""
        character = text[at]
        if found := _OPERATOR.match(text, at, end):
            return self.operator(found.group(), at)
        if character in GREEK_SIGNS:
            return self.name(GREEK_SIGNS[character], at, at + 1, end)
        if character in SUPERSCRIPTS:
            return self.superscript(text, at, end)
        if character in "∞ℝ":
            self.add("name", "inf" if character == "∞" else "ℝ", at, at + 1, "constant")
        elif character in "∂∫∑":
            word = {"∂": "d", "∫": "∫", "∑": "∑"}[character]
            self.add("name", word, at, at + 1, "symbol" if word == "d" else "operator")
        elif character == "∅":
            self.add("open", "{", at, at + 1)
            self.add("close", "}", at, at + 1)
        elif character in FRACTIONS:
            self.add("number", character, at, at + 1, value=Num(*FRACTIONS[character]))
        else:
            raise self.refused(character, at)
        return at + 1

    def operator(self, typed: str, at: int) -> int:
        """An operator; two primes where one sign stands for two."""
        if typed == '"':
            self.add("op", "'", at, at + 1)
            self.add("op", "'", at, at + 1)
        elif typed in "|‖":
            self.add("bar", typed, at, at + 1)
        elif typed == "," and self.depth <= 0 and not self.listing and self.decimal == "." and self.between_digits(at):
            literals.decimal_comma(self, at)
            self.add("op", typed, at, at + 1)
        else:
            text = _CANON.get(typed, typed)
            self.source.signs += text in "±∓"
            self.add("op", text, at, at + len(typed), "word" if text in ("and", "or") else "")
        return at + len(typed)

    def between_digits(self, at: int) -> bool:
        """Does the character stand between two digits?"""
        text = self.plain_text
        return digit(text[at - 1 : at]) and digit(text[at + 1 : at + 2])

    def letters(self, text: str, at: int, end: int) -> int:
        """A run of letters: one name, or several side by side."""
        for name in self.lexicon.long_names:
            after = text[at + len(name) : at + len(name) + 1]
            if text.startswith(name, at, end) and not (digit(name[-1]) and digit(after)):
                self.add("name", name, at, at + len(name), self.lexicon.sort_of(name, False))
                return at + len(name)
        found = _LETTERS.match(text, at, end)
        assert found is not None
        run, stop = found.group(), found.end()
        if stop < end and run == "log" and (base := _LOG_BASE.match(text, stop, end)):
            return self.based_log(run + base.group(), at, base.end(), end)
        if run == "in" and self.spaced and _SET_FOLLOWS.match(text, stop):
            self.add("op", "∈", at, stop)
            return stop
        rest = _after_space(text, stop, end)
        bracket = self.bracket_follows(stop, end)
        names = self.lexicon.cut(run, bracket)
        tokens = self.source.tokens
        counted = bool(tokens) and tokens[-1].kind == "number"
        if counted and run in UNITS and run not in self.lexicon.own and not _APPLIED.match(text, at, end):
            raise Unread("unit", (at, stop), "Leave out units: write the number only.", put(text, (at, stop), ""))
        if len(names) > 1:
            operand = rest > stop and rest < end and text[rest].isalnum()
            check_known(run, at, names, self.vocabulary, bracket, operand)
        for each in names:
            if each.sort == "symbol" and self.lexicon.strict and not text.startswith("_", at + each.end):
                check_case(each.text, at + each.start, self.vocabulary)
        for each in names[:-1]:
            self.add("name", each.text, at + each.start, at + each.end, each.sort)
        last = names[-1]
        return self.name(last.text, at + last.start, stop, end, last.sort)

    def bracket_follows(self, at: int, end: int) -> bool:
        """Does an opening bracket follow, primes and space passed over?"""
        text = self.plain_text
        if raised := _RAISED.match(text, at, end):  # sigma^2(x)
            at = raised.end()
        while at < end and text[at] in " '":
            at += 1
        return at < end and text[at] in "(["

    def based_log(self, name: str, at: int, stop: int, end: int) -> int:
        """log2 and log10; `log2x` may also be the logarithm of 2x."""
        rest = _after_space(self.plain_text, stop, end)
        choice = Choice(at, "natural")
        if rest == stop and rest < end and self.plain_text[rest].isalpha():
            if choice in self.choices:
                self.add("name", "log", at, at + 3, "function")
                return at + 3
            self.source.doubts.append(
                Doubt("Read as the logarithm to this base. For ln write ln(…).", (at, stop), choice)
            )
        self.add("name", name, at, stop, "function")
        return stop

    def name(self, name: str, start: int, stop: int, end: int, sort: Sort | None = None) -> int:
        """A name with the subscript that belongs to it."""
        text = self.plain_text
        if sort is None:
            bracket = self.bracket_follows(stop, end)
            sort = "constant" if name == "pi" and name not in self.lexicon.own else self.lexicon.sort_of(name, bracket)
        after = stop
        below = ""
        if stop < end and text[stop] == "_" and sort == "symbol":
            below, after = self.subscript(text, name, stop, end)
        while not below and after < end and text[after] in SUBSCRIPTS and sort == "symbol":
            after += 1
        if after > stop and not below:
            below = "".join(SUBSCRIPTS[each] for each in text[stop:after])
        if stop < end and text[stop] == "_" and name == "log" and sort == "function":
            return self.log_with_base(start, stop, end)
        if not below and sort == "symbol" and (digits := _DIGITS.match(text, stop, end)):
            return self.digits_after(name, start, stop, digits)
        full = f"{name}_{below}" if below else name
        self.add("name", full, start, after, sort)
        return after

    def log_with_base(self, start: int, stop: int, end: int) -> int:
        """log_2, log_b: the base stands below."""
        base, after = self.subscript(self.plain_text, "log", stop, end)
        if not (base.isdecimal() or len(base) == 1 or base in self.lexicon.own):
            raise Unread(
                "subscript", (start, after), "The base of a logarithm is a number or a symbol here: log(x, b)."
            )
        value = Num(int(base)) if base.isdecimal() else None
        self.add("name", "log", start, after, "function", value)
        self.source.tokens[-1].variable = "" if value else base
        return after

    def digits_after(self, name: str, start: int, stop: int, digits: re.Match[str]) -> int:
        """`x1` is the declared x_1, else x·1 with a note."""
        full = f"{name}_{digits.group()}"
        choice = Choice(start, "subscript")
        if full in self.lexicon.own or choice in self.choices:
            self.add("name", full, start, digits.end(), "symbol")
            return digits.end()
        if name not in ("d",):
            message = "Read as a product. For a symbol with an index write an underscore: x_1."
            self.source.doubts.append(Doubt(message, (start, digits.end()), choice))
        self.add("name", name, start, stop, "symbol")
        return stop

    def subscript(self, text: str, name: str, at: int, end: int) -> tuple[str, int]:
        """The index after an underscore, and the place after it."""
        if text[:at].endswith("lim"):
            message = "Write a limit as limit(f, h, 0): of what, in which letter, going where."
            raise Unread("limit-spelling", (at - 3, at + 1), message)
        if text[at + 1 : at + 2] == "{":
            close = text.find("}", at, end)
            if close < 0:
                raise Unread("unclosed", (at + 1, at + 2), "The bracket opened here is not closed.")
            nested = "{" in text[at + 2 : close] and text[close + 1 : close + 2] == "}"
            inner, stop = _FONT.sub("", text[at + 2 : close]), close + 1 + nested
            if not inner.isalnum() or not inner.isascii():
                raise Unread("subscript", (at, stop), "An index may hold letters and digits only.")
            return inner, stop
        found = (_DIGITS if digit(text[at + 1 : at + 2]) else _WORD).match(text, at + 1, end)
        if found is None:
            raise Unread("subscript", (at, at + 1), "An index is missing after the underscore.")
        inner = found.group()[:1] if self.latex else found.group()
        for size in range(len(inner), 0, -1) if not digit(inner[0]) else ():
            if f"{name}_{inner[:size]}" in self.lexicon.own:
                return inner[:size], at + 1 + size
        return inner, at + 1 + len(inner)

    def superscript(self, text: str, at: int, end: int) -> int:
        """Raised signs are an exponent in brackets."""
        stop = at
        while stop < end and text[stop] in SUPERSCRIPTS:
            stop += 1
        raised = "".join(SUPERSCRIPTS[each] for each in text[at:stop])
        self.add("op", "^", at, at)
        self.add("open", "group", at, at)
        place = 0
        while place < len(raised):
            digits = _DIGITS.match(raised, place)
            size = digits.end() - place if digits else 1
            piece = raised[place : place + size]
            self.raised(piece, at + place, at + place + size)
            place += size
        self.add("close", "group", stop, stop)
        return stop

    def raised(self, piece: str, start: int, stop: int) -> None:
        """One piece of a raised exponent."""
        if digit(piece[0]):
            self.add("number", piece, start, stop, value=Num(int(piece)))
        elif piece in "()":
            self.add("open" if piece == "(" else "close", piece, start, stop)
        elif piece in "+-":
            self.add("op", piece, start, stop)
        else:
            self.add("name", piece, start, stop, self.lexicon.sort_of(piece, False))

    def refused(self, character: str, at: int) -> Unread:
        """Why a character is not read."""
        text = self.plain_text
        if character in _REFUSED:
            code, message = _REFUSED[character]
            return Unread(code, (at, at + 1), message, put(text, (at, at + 1), "") if code == "unit" else None)
        if plain := look_alike(character):
            message = "This character only looks like {plain}: type {plain} from the keyboard."
            return Unread("look-alike", (at, at + 1), message, text.replace(character, plain), plain=plain)
        return Unread(
            "unknown-character", (at, at + 1), "The character {sign} means nothing here.", sign=named(character)
        )


def _after_space(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at
