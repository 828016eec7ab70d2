"""An expression as Python text for NumPy, the way one would type it."""

from __future__ import annotations

from collections.abc import Iterable

from fluxions.calculus.expr import Add, And, Const, Div, E, Expr, Fn, Mul, Neg, Num, Or, Piecewise, Pow, Rel, Root, Sym

OR, AND, RELATION, ADD, MULTIPLY, NEGATIVE, POWER, ATOM = range(1, 9)
FUNCTIONS = {
    "ln": "log", "arsinh": "arcsinh", "arcosh": "arccosh", "artanh": "arctanh",
    **{name: name for name in "abs sign floor ceil sin cos tan arcsin arccos arctan sinh cosh tanh".split()},
}  # fmt: skip
WRITTEN = {
    "relu": "np.maximum({0}, 0)",
    "sigmoid": "1 / (1 + np.exp(-({0})))",
    "softplus": "np.logaddexp(0, {0})",
    "silu": "({0}) / (1 + np.exp(-({0})))",
}
ORDERS = {"=": "=="}


def numpy_text(e: Expr) -> str:
    """The expression for NumPy; a function that NumPy does not have is called by its own name."""
    return _text(e)[0]


def _text(e: Expr) -> tuple[str, int]:
    match e:
        case Sym(name):
            return name, ATOM
        case Const("pi"):
            return "np.pi", ATOM
        case Const("e"):
            return "np.e", ATOM
        case Num():
            return _number(e)
        case Add(terms):
            return _sum(terms), ADD
        case Mul(factors):
            return " * ".join(
                _in(each, MULTIPLY if place == 0 else NEGATIVE) for place, each in enumerate(factors)
            ), MULTIPLY
        case Neg(u):
            return f"-{_in(u, POWER)}", NEGATIVE
        case Div(top, bottom):
            return f"{_in(top, MULTIPLY)} / {_in(bottom, NEGATIVE)}", MULTIPLY
        case Pow(base, exponent):
            return _power(base, exponent)
        case Root(u, degree):
            return _root(u, degree)
        case Fn(name, args):
            return _applied(name, args)
        case Piecewise(branches, otherwise):
            return _chosen(branches, otherwise), ATOM
        case Rel(op, left, right):
            return f"{_in(left, ADD)} {ORDERS.get(op, op)} {_in(right, ADD)}", RELATION
        case And(parts) | Or(parts):
            joint = " & " if isinstance(e, And) else " | "
            return joint.join(f"({numpy_text(each)})" for each in parts), AND
    raise TypeError(f"NumPy has no text for {type(e).__name__}")


def _in(e: Expr, level: int) -> str:
    text, own = _text(e)
    return text if own >= level else f"({text})"


def _number(e: Num) -> tuple[str, int]:
    if e.bottom == 1:
        return (str(e.top), ATOM if e.top >= 0 else NEGATIVE)
    return (f"{e.top} / {e.bottom}", MULTIPLY) if e.places is None else (str(e.top / e.bottom), ATOM)


def _sum(terms: Iterable[Expr]) -> str:
    first, *rest = terms
    text = _in(first, ADD)
    for each in rest:
        text += f" - {_in(each.arg, MULTIPLY)}" if isinstance(each, Neg) else f" + {_in(each, MULTIPLY)}"
    return text


def _power(base: Expr, exponent: Expr) -> tuple[str, int]:
    if base == E:
        return f"np.exp({numpy_text(exponent)})", ATOM
    below = f"{base.value}.0" if isinstance(base, Num) and base.bottom == 1 else _in(base, ATOM)
    return f"{below} ** {_in(exponent, ATOM)}", POWER


def _root(u: Expr, degree: Expr) -> tuple[str, int]:
    if degree == Num(2):
        return f"np.sqrt({numpy_text(u)})", ATOM
    if degree == Num(3):
        return f"np.cbrt({numpy_text(u)})", ATOM
    return f"{_in(u, ATOM)} ** (1 / {_in(degree, ATOM)})", POWER


def _applied(name: str, args: tuple[Expr, ...]) -> tuple[str, int]:
    inside = ", ".join(numpy_text(each) for each in args)
    if name in WRITTEN:
        text = WRITTEN[name].format(inside)
        return (text, ATOM) if text.startswith("np.") else (text, MULTIPLY)
    if name in ("min", "max") and len(args) == 2:
        return f"np.{name}imum({inside})", ATOM
    return (f"np.{FUNCTIONS[name]}({inside})" if name in FUNCTIONS else f"{name}({inside})"), ATOM


def _chosen(branches: tuple[tuple[Expr, Expr], ...], otherwise: Expr | None) -> str:
    text = "np.nan" if otherwise is None else numpy_text(otherwise)
    for condition, value in reversed(branches):
        text = f"np.where({numpy_text(condition)}, {numpy_text(value)}, {text})"
    return text
