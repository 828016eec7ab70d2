"""The plain spelling, cut into tokens from left to right, looking at each character a bounded number of times."""

from __future__ import annotations

import re
from typing import Literal

from fluxions.calculus.expr import Num
from fluxions.calculus.language import heights, literals, logarithms, notation
from fluxions.calculus.language.cases import WORDS
from fluxions.calculus.language.characters import (
    ACCENTED,
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
from fluxions.calculus.language.tokens import (
    LARGEST_SIZE,
    Choice,
    Derivative,
    Doubt,
    Sort,
    Source,
    Token,
    TokenKind,
    Unread,
    after_space,
    digit,
    put,
)
from fluxions.calculus.vocabulary import Vocabulary

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_NUMBER_WITH_COMMA = re.compile(r"[0-9]+(?:[.,](?=[0-9])[0-9]*)?|[.,][0-9]+")
_LETTERS = re.compile(r"[A-Za-z]+")
_DIGITS = re.compile(r"[0-9]+")
_SPACE = re.compile(r" +")
_WORD = re.compile(r"[A-Za-z0-9]+")
_OPERATOR = re.compile(r"\*\*|<=|>=|=<|!=|==|<>|=>|->|\+/-|[-+*/^=<>!,;:'\"|_√∛∜‖≤≥≠∪∧∨→⇒∈∩∖±∓∘⊙⊗⊘\\]")
_APPLIED = re.compile(r"(?:sec|min) *(?:\^ *[0-9]|[²³⁴])? *(?:[(\[]|[^\W\d])")  # 3 sec(x), 3 sec^2 x: no unit
_RAISED = re.compile(r"\^[0-9](?=\()|[²³⁴](?=\()")
_FONT = re.compile(r"\\(?:mathrm|text|operatorname)\{|[ ,]")
_PARTIAL = re.compile(r"_(?:[a-z](?![A-Za-z0-9])|\{ *[a-z]{1,4} *\}|[a-z]{2}(?![A-Za-z0-9]))(?! *[(\[]|\\left)")
_NABLA = re.compile(r" *[·⋅×∙•]")
_BIG = {"Σ": "∑", "Π": "∏"}
_SUM_FOLLOWS = re.compile(r" *_ *[({][^={}()]*=")
_MEANT = frozenset({"log", "True", "otherwise", "in", *WORDS, *notation.SIGNS})  # runs that may be more than names
_SET_FOLLOWS = re.compile(r" *[(\[{ℝ⟨]| +R(?![A-Za-z0-9_])")  # x in (1, 2)
_LOG_BASE = re.compile(r"10(?![0-9.])|2(?![0-9.])")
_PLAIN_SIGNS = frozenset("+-*/^=<>")
_GOES_ON = frozenset("*/<=>-")  # the second character of a longer operator
_CANON = {"**": "^", "=<": "<=", "==": "=", "<>": "!="} | SIGNS
_REFUSED = {
    "%": ("percent", "A percent sign is read only where a number is wanted: write 0.5 for 50 %."),
    "°": ("degrees", "Angles are in radians here: write 90 degrees as pi/2."),
    "$": ("unit", "Leave out units and currency signs: write the number only."),
    "€": ("unit", "Leave out units and currency signs: write the number only."),
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
        self.percent = False  # is a number wanted, so that 50% is 50/100?
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
            self.depth += 1 if character == "]" and self.turned() else -1
            self.add("close", character, at, at + 1)
            return at + 1
        if character in _PLAIN_SIGNS and text[at + 1 : at + 2] not in _GOES_ON:
            self.add("op", character, at, at + 1)
            return at + 1
        return self.sign(text, at, end)

    def turned(self) -> bool:
        """Does a closing bracket stand where something is still to come, as in ]0, 1[?"""
        return not self.source.tokens or self.source.tokens[-1].kind in ("op", "open")

    def sign(self, text: str, at: int, end: int) -> int:
        """An operator, or a character outside ASCII."""
        character = text[at]
        if character == "…" or (character == "." and text.startswith("...", at)):
            return self.left_out(at, at + (1 if character == "…" else 3))
        if found := _OPERATOR.match(text, at, end):
            return self.operator(found.group(), at)
        if character in _BIG and _SUM_FOLLOWS.match(text, at + 1):
            self.add("name", _BIG[character], at, at + 1, "operator")
            return at + 1
        if character in GREEK_SIGNS:
            return self.name(GREEK_SIGNS[character], at, at + 1, end)
        if character in SUPERSCRIPTS:
            return heights.superscript(self, text, at, end)
        if character in "∞ℝ":
            self.add("name", "inf" if character == "∞" else "ℝ", at, at + 1, "constant")
        elif character in "∂∫∑∏":
            word = "d" if character == "∂" else character
            self.add("name", word, at, at + 1, "symbol" if word == "d" else "operator")
        elif character == "∇":
            return self.gradient(at, at + 1)
        elif character in ACCENTED:
            self.add("name", ACCENTED[character], at, at + 1, "symbol")
        elif character in SUBSCRIPTS and self.source.tokens and self.source.tokens[-1].text in "∫∑∏":
            return heights.lowered(self, text, at, end)
        elif character == "%" and self.percent:
            literals.percent(self, at)
        elif character == "∅":
            self.add("open", "{", at, at + 1)
            self.add("close", "}", at, at + 1)
        elif character in FRACTIONS:
            literals.side_by_side(self, text, at, at + 1)
            self.add("number", character, at, at + 1, value=Num(*FRACTIONS[character]))
        else:
            raise self.refused(character, at)
        return at + 1

    def left_out(self, at: int, stop: int) -> int:
        """Dots, and the comma that some leave out after them."""
        self.source.dots = True
        self.add("name", "…", at, stop, "symbol")
        return stop

    def operator(self, typed: str, at: int) -> int:
        """An operator; two primes where one sign stands for two."""
        if typed == '"':
            self.add("op", "'", at, at + 1)
            self.add("op", "'", at, at + 1)
        elif typed in "|‖":
            self.add("bar", typed, at, at + 1)
        elif typed == "'" and self.between_digits(at):
            literals.apostrophes(self, at)
            self.add("op", typed, at, at + 1)
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

    def run_of_letters(self, text: str, at: int, end: int) -> tuple[str, int]:
        """All letters from here on, and the place after them."""
        found = _LETTERS.match(text, at, end)
        assert found is not None
        run, stop = found.group(), found.end()
        if len(run) > LARGEST_SIZE:  # no name is needed to see that there are too many
            message = "This is too long: at most {most} parts are read."
            raise Unread("too-big", (at, stop), message, most=str(LARGEST_SIZE))
        return run, stop

    def letters(self, text: str, at: int, end: int) -> int:
        """A run of letters: one name, or several side by side."""
        for name in self.lexicon.odd.get(text[at], ()):
            after = text[at + len(name) : at + len(name) + 1]
            if text.startswith(name, at, end) and not (digit(name[-1]) and digit(after)):
                self.add("name", name, at, at + len(name), self.lexicon.sort_of(name, False))
                return at + len(name)
        run, stop = self.run_of_letters(text, at, end)
        if run in _MEANT and (passed := self.meant(run, at, stop, end)):
            return passed
        return self.side_by_side(run, at, stop, end)

    def meant(self, run: str, at: int, stop: int, end: int) -> int:
        """A run of letters that is more than names: the place after it, 0 where it is not."""
        text = self.plain_text
        if stop < end and run == "log" and (base := _LOG_BASE.match(text, stop, end)):
            return logarithms.based_log(self, run + base.group(), at, base.end(), end)
        if run in ("True", "otherwise") and "iecewise(" in text:
            self.add("name", "otherwise", at, stop, "symbol")
            return stop
        if run in WORDS and run not in self.lexicon.own and not self.calls_if(run, stop, end):
            self.case(run, at, stop)
            return stop
        if run in notation.SIGNS and (passed := notation.sign(self, run, at, stop, end)):
            return passed
        if run == "in" and self.spaced and _SET_FOLLOWS.match(text, stop):
            self.add("op", "∈", at, stop)
            return stop
        return 0

    def side_by_side(self, run: str, at: int, stop: int, end: int) -> int:
        """The names that a run of letters is cut into; the last one may have a subscript."""
        text, tokens = self.plain_text, self.source.tokens
        bracket = self.bracket_follows(stop, end)
        names = self.lexicon.cut(run, bracket)
        counted = bool(tokens) and tokens[-1].kind == "number"
        if counted and run in UNITS and run not in self.lexicon.own and not _APPLIED.match(text, at, end):
            raise Unread("unit", (at, stop), "Leave out units: write the number only.", put(text, (at, stop), ""))
        if len(names) > 1:
            rest = after_space(text, stop, end)
            operand = rest > stop and rest < end and text[rest].isalnum()
            check_known(run, at, names, self.vocabulary, bracket, operand)
        for each in names if self.lexicon.strict else ():
            if each.sort == "symbol" and each.text not in self.lexicon.own and not text.startswith("_", at + each.end):
                check_case(each.text, at + each.start, self.vocabulary)
        for each in names[:-1]:
            self.add("name", each.text, at + each.start, at + each.end, each.sort)
        last = names[-1]
        return self.name(last.text, at + last.start, stop, end, last.sort)

    def calls_if(self, word: str, stop: int, end: int) -> bool:
        """Is this the call if(x > 2, 3, 0), and not a word between a value and its condition?"""
        text, last = self.plain_text, self.source.tokens[-1] if self.source.tokens else None
        after_value = last is not None and (last.kind in ("number", "close") or last.sort == "symbol")
        after = after_space(text, stop, end)
        return word == "if" and text[after : after + 1] == "(" and not after_value and "then" not in text

    def case(self, word: str, at: int, stop: int) -> None:
        """A word of a function by cases."""
        self.source.cases = True
        self.add("name", word, at, stop, "case")

    def bracket_follows(self, at: int, end: int) -> bool:
        """Does an opening bracket follow, primes and space passed over?"""
        text = self.plain_text
        if at < end and text[at] in "^²³⁴" and (raised := _RAISED.match(text, at, end)):  # sigma^2(x)
            at = raised.end()
        while at < end and text[at] in " '":
            at += 1
        return at < end and text[at] in "(["

    def name(self, name: str, start: int, stop: int, end: int, sort: Sort | None = None) -> int:
        """A name with the subscript that belongs to it."""
        text = self.plain_text
        if sort is None:
            bracket = self.bracket_follows(stop, end)
            sort = "constant" if name == "pi" and name not in self.lexicon.own else self.lexicon.sort_of(name, bracket)
        follows = text[stop] if stop < end else ""
        if follows == "_" and sort == "function":
            if name == "log":
                return logarithms.log_with_base(self, start, stop, end)
            if name in self.vocabulary.functions and (partial := _PARTIAL.match(text, stop, end)):
                self.slope(start, partial.end(), tuple(partial.group().strip("_{} ")), name)
                return partial.end()
        below, after = self.index(text, name, stop, end) if follows and sort == "symbol" else ("", stop)
        if not below and sort == "symbol" and digit(follows) and (digits := _DIGITS.match(text, stop, end)):
            return self.digits_after(name, start, stop, digits)
        full = f"{name}_{below}" if below else name
        if name == "D" and len(below) == 1 and below.isalpha() and not {full, "D"} & self.lexicon.own:
            self.slope(start, after, (below,), "")
            return after
        self.add("name", full, start, after, sort)
        return after

    def index(self, text: str, name: str, stop: int, end: int) -> tuple[str, int]:
        """What stands below a symbol, after an underscore or in small digits, and the place after it."""
        if text[stop] == "_":
            return self.subscript(text, name, stop, end)
        after = stop
        while after < end and text[after] in SUBSCRIPTS:
            after += 1
        return "".join(SUBSCRIPTS[each] for each in text[stop:after]) if after > stop else "", after

    def slope(self, start: int, stop: int, variables: tuple[str, ...], subject: str) -> None:
        """D_x, f_x and a dotted letter: a derivative without a fraction."""
        found = Derivative(variables[::-1], subject)
        self.source.tokens.append(Token("derivative", "dy/dx", start, stop, self.spaced, derivative=found))
        self.spaced = False

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

    def gradient(self, at: int, stop: int) -> int:
        """∇f, ∇·F, ∇×F."""
        found = _NABLA.match(self.source.text, stop)
        sign = found.group().strip() if found else ""
        self.add("name", "grad" if not sign else "curl" if sign == "×" else "div", at, stop, "function")
        return found.end() if found else stop

    def refused(self, character: str, at: int) -> Unread:
        """Why a character is not read."""
        text = self.plain_text
        if character in _REFUSED:
            code, message = _REFUSED[character]
            repaired = {"unit": "", "percent": "/100"}.get(code)
            return Unread(code, (at, at + 1), message, None if repaired is None else put(text, (at, at + 1), repaired))
        if plain := look_alike(character):
            message = "This character only looks like {plain}: type {plain} from the keyboard."
            return Unread("look-alike", (at, at + 1), message, text.replace(character, plain), plain=plain)
        return Unread(
            "unknown-character", (at, at + 1), "The character {sign} means nothing here.", sign=named(character)
        )
