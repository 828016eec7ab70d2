"""Sound rewritings: the same value wherever both sides are real."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import comb
from random import Random

from fluxions.calculus.expr import (
    Add,
    Const,
    Diff,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Piecewise,
    Pow,
    Rel,
    Root,
    Sym,
    fn,
    num,
)
from fluxions.calculus.trees import free_of

Rewriting = Callable[[Expr, Random], Expr | None]
E, PI, T = Const("e"), Const("pi"), Sym("t")
TURNED = {"<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def exp(u: Expr) -> Expr:
    return Pow(E, u)


def commuted(e: Expr, random: Random) -> Expr | None:
    if not isinstance(e, Add | Mul):
        return None
    parts = list(e.children)
    random.shuffle(parts)
    return e.rebuilt(tuple(parts))


def distributed(e: Expr, random: Random) -> Expr | None:
    match e:
        case Mul(factors):
            for k, each in enumerate(factors):
                if isinstance(each, Add):
                    rest = factors[:k] + factors[k + 1 :]
                    return Add(tuple(Mul((*rest, term)) for term in each.terms))
        case Neg(Add(terms)):
            return Add(tuple(Neg(each) for each in terms))
        case Div(Add(terms), bottom):
            return Add(tuple(Div(each, bottom) for each in terms))
    return None


def factored(e: Expr, random: Random) -> Expr | None:
    """A common factor, made where there is none: u + v = k (u/k + v/k)."""
    match e:
        case Add((Mul(first), Mul(second))) if set(first) & set(second):
            shared = next(each for each in first if each in second)
            return Mul((shared, Add((_without(first, shared), _without(second, shared)))))
        case Add(terms):
            k = num(random.choice([2, 3, -1, -2]))
            return Mul((k, Add(tuple(Div(each, k) for each in terms))))
    return None


def _without(factors: tuple[Expr, ...], one: Expr) -> Expr:
    left = list(factors)
    left.remove(one)
    return Mul(tuple(left)) if len(left) > 1 else left[0] if left else num(1)


def over_one_line(e: Expr, random: Random) -> Expr | None:
    match e:
        case Add((Div(u, v), Div(w, z))):
            return Div(Add((Mul((u, z)), Mul((w, v)))), Mul((v, z)))
        case Add((Div(u, v), w)):
            return Div(Add((u, Mul((w, v)))), v)
        case Add((w, Div(u, v))):
            return Div(Add((Mul((w, v)), u)), v)
        case Div(u, v):
            return random.choice(
                [Mul((u, Pow(v, num(-1)))), Div(Neg(u), Neg(v)), Mul((num(1, 3), Div(Mul((num(3), u)), v)))]
            )
    return None


def power_written_out(e: Expr, random: Random) -> Expr | None:
    match e:
        case Pow(Add((u, v)), Num(n)) if n in (2, 3, 4):
            k = int(n)
            return Add(tuple(Mul((num(comb(k, i)), Pow(u, num(k - i)), Pow(v, num(i)))) for i in range(k + 1)))
        case Pow(u, Num(n)) if n.denominator == 1 and 2 <= n <= 4:
            return random.choice([Mul((u,) * int(n)), Mul((Pow(u, num(n - 1)), u))])
        case Pow(u, Num(n)) if u != E and n.denominator == 1 and n < 0:
            return Div(num(1), Pow(u, num(-n)) if n != -1 else u)
        case Pow(u, Num(n)) if u != E and n.denominator == 2 and n > 0:
            return Pow(Root(u, num(2)), num(n.numerator))
        case Root(u, Num(n)):
            return Pow(u, num(1 / n))
    return None


def by_exponential_laws(e: Expr, random: Random) -> Expr | None:
    match e:
        case Pow(base, Add(terms)) if base == E:
            return Mul(tuple(exp(each) for each in terms))
        case Pow(base, u) if base == E and not isinstance(u, Num):
            half = exp(Div(u, num(2)))
            return random.choice([Div(num(1), exp(Neg(u))), Pow(half, num(2)), Add((fn("sinh", u), fn("cosh", u)))])
        case Mul((Pow(base, u), Pow(other, v))) if base == E == other:
            return exp(Add((u, v)))
    return None


def by_logarithm_laws(e: Expr, random: Random) -> Expr | None:
    match e:
        case Fn("ln", (Mul(factors),)):
            return Add(tuple(fn("ln", each) for each in factors))
        case Fn("ln", (Div(u, v),)):
            return Add((fn("ln", u), Neg(fn("ln", v))))
        case Fn("ln", (Pow(u, Num(n)),)) if n == 2:
            return Mul((num(2), fn("ln", fn("abs", u))))
        case Fn("ln", (u,)):
            return random.choice([Mul((num(2), fn("ln", Root(u, num(2))))), Neg(fn("ln", Div(num(1), u)))])
    return None


def by_trigonometry(e: Expr, random: Random) -> Expr | None:
    match e:
        case Pow(Fn("sin", (u,)), Num(n)) if n == 2:
            return random.choice([1 - Pow(fn("cos", u), num(2)), Div(1 - fn("cos", 2 * u), num(2))])
        case Pow(Fn("cos", (u,)), Num(n)) if n == 2:
            return random.choice([1 - Pow(fn("sin", u), num(2)), Div(1 + fn("cos", 2 * u), num(2))])
        case Fn("sin", (u,)):
            half = u / 2
            return random.choice([fn("cos", PI / 2 - u), 2 * fn("sin", half) * fn("cos", half), Neg(fn("sin", Neg(u)))])
        case Fn("cos", (u,)):
            half = Pow(fn("sin", u / 2), num(2))
            return random.choice([fn("sin", u + PI / 2), 1 - 2 * half, fn("cos", Neg(u)), fn("cos", u + 2 * PI)])
        case Fn("tan", (u,)):
            return random.choice([fn("sin", u) / fn("cos", u), fn("tan", u + PI)])
        case Fn("sec", (u,)):
            return 1 / fn("cos", u)
        case Fn("arcsin", (u,)):
            return PI / 2 - fn("arccos", u)
        case Fn("arctan", (u,)):
            return random.choice([Neg(fn("arctan", Neg(u))), fn("arcsin", u / Root(1 + Pow(u, num(2)), num(2)))])
    return None


def by_name(e: Expr, random: Random) -> Expr | None:
    """What the functions of machine learning are, written out."""
    match e:
        case Fn("sigmoid", (u,)):
            forms = [
                exp(u) / (1 + exp(u)),
                1 / (1 + exp(Neg(u))),
                (1 + fn("tanh", u / 2)) / 2,
                1 - fn("sigmoid", Neg(u)),
            ]
            return random.choice(forms)
        case Fn("tanh", (u,)):
            twice = exp(2 * u)
            return random.choice(
                [(twice - 1) / (twice + 1), 2 * fn("sigmoid", 2 * u) - 1, fn("sinh", u) / fn("cosh", u)]
            )
        case Fn("sinh" | "cosh" as name, (u,)):
            return (exp(u) + (exp(Neg(u)) if name == "cosh" else Neg(exp(Neg(u))))) / 2
        case Fn("softplus", (u,)):
            return random.choice(
                [fn("ln", 1 + exp(u)), u + fn("softplus", Neg(u)), Neg(fn("ln", fn("sigmoid", Neg(u))))]
            )
        case Fn("silu", (u,)):
            return random.choice([u * fn("sigmoid", u), u / (1 + exp(Neg(u)))])
        case Fn("phi", (u,)):
            return exp(Neg(Pow(u, num(2)) / 2)) / Root(2 * PI, num(2))
        case Fn("Phi", (u,)):
            return random.choice([(1 + fn("erf", u / Root(num(2), num(2)))) / 2, 1 - fn("Phi", Neg(u))])
        case Fn("erf", (u,)):
            return 2 * fn("Phi", u * Root(num(2), num(2))) - 1
    return None


def by_cases(e: Expr, random: Random) -> Expr | None:
    zero = num(0)
    match e:
        case Fn("abs", (u,)):
            cases = Piecewise(((Rel("<", u, zero), Neg(u)),), u)
            return random.choice([Root(Pow(u, num(2)), num(2)), fn("max", u, Neg(u)), cases, fn("abs", Neg(u))])
        case Fn("relu", (u,)):
            cases = Piecewise(((Rel(">", u, zero), u),), zero)
            return random.choice([fn("max", zero, u), (u + fn("abs", u)) / 2, cases, u + fn("relu", Neg(u))])
        case Fn("max" | "min" as name, (u, v)):
            gap = fn("abs", u - v)
            return random.choice([(u + v + (gap if name == "max" else Neg(gap))) / 2, Fn(name, (v, u))])
        case Piecewise(((Rel(op, left, right), u),), v) if op in TURNED and v is not None:
            return Piecewise(((Rel(TURNED[op], left, right), v),), u)  # type: ignore[arg-type]
    return None


def by_nothing(e: Expr, random: Random) -> Expr | None:
    """Something put in that changes nothing."""
    k = num(random.choice([2, 3, 5, 7]))
    one = Add((Pow(fn("sin", Sym("x")), num(2)), Pow(fn("cos", Sym("x")), num(2))))
    found = random.choice([
        Add((e, k, Neg(k))), Div(Mul((k, e)), k), Neg(Neg(e)), Mul((e, one)),
        fn("ln", exp(e)), Root(Pow(e, num(3)), num(3)),
        Add((Mul((k, e)), Neg(Mul((num(k.value - 1), e))))), Diff(Mul((T, e)), T), Neg(Add((num(1), Neg(e), num(-1)))),
    ])  # fmt: skip
    return None if isinstance(found, Diff) and not free_of(e, T) else found


def number_anew(e: Expr, random: Random) -> Expr | None:
    if not isinstance(e, Num):
        return None
    k = random.randint(2, 9)
    return random.choice([
        Div(num(e.value * k), num(k)), Add((num(e.value + k), num(-k))),
        Add((Num(e.value - Fraction(1, k)), Num(1, k))),
        Mul((Num(e.value / k), num(k))),
    ])  # fmt: skip


REWRITINGS: tuple[Rewriting, ...] = (
    commuted, distributed, factored, over_one_line, power_written_out, by_exponential_laws, by_logarithm_laws,
    by_trigonometry, by_name, by_cases, by_nothing, number_anew,
)  # fmt: skip
