"""The way back from a substituted angle: functions of arcsin u, arctan u, … read off a right triangle."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, At, Div, Expr, Fn, Mul, Neg, Num, Pow, Rel, Sym, fn, sqrt
from fluxions.calculus.rules.integration.integrand import quotient
from fluxions.calculus.rules.integration.pieces import product
from fluxions.calculus.rules.integration.products import multiple
from fluxions.calculus.rules.integration.squares import sign_of
from fluxions.calculus.trees import free_of, mapped, nodes, substituted

Sides = tuple[Expr, Expr, Expr]  # opposite, adjacent, hypotenuse
CIRCULAR = ("sin", "cos", "tan", "cot", "sec", "csc")
HYPERBOLIC = ("sinh", "cosh", "tanh", "coth", "sech", "csch")
KNOWN = {"arcsin": ("sin", "cos"), "arccos": ("cos", "sin"), "arctan": ("tan", "cos"), "arcsec": ("sec", "tan"),
         "arsinh": ("sinh", "cosh"), "arcosh": ("cosh", "sinh")}  # fmt: skip


def triangle(node: Expr) -> Expr | Found | None:
    """F(t) at t = arcsin u, arccos u, arctan u or sign(u) arcsec u, the waves of t read off the triangle."""
    return _read_off(node, CIRCULAR, ("arcsin", "arccos", "arctan", "arcsec"))


def hyperbola(node: Expr) -> Expr | Found | None:
    """F(t) at t = arsinh u or arcosh u, the other function from cosh² − sinh² = 1."""
    return _read_off(node, HYPERBOLIC, ("arsinh", "arcosh"))


def _read_off(node: Expr, names: tuple[str, ...], inverses: tuple[str, ...]) -> Found | None:
    match node:
        case At(f, t, (Fn() | Mul()) as point) if not f.stands:
            angle = _angle(point)
        case _:
            return None
    if angle is None or angle.name not in inverses:
        return None
    met = [e for e in nodes(f) if isinstance(e, Fn) and e.name in names and not free_of(e, t)]
    steps = {_multiple(e.args[0], t) for e in met}
    if not met or None in steps:
        return None
    values = _values(sides(angle.name, angle.args[0]), names)

    def back(e: Expr) -> Expr:
        if isinstance(e, Fn) and e.name in names and not free_of(e, t):
            n = _multiple(e.args[0], t) or 1
            return values[e.name] if n == 1 else _of_multiple(e.name, n, values, names)
        return e

    known, other = KNOWN[angle.name]
    wanted = {e.name for e in met} - {known}
    other = other if other in wanted or not wanted else min(wanted)
    using = (("f", fn(known, t)), ("u", angle.args[0]), ("g", fn(other, t)), ("v", values[other]))
    below = angle.args[0].bottom if isinstance(angle.args[0], Div) else ONE
    needed = tuple(Condition(Rel(">", each, ZERO), "assumed") for each in _letters(below))
    return Found(substituted(mapped(f, back), {t.name: point}), using, needed)


def _angle(point: Expr) -> Fn | None:
    match point:
        case Fn("arcsin" | "arccos" | "arctan" | "arsinh" | "arcosh", _):
            return point
        case Mul((Fn("sign", _), Fn("arcsec", _) as angle)):
            return angle
    return None


def _multiple(angle: Expr, t: Sym) -> int | None:
    """n of an angle n·t, for small n."""
    match angle:
        case Sym() if angle == t:
            return 1
        case Mul((Num(n), u)) if u == t and n.denominator == 1 and 2 <= n <= 6:
            return int(n)
    return None


def sides(inverse: str, u: Expr) -> Sides:
    """The sides of the triangle with the angle inverse(u); for arsinh and arcosh (sinh, 1, cosh)."""
    top, bottom = _parts(u)
    above, below = Pow(top, TWO), Pow(bottom, TWO)
    less, more = tidied(sqrt(Add((below, Neg(above))))), tidied(sqrt(Add((above, below))))
    beyond = tidied(sqrt(Add((above, Neg(below)))))
    match inverse:
        case "arcsin":
            return top, less, bottom
        case "arccos":
            return less, top, bottom
        case "arctan":
            return top, bottom, more
        case "arcsec":
            return beyond, bottom, top
        case "arsinh":
            return top, bottom, more
    return beyond, bottom, top


def _parts(u: Expr) -> tuple[Expr, Expr]:
    match u:
        case Div(top, bottom) if sign_of(bottom) == 1 or _letters(bottom):
            return top, bottom
    return u, ONE


def _letters(e: Expr) -> tuple[Sym, ...]:
    """The letters of a product of letters and positive numbers; they count as positive, and this is told."""
    parts = e.factors if isinstance(e, Mul) else (e,)
    if any(not isinstance(each, Sym) and sign_of(each) != 1 for each in parts):
        return ()
    return tuple(each for each in parts if isinstance(each, Sym))


def _values(found: Sides, names: tuple[str, ...]) -> dict[str, Expr]:
    """The six functions; for hyperbolic ones sinh stands on top of the tangent and cosh is the hypotenuse."""
    o, a, h = found
    ratios = ((o, a), (h, a), (o, h), (h, o), (a, h), (a, o)) if names == HYPERBOLIC else (
        (o, h), (a, h), (o, a), (a, o), (h, a), (h, o))  # fmt: skip
    return {name: quotient(*ratio) for name, ratio in zip(names, ratios, strict=True)}


def _of_multiple(name: str, n: int, values: dict[str, Expr], names: tuple[str, ...]) -> Expr:
    """The function at n·t by those at t."""
    sine, cosine = (_hyperbolic if names == HYPERBOLIC else multiple)(n, values[names[0]], values[names[1]])
    table = ((sine, ONE), (cosine, ONE), (sine, cosine), (cosine, sine), (ONE, cosine), (ONE, sine))
    return quotient(*table[names.index(name)])


def _hyperbolic(n: int, sine: Expr, cosine: Expr) -> tuple[Expr, Expr]:
    """sinh nt and cosh nt by sinh t and cosh t."""
    if n == 1:
        return sine, cosine
    s, c = _hyperbolic(n - 1, sine, cosine)
    return (
        tidied(Add((product((s, cosine)), product((c, sine))))),
        tidied(Add((product((c, cosine)), product((s, sine))))),
    )


RULES = (
    Rule("triangle", "trig-functions",
         "Draw the right triangle with ${f} = {u}$; its other sides give ${g} = {v}$.", triangle,
         "reading the triangle", cost=1),
    Rule("hyperbola", "trig-functions", "From ${f} = {u}$ and $\\cosh^2 - \\sinh^2 = 1$ follows ${g} = {v}$.",
         hyperbola, "the hyperbolic identity", cost=1),
)  # fmt: skip
