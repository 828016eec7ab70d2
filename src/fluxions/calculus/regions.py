"""Sets that are described instead of listed: `{x | x > 2}`, `R \\ {1}`, `A ∩ B`, `x in (0, 1)`."""

from __future__ import annotations

from fluxions.calculus.expr import Expr, Sym, node


@node
class SetBuilder(Expr):
    """All values of the variable for which the condition holds; within `whole`, where one is named."""

    variable: Sym
    condition: Expr
    whole: Expr | None = None

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.variable, self.condition) + (() if self.whole is None else (self.whole,))

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return SetBuilder(*children)  # type: ignore[arg-type]


@node
class Without(Expr):
    """What is in the first set and not in the second."""

    whole: Expr
    taken: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.whole, self.taken)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Without(*children)


@node
class Intersection(Expr):
    """What is in all the sets."""

    parts: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.parts

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Intersection(children)


@node
class Belongs(Expr):
    """The statement that an element is in a set."""

    element: Expr
    within: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.element, self.within)

    def rebuilt(self, children: tuple[Expr, ...]) -> Expr:
        return Belongs(*children)
