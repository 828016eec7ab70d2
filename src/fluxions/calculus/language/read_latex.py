"""LaTeX as a MathLive field writes it, turned into the tokens of the plain spelling."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from fluxions.calculus.language import delimiters, literals
from fluxions.calculus.language.latex_commands import (
    ACCENTS,
    CALLED,
    CASES,
    CONSTANTS,
    DELIMITERS,
    DOTTED,
    FONTS,
    FUNCTIONS,
    MESSAGES,
    OPENING,
    SIGNS,
    SPACES,
    VARIANTS,
    WORDS,
)
from fluxions.calculus.language.lists import LISTS
from fluxions.calculus.language.scan import Scanner
from fluxions.calculus.language.tokens import Choice, Doubt, Source, Token, Unread
from fluxions.calculus.vocabulary import GREEK, Vocabulary

_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.|$)", re.DOTALL)
_BEFORE_BRACKET = re.compile(
    r"(?:\^(?:[0-9]|\{[0-9]\})(?=\\left|\()|\\[,;:! ]|\\left|\\bigl?|\\Bigl?|"
    r"\^\{(?:\\prime|')+\}|\^\\prime|\{(?=\\left|\()|[ '}])*[(\[]"
)
_UPRIGHT = (r"\text", r"\mbox", r"\mathrm", r"\operatorname")
_PRIMES = re.compile(r"\{?(?:\\prime|\\doubleprime|'|\s)+\}?")

Span = tuple[int, int]


def latex_tokens(
    text: str,
    vocabulary: Vocabulary,
    decimal: Literal[".", ","] = ".",
    choices: frozenset[Choice] = frozenset(),
    frame: Span | None = None,
    want: str | None = None,
) -> Source:
    """The tokens of a LaTeX text."""
    scanner = _LatexScanner(text, vocabulary, decimal, choices)
    scanner.latex = True
    scanner.listing = want in LISTS
    scanner.percent = want == "number"
    scanner.run(frame or (0, len(text)))
    return scanner.source


class _LatexScanner(Scanner):
    """Cuts LaTeX with an explicit stack: stretches still to be cut, and tokens to be put between them."""

    def run(self, frame: Span) -> None:
        """Cut the text inside the frame."""
        text = self.plain_text = self.plain_text.replace("~", " ")
        self.partner = _partners(text)
        self.work: list[Span | Token] = [frame]
        self.lefts: list[str] = []
        while self.work:
            each = self.work.pop()
            if isinstance(each, Token):
                each.spaced, self.spaced = self.spaced, False
                self.source.tokens.append(each)
            else:
                self.cut(each[0], each[1])

    def cut(self, at: int, end: int) -> None:
        """Cut up to the next structure, which goes onto the stack with all that follows it."""
        text = self.plain_text
        while at < end:
            depth = len(self.work)
            character = text[at]
            if character == "\\":
                at = self.command(at, end)
            elif character == "{" and text.startswith("{,}", at):
                raise literals.braced_comma(self, at)
            elif character == "{":
                stop = self.partner[at]
                self.later(at, [(at + 1, stop)] if text[at + 1 : stop].strip() else [])
                at = stop + 1
            elif character == "^":
                at = self.exponent(at, end)
            elif character == "_":
                arg, stop = self.argument(at + 1, end)
                self.later(at, [self.token("op", "_", at, at + 1), *self.grouped(arg)], False)
                at = stop
            elif character == "&":
                raise Unread("alignment", (at, at + 1), "The sign & belongs inside a matrix or cases.")
            else:
                at = self.piece(text, at, end)
            if len(self.work) > depth:
                self.work.insert(depth, (at, end))
                return

    def later(self, at: int, items: list[Span | Token], group: bool = True) -> None:
        """Put stretches and tokens on the stack, first one on top."""
        if group and items:
            last = items[-1]
            stop = last.end if isinstance(last, Token) else last[1]
            items = [self.token("open", "group", at, at), *items, self.token("close", "group", stop, stop)]
        self.work.extend(reversed(items))

    def token(self, kind: Literal["open", "close", "op", "name", "bar"], text: str, start: int, end: int) -> Token:
        """A token made by a command."""
        return Token(kind, text, start, end, sort="operator" if kind == "name" else "")

    def grouped(self, span: Span) -> list[Span | Token]:
        """A stretch in an invisible group."""
        return [self.token("open", "group", span[0], span[0]), span, self.token("close", "group", span[1], span[1])]

    def argument(self, at: int, end: int) -> tuple[Span, int]:
        """The next argument: a braced stretch, a command, or one character."""
        text = self.plain_text
        while at < end and text[at] == " ":
            at += 1
        if at >= end:
            raise Unread("missing-operand", (max(0, at - 1), at), "Something is missing here.")
        if text[at] == "{":
            stop = self.partner[at]
            if not text[at + 1 : stop].strip():
                raise Unread("empty-box", (at, stop + 1), "There is still an empty box here.")
            return (at + 1, stop), stop + 1
        if text[at] == "\\":
            found = _COMMAND.match(text, at, end)
            assert found is not None
            stop = found.end()
            while stop < end and text[stop] == "{" and len(found.group()) > 2:
                stop = self.partner[stop] + 1
            return (at, stop), stop
        return (at, at + 1), at + 1

    def exponent(self, at: int, end: int) -> int:
        """A raised argument: primes, or an exponent in a group."""
        text = self.plain_text
        arg, stop = self.argument(at + 1, end)
        inner = text[slice(*arg)].strip()
        if inner in (r"\circ", r"\degree"):
            raise Unread("degrees", (at, stop), "Angles are in radians here: write 90 degrees as pi/2.")
        if _PRIMES.fullmatch(inner):
            count = inner.count(r"\prime") + inner.count("'") + 2 * inner.count(r"\doubleprime")
            self.later(at, [self.token("op", "'", at, stop) for _ in range(count)], False)
        elif inner in (r"\top", r"\intercal", r"\mathsf{T}", r"\mathrm{T}", r"{\mathsf T}"):
            self.add("op", "^", at, at + 1)
            self.add("name", "top", at + 1, stop, "symbol")
        elif inner in (r"-\top", r"-\mathsf{T}", r"-\mathrm{T}"):
            self.add("op", "^", at, at + 1)
            for kind, sign in (("open", "group"), ("op", "-"), ("name", "top"), ("close", "group")):
                self.add(kind, sign, at + 1, stop, "symbol" if kind == "name" else "")  # type: ignore[arg-type]
        else:
            self.later(at, [self.token("op", "^", at, at + 1), *self.grouped(arg)], False)
        return stop

    def bracket_follows(self, at: int, end: int) -> bool:
        """Does an opening bracket follow in LaTeX?"""
        return _BEFORE_BRACKET.match(self.plain_text, at) is not None

    # commands

    def command(self, at: int, end: int) -> int:
        """One command; the place after it."""
        found = _COMMAND.match(self.plain_text, at, end)
        name = found.group()[1:] if found else ""
        stop = found.end() if found else at + 1
        if name in SPACES:
            self.spaced = True
            return stop
        if name == "%" and self.percent:
            literals.percent(self, at)
            return stop
        if name == "mid":
            self.add("bar", "|", at, stop)
            return stop
        if name in SIGNS:
            self.source.signs += name in ("pm", "mp")
            self.add("op", SIGNS[name], at, stop)
            return stop
        return self.word(name, at, stop, end)

    def word(self, name: str, at: int, stop: int, end: int) -> int:
        """A command that stands for a name or a structure."""
        if name in _STRUCTURES:
            return _STRUCTURES[name](self, at, stop, end)
        if name in FUNCTIONS:
            return self.name(name, at, stop, end, "function")
        if name in CONSTANTS and CONSTANTS[name] not in self.lexicon.own:
            self.add("name", CONSTANTS[name], at, stop, "constant")
            return stop
        greek = VARIANTS.get(name, name)
        if greek in GREEK or greek == "pi":
            return self.name(greek, at, stop, end)
        if name in FONTS:
            return self.font(at, stop, end)
        if name in ACCENTS:
            return self.accent(ACCENTS[name], at, stop, end)
        if name in WORDS:
            self.add("op", WORDS[name], at, stop)
            return stop
        if "\\" + name in DELIMITERS:
            return delimiters.bracket(
                self, at, at, name in OPENING or (name in ("|", "vert", "Vert") and delimiters.opens_bar(self))
            )
        if name in CALLED:
            return self.name(name, at, stop, end)
        raise Unread("unknown-command", (at, stop), "The command {command} is not read here.", command="\\" + name)

    def fraction(self, at: int, stop: int, end: int) -> int:
        r"""\frac{a}{b}."""
        top, stop = self.argument(stop, end)
        bottom, stop = self.argument(stop, end)
        if self.mixed(at, top, bottom):
            self.add("op", "+", at, at)
        self.later(at, [*self.grouped(top), self.token("op", "/", top[1], bottom[0]), *self.grouped(bottom)])
        return stop

    def mixed(self, at: int, top: Span, bottom: Span) -> bool:
        r"""Is 3\frac{1}{2} meant as 3 + 1/2? It is read as a product, with a note."""
        tokens, text = self.source.tokens, self.plain_text
        literal = text[slice(*top)].strip().isdecimal() and text[slice(*bottom)].strip().isdecimal()
        if not literal or not tokens or tokens[-1].kind != "number" or not tokens[-1].text.isdecimal():
            return False
        choice = Choice(at, "mixed")
        span = (tokens[-1].start, bottom[1] + text.startswith("}", bottom[1]))
        self.source.doubts.append(Doubt("Read as a product. For the sum write a plus sign.", span, choice))
        return choice in self.choices

    def root(self, at: int, stop: int, end: int) -> int:
        r"""\sqrt{u} and \sqrt[n]{u}."""
        text = self.plain_text
        while stop < end and text[stop] == " ":
            stop += 1
        degree: Span | None = None
        if stop < end and text[stop] == "[":
            close = text.find("]", stop, end)
            if close < 0:
                raise Unread("unclosed", (stop, stop + 1), "The bracket opened here is not closed.")
            degree, stop = (stop + 1, close), close + 1
        inner, stop = self.argument(stop, end)
        items: list[Span | Token] = [degree, self.token("op", ",", degree[1], degree[1])] if degree else []
        self.called("nth-root" if degree else "sqrt", at, [*items, inner], stop)
        return stop

    def called(self, name: str, at: int, items: list[Span | Token], stop: int) -> None:
        """A name applied to stretches."""
        self.later(at, [self.token("name", name, at, at), self.token("open", "(", at, at), *items,
                        self.token("close", ")", stop, stop)], False)  # fmt: skip

    def binomial(self, at: int, stop: int, end: int) -> int:
        r"""\binom{n}{k}."""
        top, stop = self.argument(stop, end)
        bottom, stop = self.argument(stop, end)
        self.called("binomial", at, [top, self.token("op", ",", top[1], top[1]), bottom], stop)
        return stop

    def font(self, at: int, stop: int, end: int) -> int:
        r"""\mathrm{d}, \operatorname{relu}, \text{otherwise}: letters in upright type."""
        text = self.plain_text
        (start, close), after = self.argument(stop + (text[stop : stop + 1] == "*"), end)
        inner = text[start:close].strip()
        start = text.index(inner, start) if inner else start
        if inner == "R" and text.startswith(r"\mathbb", at) and "R" not in self.lexicon.own:
            self.add("name", "ℝ", at, after, "constant")
        elif inner == "d":
            self.add("name", "d", at, after, "symbol")
        elif inner in ("e", "i") and text.startswith(r"\mathrm", at) and inner not in self.lexicon.own:
            self.add("name", inner, at, after, "constant")
        elif inner in ("and", "or"):
            self.add("op", inner, at, after)
        elif inner.rstrip(".,:") in CASES and text.startswith(_UPRIGHT, at):
            self.case(CASES[inner.rstrip(".,:")], at, after)
        elif inner.isalpha() and inner.isascii():
            self.letters(text, start, start + len(inner))
            return self.below(after, end)
        elif inner in ("0", "1") and text.startswith("_", after):
            return self.filled("ones" if inner == "1" else "zeros", at, after, end)
        else:
            self.later(at, [(start, close)])
        return after

    def filled(self, name: str, at: int, after: int, end: int) -> int:
        r"""\mathbf{1}_{m \times n}: an array of ones."""
        (start, close), stop = self.argument(after + 1, end)
        items: list[Span | Token] = [self.token("name", name, at, after), self.token("open", "(", after, after)]
        for piece in self.plain_text[start:close].split(r"\times"):
            items += [(start, start + len(piece)), self.token("op", ",", start, start)]
            start += len(piece) + len(r"\times")
        self.later(at, [*items[:-1], self.token("close", ")", stop, stop)])
        return stop

    def below(self, after: int, end: int) -> int:
        r"""The index of a name in upright type: \mathrm{loss}_{1}."""
        last = self.source.tokens[-1]
        if self.plain_text[after : after + 1] == "_" and last.sort == "symbol":
            self.source.tokens.pop()
            return self.name(last.text, last.start, after, end, "symbol")
        return after

    def accent(self, accent: str, at: int, stop: int, end: int) -> int:
        r"""\hat{y} is the symbol y_hat."""
        (start, close), after = self.argument(stop, end)
        inner = self.plain_text[start:close].strip().lstrip("\\")
        inner = {"imath": "i", "jmath": "j"}.get(inner, inner)
        if not (inner.isalpha() and inner.isascii() and (len(inner) == 1 or inner in GREEK)):
            raise Unread("accent", (at, after), "An accent stands over one letter only.")
        if accent in DOTTED:
            self.slope(at, after, ("t",) * DOTTED[accent], inner)
            return after
        self.add("name", f"{inner}_{accent}", at, after, "symbol")
        return after

    def sign_name(self, at: int, stop: int, end: int) -> int:
        r"""\int, \sum, \prod, \lim, \partial and the differential d."""
        typed = self.plain_text[at + 1 : stop]
        word = {"int": "∫", "iint": "∫", "iiint": "∫", "sum": "∑", "prod": "∏", "lim": "lim"}.get(typed, "d")
        for _ in range(typed.count("i") - 1 if typed.endswith("iint") else 0):
            self.add("name", word, at, stop, "operator")
        self.add("name", word, at, stop, "symbol" if word == "d" else "operator")
        return stop

    def nabla(self, at: int, stop: int, end: int) -> int:
        r"""\nabla f, \nabla\cdot F, \nabla\times F."""
        rest = self.plain_text[stop:end].lstrip()
        for sign, name in ((r"\cdot", "div"), (r"\times", "curl")):
            if rest.startswith(sign):
                stop = self.plain_text.index(sign, stop) + len(sign)
                self.add("name", name, at, stop, "function")
                return stop
        self.add("name", "grad", at, stop, "function")
        return stop

    def dots(self, at: int, stop: int, end: int) -> int:
        r"""\dots."""
        return self.left_out(at, stop)

    def empty_set(self, at: int, stop: int, end: int) -> int:
        r"""\emptyset."""
        self.add("open", "{", at, stop)
        self.add("close", "}", stop, stop)
        return stop

    def refuse(self, at: int, stop: int, end: int) -> int:
        """Commands that have a message of their own."""
        name = self.plain_text[at + 1 : stop]
        code, message = MESSAGES[name]
        raise Unread(code, (at, stop), message)

    def environment(self, at: int, stop: int, end: int) -> int:
        r"""\begin{pmatrix} … \end{pmatrix}, and cases."""
        from fluxions.calculus.language.environments import environment

        return environment(self, at, stop, end)


_Structure = Callable[[_LatexScanner, int, int, int], int]
_STRUCTURES: dict[str, _Structure] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"), _LatexScanner.fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _LatexScanner.binomial),
    **dict.fromkeys(("left", "right"), delimiters.side),
    **dict.fromkeys(("int", "iint", "iiint", "sum", "prod", "lim"), _LatexScanner.sign_name),
    **dict.fromkeys(("partial", "differentialD", "capitalDifferentialD"), _LatexScanner.sign_name),
    **dict.fromkeys(("emptyset", "varnothing"), _LatexScanner.empty_set),
    **dict.fromkeys(MESSAGES, _LatexScanner.refuse),
    **dict.fromkeys(("dots", "ldots", "cdots", "dotsc", "dotsb"), _LatexScanner.dots),
    "sqrt": _LatexScanner.root, "nabla": _LatexScanner.nabla, "begin": _LatexScanner.environment,
}  # fmt: skip


def _partners(text: str) -> dict[int, int]:
    """The closing brace of each opening one."""
    found: dict[int, int] = {}
    stack: list[int] = []
    place = 0
    while place < len(text):
        if text[place] == "\\":
            place += 2
            continue
        if text[place] == "{":
            stack.append(place)
        elif text[place] == "}":
            if not stack:
                raise Unread("unopened", (place, place + 1), "This brace closes nothing.", "drop")
            found[stack.pop()] = place
        place += 1
    if stack:
        raise Unread("unclosed", (stack[-1], stack[-1] + 1), "The bracket opened here is not closed.", "close")
    return found
