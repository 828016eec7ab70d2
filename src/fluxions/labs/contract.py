"""What a lab asks for, and what is said of a program that was handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from random import Random
from typing import Any, Protocol, TypeAlias

Value: TypeAlias = Any  # None, bool, int, float, str, numpy.ndarray, or a list or dict of these
Inputs: TypeAlias = tuple[Any, ...]  # in the order of `Function.takes`
Ask: TypeAlias = Callable[..., Value]  # ask("descend", 2.0, …): what the learner's function returns, None for nothing


@dataclass(frozen=True, slots=True)
class Array:
    """An array of numbers; `shape` tells how many, in letters, whole numbers and sums, as in "n × d" or "steps + 1"."""

    name: str
    shape: str


@dataclass(frozen=True, slots=True)
class Number:
    """One floating-point number."""

    name: str


@dataclass(frozen=True, slots=True)
class Whole:
    """One whole number."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """One of a few words."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Oracle:
    """A function of ours that the learner's may ask; each of its inputs is a `Formula`."""

    name: str


Kind = Array | Number | Whole | Text


@dataclass(frozen=True, repr=False)
class Formula:
    """A function that is asked inside the sandbox and answered outside; ValueError where it cannot be asked that."""

    says: str  # x0² + 3 sin x1
    at: Callable[..., Value]

    def __call__(self, *inputs: Value) -> Value:
        return self.at(*inputs)

    def __repr__(self) -> str:
        return self.says


@dataclass(frozen=True, slots=True)
class Misconception:
    """A mistake that the reference, transformed, predicts: `as_if(*inputs)` is what it returns."""

    name: str
    skill: str
    says: str
    as_if: Callable[..., Value]


@dataclass(frozen=True, slots=True)
class Function:
    """One function that the learner writes, and how we know that it is right."""

    name: str
    says: str  # what holds where it is right, as a sentence
    takes: tuple[Kind | Oracle, ...]
    gives: Kind
    examples: tuple[Inputs, ...]  # shown to the learner, and all that a run uses
    inputs: Callable[[Random], tuple[Inputs, ...]]  # drawn after a submission, edge cases first
    reference: Callable[..., Value]  # in double precision
    rtol: float = 1e-9
    scale: Callable[..., Value] | None = None  # scale(want, *inputs): what rtol is relative to, instead of |want|
    coarse: bool = True  # is the rounding of single precision forgiven where an answer comes in it?
    allowed: Callable[..., bool] | None = None  # may these inputs be asked? Without it none are made simpler
    misconceptions: tuple[Misconception, ...] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """What holds between values of the learner's functions; `fault` says where it does not."""

    name: str
    needs: tuple[str, ...]  # functions that must be right first
    fault: Callable[[Ask, Random], str | None]


@dataclass(frozen=True, slots=True)
class Series:
    """One curve of a drawing; `role` is true, mine or other."""

    name: str
    role: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    dots: bool = True


@dataclass(frozen=True, slots=True)
class Drawing:
    """Values to be drawn; the pure packages draw nothing."""

    series: tuple[Series, ...]
    x_label: str
    y_label: str
    says: str  # what is to be seen, in words


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of what the learner's functions return; an answer that is missing is None."""

    title: str
    draw: Callable[[Ask], Drawing]


@dataclass(frozen=True, slots=True)
class Lab:
    """A lab: its functions, what must hold between them, and what a program may not do, read off its syntax tree."""

    id: str
    title: str
    skills: tuple[str, ...]
    minutes: int
    variants: tuple[str, ...]
    functions: tuple[Function, ...]
    properties: tuple[Property, ...] = ()
    figure: Figure | None = None
    forbid: tuple[str, ...] = ()  # names
    vectorised: bool = False  # no Python loop runs along the n of an array of n, or n × d, numbers


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check: passed, failed, or (None) not decided, which does not count against the learner."""

    name: str
    passed: bool | None
    message: str = ""
    misconception: str | None = None
    skill: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a program."""

    lab: str
    framework: str
    passed: bool
    level: str
    checks: tuple[CheckResult, ...]
    stdout: str
    ms: float
    seed: int
    drawing: Drawing | None = None

    @property
    def misconceptions(self) -> tuple[tuple[str, str], ...]:
        """The mistakes that were named, each with its skill."""
        return tuple((each.misconception, each.skill or "") for each in self.checks if each.misconception)


@dataclass(frozen=True, slots=True)
class Returned:
    """A value came back."""

    value: Value


@dataclass(frozen=True, slots=True)
class Raised:
    """The learner's code raised an exception."""

    kind: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The process ended, or had to be ended: time, memory, crash, early; wall and gone are nobody's mistake."""

    why: str


Reply = Returned | Raised | Ended


class NoSandbox(Exception):
    """No program can be begun; the message says why."""


class Session(Protocol):
    """A process of its own for one program."""

    level: str

    def define(self, code: str) -> Reply:
        """Run the program; a dict from the names of its functions to how many values each can take."""

    def call(self, name: str, inputs: Sequence[Value]) -> Reply:
        """What a function of the program returns."""

    def stdout(self) -> str:
        """What the program has printed so far."""

    def ms(self) -> float:
        """Milliseconds since the session was asked for."""


Run: TypeAlias = Callable[[str], AbstractContextManager[Session]]  # run("numpy")
