"""What an explorable is: parameters, a choice of functions, and marks given as formulas in the maths language.

A formula is text here; `curriculum` reads it with the engine. It may use the parameters, the functions that the
choices define, and the variable of its panel.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["true", "first", "second", "third", "guide"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number the reader changes: its name in formulas and in words, its range, step and first value."""

    name: str
    label: str
    low: float
    high: float
    step: float
    start: float
    sign: str = ""  # how it is written in TeX, where that is not its name

    @property
    def places(self) -> int:
        """Decimals that tell neighbouring values apart."""
        text = f"{self.step:.6f}".rstrip("0")
        return len(text.partition(".")[2])

    @property
    def shown(self) -> str:
        """How it is written, in TeX."""
        return self.sign or self.name

    def nearest(self, value: float) -> float:
        """The value on the ladder of steps that lies nearest, within the range."""
        steps = round((min(max(value, self.low), self.high) - self.low) / self.step)
        return round(min(self.low + steps * self.step, self.high), self.places) + 0.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One set of functions that the figure can be drawn for: `{"f(x)": "x^2"}`."""

    id: str
    label: str  # Markdown with $TeX$
    words: str  # the same, as it is said
    functions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Panel:
    """One pair of axes; the bounds are formulas, so that a panel can follow a point."""

    id: str
    title: str
    variable: str
    x: tuple[str, str]
    y: tuple[str, str]
    across: str = ""  # name at the end of the horizontal axis, if not the variable
    up: str = ""


@dataclass(frozen=True, slots=True)
class Orbit:
    """Values that follow one from another: first, next as a formula in `name`, next again, `count` times."""

    name: str
    first: str
    next: str
    count: int


@dataclass(frozen=True, slots=True)
class Curve:
    """The graph of a formula in the variable of its panel."""

    panel: str
    y: str
    role: Role = "true"
    name: str = ""
    bounds: tuple[str, str] | None = None  # drawn only here


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line between two points."""

    panel: str
    start: tuple[str, str]
    end: tuple[str, str]
    role: Role = "guide"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Dots:
    """Points: one, or one for each value of an orbit, then joined if `joined`."""

    panel: str
    x: str
    y: str
    role: Role = "true"
    name: str = ""
    orbit: str = ""
    joined: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Stairs:
    """The cobweb of an orbit: up to the map, across to the diagonal, again and again."""

    panel: str
    orbit: str
    role: Role = "first"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a point of a panel."""

    panel: str
    x: str
    y: str
    text: str
    role: Role = "guide"


Mark = Curve | Segment | Dots | Stairs | Label


@dataclass(frozen=True, slots=True)
class Handle:
    """A point to take hold of: where it stands, and the parameter's value once it is at (X, Y)."""

    panel: str
    parameter: str
    x: str
    y: str
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A number that is read off: a short name in Markdown, what it is in words, its formula."""

    label: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence chosen by a formula: its value is the place in `sentences`; without a value, `otherwise` is said."""

    index: str
    sentences: tuple[str, ...]
    otherwise: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table: a heading in Markdown, a formula."""

    heading: str
    value: str


@dataclass(frozen=True, slots=True)
class Table:
    """Values as a table: one row for each value of `variable`, listed here or taken from an orbit."""

    caption: str
    variable: str
    columns: tuple[Column, ...]
    values: tuple[float, ...] = ()
    orbit: str = ""
    counted: str = ""  # heading of a first column that counts the rows from 0


@dataclass(frozen=True, slots=True)
class Prediction:
    """What is asked before the controls are released; `answer` is the place of the right option."""

    question: str
    options: tuple[str, ...]
    answer: int
    why: str


@dataclass(frozen=True, slots=True)
class Figure:
    """An explorable: `summary` and `insight` are Markdown; `description` says in plain words what stands where."""

    id: str
    title: str
    skills: tuple[str, ...]
    summary: str
    description: str
    insight: str
    prediction: Prediction
    parameters: tuple[Parameter, ...]
    choices: tuple[Choice, ...]
    choose: str  # what is chosen, in words: "function"
    panels: tuple[Panel, ...]
    marks: tuple[Mark, ...]
    handles: tuple[Handle, ...]
    readings: tuple[Reading, ...]
    table: Table
    said: Said
    orbits: tuple[Orbit, ...] = field(default=())

    @property
    def formulas(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every formula with the names it may use beside the parameters."""
        for panel in self.panels:
            yield from ((each, ()) for each in (*panel.x, *panel.y))
        for orbit in self.orbits:
            yield orbit.first, ()
            yield orbit.next, (orbit.name,)
        variables = {panel.id: panel.variable for panel in self.panels}
        for mark in self.marks:
            yield from _formulas(mark, variables[mark.panel])
        for handle in self.handles:
            yield from ((handle.x, ()), (handle.y, ()), (handle.value, ("X", "Y")))
        yield from ((each.value, ()) for each in self.readings)
        yield from ((each.value, (self.table.variable,)) for each in self.table.columns)
        yield self.said.index, ()

    def choice(self, name: str) -> Choice:
        """The choice of this id; the first where there is none."""
        return next((each for each in self.choices if each.id == name), self.choices[0])

    def parameter(self, name: str) -> Parameter:
        """The parameter of this name."""
        return next(each for each in self.parameters if each.name == name)


def _formulas(mark: Mark, variable: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    match mark:
        case Curve(y=y, bounds=bounds):
            yield y, (variable,)
            yield from ((each, ()) for each in bounds or ())
        case Segment(start=start, end=end):
            yield from ((each, ()) for each in (*start, *end))
        case Dots(x=x, y=y, orbit=orbit):
            yield from ((each, (orbit,) if orbit else ()) for each in (x, y))
        case Label(x=x, y=y):
            yield from ((each, ()) for each in (x, y))
        case Stairs():
            return
