"""A rule rewrites one node or declines; a wrong rule has the same shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, TypeVar

from fluxions.calculus.expr import Expr, Fn, Operator

Status = Literal["proved", "numeric", "assumed"]


@dataclass(frozen=True, slots=True)
class Condition:
    """What a step needs to hold, and how sure that is."""

    relation: Expr
    status: Status


class Found(NamedTuple):
    """The result of a rule with the names it bound (for its sentence and its hints) and what it needs to hold."""

    result: Expr
    using: tuple[tuple[str, Expr], ...] = ()
    provided: tuple[Condition, ...] = ()


Rewrite = Callable[[Expr], Expr | Found | None]
Head = type[Expr] | str  # a node type, or the name of an operator


@dataclass(frozen=True, slots=True)
class Rule:
    """A sound rewriting: before and after have the same value under `provided`."""

    name: str
    skill: str
    says: str  # one sentence; {u} is filled from Found.using
    rewrite: Rewrite
    title: str = ""  # how a hint names it: "the chain rule"
    silent: bool = False  # folds into its neighbour at the usual level of detail: 1·x, x + 0, 2·3
    cost: int = 1
    on: tuple[Head, ...] = ()  # the kinds of goal that it may fit; none: any
    inside: tuple[Head, ...] = ()  # the kinds of what the operator may be applied to; none: any
    early: bool = False  # fits before what stands inside the goal is worked out: d/dx of an integral


R = TypeVar("R", bound="Rule | Misconception")


def on(heads: Sequence[Head], rules: Sequence[R]) -> tuple[R, ...]:
    """The rules with the kinds of goal that all of them are for; a rule that names its own kinds keeps them."""
    return tuple(rule if rule.on else replace(rule, on=tuple(heads)) for rule in rules)


def head(e: Expr) -> Head:
    """The kind of an expression: the name of its operator or function, else its node type."""
    kind = type(e)
    return e.name if kind is Operator or kind is Fn else kind  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong rewriting that people really use; `says` is what happened, then what to do.

    It is tried, once in a derivation, in the place of a step's rule: `rewrite` gets the goal as it stands there
    (`Diff(f, x)`, `Int(f, x, a, b)`, `Limit`, `At`, `Operator("grad", …)`), and may leave operators standing.
    With `anywhere=True` it is also tried on every sub-expression, free of operators, of the task, of what each step
    opens and of what it leads to: √(a² + b²) taken for a + b before, during or after the calculus. Both times the
    sound strategy finishes the rest. `on` names the kinds of node that it may fit (`(Root, Div, "ln")`); it is an
    index only, and leaving it out changes nothing but the time; an `anywhere` rule should have it.
    """

    name: str
    skill: str
    says: str
    rewrite: Rewrite
    title: str = ""  # the heading above the words: "The inner derivative is missing"
    example: tuple[str, str] = ("", "")  # (task, the wrong answer it leads to), in the learner's spelling
    shapes: str = ""  # the sizes of the vectors and matrices in the example: "X:m,n w:n"
    on: tuple[Head, ...] = ()  # the kinds of node that it may fit; none: any
    anywhere: bool = False  # a wrong rule of algebra, which also bends what is worked on between the steps
    reasons: tuple[str, ...] = ()  # those of a verdict that show it by themselves, such as "missing-constant"


def found(value: Expr | Found | None) -> Found | None:
    """The result of a rewriting in its full form."""
    return Found(value) if isinstance(value, Expr) else value
