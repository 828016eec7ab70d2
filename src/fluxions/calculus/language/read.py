"""What a learner types, read to a tree with notes, or to a message that says where and why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from fluxions.calculus.expr import And, Expr, Union
from fluxions.calculus.language import bars, cases, dots, frames, notation, repair, shaped, signs
from fluxions.calculus.language.lists import LISTS
from fluxions.calculus.language.machine import Machine
from fluxions.calculus.language.parts import Part, spans
from fluxions.calculus.language.reading import Kind, Note, Reading, Syntax
from fluxions.calculus.language.scan import Scanner
from fluxions.calculus.language.spaced import spaced_rows
from fluxions.calculus.language.tokens import LONGEST_TEXT, Choice, Doubt, Source, Token, Unread
from fluxions.calculus.language.wanted import together, wanted
from fluxions.calculus.trees import Path
from fluxions.calculus.verdict import Text, Unreadable
from fluxions.calculus.vocabulary import STANDARD, Vocabulary

_MOST_NOTES = 6
_MOST_TEXT_AGAIN = 1_500  # characters read again for all notes together
_LATEX_GROUPS = re.compile(r"[\^_]\{|\{,\}")
_LATEX_COMMAND = re.compile(  # a lone backslash takes a set away
    r"\\(?! *(?:[({\[]|R\b|ℝ)| +\]|$)|\\\(.*\\\)|\\\[.*\\\]|\\\{.*\\\}", re.DOTALL
)  # a lone \ takes a set away


def read(
    text: str,
    vocabulary: Vocabulary = STANDARD,
    *,
    syntax: Syntax = "auto",
    decimal: Literal[".", ","] = ".",
    want: Kind | None = None,
) -> Reading | Unreadable:
    """The tree of a text, with a note wherever two readings are common; or why there is none."""
    if len(text) > LONGEST_TEXT:
        message = Text("This is too long: at most {most} characters are read.", (("most", str(LONGEST_TEXT)),))
        return Unreadable("too-long", (LONGEST_TEXT, len(text)), message)
    said = frames.sentence(text)
    if said is not None and text.strip() not in vocabulary.symbols:
        return Reading(said, text, (), {(): (0, len(text))})
    frame = frames.framed(text) if syntax != "ascii" else None
    latex = frame is not None or is_latex(text, syntax)
    if not latex and "\n" in text.strip():
        return Unreadable("two-lines", (text.index("\n"), len(text)), Text("Write one line at a time."))
    attempt = Attempt(text, vocabulary, latex, decimal, want)
    attempt.frame = frame or (0, len(text))
    try:
        part, doubts = attempt.reading()
    except Unread as stop:
        return repair.suggested(stop, text, attempt.reads)
    return Reading(part.expr, text, attempt.notes(doubts), _Spans(part))


def is_latex(text: str, syntax: Syntax) -> bool:
    """Is the text to be taken for LaTeX?"""
    if syntax != "auto":
        return syntax == "latex"
    groups = "{" in text and bool(_LATEX_GROUPS.search(text))
    return groups or ("\\" in text and bool(_LATEX_COMMAND.search(text)))


class Attempt:
    """One text under one vocabulary; it can be read again with another choice."""

    def __init__(
        self, text: str, vocabulary: Vocabulary, latex: bool, decimal: Literal[".", ","], want: Kind | None
    ) -> None:
        self.text, self.vocabulary, self.latex, self.decimal = text, vocabulary, latex, decimal
        self.want = want
        self.frame = (0, len(text))  # without the signs of mathematics round it

    def reading(self, choices: frozenset[Choice] = frozenset()) -> tuple[Part, list[Doubt]]:
        """The part that the text makes, and the doubtful places."""
        source = self.source(self.text, choices)
        tokens = notation.resolved(source.tokens, self.vocabulary)
        if source.cases:
            tokens = cases.in_words(tokens)
        length = len(self.text)
        tokens = [*tokens, Token("end", "", length, length)]

        def run(those: list[Token]) -> tuple[Part, list[Doubt]]:
            return self.run(those, choices)

        part, doubts = signs.both(tokens, run) if source.signs else run(tokens)
        if source.dots:
            part = dots.filled(part)
        joined = isinstance(part.expr, And)
        part = wanted(part, self.want, self.vocabulary, tokens, self.text)
        if joined and isinstance(part.expr, Union):
            together(part, doubts, choices)
        if self.vocabulary.shapes:
            part = shaped.shaped(part, self.vocabulary, self.text)
        return part, [*source.doubts, *doubts]

    def run(self, tokens: list[Token], choices: frozenset[Choice]) -> tuple[Part, list[Doubt]]:
        """What the tokens make; bars that cannot be paired at once are paired by trying."""

        def tried(opens: dict[int, bool] | None) -> tuple[Part, list[Doubt]]:
            machine = Machine(tokens, self.vocabulary, self.want, choices, opens)
            return machine.run(), machine.doubts

        try:
            return tried(None)
        except Unread:
            found = bars.paired(tokens, choices, tried)
            if found is None:
                raise
            return found

    def source(self, text: str, choices: frozenset[Choice]) -> Source:
        """The tokens of the text in its spelling."""
        if self.latex:
            from fluxions.calculus.language.read_latex import latex_tokens

            return latex_tokens(text, self.vocabulary, self.decimal, choices, self.frame, self.want)
        scanner = Scanner(text, self.vocabulary, self.decimal, choices)
        scanner.listing = self.want in LISTS
        scanner.percent = self.want == "number"
        if not (text.lstrip().startswith("[") and spaced_rows(scanner, *self.frame)):
            scanner.stretch(*self.frame)
        return scanner.source

    def notes(self, doubts: list[Doubt]) -> tuple[Note, ...]:
        """A note for every doubt, with the whole expression under the other reading unless the text is very long."""
        if not doubts:
            return ()
        kept = doubts[:_MOST_NOTES]
        again = len(self.text) * len(kept) <= _MOST_TEXT_AGAIN
        return tuple(Note(Text(each.message), each.span, self.other(each.choice) if again else None) for each in kept)

    def other(self, choice: Choice | None) -> Expr | None:
        """The tree under the other reading of one place."""
        if choice is None:
            return None
        try:
            return self.reading(frozenset({choice}))[0].expr
        except Unread:
            return None

    def reads(self, text: str) -> bool:
        """Does another spelling read?"""
        if not text.strip() or len(text) > LONGEST_TEXT:
            return False
        try:
            Attempt(text, self.vocabulary, self.latex, self.decimal, self.want).reading()
        except Unread:
            return False
        return True


class _Spans(Mapping[Path, tuple[int, int]]):
    """The places of all parts, found when first asked for."""

    __slots__ = ("_found", "_part")

    def __init__(self, part: Part) -> None:
        self._part: Part | None = part
        self._found: dict[Path, tuple[int, int]] = {}

    def _all(self) -> dict[Path, tuple[int, int]]:
        if self._part is not None:
            self._found, self._part = spans(self._part), None
        return self._found

    def __getitem__(self, path: Path) -> tuple[int, int]:
        return self._all()[path]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())
