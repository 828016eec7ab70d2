"""Tasks about slopes of curves that are not solved for y."""

from __future__ import annotations

from fluxions.calculus.expr import Add, At, Expr, Mul, Neg, Operator, Pow, Rel, Sym, exp, fn, num
from fluxions.calculus.language.latex import latex
from fluxions.calculus.problem import Problem, ProblemFamily
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.vocabulary import Vocabulary

x, y, w, lam = Sym("x"), Sym("y"), Sym("w"), Sym("lambda")
PLANE = Vocabulary(dependent=frozenset({"y"})).declaring("x", "y")
PENALTY = Vocabulary(variable="lambda", dependent=frozenset({"w"})).declaring("w", "lambda")
SMALL = (-3, -2, 2, 3)
SLOPE = r"Find $\frac{\mathrm{d}y}{\mathrm{d}x}$, with $x$ and $y$ in the answer."


def slope_of_a_conic(random: Random) -> Problem:
    """dy/dx on p x² + q y² = c or p x² + r x y + q y² = c."""
    p, q = random.choice((1, 2, 3, 5, -2, 3)), random.choice((1, 2, 3, 4))
    mixed = _term(random.choice((-5, -4, -3, 3, 4, 5)), x, y) if random.choice((True, True, False)) else None
    curve = _sum(_term(p, Pow(x, num(2))), mixed, _term(q, Pow(y, num(2))))
    return _slope(SLOPE, Rel("=", curve, num(random.choice((4, 6, 9, 10, 12)))))


def slope_of_a_cubic(random: Random) -> Problem:
    """dy/dx on curves with a power of y, a mixed term and a power of x, often with y itself too."""
    m, n = random.choice([(1, 1), (1, 2), (2, 1), (1, 3)])
    mixed = _term(random.choice((-4, -3, -2, 2, 3, 4)), _power(x, m), _power(y, n))
    own = _term(random.choice((1, 2, -1)), _power(y, random.choice((3, 4))))
    line = random.choice([None, y, _term(3, y)])
    last = _term(random.choice((1, 2, 5)), _power(x, random.choice((1, 2, 3))))
    return _slope(SLOPE, Rel("=", _sum(own, mixed, line), last))


def slope_with_exp_or_log(random: Random) -> Problem:
    """dy/dx on curves with e^y, ln y or e^(xy) in them."""
    a, b = random.choice((2, 3, 4, 5)), random.choice((2, 3, 4, 5))
    curve = random.choice([
        _sum(exp(y), _term(a, x, y)),
        _sum(_term(a, fn("ln", y)), _term(b, x, y)),
        _sum(_term(a, x, exp(y)), _term(b, y)),
        _sum(exp(Mul((x, y))), _term(a, Pow(y, num(2)))),
        _sum(_term(a, fn("ln", y)), y),
    ])  # fmt: skip
    return _slope(
        SLOPE, Rel("=", curve, random.choice([x, Pow(x, num(3)), _term(random.choice((3, 5)), Pow(x, num(2)))]))
    )


def slope_at_a_point(random: Random) -> Problem:
    """The slope of a conic or a cubic at one of its points."""
    while True:
        a, b, n = random.choice(SMALL), random.choice(SMALL), random.choice((2, 3))
        p, q = random.sample([each for each in (1, 2, 3, 4, 5) if each != n], 2)
        r = random.choice((-5, -4, 4, 5))
        below = n * q * b ** (n - 1) + r * a
        above = n * p * a ** (n - 1) + r * b
        if above and r * r != 4 * p * q and abs(below) > 1 and abs(above) != abs(below) and abs(a) != abs(b):
            break
    curve = _sum(_term(p, _power(x, n)), _term(r, x, y), _term(q, _power(y, n)))
    value = p * a**n + r * a * b + q * b**n
    prompt = f"The point $({a}, {b})$ lies on this curve. Find the slope of the curve there, as an exact number."
    return Problem(prompt, _at(_implicit(Rel("=", curve, num(value))), a, b), vocabulary=PLANE, type="number")


def second_derivative(random: Random) -> Problem:
    """y'' on p x² + q yⁿ = c at one of its points."""
    a, b = random.choice((-3, -1, 1, 3)), random.choice((-2, 2))
    p, q = random.choice([(1, 1), (1, 3), (3, 1), (5, 1), (5, 3), (1, 4), (3, 4)])
    n = random.choice((2, 2, 3))
    curve, value = _sum(_term(p, Pow(x, num(2))), _term(q, _power(y, n))), p * a**2 + q * b**n
    prompt = (
        f"The point $({a}, {b})$ lies on this curve. Near it $y$ is a function of $x$. "
        r"Find $\frac{\mathrm{d}^2y}{\mathrm{d}x^2}$ at the point, as an exact number."
    )
    task = Operator("implicit", (Rel("=", curve, num(value)), y, x, num(2)))
    return Problem(prompt, _at(task, a, b), vocabulary=PLANE, type="number")


def optimum_and_its_penalty(random: Random) -> Problem:
    """dw/dλ of the best weight w, where the slope of a loss with the penalty λw²/2 is zero."""
    c = random.choice((2, 3, 4, 5, 6))
    loss, slope = random.choice([
        (_sum(Mul((num(c), Pow(w, num(4)))), Neg(Mul((num(8), w)))),
         Rel("=", _sum(Mul((num(4 * c), Pow(w, num(3)))), Mul((lam, w))), num(8))),
        (_sum(exp(w), Neg(Mul((num(c), w)))), Rel("=", _sum(exp(w), Mul((lam, w))), num(c))),
        (_sum(exp(Mul((num(2), w))), Neg(Mul((num(2 * c), w)))),
         Rel("=", _sum(Mul((num(2), exp(Mul((num(2), w))))), Mul((lam, w))), num(2 * c))),
        (_sum(Mul((num(c), fn("softplus", w))), Neg(w)),
         Rel("=", _sum(Mul((num(c), fn("sigmoid", w))), Mul((lam, w))), num(1))),
    ])  # fmt: skip
    prompt = (
        f"The loss ${latex(loss)} + \\frac{{\\lambda}}{{2}}w^2$ has its minimum where its slope in $w$ is zero: there "
        f"${latex(slope)}$. How fast does the best weight $w$ change with the penalty $\\lambda$? Find "
        r"$\frac{\mathrm{d}w}{\mathrm{d}\lambda}$, with $w$ and $\lambda$ in the answer."
    )
    return Problem(prompt, Operator("implicit", (slope, w, lam)), vocabulary=PENALTY)


def _slope(prompt: str, curve: Rel) -> Problem:
    return Problem(prompt, task=_implicit(curve), vocabulary=PLANE)


def _implicit(curve: Rel) -> Operator:
    return Operator("implicit", (curve, y, x))


def _at(task: Expr, a: int, b: int) -> Expr:
    return At(At(task, x, num(a)), y, num(b))


def _power(base: Expr, n: int) -> Expr:
    return base if n == 1 else Pow(base, num(n))


def _term(c: int, *factors: Expr) -> Expr:
    if c < 0:
        return Neg(_term(-c, *factors))
    parts = factors if c == 1 else (num(c), *factors)
    return parts[0] if len(parts) == 1 else Mul(parts)


def _sum(*terms: Expr | None) -> Expr:
    return Add(tuple(each for each in terms if each is not None))


SKILL = "implicit-differentiation"
FAMILIES = (
    ProblemFamily("slope-of-a-conic", skill=SKILL, make=slope_of_a_conic),
    ProblemFamily("slope-of-a-cubic", skill=SKILL, make=slope_of_a_cubic),
    ProblemFamily("slope-with-exp-or-log", skill=SKILL, make=slope_with_exp_or_log),
    ProblemFamily("slope-at-a-point", skill=SKILL, make=slope_at_a_point),
    ProblemFamily("second-derivative", skill=SKILL, make=second_derivative),
    ProblemFamily("optimum-and-its-penalty", skill=SKILL, make=optimum_and_its_penalty, ml=True),
)
