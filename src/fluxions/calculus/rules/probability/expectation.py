"""Expectations, variances and moment generating functions as integrals against a density."""

from __future__ import annotations

from fluxions.calculus.derivation.densities import named, pieces
from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, Div, Expr, Int, Mul, Neg, Operator, Pow, Rel, Sym, exp
from fluxions.calculus.rules.definite.fundamental import split_constant
from fluxions.calculus.rules.definite.gaussian import fresh
from fluxions.calculus.rules.definite.powers import coefficients, negative, split_exponential
from fluxions.calculus.trees import free_of, substituted


def _expected(f: Expr, x: Sym, density: Expr) -> Expr:
    return Operator("expect", (f, x, density))


def of_a_constant(node: Expr) -> Expr | Found | None:
    """E[c] = c."""
    match node:
        case Operator("expect", (f, Sym() as x, _)) if free_of(f, x):
            return Found(f, (("c", f),))
    return None


def constant_in_front(node: Expr) -> Expr | Found | None:
    """E[c g(X)] = c E[g(X)]."""
    match node:
        case Operator("expect", (f, Sym() as x, density)):
            c, rest = split_constant(f, x)
            if c == ONE or rest == ONE:
                return None
            return Found(Mul((c, _expected(rest, x, density))), (("c", c),))
    return None


def of_a_sum(node: Expr) -> Expr | Found | None:
    """E[g(X) + h(X)] = E[g(X)] + E[h(X)]."""
    match node:
        case Operator("expect", (Add(terms), Sym() as x, density)):
            parts = (_expected(each.arg if isinstance(each, Neg) else each, x, density) for each in terms)
            return Add(tuple(Neg(p) if isinstance(t, Neg) else p for p, t in zip(parts, terms, strict=True)))
    return None


def standardised(node: Expr) -> Expr | Found | None:
    """X = μ + σZ with a standard normal Z."""
    match node:
        case Operator("expect", (f, Sym() as x, Operator("normal", (mean, deviation)))):
            if (mean, deviation) == (ZERO, ONE):
                return None
            z = fresh(node, "z", "w", "v", "s")
            scaled = z if deviation == ONE else Mul((deviation, z))
            moved = tidied(substituted(f, {x.name: scaled if mean == ZERO else mean + scaled}))
            standard = Operator("normal", (ZERO, ONE))
            using = (("x", x), ("z", z), ("m", mean), ("s", deviation))
            return Found(_expected(moved, z, standard), using, (Condition(Rel(">", deviation, ZERO), "assumed"),))
    return None


def as_integral(node: Expr) -> Expr | Found | None:
    """E[f(X)] = ∫ f(x) p(x) dx over the support of the density p."""
    match node:
        case Operator("expect", (f, Sym() as x, density)):
            parts = pieces(density, x)
            if not parts:
                return None
            terms = tuple(_weighted(f, x, each.value, each.low, each.high) for each in parts)
            return Found(terms[0] if len(terms) == 1 else Add(terms), (("f", f), ("x", x)))
    return None


def _weighted(f: Expr, x: Sym, p: Expr, low: Expr, high: Expr) -> Expr:
    """∫ f p, with the constants of the density in front."""
    c, kernel = split_constant(p, x)
    inside = kernel if f == ONE else f if kernel == ONE else one_exponential(tidied(Mul((f, kernel))), x)
    number, rest = split_constant(inside, x)
    scale = tidied(Mul((c, number)))
    whole = Int(rest, x, low, high)
    return whole if scale == ONE else Mul((scale, whole))


def one_exponential(f: Expr, x: Sym) -> Expr:
    """g·e^(−cx) where several linear exponents stand in f; any other f as it is."""
    factor, exponent = split_exponential(f)
    known = coefficients(exponent, x) if isinstance(exponent, Add) else None
    if known is None or not set(known) <= {0, 1}:
        return f
    rate = negative(known.get(1, ZERO))
    curve = exp(Neg(x if rate == ONE else Mul((rate, x))))
    parts = [each for each in (tidied(exp(known[0])) if 0 in known else ONE, factor, curve) if each != ONE]
    return parts[0] if len(parts) == 1 else Mul(tuple(parts))


def variance(node: Expr) -> Expr | Found | None:
    """Var[f(X)] = E[f(X)²] − E[f(X)]²."""
    match node:
        case Operator("variance", (f, Sym() as x, density)):
            square = Pow(f, TWO)
            return Found(_expected(square, x, density) - Pow(_expected(f, x, density), TWO), (("f", f),))
    return None


def generating_function(node: Expr) -> Expr | Found | None:
    """M(t) = E[e^(tX)]."""
    match node:
        case Operator("mgf", (t, Sym() as x, density)):
            return Found(_expected(exp(Mul((t, x))), x, density), (("t", t), ("x", x)))
    return None


def normalised(node: Expr) -> Expr | Found | None:
    """c with ∫ c f = 1 is one over ∫ f."""
    match node:
        case Operator("normalise", (f, Sym() as x, low, high)):
            return Found(Div(ONE, Int(f, x, low, high)), (("f", f),))
    return None


def is_density(density: Expr) -> bool:
    """Is it one of the named distributions?"""
    return isinstance(named(density), Operator)


RULES = (
    Rule("expectation-of-a-constant", "expectation-variance", "The expectation of the constant ${c}$ is ${c}$.",
         of_a_constant, "the expectation of a constant"),
    Rule("expectation-constant-factor", "expectation-variance", "The factor ${c}$ goes in front of the expectation.",
         constant_in_front, "linearity of the expectation"),
    Rule("expectation-of-a-sum", "expectation-variance",
         "The expectation of a sum is the sum of the expectations.", of_a_sum, "linearity of the expectation"),
    Rule("standardise", "gaussian-moments",
         "Write ${x}={m}+{s}\\,{z}$ with a standard normal ${z}$.", standardised, "standardising a normal variable"),
    Rule("expectation-as-integral", "expectation-variance",
         "The expectation of ${f}$ is its integral against the density of ${x}$, over the range where that is not 0.",
         as_integral, "the expectation as an integral"),
    Rule("variance-by-moments", "expectation-variance",
         "The variance of ${f}$ is the mean of the square minus the square of the mean.", variance,
         "the variance by two moments"),
    Rule("moment-generating-function", "mgf-cumulants",
         "The moment generating function at ${t}$ is the expectation of $e^{{t}{x}}$.", generating_function,
         "the moment generating function"),
    Rule("normalising-constant", "pdf-cdf",
         "A density integrates to 1, so the constant is one over the integral of ${f}$.", normalised,
         "the normalising constant"),
)  # fmt: skip
