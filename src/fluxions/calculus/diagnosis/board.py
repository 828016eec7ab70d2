"""What has been written so far, and the questions that every kind of line asks about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from fluxions.calculus.answers.check import indefinite
from fluxions.calculus.diagnosis.antiderivatives import by_slope, has_indefinite
from fluxions.calculus.diagnosis.claims import Meaning, stranger, variables
from fluxions.calculus.diagnosis.diagnose import named, with_given
from fluxions.calculus.diagnosis.diagnosis import Diagnosis
from fluxions.calculus.diagnosis.scope import Scope
from fluxions.calculus.diagnosis.worth import compared, folded, same
from fluxions.calculus.expr import Const, Diff, Expr, Fn, Int, Operator, Rel, Sym
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.problem import Problem
from fluxions.calculus.trees import nodes, symbols
from fluxions.calculus.verdict import Comparison, Equal
from fluxions.calculus.vocabulary import VERDICTS


@dataclass(slots=True)
class Board:
    """What has been written so far."""

    problem: Problem
    target: Expr
    above: Expr  # the last line that was read
    valid: Expr  # the last line that has the value of the task, as typed
    scope: Scope = field(default_factory=Scope)
    broken: int | None = None
    begun: bool = False  # has a line had the value of the task?
    last: Reading | None = None
    named_last: Expr | None = None  # what stands left of the equals sign there
    diagnosis: Diagnosis | None = None
    doubtful: tuple[int, Expr] | None = None  # the last line that can be read in two ways, as it was read
    count: int = 0  # how many lines there are
    running: Expr | None = None  # what a line that begins with `=` goes on from
    wrong: Expr | None = None  # the last wrong equation
    place: Expr | None = None  # where the variable is, in "x = 0, u = 1"
    signs: tuple[int, ...] = (1, -1)  # of the multiplier: ∇f = λ∇g or ∇f + λ∇g = 0
    multiplier: str | None = None  # its name
    cases: list[Expr] = field(default_factory=list)  # points that were found one by one
    written: list[Expr] = field(default_factory=list)  # the right lines, as typed
    equations: list[Rel] = field(default_factory=list)  # the equations among them, with names put back

    @property
    def task(self) -> Expr:
        return self.problem.task

    def meant(self, e: Expr) -> Expr:
        """e with the names that were given put back, and the values that are given looked up."""
        return with_given(self.scope.spelled(e), self.problem)

    def stranger(self, e: Expr) -> str | None:
        """A name in e that neither the task nor the working has explained."""
        return stranger(e, self.problem, self.known())

    def known(self) -> frozenset[str]:
        """Variables of functions that were named, and the variable that took the place of the task's."""
        changed = frozenset() if self.scope.variable is None else frozenset({self.scope.variable.name})
        said = VERDICTS if isinstance(self.target, (Sym, Const)) else frozenset()  # convex, indefinite
        return variables(self.scope.meanings) | changed | self.scope.constants | said

    def integrates(self) -> bool:
        """Is the task an integral?"""
        return isinstance(self.task, Int)

    def compare(self, a: Expr, b: Expr) -> Comparison:
        """Two values, as typed; antiderivatives up to a constant."""
        if indefinite(self.task) or self.open_integral(a, b):
            return by_slope(a, b, self.scope, self.problem)
        return compared(self.meant(a), self.meant(b), self.problem)

    def open_integral(self, *sides: Expr) -> bool:
        """Does an integral without bounds stand in one of them, also under a name such as I?"""
        if self.scope.variable is None:
            return False
        named_so = {name for name, each in self.scope.meanings.items() if isinstance(each.body, Int)}
        return any(has_indefinite(each) or symbols(each) & named_so for each in sides)

    def same(self, a: Expr, b: Expr) -> bool:
        """Have two expressions the same value, whatever the task is?"""
        if self.open_integral(a, b):
            return isinstance(by_slope(a, b, self.scope, self.problem), Equal)
        return same(self.meant(a), self.meant(b), self.problem)

    def own_names(self, e: Expr) -> frozenset[str]:
        """The names in e that the learner has given."""
        given = frozenset(self.scope.meanings) | frozenset(self.scope.sought)
        return symbols(e) & given - named(self.problem)

    def fixed(self, name: Expr) -> bool:
        """Is this a name that stands for the task from the start, such as I for the integral?"""
        return isinstance(name, Sym) and name.name in self.scope.fixed

    def names_a_value(self, name: Expr) -> bool:
        """Is this the name of a value that the task settles: f'(2), f_x, d/dx(x y), ∇f?"""
        if isinstance(name, Sym):
            return self.fixed(name)
        e = self.scope.spelled(name)
        if symbols(name) & self.scope.fixed and not self.stranger(e):
            return True
        if self.stranger(e) or any(isinstance(each, Diff) and isinstance(each.arg, Sym) for each in nodes(e)):
            return False
        return e.stands or (isinstance(name, Fn) and e != name) or bool(folded(e) != e)

    def give(self, name: str, meaning: Meaning) -> None:
        """From here on the name stands for this."""
        self.scope.meanings[name] = meaning

    def variables(self) -> tuple[str, ...]:
        """The names that a line may be taken in, the latest first."""
        mine = [name for name in reversed(self.scope.meanings) if len(name) == 1]
        base = [] if self.scope.variable is None else [self.scope.variable.name]
        return (*base, *mine, *sorted(each for each in named(self.problem) if len(each) == 1))


def variable_of(task: Expr) -> Sym | None:
    """The variable that an integral, or an equation for a function, is about."""
    match task:
        case Int(_, x):
            return x
        case Operator("ode", (_, _, Sym() as x, *_)):
            return x
    return None


__all__ = ["Board", "variable_of"]
