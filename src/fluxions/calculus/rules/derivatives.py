"""The rules of differentiation: each rewrites one standing d/dx and leaves operators where work remains."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.expr import (
    ONE,
    TWO,
    Add,
    And,
    At,
    Const,
    Diff,
    Div,
    E,
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
    sqrt,
)  # fmt: skip
from fluxions.calculus.rules.table import DEFINITIONS, TABLE
from fluxions.calculus.trees import free_of, symbols
from fluxions.calculus.vocabulary import FUNCTIONS


def constant(node: Expr) -> Expr | Found | None:
    """d/dx c = 0."""
    match node:
        case Diff(c, x) if free_of(c, x):
            return Found(Num(0), (("c", c),))
    return None


def identity(node: Expr) -> Expr | Found | None:
    """d/dx x = 1."""
    match node:
        case Diff(u, x) if u == x:
            return Found(ONE, (("x", x),))
    return None


def line(node: Expr) -> Expr | Found | None:
    """d/dx (a x + b) = a, also for a x alone."""
    match node:
        case Diff(u, x) if u != x:
            slope = _slope_of_sum(u.terms, x) if type(u) is Add else _slope(u, x)
            if slope is not None:
                return Found(slope, (("u", u), ("a", slope)))
    return None


def _slope_of_sum(terms: tuple[Expr, ...], x: Sym) -> Expr | None:
    """The number a of the one term a·x that moves; None where another term moves too."""
    slope = None
    for term in terms:
        if not free_of(term, x) and (slope is not None or (slope := _slope(term, x)) is None):
            return None
    return slope


def _slope(term: Expr, x: Sym) -> Expr | None:
    """The number a of a term a·x; None of any other term."""
    match term:
        case Mul((Num() as a, u)):
            return a if u == x else None
        case Sym():
            return ONE if term == x else None
        case Neg(inner):
            slope = _slope(inner, x)
            return Num(-slope.value) if isinstance(slope, Num) else None
    return None


def sums(node: Expr) -> Expr | Found | None:
    """d/dx (u + v) = du/dx + dv/dx."""
    match node:
        case Diff(Add(terms), x):
            return Add(tuple(Neg(Diff(t.arg, x)) if isinstance(t, Neg) else Diff(t, x) for t in terms))
        case Diff(Neg(u), x):
            return Neg(Diff(u, x))
    return None


def constant_factor(node: Expr) -> Expr | Found | None:
    """d/dx (c u) = c du/dx, also for u/c."""
    match node:
        case Diff(Mul(factors), x):
            moving = tuple([each for each in factors if not free_of(each, x)])
            if 0 < len(moving) < len(factors):
                still = tuple([each for each in factors if free_of(each, x)])
                return Found(Mul((*still, Diff(_product(moving), x))), (("c", _product(still)),))
        case Diff(Div(u, c), x) if free_of(c, x):
            return Found(Div(Diff(u, x), c), (("c", Div(ONE, c)),))
    return None


def power(node: Expr) -> Expr | Found | None:
    """d/dx xⁿ = n xⁿ⁻¹ for a constant n."""
    match node:
        case Diff(Pow(u, n), x) if u == x and free_of(n, x):
            return Found(Mul((n, Pow(x, _less_one(n)))), (("n", n), ("x", x)))
    return None


def _less_one(n: Expr) -> Expr:
    if not isinstance(n, Num):
        return n - 1
    return Num(n.top - 1 if n.bottom == 1 else n.value - 1)


def reciprocal_as_power(node: Expr) -> Expr | Found | None:
    """c/xⁿ = c x⁻ⁿ, which the power rule differentiates."""
    match node:
        case Diff(Div(c, Pow(u, Num(n))), x) if u == x and free_of(c, x):
            return Found(Diff(_times(c, Pow(x, Num(-n))), x), (("u", Pow(x, Num(n))),))
        case Diff(Div(c, u), x) if u == x and free_of(c, x):
            return Found(Diff(_times(c, Pow(x, Num(-1))), x), (("u", x),))
    return None


def root_as_power(node: Expr) -> Expr | Found | None:
    """ⁿ√u = u^(1/n), which the power rule differentiates."""
    match node:
        case Diff(Root(u, Num(n)), x) if not free_of(u, x) and n != 2 and n.denominator == 1:
            return Found(Diff(Pow(u, Num(1 / n)), x), (("u", u), ("n", Num(n))))
    return None


def square_root(node: Expr) -> Expr | Found | None:
    """d/dx √x = 1/(2√x)."""
    match node:
        case Diff(Root(u, Num(n)), x) if u == x and n == 2:
            return Found(Div(ONE, Mul((TWO, sqrt(x)))), (("u", x),), (_positive(x),))
    return None


def exponential(node: Expr) -> Expr | Found | None:
    """d/dx eˣ = eˣ."""
    match node:
        case Diff(Pow(Const("e"), u), x) if u == x:
            return Found(Pow(E, x), (("u", x),))
    return None


def exponential_to_base(node: Expr) -> Expr | Found | None:
    """d/dx aˣ = aˣ ln a for a constant a > 0."""
    match node:
        case Diff(Pow(a, u), x) if u == x and free_of(a, x) and a != E:
            return Found(Mul((Pow(a, x), fn("ln", a))), (("a", a), ("u", x)), (_positive(a),))
    return None


def logarithm_to_base(node: Expr) -> Expr | Found | None:
    """d/dx log_b x = 1/(x ln b)."""
    match node:
        case Diff(Fn("log", (u, b)), x) if u == x and free_of(b, x):
            return Found(Div(ONE, Mul((x, fn("ln", b)))), (("b", b), ("u", x)), (_positive(x),))
    return None


def unknown_function(node: Expr) -> Expr | Found | None:
    """d/dx f(x) = f'(x) for a function that is only named."""
    match node:
        case Diff(Fn(name, (u,)), x) if u == x and name not in FUNCTIONS:
            return Found(Fn(name + "'", (x,)), (("f", Fn(name, (x,))),))
    return None


def product(node: Expr) -> Expr | Found | None:
    """d/dx (uv) = u'v + uv'; with more factors each takes its turn."""
    match node:
        case Diff(Mul(factors), x) if sum(not free_of(each, x) for each in factors) >= 2:
            turns = tuple(
                _product((*factors[:i], Diff(each, x), *factors[i + 1 :]))
                for i, each in enumerate(factors)
                if not free_of(each, x)
            )
            return Found(Add(turns), (("u", factors[0]), ("v", _product(factors[1:]))))
    return None


def quotient(node: Expr) -> Expr | Found | None:
    """d/dx (u/v) = (u'v − uv')/v²."""
    match node:
        case Diff(Div(u, v), x) if not free_of(v, x):
            top = Add((Mul((Diff(u, x), v)), Neg(Mul((u, Diff(v, x))))))
            if free_of(u, x):
                top = Neg(Mul((u, Diff(v, x))))  # type: ignore[assignment]
            return Found(Div(top, Pow(v, TWO)), (("u", u), ("v", v)))
    return None


U = Sym("u")
INSIDES = ("u", "v", "w", *(f"u_{k}" for k in range(1, 100)))


def outer_and_inner(f: Expr, x: Sym) -> tuple[Expr, Sym, Expr] | None:
    """f as F(u) with its inside: (F of a fresh symbol u, that symbol, the inside), where the inside moves with x."""
    u = fresh(f)
    match f:
        case Fn(name, (inside,)) if inside != x and (name in TABLE or name not in FUNCTIONS):
            return Fn(name, (u,)), u, inside
        case Pow(base, n) if free_of(n, x) and base != x:
            return Pow(u, n), u, base
        case Pow(a, exponent) if free_of(a, x) and exponent != x:
            return Pow(a, u), u, exponent
        case Root(inside, n) if inside != x and free_of(n, x):
            return Root(u, n), u, inside
        case Fn("log", (inside, b)) if inside != x and free_of(b, x):
            return Fn("log", (u, b)), u, inside
    return None


def fresh(f: Expr) -> Sym:
    """A symbol for an inside that f does not use: u, else v, w, u_1, …"""
    used = symbols(f)
    return U if "u" not in used else Sym(next(name for name in INSIDES if name not in used))


def chain(node: Expr) -> Expr | Found | None:
    """d/dx F(u) = F'(u) · du/dx."""
    match node:
        case Diff(f, x) if not free_of(f, x):
            parts = outer_and_inner(f, x)
            if parts is None:
                return None
            outer, u, inside = parts
            opened = Mul((At(Diff(outer, u), u, inside), Diff(inside, x)))
            return Found(opened, (("u", u), ("inside", inside), ("outer", outer)))
    return None


def variable_power(node: Expr) -> Expr | Found | None:
    """d/dx uᵛ = uᵛ d/dx (v ln u), from uᵛ = exp(v ln u)."""
    match node:
        case Diff(Pow(u, v), x) if not free_of(u, x) and not free_of(v, x):
            exponent = Mul((v, fn("ln", u)))
            opened = Mul((Pow(u, v), Diff(exponent, x)))
            return Found(opened, (("f", Pow(u, v)), ("g", Pow(E, exponent))), (_positive(u),))
    return None


def change_of_base(node: Expr) -> Expr | Found | None:
    """log_b u = ln u / ln b when the base moves too."""
    match node:
        case Diff(Fn("log", (u, b)), x) if not free_of(b, x):
            return Found(Diff(Div(fn("ln", u), fn("ln", b)), x), (("b", b),))
    return None


def written_out(node: Expr) -> Expr | Found | None:
    """SiLU and GELU by their definitions: u σ(u) and u Φ(u)."""
    match node:
        case Diff(Fn(name, (u,)), x) if name in DEFINITIONS and not free_of(u, x):
            return Found(Diff(DEFINITIONS[name](u), x), (("f", Fn(name, (u,))), ("u", u)))
    return None


def of_equals(node: Expr) -> Expr | Found | None:
    """max(u, u) = u, and min likewise."""
    match node:
        case Diff(Fn("max" | "min", (u, *others)) as f, x) if all(each == u for each in others):
            return Found(Diff(u, x), (("f", f), ("u", u)))
    return None


def branches(node: Expr) -> Expr | Found | None:
    """A piecewise function is differentiated branch by branch; max and min are piecewise."""
    match node:
        case Diff(Piecewise(branched, otherwise), x):
            opened = tuple((condition, Diff(value, x)) for condition, value in branched)
            return Piecewise(opened, None if otherwise is None else Diff(otherwise, x))
        case Diff(Fn("max" | "min" as name, (first, *others)) as f, x) if not free_of(f, x):
            if free_of(first, x):  # a constant comes last, so that max(0, u) reads like ReLU
                first, others = others[0], [*others[1:], first]
            wins = tuple(Rel(">" if name == "max" else "<", first, each) for each in others)
            condition = wins[0] if len(wins) == 1 else And(wins)
            return Piecewise(((condition, Diff(first, x)),), Diff(_of(name, others), x))
    return None


def _of(name: str, parts: list[Expr]) -> Expr:
    return parts[0] if len(parts) == 1 else Fn(name, tuple(parts))


def flat(node: Expr) -> Expr | Found | None:
    """sign, floor and ceil are constant between their jumps."""
    match node:
        case Diff(Fn("sign" | "floor" | "ceil" as name, (u,)), x) if not free_of(u, x):
            return Found(Num(0), (("f", Fn(name, (u,))),))
    return None


def _table_rule(name: str) -> Rule:
    entry = TABLE[name]

    def rewrite(node: Expr) -> Expr | Found | None:
        match node:
            case Diff(Fn(called, (u,)), x) if called == name and u == x:
                return Found(entry.slope(x), (("u", x),))
        return None

    rewrite.__doc__ = entry.says
    return Rule(entry.rule, entry.skill, entry.says, rewrite, entry.title, inside=(name,))


def _positive(u: Expr) -> Condition:
    return Condition(Rel(">", u, Num(0)), "proved" if isinstance(u, (Num, Const)) else "assumed")


def _product(factors: tuple[Expr, ...]) -> Expr:
    return factors[0] if len(factors) == 1 else Mul(factors)


def _times(c: Expr, u: Expr) -> Expr:
    return u if isinstance(c, Num) and c.value == Fraction(1) else Mul((c, u))


RULES = (
    Rule("constant", "power-rule", "A constant does not change: its derivative is 0.", constant, "the constant rule"),
    Rule("identity", "power-rule", "The derivative of ${x}$ by itself is 1.", identity, "the derivative of x",
         inside=(Sym,)),
    Rule("line", "power-rule", "The derivative of the line ${u}$ is its slope ${a}$.", line, "the slope of a line",
         inside=(Add, Neg, Mul)),
    Rule("sum", "power-rule", "Differentiate term by term.", sums, "the sum rule", inside=(Add, Neg)),
    Rule("constant-factor", "power-rule", "The constant factor ${c}$ stays in front.", constant_factor,
         "the constant-factor rule", inside=(Mul, Div)),
    Rule("power", "power-rule", "Bring the exponent ${n}$ down and lower it by one.", power, "the power rule",
         inside=(Pow,)),
    Rule("reciprocal-as-power", "power-rule", "Write one over ${u}$ as a power with a negative exponent.",
         reciprocal_as_power, "rewriting a reciprocal", inside=(Div,)),
    Rule("root-as-power", "power-rule", "Write the root as the power with exponent $1/{n}$.", root_as_power,
         "rewriting a root", inside=(Root,)),
    Rule("square-root", "power-rule", "The derivative of $\\sqrt{{u}}$ is $1/(2\\sqrt{{u}})$.", square_root,
         "the derivative of the square root", inside=(Root,)),
    Rule("exponential", "derivative-exp-log", "The exponential $e^{{u}}$ is its own derivative.", exponential,
         "the derivative of the exponential", inside=(Pow,)),
    Rule("exponential-to-base", "derivative-exp-log",
         "An exponential keeps its form, times the logarithm of its base ${a}$.", exponential_to_base,
         "the derivative of an exponential", inside=(Pow,)),
    Rule("logarithm-to-base", "derivative-exp-log",
         "The derivative of $\\log_{{b}} {u}$ is one over ${u}$ times $\\ln {b}$.", logarithm_to_base,
         "the derivative of a logarithm", inside=("log",)),
    *(_table_rule(name) for name in TABLE),
    Rule("named-function", "derivative-definition", "The derivative of ${f}$ is written with a prime.",
         unknown_function, "the derivative of a named function"),
    Rule("of-equals", "piecewise-functions", "Of equal values, ${f}$ is that value: write it as ${u}$.", of_equals,
         "the greatest or least of equal values", inside=("max", "min")),
    Rule("branches", "piecewise-functions", "Differentiate each branch where it holds.", branches, "branch by branch",
         inside=(Piecewise, "max", "min")),
    Rule("flat", "differentiability-kinks", "Between its jumps this function is constant.", flat, "a flat function",
         inside=("sign", "floor", "ceil")),
    Rule("activation-written-out", "derivative-smooth-activations", "Write ${f}$ out as a product.", written_out,
         "the definition of the activation", inside=tuple(DEFINITIONS)),
    Rule("chain", "chain-rule",
         "Differentiate the outside at ${u} = {inside}$, then multiply by the derivative of the inside.", chain,
         "the chain rule"),
    Rule("quotient", "quotient-rule",
         "In a quotient: derivative of the top times the bottom, minus the top times the derivative of the bottom, "
         "over the bottom squared.",
         quotient, "the quotient rule", inside=(Div,)),
    Rule("product", "product-rule", "In a product each factor takes its turn.", product, "the product rule",
         inside=(Mul,)),
    Rule("variable-power", "logarithmic-differentiation",
         "Base and exponent both change: write ${f}$ as ${g}$.", variable_power,
         "logarithmic differentiation", inside=(Pow,)),
    Rule("change-of-base", "exponentials-logarithms", "Write the logarithm by natural logarithms.", change_of_base,
         "the change of base", inside=("log",)),
)  # fmt: skip
