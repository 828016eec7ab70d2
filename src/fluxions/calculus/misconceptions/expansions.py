"""Wrong ways to Taylor polynomials and their remainder."""

from __future__ import annotations

from math import factorial

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, ZERO, Add, At, Diff, Div, Expr, Fn, Mul, Neg, Num, Operator, Pow, Sym, fn
from fluxions.calculus.trees import free_of


def taylor_task(goal: Expr) -> tuple[Expr, Sym, Expr, int] | None:
    """(f, x, a, n) of a goal `taylor(f, x, a, n)` in one variable, up to degree 6."""
    match goal:
        case Operator("taylor", (f, Sym() as x, a, Num(n))) if n.denominator == 1 and 1 <= n <= 6:
            return f, x, a, int(n)
    return None


def taylor_polynomial(f: Expr, x: Sym, a: Expr, n: int, below: list[int], away: Expr | None = None) -> Expr:
    """Σ f⁽ᵏ⁾(a) (x − a)ᵏ/below[k]; `away` takes the place of x − a."""
    terms: list[Expr] = []
    slope: Expr = f
    distance = away if away is not None else x if a == ZERO else x - a
    for k in range(n + 1):
        value = At(slope, x, a)
        scaled = value if below[k] == 1 else Div(value, Num(below[k]))
        terms.append(scaled if k == 0 else Mul((scaled, distance if k == 1 else Pow(distance, Num(k)))))
        slope = Diff(slope, x)
    return Add(tuple(terms))


def factorials_left_out(goal: Expr) -> Expr | None:
    """The Taylor polynomial taken for Σ f⁽ᵏ⁾(a)(x − a)ᵏ."""
    match taylor_task(goal):
        case (f, x, a, n) if n >= 2:
            return taylor_polynomial(f, x, a, n, [1] * (n + 1))
    return None


def number_for_factorial(goal: Expr) -> Expr | None:
    """k in the place of k! in a Taylor polynomial."""
    match taylor_task(goal):
        case (f, x, a, n) if n >= 3:
            return taylor_polynomial(f, x, a, n, [1, *range(1, n + 1)])
    return None


def powers_not_shifted(goal: Expr) -> Expr | None:
    """Powers of x in the place of powers of x − a."""
    match taylor_task(goal):
        case (f, x, a, n) if a != ZERO:
            return taylor_polynomial(f, x, a, n, [factorial(k) for k in range(n + 1)], x)
    return None


def expanded_about_zero(goal: Expr) -> Expr | None:
    """The polynomial about 0 where one about a is asked."""
    match taylor_task(goal):
        case (f, x, a, n) if a != ZERO:
            return Operator("taylor", (f, x, ZERO, Num(n)))
    return None


def signs_not_alternating(goal: Expr) -> Expr | None:
    """The series of sine, cosine or ln(1 + x) with plus signs alone."""
    match taylor_task(goal):
        case (Fn("sin" | "cos" as name, (u,)), x, a, n) if a == ZERO:
            return Operator("taylor", (fn(name + "h", u), x, a, Num(n)))
        case (Fn("ln", (Add((one, u)),)), x, a, n) if a == ZERO and one == ONE and u == x:
            return Neg(Operator("taylor", (fn("ln", ONE - x), x, a, Num(n))))
    return None


def inside_not_raised(goal: Expr) -> Expr | None:
    """The factor inside, as in e^(2x), not raised to the power of its term."""
    match taylor_task(goal):
        case (Fn(name, (Mul((Num() as c, u)),)), x, a, n) if a == ZERO and u == x:
            return _scaled_once(Fn(name, (x,)), c, x, n)
        case (Pow(base, Mul((Num() as c, u))), x, a, n) if a == ZERO and u == x:
            return _scaled_once(Pow(base, x), c, x, n)
    return None


def _scaled_once(f: Expr, c: Num, x: Sym, n: int) -> Expr:
    """f(0) + c · (the later terms of the polynomial of f)."""
    start = At(f, x, ZERO)
    return start + Mul((c, Operator("taylor", (f, x, ZERO, Num(n))) - start))


def remainder_one_order_low(goal: Expr) -> Expr | None:
    """The remainder after degree n taken with the derivative of order n."""
    match goal:
        case Operator("remainder", (f, x, a, Num(n), b)) if n >= 1:
            return Operator("remainder", (f, x, a, Num(n - 1), b))
    return None


def remainder_at_the_centre(goal: Expr) -> Expr | None:
    """The remainder with the derivative at the centre instead of its largest size between."""
    match goal:
        case Operator("remainder", (f, Sym() as x, a, Num(n), b)) if n.denominator == 1 and 0 <= n <= 6:
            slope: Expr = f
            for _ in range(int(n) + 1):
                slope = Diff(slope, x)
            size = fn("abs", At(slope, x, a))
            return Mul((Div(size, Num(factorial(int(n) + 1))), Pow(fn("abs", b - a), Num(n + 1))))
    return None


def terms_multiplied_apart(goal: Expr) -> Expr | None:
    """The polynomial of a product taken for the products of terms of the same degree."""
    match taylor_task(goal):
        case (Mul((f, g)), x, a, n) if a == ZERO and not free_of(f, x) and not free_of(g, x):
            terms: list[Expr] = []
            left, right = f, g
            for k in range(n + 1):
                value = Mul((At(left, x, ZERO), At(right, x, ZERO)))
                terms.append(Mul((Div(value, Num(factorial(k) ** 2)), Pow(x, Num(k)))))
                left, right = Diff(left, x), Diff(right, x)
            return Add(tuple(terms))
    return None


TAYLOR, REST = "taylor-polynomials", "taylor-remainder"
MISCONCEPTIONS = (
    Misconception("factorials-left-out", TAYLOR,
        "You left the factorials out. The term of degree $k$ is $f^{(k)}(a)/k!$ times $(x-a)^k$.",
        factorials_left_out, "The factorials are missing", ("taylor(e^(2x), x, 0, 3)", "1 + 2x + 4x^2 + 8x^3")),
    Misconception("number-for-factorial", TAYLOR,
        "You divided by $k$ instead of $k!$. From the third degree on they differ: $3! = 6$.",
        number_for_factorial, "The number instead of its factorial",
        ("taylor(e^x, x, 0, 3)", "1 + x + x^2/2 + x^3/3")),
    Misconception("powers-not-shifted", TAYLOR,
        "You used powers of $x$. The polynomial about $a$ is written in $x-a$, so that it has the right value at $a$.",
        powers_not_shifted, "The powers are not shifted", ("taylor(e^x, x, 1, 2)", "e + e*x + e*x^2/2")),
    Misconception("expanded-about-zero", TAYLOR,
        "You expanded about 0. The centre asked for is another: take value and derivatives there, and powers of the "
        "distance to it.",
        expanded_about_zero, "The wrong centre", ("taylor(e^x, x, 1, 2)", "1 + x + x^2/2")),
    Misconception("series-signs-lost", TAYLOR,
        "You lost the alternating signs. In the series of sine, cosine and $\\ln(1+x)$ the sign turns from each term "
        "to the next.",
        signs_not_alternating, "The alternating signs are missing", ("taylor(sin(x), x, 0, 5)", "x + x^3/6 + x^5/120")),
    Misconception("inside-not-raised", TAYLOR,
        "You raised $x$ but not the number beside it. The whole inside goes to the power: $(2x)^3 = 8x^3$.",
        inside_not_raised, "The factor inside was not raised",
        ("taylor(e^(2x), x, 0, 3)", "1 + 2x + x^2 + x^3/3")),
    Misconception("series-multiplied-termwise", TAYLOR,
        "You multiplied terms of the same degree only. Every term of one polynomial meets every term of the other: "
        "multiply out, then collect.",
        terms_multiplied_apart, "Series multiplied term by term", ("taylor(e^x*sin(x), x, 0, 3)", "x - x^3/36")),
    Misconception("remainder-one-order-low", REST,
        "You used the derivative of order $n$. What is left out begins one order higher: take $n+1$ everywhere.",
        remainder_one_order_low, "The order of the remainder", ("remainder(e^x, x, 0, 2, 1)", "e/2")),
    Misconception("remainder-at-the-centre", REST,
        "You took the derivative at the centre. A bound needs its largest size anywhere between the centre and the "
        "point.",
        remainder_at_the_centre, "The derivative of the remainder at the centre",
        ("remainder(e^x, x, 0, 2, 1)", "1/6")),
)  # fmt: skip
