"""First-order differential equations: separated, or made exact by an integrating factor, and fitted to a value."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    ZERO,
    Add,
    Const,
    Diff,
    Div,
    E,
    Expr,
    Fn,
    Int,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Rel,
    Root,
    Sym,
    exp,
    fn,
)  # fmt: skip
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules.terms import factors_of, quotient
from fluxions.calculus.trees import free_of, mapped, nodes, substituted, symbols

SLOPE = Sym("the slope")  # y' while an equation is solved for it
Task = tuple[Expr, Sym, Sym, tuple[Expr, ...]]


def equation_of(node: Expr) -> tuple[Rel, Sym, Sym, tuple[Expr, ...]] | None:
    """The equation, the unknown, its variable, and a known value y(a) = b."""
    match node:
        case Operator("ode", (Rel("=") as equation, Sym() as y, Sym() as x, *known)) if len(known) <= 1:
            return equation, y, x, tuple(known)
    return None


def slope_of(node: Expr) -> Task | None:
    """F where the equation says y' = F(x, y) already."""
    parts = equation_of(node)
    if parts is None:
        return None
    equation, y, x, known = parts
    if equation.left == Diff(y, x) and not any(isinstance(each, Diff) for each in nodes(equation.right)):
        return equation.right, y, x, known
    return None


def isolated(node: Expr) -> Expr | Found | None:
    """a y' + b = 0 as y' = −b/a."""
    parts = equation_of(node)
    if parts is None or slope_of(node) is not None:
        return None
    equation, y, x, known = parts
    gap = mapped(equation.left - equation.right, lambda e: SLOPE if e == Diff(y, x) else e)
    if SLOPE.name not in symbols(gap) or any(isinstance(each, Diff) for each in nodes(gap)):
        return None
    rest, whole, twice = (tidied(substituted(gap, {SLOPE.name: Num(k)})) for k in (0, 1, 2))
    front = tidied(whole - rest)
    if agree(Add((twice, rest)), Mul((Num(2), whole))) != "agree" or front == ZERO:
        return None
    slope = tidied(Div(Neg(rest), front))
    return Found(Operator("ode", (Rel("=", Diff(y, x), slope), y, x, *known)), (("y", y), ("u", slope)))


def constant_solution(node: Expr) -> Expr | Found | None:
    """Where F(x, b) = 0 for all x, the solution through y = b stays there."""
    task = slope_of(node)
    match task:
        case (f, y, _, (Rel("=", Fn(), b),)) if tidied(substituted(f, {y.name: b})) == ZERO:
            return Found(Rel("=", y, b), (("y", y), ("b", b)))
    return None


def integrated(node: Expr) -> Expr | Found | None:
    """y' = g(x): y is an integral of g."""
    match slope_of(node):
        case (g, y, x, known) if free_of(g, y):
            return Found(Operator("balanced", (Rel("=", y, Int(g, x)), y, x, *known)), (("g", g), ("y", y)))
    return None


def separated(node: Expr) -> Expr | Found | None:
    """y' = g(x)·h(y) with an h that may be 0: ∫ dy/h = ∫ g dx; the division loses constant solutions."""
    result = _separated(node)
    return result if result is not None and _may_vanish(dict(result.using)["h"]) else None


def _may_vanish(h: Expr) -> bool:
    return any(not (isinstance(each, Pow) and each.base == E) for each in factors_of(h)[1])


def separated_without_loss(node: Expr) -> Expr | Found | None:
    """y' = g(x)·h(y) with an h that is never 0."""
    return _separated(node)


def _separated(node: Expr) -> Found | None:
    task = slope_of(node)
    if task is None:
        return None
    f, y, x, known = task
    parts = _product(f, x, y)
    if parts is None:
        return None
    g, h = parts
    below = tidied(Div(ONE, h))
    equation = Rel("=", Int(below, y), Int(g, x))
    needs = () if not _may_vanish(h) else (Condition(Rel("!=", h, ZERO), "assumed"),)
    return Found(Operator("balanced", (equation, y, x, *known)), (("g", g), ("h", h), ("y", y)), needs)


def _product(f: Expr, x: Sym, y: Sym) -> tuple[Expr, Expr] | None:
    """(g, h) where f is g(x)·h(y), read off its factors, or else off its values at one point."""
    sign, above, below = factors_of(f)
    if all(free_of(each, x) or free_of(each, y) for each in (*above, *below)):
        ours = [[each for each in side if not free_of(each, y)] for side in (above, below)]
        theirs = [[each for each in side if free_of(each, y)] for side in (above, below)]
        g, h = tidied(quotient(*theirs)), quotient(*ours)
        return (g if sign > 0 else tidied(Neg(g))), h
    for a in (ONE, Num(2), ZERO):
        for b in (ONE, Num(2), ZERO, Num(-1)):
            at_b = tidied(substituted(f, {y.name: b}))
            front = tidied(substituted(at_b, {x.name: a}))
            if front == ZERO or symbols(front) and agree(front, ZERO) != "differ":
                continue
            h = tidied(Div(substituted(f, {x.name: a}), front))
            if agree(f, Mul((at_b, h))) == "agree":
                return at_b, h
    return None


def weighted(node: Expr) -> Expr | Found | None:
    """y' + p(x)·y = q(x), with neither p nor q zero: first ∫ p dx for the integrating factor."""
    parts = equation_of(node)
    if parts is None:
        return None
    equation, y, x, known = parts
    gap = mapped(equation.left - equation.right, lambda e: SLOPE if e == Diff(y, x) else e)
    if SLOPE.name not in symbols(gap) or any(isinstance(each, Diff) for each in nodes(gap)):
        return None
    rest, front, height, far = (
        tidied(substituted(gap, {SLOPE.name: Num(s), y.name: Num(t)})) for s, t in ((0, 0), (1, 0), (0, 1), (2, 3))
    )
    a, b = tidied(front - rest), tidied(height - rest)
    p, q = tidied(Div(b, a)), tidied(Neg(Div(rest, a)))
    if ZERO in (a, p, q) or agree(far, Add((rest, Mul((Num(2), a)), Mul((Num(3), b))))) != "agree":
        return None
    if _product(tidied(Add((q, Neg(Mul((p, y)))))), x, y) is not None:
        return None  # separable: that is shorter
    return Found(Operator("weighted", (p, q, Int(p, x), y, x, *known)), (("p", p), ("q", q), ("y", y)))


def by_the_factor(node: Expr) -> Expr | Found | None:
    """μ = e^∫p makes the left side (μy)': so μy = ∫ μq dx."""
    match node:
        case Operator("weighted", (_, q, big, Sym() as y, Sym() as x, *known)):
            factor = exponential(big)
            left = tidied(Mul((factor, y)))
            right = Int(tidied(Mul((factor, q))), x)
            return Found(Operator("balanced", (Rel("=", left, right), y, x, *known)), (("m", factor), ("y", y)))
    return None


def exponential(u: Expr) -> Expr:
    """eᵘ, where k·ln|v| in u becomes a factor vᵏ (its sign is one of the constant)."""
    powers: list[Expr] = []
    left: list[Expr] = []
    for term in u.terms if isinstance(u, Add) else (u,):
        found = _log_term(term)
        if found is None:
            left.append(term)
        else:
            powers.append(tidied(Pow(found[1], found[0])) if found[0] != ONE else found[1])
    rest = [exp(tidied(left[0] if len(left) == 1 else Add(tuple(left))))] if left else []
    return tidied(quotient([*powers, *rest], []))


def _log_term(term: Expr) -> tuple[Expr, Expr] | None:
    """(k, v) where a term is k·ln|v|."""
    sign, above, below = factors_of(term)
    logs = [each for each in above if isinstance(each, Fn) and each.name == "ln"]
    if len(logs) != 1:
        return None
    inside = logs[0].args[0]
    v = inside.args[0] if isinstance(inside, Fn) and inside.name == "abs" else inside
    k = tidied(quotient([each for each in above if each is not logs[0]], below))
    return (k if sign > 0 else tidied(Neg(k))), v


def _balanced(node: Expr) -> tuple[Expr, Expr, Sym, Sym, tuple[Expr, ...]] | None:
    match node:
        case Operator("balanced", (Rel("=", left, right), Sym() as y, Sym() as x, *known)):
            return left, right, y, x, tuple(known)
    return None


def constant_name(*used: Expr) -> Sym:
    """A letter for the constant that nothing else has."""
    names = {each.name for e in used for each in nodes(e) if isinstance(each, Sym)}
    return Sym(next(name for name in ("C", "K", "C_1", "K_1") if name not in names))


def solved_linear(node: Expr) -> Expr | Found | None:
    """m·y + k = R + C, with m and k free of y, solved for y."""
    match _balanced(node):
        case (left, right, y, x, known):
            c = constant_name(node)
            slope = tidied(substituted(left, {y.name: ONE}) - substituted(left, {y.name: ZERO}))
            start = tidied(substituted(left, {y.name: ZERO}))
            if slope == ZERO or agree(left, Add((Mul((slope, y)), start))) != "agree":
                return None
            sum_ = tidied(Add((right, c, Neg(start))))
            value = _spread_over(sum_, slope)
            return _fitted(Rel("=", y, value), y, x, known, (("c", c), ("y", y)))
    return None


def _spread_over(e: Expr, m: Expr) -> Expr:
    """A sum over m, each term on its own, where that cancels something."""
    if m == ONE:
        return e
    terms = e.terms if isinstance(e, Add) else (e,)
    return Add(tuple(_divided(each, m) for each in terms)) if len(terms) > 1 else _divided(e, m)


def _divided(term: Expr, m: Expr) -> Expr:
    if isinstance(term, Neg):
        return Neg(_divided(term.arg, m))
    sign, above, below = factors_of(m)
    flipped = [Pow(each.base, tidied(Neg(each.exponent))) for each in above if isinstance(each, Pow) and each.base == E]
    rest = [each for each in above if not (isinstance(each, Pow) and each.base == E)]
    found = tidied(Div(Mul((term, *flipped, *below)) if flipped or below else term, quotient(rest, [])))
    return found if sign > 0 else tidied(Neg(found))


def _fitted(found: Rel, y: Sym, x: Sym, known: tuple[Expr, ...], using: tuple[tuple[str, Expr], ...]) -> Found:
    return Found(Operator("fitted", (found, y, x, *known)) if known else found, using)


def solved_logarithm(node: Expr) -> Expr | Found | None:
    """k ln|u| = R + C gives u = C·e^(R/k), the constant any number; the same for a difference of two logarithms."""
    match _balanced(node):
        case (left, right, y, x, known) if (parts := _one_logarithm(left)) is not None:
            k, top, bottom = parts
            c = constant_name(node)
            grown = tidied(Mul((c, exponential(tidied(Div(right, k))))))
            value = _linear_fraction_solved(top, bottom, grown, y)
            if value is not None:
                return _fitted(Rel("=", y, value), y, x, known, (("c", c), ("u", tidied(quotient([top], [] if bottom == ONE else [bottom]))), ("y", y)))
    return None


def _one_logarithm(left: Expr) -> tuple[Expr, Expr, Expr] | None:
    """(k, u, v) where a side is k·(ln|u| − ln|v|)."""
    if isinstance(left, Neg) and (found := _one_logarithm(left.arg)) is not None:
        return tidied(Neg(found[0])), found[1], found[2]
    pairs = [_log_term(each) for each in _spread(left)]
    match pairs:
        case [(k, v)] if isinstance(v, Div):
            return k, v.top, v.bottom
        case [(k, v)]:
            return k, v, ONE
        case [(k, u), (m, v)] if tidied(k + m) == ZERO:
            return k, u, v
    return None


def _spread(e: Expr) -> tuple[Expr, ...]:
    """The terms, where a factor before one bracket is multiplied in."""
    match e:
        case Add(terms):
            return terms
        case Mul(factors) if sum(isinstance(each, Add) for each in factors) == 1:
            bracket = next(each for each in factors if isinstance(each, Add))
            rest = tuple(each for each in factors if each is not bracket)
            return tuple(tidied(Mul((*rest, each))) for each in bracket.terms)
    return (e,)


def _linear_fraction_solved(u: Expr, v: Expr, r: Expr, y: Sym) -> Expr | None:
    """y where u/v = r for u = ay + b and v = cy + d: (dr − b)/(a − cr)."""
    b, d = (tidied(substituted(each, {y.name: ZERO})) for each in (u, v))
    a, c = (tidied(substituted(each, {y.name: ONE}) - start) for each, start in ((u, b), (v, d)))
    for each, slope, start in ((u, a, b), (v, c, d)):
        if agree(each, Add((Mul((slope, y)), start))) != "agree" and each not in (ONE, y):
            return None
    if isinstance(d, Neg) or (isinstance(d, Num) and d.value < 0):
        r = tidied(Neg(r))  # the constant in it takes either sign
    return tidied(Div(Add((Mul((d, r)), Neg(b))), Add((a, Neg(Mul((c, r)))))))


def constant_from_value(node: Expr) -> Expr | Found | None:
    """The known value put into H(y) = G(x) + C gives C."""
    match _balanced(node):
        case (left, right, y, x, (Rel("=", Fn(_, (a,)), b),)):
            at = {x.name: a, y.name: b}
            c = tidied(substituted(left, at) - substituted(right, at))
            opened = Operator("explicit", (Rel("=", left, tidied(Add((right, c)))), y, x, node.children[3]))
            return Found(opened, (("c", c), ("a", a), ("b", b)))
    return None


def constant_added(node: Expr) -> Expr | Found | None:
    """H(y) = G(x) + C."""
    match _balanced(node):
        case (left, right, y, x, ()):
            c = constant_name(node)
            return Found(Operator("explicit", (Rel("=", left, tidied(Add((right, c)))), y, x)), (("c", c),))
    return None


def solved_outer(node: Expr) -> Expr | Found | None:
    """H(y) = R solved for y by the inverse of H: a power, a root, an arctangent, a sine, an exponential."""
    match node:
        case Operator("explicit", (Rel("=", left, right), Sym() as y, Sym() as x, *known)):
            for sign in (1, -1):
                value = _inverse(left, right, y, sign)
                if value is not None and (not known or _meets(value, x, known[0])):
                    if sign < 0 and not known:
                        return None
                    if not known and _two_branches(left, y):
                        return None
                    return Found(Rel("=", y, tidied(value)), (("y", y), ("u", left)))
    return None


def _meets(value: Expr, x: Sym, known: Expr) -> bool:
    match known:
        case Rel("=", Fn(_, (a,)), b):
            return agree(substituted(value, {x.name: a}), b) == "agree"
    return False


def _two_branches(left: Expr, y: Sym) -> bool:
    return any(
        isinstance(each, Pow) and not free_of(each.base, y) and isinstance(each.exponent, Num) and each.exponent.value % 2 == 0
        for each in nodes(left)
    )


def _inverse(left: Expr, right: Expr, y: Sym, sign: int) -> Expr | None:
    if left == y:
        return right
    match left:
        case Neg(u):
            return _inverse(u, tidied(Neg(right)), y, sign)
        case Add(terms) if len(moving := [each for each in terms if not free_of(each, y)]) == 1:
            rest = tuple(Neg(each) for each in terms if free_of(each, y))
            return _inverse(moving[0], tidied(Add((right, *rest))), y, sign)
        case Mul(factors) if len(moving := [each for each in factors if not free_of(each, y)]) == 1:
            rest = tuple(each for each in factors if free_of(each, y))
            return _inverse(moving[0], tidied(Div(right, rest[0] if len(rest) == 1 else Mul(rest))), y, sign)
        case Div(u, v) if free_of(v, y):
            return _inverse(u, tidied(Add(_spread(Mul((v, right))))), y, sign)
        case Div(u, v) if free_of(u, y):
            return _inverse(v, tidied(Div(u, right)), y, sign)
        case Pow(Const("e"), u):
            return _inverse(u, fn("ln", right), y, sign)
        case Pow(u, Num(n)) if n != 0:
            return _inverse(u, _rooted(right, n, sign), y, sign)
        case Root(u, Num(n)):
            return _inverse(u, Pow(right, Num(n)), y, sign)
        case Fn(name, (u,)) if name in OUTER:
            return _inverse(u, OUTER[name](right), y, sign)
        case Fn("abs", (u,)):
            return _inverse(u, right if sign > 0 else Neg(right), y, sign)
    return None


OUTER = {
    "arctan": lambda r: fn("tan", r), "arcsin": lambda r: fn("sin", r), "artanh": lambda r: fn("tanh", r),
    "arsinh": lambda r: fn("sinh", r), "ln": exp, "tan": lambda r: fn("arctan", r),
}  # fmt: skip


def _rooted(r: Expr, n: Fraction, sign: int) -> Expr:
    if n < 0:
        return _rooted(tidied(Div(ONE, r)), -n, sign)
    if n.numerator == 1:
        return Pow(r, Num(n.denominator))
    root = Root(r, Num(n.numerator)) if n.denominator == 1 else Pow(r, Num(1 / n))
    return root if sign > 0 or n.numerator % 2 else Neg(root)


def left_implicit(node: Expr) -> Expr | Found | None:
    """The equation itself describes the solution where it is not solved for y."""
    match node:
        case Operator("explicit", (Rel() as equation, Sym() as y, Sym(), *_)) if solved_outer(node) is None:
            return Found(equation, (("y", y),))
    return None


def fitted(node: Expr) -> Expr | Found | None:
    """The constant from the known value; it stands in the solution once, linear or in a fraction of linear terms."""
    match node:
        case Operator("fitted", (Rel("=", y, value), _, Sym() as x, Rel("=", Fn(_, (a,)), b))):
            c = constant_in(value, node)
            if c is None:
                return None
            at = tidied(substituted(value, {x.name: a}))
            constant = _constant_of(at, c, b)
            if constant is not None:
                whole = tidied(substituted(value, {c.name: constant}))
                return Found(Rel("=", y, whole), (("c", c), ("d", constant), ("a", a), ("b", b)))
    return None


def constant_in(value: Expr, node: Expr) -> Sym | None:
    """The letter of the constant of integration."""
    names = [name for name in ("K_1", "C_1", "K", "C") if name in symbols(value)]
    return Sym(names[-1]) if names else None


def _constant_of(at: Expr, c: Sym, b: Expr) -> Expr | None:
    """C where a value, a fraction of linear terms in C, is b."""
    if isinstance(at, Neg):
        return _constant_of(at.arg, c, tidied(Neg(b)))
    top, bottom = (at.top, at.bottom) if isinstance(at, Div) else (at, ONE)
    gap = Add((top, Neg(Mul((b, bottom)))))
    rest = tidied(substituted(gap, {c.name: ZERO}))
    front = tidied(substituted(gap, {c.name: ONE}) - rest)
    if front == ZERO or agree(gap, Add((Mul((front, c)), rest))) != "agree":
        return None
    return tidied(Div(Neg(rest), front))


def gradient_flow(node: Expr) -> Expr | Found | None:
    """x' = −f'(x): first the slope of f."""
    match node:
        case Operator("ode", (Rel("=", Diff(y, _), Neg(Diff(f, z))), Sym() as unknown, Sym() as t, *known)) if y == z == unknown:
            return Found(Operator("flow", (Diff(f, unknown), unknown, t, *known)), (("f", f), ("x", unknown)))
    return None


def flow_as_equation(node: Expr) -> Expr | Found | None:
    """The flow downhill as an equation with its slope worked out."""
    match node:
        case Operator("flow", (slope, Sym() as x, Sym() as t, *known)):
            equation = Rel("=", Diff(x, t), tidied(Neg(slope)))
            return Found(Operator("ode", (equation, x, t, *known)), (("x", x), ("t", t)))
    return None


def euler_step(node: Expr) -> Expr | Found | None:
    """xₖ₊₁ = xₖ + h, yₖ₊₁ = yₖ + h f(xₖ, yₖ)."""
    match node:
        case Operator("euler", (f, Sym() as x, a, b, h, Num(n))) if n.denominator == 1 and 0 < n <= 30:
            y = Sym("y")
            slope = substituted(f, {x.name: a, y.name: b})
            there = tidied(Add((b, Mul((h, slope)))))
            opened = Operator("euler", (f, x, tidied(a + h), there, h, Num(n - 1)))
            return Found(opened, (("x", x), ("a", a), ("b", b), ("h", h), ("s", tidied(slope)), ("v", there)))
    return None


def euler_steps_taken(node: Expr) -> Expr | Found | None:
    """After no more steps the value is the one reached."""
    match node:
        case Operator("euler", (_, Sym() as x, a, b, _, Num(n))) if n == 0:
            return Found(b, (("x", x), ("a", a), ("b", b)))
    return None


SEPARABLE, LINEAR, EULER, FLOW = "separable-odes", "linear-first-order-odes", "euler-method", "gradient-flow"
ODE = (
    Rule("gradient-flow", FLOW, "The flow goes against the slope of ${f}$: work out that slope first.", gradient_flow,
         "the gradient flow", early=True),
    Rule("constant-solution", SEPARABLE, "At ${y} = {b}$ the slope is always 0, so the solution stays there.",
         constant_solution, "a constant solution", early=True),
    Rule("integrating-factor", LINEAR, "Linear in ${y}$: ${y}' + p {y} = q$ with $p = {p}$ and $q = {q}$. Integrate $p$ for "
         "the factor.", weighted, "the integrating factor", early=True),
    Rule("slope-alone", SEPARABLE, "Solve the equation for the slope of ${y}$: it is ${u}$.", isolated,
         "the equation solved for the slope", early=True),
    Rule("slope-integrated", SEPARABLE, "The slope ${g}$ does not depend on ${y}$: integrate it.", integrated,
         "the slope integrated", early=True),
    Rule("separation", SEPARABLE, "The slope is ${g}$ times ${h}$: bring all that holds ${y}$ to one side and integrate both "
         "sides. Dividing by ${h}$ loses the constant solutions where it is 0.", separated, "separation of variables",
         early=True),
    Rule("separation-without-loss", SEPARABLE, "The slope is ${g}$ times ${h}$: bring all that holds ${y}$ to one side and "
         "integrate both sides.", separated_without_loss, "separation of variables where nothing is lost", early=True),
)  # fmt: skip
AFTER = (
    Rule("times-the-factor", LINEAR, "Multiply by $\\mu = {m}$: the left side becomes the derivative of $\\mu {y}$, so "
         "integrate the right side times $\\mu$.", by_the_factor, "multiplying by the factor"),
    Rule("solved-for-y", LINEAR, "Add the constant ${c}$ and solve for ${y}$.", solved_linear, "solving for the unknown"),
    Rule("logarithm-undone", SEPARABLE, "Take $\\mathrm{e}$ to the power of both sides: ${u}$ is an exponential times a "
         "constant ${c}$, which takes either sign.", solved_logarithm, "undoing a logarithm"),
    Rule("constant-of-the-solution", SEPARABLE, "The two sides differ by a constant: at $({a}, {b})$ it is ${c}$.",
         constant_from_value, "the constant of the solution"),
    Rule("constant-of-the-solutions", SEPARABLE, "The two sides differ by a constant ${c}$.", constant_added,
         "the constant between the sides"),
    Rule("outer-function-undone", SEPARABLE, "Solve for ${y}$ by undoing what was done to it in ${u}$.", solved_outer,
         "undoing the outer function"),
    Rule("implicit-solution", SEPARABLE, "This equation between the two describes the solutions ${y}$.", left_implicit,
         "a solution left implicit"),
    Rule("constant-fitted", SEPARABLE, "At ${a}$ the value is ${b}$: this makes ${c} = {d}$.", fitted,
         "the constant from the known value"),
    Rule("flow-as-equation", FLOW, "Against the slope: this is a differential equation for ${x}$ in ${t}$.",
         flow_as_equation, "the flow as an equation"),
    Rule("euler-step", EULER, "At $({a}, {b})$ the slope is ${s}$: a step of ${h}$ along it leads to ${v}$.", euler_step,
         "a step of Euler's method"),
    Rule("euler-steps-taken", EULER, "All steps are taken: at ${x} = {a}$ the value is ${b}$.", euler_steps_taken,
         "the last step of Euler's method", silent=True),
)  # fmt: skip
RULES = (*ODE, *AFTER)
