"""Integrals of polynomials against e^(−ax² + bx + c) over the whole line, and against φ over any range."""

from __future__ import annotations

from typing import NamedTuple

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    PI,
    TWO,
    ZERO,
    Add,
    Div,
    E,
    Expr,
    Int,
    Mul,
    Neg,
    Num,
    Pow,
    Rel,
    Sym,
    exp,
    fn,
    sqrt,
)  # fmt: skip
from fluxions.calculus.rules.definite.fundamental import MINUS_INF
from fluxions.calculus.rules.definite.powers import coefficients, power_of, split_exponential
from fluxions.calculus.trees import free_of, nodes, substituted


class Bell(NamedTuple):
    """p(x)·exp(−a x² + b x + c)."""

    factor: Expr
    a: Expr
    b: Expr
    c: Expr


def bell(node: Expr) -> Bell | None:
    """The parts of an integrand with a quadratic exponent, over the whole line."""
    match node:
        case Int(f, x, low, high) if low == MINUS_INF and high == INF:
            factor, exponent = split_exponential(f)
            c = coefficients(exponent, x) if exponent is not None else None
            if c is None or max(c) != 2 or (isinstance(c[2], Num) and c[2].value >= 0):
                return None
            return Bell(factor, tidied(Neg(c[2])), c.get(1, ZERO), c.get(0, ZERO))
    return None


def positive(a: Expr) -> tuple[Condition, ...]:
    """a > 0, which a number shows and a parameter must fulfil."""
    match a:
        case Num():
            return ()
        case Div(top, Mul((Num(), Pow(Sym() as s, Num(n))))) if (top, n) == (ONE, 2):
            return (Condition(Rel(">", s, ZERO), "assumed"),)
    return (Condition(Rel(">", a, ZERO), "assumed"),)


def gaussian_integral(node: Expr) -> Expr | Found | None:
    """∫ exp(−a x²) dx over the line is √(π/a)."""
    match node, bell(node):
        case Int(), Bell(factor, a, b, c) if (factor, b, c) == (ONE, ZERO, ZERO):
            return Found(_root_of_pi_over(a), (("a", a),), positive(a))
    return None


def _root_of_pi_over(a: Expr) -> Expr:
    """√(π/a); σ√(2π) for a = 1/(2σ²) with a symbol σ."""
    match a:
        case Div(top, Mul((Num(two), Pow(Sym() as s, Num(n))))) if (top, two, n) == (ONE, 2, 2):
            return Mul((s, sqrt(Mul((TWO, PI)))))
    return tidied(sqrt(over(PI, a)))


def over(top: Expr, bottom: Expr) -> Expr:
    """top/bottom without a needless fraction in it."""
    if bottom == ONE:
        return top
    match bottom:
        case Div(first, second) if first == ONE:
            return tidied(second if top == ONE else Mul((top, second)))
    return tidied(Div(top, bottom))


def complete_the_square(node: Expr) -> Expr | Found | None:
    """−a x² + b x + c = −a (x − m)² + k with m = b/(2a) and k = c + b²/(4a); e^k goes in front."""
    match node, bell(node):
        case Int(f, x), Bell(factor, a, b, c) if (b, c) != (ZERO, ZERO) and not _centred(f, x):
            m = over(b, tidied(Mul((TWO, a))))
            k = tidied(c + over(tidied(Pow(b, TWO)), tidied(Mul((Num(4), a)))))
            centred = x if m == ZERO else tidied(x - m)
            moved = Int(_bell(factor, a, centred), x, MINUS_INF, INF)
            return Found(moved if k == ZERO else Mul((exp(k), moved)), (("m", m), ("k", k)))
    return None


def _bell(factor: Expr, a: Expr, u: Expr) -> Expr:
    """factor · exp(−a u²), ones left out."""
    square = Pow(u, TWO)
    curve = exp(Neg(square if a == ONE else _times(a, square)))
    return curve if factor == ONE else Mul((factor, curve))


def _times(a: Expr, square: Expr) -> Expr:
    """a · u², with a fraction 1/c written as a quotient."""
    match a:
        case Num(value) if value.numerator == 1:
            return Div(square, Num(value.denominator))
        case Div(top, bottom) if top == ONE:
            return Div(square, bottom)
    return Mul((a, square))


def _centred(f: Expr, x: Sym) -> bool:
    """Is the exponent written as a square of x − m already?"""
    _, exponent = split_exponential(f)
    return exponent is not None and _centre(exponent, x) is not None


def _centre(exponent: Expr, x: Sym) -> Expr | None:
    """m in −a (x − m)², written so."""
    match exponent:
        case Neg(u):
            return _centre(u, x)
        case Mul(factors):
            moving = [each for each in factors if not free_of(each, x)]
            return _centre(moving[0], x) if len(moving) == 1 else None
        case Div(u, v) if free_of(v, x):
            return _centre(u, x)
        case Pow(Add((first, *rest)), Num(n)) if n == 2 and first == x and all(free_of(each, x) for each in rest):
            return tidied(Neg(Add(tuple(rest)) if len(rest) > 1 else rest[0]))
    return None


def exponent_apart(node: Expr) -> Expr | Found | None:
    """e^(−a x² + c) = e^c · e^(−a x²)."""
    match node, bell(node):
        case Int(_, x), Bell(factor, a, b, c) if b == ZERO and c != ZERO:
            return Found(Mul((exp(c), Int(_bell(factor, a, x), x, MINUS_INF, INF))), (("k", c),))
    return None


def move_to_the_centre(node: Expr) -> Expr | Found | None:
    """With u = x − m the bell stands at 0; dx = du, and the bounds stay."""
    match node:
        case Int(f, x, low, high) if bell(node) is not None and low is not None:
            _, exponent = split_exponential(f)
            m = _centre(exponent, x) if exponent is not None else None
            if m is None or m == ZERO:
                return None
            u = fresh(node, "u", "z", "w", "s")
            shifted = tidied(substituted(f, {x.name: u + m}))
            return Found(Int(shifted, u, low, high), (("u", u), ("x", x), ("v", tidied(x - m))))
    return None


def fresh(node: Expr, *wished: str) -> Sym:
    """A name that does not occur."""
    taken = {each.name for each in nodes(node) if isinstance(each, Sym)}
    return Sym(next(name for name in (*wished, *(f"{wished[0]}_{k}" for k in range(1, 50))) if name not in taken))


def powers_apart(node: Expr) -> Expr | Found | None:
    """A polynomial against a bell at 0 is integrated power by power."""
    match node, bell(node):
        case Int(_, x), Bell(factor, a, b, c) if b == ZERO and c == ZERO and power_of(factor, x) is None:
            known = coefficients(factor, x)
            if known is None or (len(known) == 1 and max(known) > 0 and known[max(known)] == ONE):
                return None
            parts = [_part(n, value, a, x) for n, value in sorted(known.items(), reverse=True)]
            return Add(tuple(parts)) if len(parts) > 1 else parts[0]
    return None


def _part(n: int, value: Expr, a: Expr, x: Sym) -> Expr:
    power: tuple[Expr, ...] = () if n == 0 else (x,) if n == 1 else (Pow(x, Num(n)),)
    body = _bell(power[0] if power else ONE, a, x)
    whole = Int(body, x, MINUS_INF, INF)
    return whole if value == ONE else Mul((value, whole))


def gaussian_moment(node: Expr) -> Expr | Found | None:
    """∫ xⁿ exp(−a x²) = (n − 1)/(2a) ∫ xⁿ⁻² exp(−a x²): by parts, for even n."""
    match node, bell(node):
        case Int(_, x), Bell(factor, a, b, c) if b == ZERO and c == ZERO:
            n = power_of(factor, x)
            if n is None or not isinstance(n, Num) or n.value < 2 or n.value % 2 != 0:
                return None
            lower = _part(int(n.value) - 2, ONE, a, x)
            factor = over(Num(n.value - 1), tidied(Mul((TWO, a))))
            return Found(Mul((factor, lower)), (("n", n), ("a", a)), positive(a))
    return None


def error_integral(node: Expr) -> Expr | Found | None:
    """∫ exp(−x²) from a to b is √π/2 · (erf b − erf a)."""
    match node:
        case Int(Pow(base, Neg(Pow(u, Num(n)))), x, low, high) if base == E and u == x and n == 2 and low is not None:
            if high is None or low == MINUS_INF:
                return None
            ends = [ONE if each == INF else tidied(fn("erf", each)) for each in (high, low)]
            rise = ends[0] if ends[1] == ZERO else ends[0] - ends[1]
            return Found(tidied(Mul((Div(sqrt(PI), TWO), rise))), (("a", low), ("b", high)))
    return None


RULES = (
    Rule("gaussian-integral", "gaussian-integral",
         "Over the whole line the integral of $e^{-a x^2}$ is $\\sqrt{\\pi/a}$; here $a={a}$.", gaussian_integral,
         "the Gaussian integral"),
    Rule("exponent-apart", "exponentials-logarithms", "The factor $e^{{k}}$ is a constant here and goes in front.",
         exponent_apart, "a constant in the exponent"),
    Rule("square-in-the-exponent", "gaussian-integral",
         "Complete the square in the exponent: the centre is ${m}$, and the factor $e^{{k}}$ goes in front.",
         complete_the_square, "completing the square"),
    Rule("centre-at-zero", "gaussian-integral",
         "With ${u}={v}$ the bell stands at 0; $\\mathrm{d}{x}=\\mathrm{d}{u}$, and the bounds stay infinite.",
         move_to_the_centre, "a shift of the variable"),
    Rule("powers-apart", "gaussian-moments", "Multiply out and integrate power by power.", powers_apart,
         "linearity against the bell"),
    Rule("gaussian-moment", "gaussian-moments",
         "By parts, the integral with the power $n$ is $\\frac{n-1}{2a}$ times the one two powers lower; here $n={n}$ "
         "and $a={a}$.",
         gaussian_moment, "a recurrence for Gaussian moments"),
    Rule("error-integral", "error-function-normal-cdf",
         "The antiderivative of $e^{-x^2}$ has a name: it is $\\frac{\\sqrt\\pi}{2}\\operatorname{erf}x$.",
         error_integral, "the error function"),
)  # fmt: skip
