"""What names mean in the working so far, and the differentials that are written with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fluxions.calculus.diagnosis.claims import Meaning, spelled_out
from fluxions.calculus.expr import ONE, ZERO, Add, Diff, Div, Expr, Int, Mul, Neg, Sym
from fluxions.calculus.trees import free_of, mapped, nodes, substituted, symbols

NO_SLOPE = Sym("no slope")  # of an integral in a name that has no meaning yet


@dataclass(slots=True)
class Scope:
    """The names that have been given, and the variable that everything is seen in: x, or t once x = 2 sin(t)."""

    meanings: dict[str, Meaning] = field(default_factory=dict)
    variable: Sym | None = None
    fixed: frozenset[str] = frozenset()  # names that have a value from the start: x_1 of a descent
    constants: frozenset[str] = frozenset()  # those of the solution that is sought
    sought: dict[str, Expr] = field(default_factory=dict)  # coefficients that the learner has still to find

    def spelled(self, e: Expr) -> Expr:
        """e with every name put back: an integral in u is then one in x."""
        e = substituted(e, self.sought) if self.sought else e
        return spelled_out(mapped(e, self._in_own_variable), self.meanings)

    def _in_own_variable(self, node: Expr) -> Expr:
        """∫ g du as ∫ g u' dx."""
        if not isinstance(node, Int) or node.low is not None or node.variable.name not in self.meanings:
            return node
        rate = self.slope_of(node.variable)
        if rate is None or self.variable is None:
            return node
        values = {name: each.body for name, each in self.meanings.items() if each.slope is None}
        return Int(Mul((substituted(node.arg, values), rate)), self.variable)

    def slope_of(self, name: Sym) -> Expr | None:
        """The derivative of what a name stands for, in the variable; None where it is not known."""
        if self.variable is None:
            return None
        if name == self.variable:
            return ONE
        meaning = self.meanings.get(name.name)
        if meaning is None:
            return None
        return self.spelled(meaning.slope) if meaning.slope is not None else Diff(self.spelled(name), self.variable)


def differentials_in(e: Expr) -> tuple[str, ...]:
    """The names that stand behind a d in e: `2x dx` has x."""
    found = (each.name[1:] for each in nodes(e) if isinstance(each, Sym) and _is_differential(each.name))
    return tuple(dict.fromkeys(found))


def _is_differential(name: str) -> bool:
    return len(name) > 1 and name[0] == "d" and name not in ("delta",)


def carried_back(e: Expr, scope: Scope) -> Expr | None:
    """e with every differential written by that of the variable, `du` as u' dx; None where a name is not known."""
    assert scope.variable is not None
    values: dict[str, Expr] = {}
    for name in differentials_in(e):
        slope = scope.slope_of(Sym(name))
        if slope is None:
            return None
        values["d" + name] = Mul((slope, Sym("d" + scope.variable.name)))
    return scope.spelled(substituted(e, values))


def slope(e: Expr, scope: Scope) -> Expr | None:
    """The derivative of e, in which indefinite integrals in any of the names may stand; None where that is not clear.

    ∫ cos(u) du with u = x² has the slope cos(x²) · 2x.
    """
    z = scope.variable
    if z is None:
        return None
    e = substituted(e, {n: each.body for n, each in scope.meanings.items() if isinstance(each.body, Int)})
    atoms: dict[str, Expr] = {}

    def lifted(node: Expr) -> Expr:
        if not isinstance(node, Int) or node.low is not None:
            return node
        rate = scope.slope_of(node.variable)
        name = f"integral {len(atoms)}"
        atoms[name] = Mul((scope.spelled(node.arg), rate)) if rate is not None else NO_SLOPE
        return Sym(name)

    body = scope.spelled(mapped(e, lifted))
    return _summed(body, atoms, z)


def _summed(body: Expr, atoms: Mapping[str, Expr], z: Sym) -> Expr | None:
    """d body/dz by the integrals that stand in it, each with a constant factor."""
    if any(not free_of(rate, NO_SLOPE) or symbols(rate) & atoms.keys() for rate in atoms.values()):
        return None
    parts: list[Expr] = [Diff(substituted(body, dict.fromkeys(atoms, ZERO)), z)]
    for name, rate in atoms.items():
        factor = factor_of(body, Sym(name))
        if factor is None or not free_of(factor, z):
            return None
        parts.append(Mul((factor, rate)))
    return parts[0] if len(parts) == 1 else Add(tuple(parts))


def factor_of(e: Expr, atom: Sym) -> Expr | None:
    """c, where e is c·atom plus terms without it; None where e is not of this form."""
    if e == atom:
        return ONE
    if free_of(e, atom):
        return ZERO
    match e:
        case Add(terms):
            found = [factor_of(each, atom) for each in terms]
            return None if None in found else Add(tuple(each for each in found if each is not None))
        case Neg(inner):
            inside = factor_of(inner, atom)
            return None if inside is None else Neg(inside)
        case Mul(factors):
            holding = [each for each in factors if not free_of(each, atom)]
            if len(holding) != 1:
                return None
            inside = factor_of(holding[0], atom)
            return None if inside is None else Mul((*(each for each in factors if each is not holding[0]), inside))
        case Div(top, bottom) if free_of(bottom, atom):
            inside = factor_of(top, atom)
            return None if inside is None else Div(inside, bottom)
    return None
