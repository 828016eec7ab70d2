"""Wrong rules of differentiation that people really use. Each rewrites one standing d/dx as its holder would."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import (
    ONE,
    PI,
    TWO,
    ZERO,
    Add,
    At,
    Diff,
    Div,
    E,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Operator,
    Pow,
    Rel,
    Root,
    Sym,
    fn,
)  # fmt: skip
from fluxions.calculus.rules.derivatives import outer_and_inner
from fluxions.calculus.rules.implicit import is_unknown
from fluxions.calculus.trees import free_of, substituted


def exponent_not_lowered(node: Expr) -> Expr | None:
    """d/dx uⁿ taken for n uⁿ · du/dx."""
    match node:
        case Diff(Pow(u, Num(n)), x) if not free_of(u, x):
            return Mul((Num(n), Pow(u, Num(n)), Diff(u, x)))
        case Diff(Root(u, Num(n)) as root, x) if not free_of(u, x):
            return Mul((Div(ONE, Num(n)), root, Diff(u, x)))
    return None


def exponent_not_in_front(node: Expr) -> Expr | None:
    """d/dx uⁿ taken for uⁿ⁻¹ · du/dx."""
    match node:
        case Diff(Pow(u, Num(n)), x) if not free_of(u, x) and n != 1:
            return Mul((Pow(u, Num(n - 1)), Diff(u, x)))
    return None


def power_integrated(node: Expr) -> Expr | None:
    """d/dx xⁿ taken for xⁿ⁺¹/(n + 1), and d/dx 1/x for ln x."""
    match node:
        case Diff(Pow(u, Num(n)), x) if u == x:
            return fn("ln", x) if n == -1 else Div(Pow(x, Num(n + 1)), Num(n + 1))
        case Diff(Div(c, u), x) if u == x and free_of(c, x):
            return Mul((c, fn("ln", x)))
    return None


def constant_kept(node: Expr) -> Expr | None:
    """d/dx (u + c) taken for du/dx + c, also on the other side of an equation."""
    match node:
        case Operator("implicit", (Rel("=", left, c), Sym() as y, Sym() as x)) if free_of(c, x) and free_of(c, y):
            return None if c == ZERO else _with_slope_sought(left, c, y, x)
        case Diff(Add(terms), x):
            still = [free_of(each.arg if isinstance(each, Neg) else each, x) for each in terms]
            if any(still) and not all(still):
                return Add(tuple(t if s else _term(t, x) for t, s in zip(terms, still, strict=True)))
    return None


def _with_slope_sought(left: Expr, right: Expr, y: Sym, x: Sym) -> Expr:
    """d/dx of the left side alone, to be solved for y'."""
    moving = Diff(substituted(left, {y.name: Fn(y.name, (x,))}), x)
    return Operator("solve", (Rel("=", moving, right), Fn(y.name + "'", (x,))))


def _term(term: Expr, x: Expr) -> Expr:
    return Neg(Diff(term.arg, x)) if isinstance(term, Neg) else Diff(term, x)  # type: ignore[arg-type]


def reciprocal_of_derivative(node: Expr) -> Expr | None:
    """d/dx (1/u) taken for 1/(du/dx): 1/x² becomes 1/(2x)."""
    match node:
        case Diff(Div(c, u), x) if free_of(c, x) and not free_of(u, x):
            return Div(c, Diff(u, x))
    return None


def exponent_raised(node: Expr) -> Expr | None:
    """d/dx xⁿ taken for n xⁿ⁺¹; a negative exponent moves towards zero then."""
    match node:
        case Diff(Pow(u, Num(n)), x) if not free_of(u, x) and n not in (0, 1):
            return Mul((Num(n), Pow(u, Num(n + 1)), Diff(u, x)))
    return None


def constant_factor_vanishes(node: Expr) -> Expr | None:
    """d/dx (c u) taken for c' · du/dx = 0."""
    match node:
        case Diff(Mul(factors), x) if any(free_of(each, x) for each in factors) and not all(
            free_of(each, x) for each in factors
        ):
            return Num(0)
    return None


def constant_factor_dropped(node: Expr) -> Expr | None:
    """d/dx (c u) taken for du/dx, where u is more than x itself."""
    match node:
        case Diff(Mul(factors), x):
            moving = tuple(each for each in factors if not free_of(each, x))
            if moving and len(moving) < len(factors) and moving != (x,):
                return Diff(moving[0] if len(moving) == 1 else Mul(moving), x)
    return None


def product_of_derivatives(node: Expr) -> Expr | None:
    """d/dx (uv) taken for u'v'."""
    match node:
        case Diff(Mul(factors), x) if all(not free_of(each, x) for each in factors):
            return Mul(tuple(Diff(each, x) for each in factors))
    return None


def second_turn_missing(node: Expr) -> Expr | None:
    """d/dx (uv) taken for u'v: only the first factor is differentiated."""
    match node:
        case Diff(Mul((first, *rest) as factors), x) if all(not free_of(each, x) for each in factors):
            return Mul((Diff(first, x), *rest))
    return None


def first_turn_missing(node: Expr) -> Expr | None:
    """d/dx (uv) taken for uv': only the last factor is differentiated."""
    match node:
        case Diff(Mul((*rest, last) as factors), x) if all(not free_of(each, x) for each in factors):
            return Mul((*rest, Diff(last, x)))
    return None


def product_with_minus(node: Expr) -> Expr | None:
    """d/dx (uv) taken for u'v − uv'."""
    match node:
        case Diff(Mul((u, v)), x) if not free_of(u, x) and not free_of(v, x):
            return Add((Mul((Diff(u, x), v)), Neg(Mul((u, Diff(v, x))))))
    return None


def quotient_of_derivatives(node: Expr) -> Expr | None:
    """d/dx (u/v) taken for u'/v'."""
    match node:
        case Diff(Div(u, v), x) if not free_of(u, x) and not free_of(v, x):
            return Div(Diff(u, x), Diff(v, x))
    return None


def quotient_reversed(node: Expr) -> Expr | None:
    """d/dx (u/v) taken for (uv' − u'v)/v²."""
    match node:
        case Diff(Div(u, v), x) if not free_of(v, x):
            return Div(Add((Mul((u, Diff(v, x))), Neg(Mul((Diff(u, x), v))))), Pow(v, TWO))
    return None


def quotient_with_plus(node: Expr) -> Expr | None:
    """d/dx (u/v) taken for (u'v + uv')/v²."""
    match node:
        case Diff(Div(u, v), x) if not free_of(u, x) and not free_of(v, x):
            return Div(Add((Mul((Diff(u, x), v)), Mul((u, Diff(v, x))))), Pow(v, TWO))
    return None


def bottom_not_squared(node: Expr) -> Expr | None:
    """d/dx (u/v) taken for (u'v − uv')/v."""
    match node:
        case Diff(Div(u, v), x) if not free_of(v, x):
            return Div(Add((Mul((Diff(u, x), v)), Neg(Mul((u, Diff(v, x)))))), v)
    return None


def inner_derivative_lost(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F'(u): the factor du/dx is missing; for y(x) inside it has its own name."""
    match node:
        case Diff(f, x) if not free_of(f, x):
            parts = outer_and_inner(f, x)
            if parts is not None and not is_unknown(parts[2], x):
                outer, u, inside = parts
                return At(Diff(outer, u), u, inside)
    return None


def outer_taken_at_x(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F'(x) · du/dx: taken at x, not at the inside; for ReLU it has its own name."""
    match node:
        case Diff(f, x) if not free_of(f, x):
            parts = outer_and_inner(f, x)
            if parts is not None and not (isinstance(f, Fn) and f.name == "relu"):
                outer, u, inside = parts
                return Mul((At(Diff(outer, u), u, x), Diff(inside, x)))
    return None


def derivative_put_inside(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F'(du/dx)."""
    match node:
        case Diff(f, x) if not free_of(f, x):
            parts = outer_and_inner(f, x)
            if parts is not None:
                outer, u, inside = parts
                return At(Diff(outer, u), u, Diff(inside, x))
    return None


def inner_derivative_added(node: Expr) -> Expr | None:
    """d/dx F(u) taken for F'(u) + du/dx."""
    match node:
        case Diff(f, x) if not free_of(f, x):
            parts = outer_and_inner(f, x)
            if parts is not None:
                outer, u, inside = parts
                return Add((At(Diff(outer, u), u, inside), Diff(inside, x)))
    return None


def exponential_as_power(node: Expr) -> Expr | None:
    """d/dx aᵘ taken for u aᵘ⁻¹; the chain rule brings du/dx to it besides."""
    match node:
        case Diff(Pow(a, u), x) if free_of(a, x) and not free_of(u, x):
            return Mul((u, Pow(a, Add((u, Num(-1))))))
    return None


def base_logarithm_lost(node: Expr) -> Expr | None:
    """d/dx aˣ taken for aˣ, and d/dx log_b x for 1/x: the logarithm of the base is missing."""
    match node:
        case Diff(Pow(a, u), x) if u == x and free_of(a, x) and a != E:
            return Pow(a, u)
        case Diff(Fn("log", (u, b)), x) if u == x and free_of(b, x):
            return Div(ONE, x)
    return None


def logarithm_of_reciprocal(node: Expr) -> Expr | None:
    """d/dx ln u taken for 1/ln u · du/dx."""
    match node:
        case Diff(Fn("ln", (u,)), x) if not free_of(u, x):
            return Mul((Div(ONE, fn("ln", u)), Diff(u, x)))
    return None


def cosine_sign_lost(node: Expr) -> Expr | None:
    """d/dx cos x taken for sin x."""
    match node:
        case Diff(Fn("cos", (u,)), x) if u == x:
            return fn("sin", x)
    return None


def sine_sign_added(node: Expr) -> Expr | None:
    """d/dx sin x taken for −cos x."""
    match node:
        case Diff(Fn("sin", (u,)), x) if u == x:
            return Neg(fn("cos", x))
    return None


def root_without_half(node: Expr) -> Expr | None:
    """d/dx √x taken for 1/√x."""
    match node:
        case Diff(Root(u, Num(n)), x) if u == x and n == 2:
            return Div(ONE, Root(x, Num(n)))
    return None


def not_differentiated(node: Expr) -> Expr | None:
    """d/dx u left as u; for ReLU and softplus that mistake has a name of its own."""
    match node:
        case Diff(Fn(name) as u, x) if name not in ("relu", "softplus") and not free_of(u, x):
            return u
    return None


def differentiated_in_degrees(node: Expr) -> Expr | None:
    """d/dx sin x taken for π/180 · cos x, as for an angle in degrees."""
    match node:
        case Diff(Fn("sin" | "cos" as name, (u,)), x) if u == x:
            slope = fn("cos", x) if name == "sin" else Neg(fn("sin", x))
            return Mul((Div(PI, Num(180)), slope))
    return None


MISCONCEPTIONS = (
    Misconception("exponent-not-lowered", "power-rule",
        "You brought the exponent down but left it in place. Lower it by one as well.",
        exponent_not_lowered, "The exponent was not lowered", ("diff(x^5, x)", "5*x^5")),
    Misconception("exponent-not-in-front", "power-rule",
        "You lowered the exponent without bringing it down. The old exponent becomes a factor in front.",
        exponent_not_in_front, "The exponent is missing in front", ("diff(x^5, x)", "x^4")),
    Misconception("power-integrated", "power-rule",
        "You raised the exponent and divided by it: that is integration. To differentiate, bring the exponent down "
        "and lower it by one.",
        power_integrated, "Integrated, not differentiated", ("diff(x^5, x)", "x^6/6")),
    Misconception("constant-kept", "power-rule",
        "You kept the constant term. A constant does not change, so its derivative is 0.",
        constant_kept, "The constant term was kept", ("diff(x^2 + 7, x)", "2*x + 7"), on=(Diff, "implicit")),
    Misconception("reciprocal-of-derivative", "power-rule",
        "You differentiated the bottom and left it under the fraction line. Write one over it as a power with a "
        "negative exponent first.",
        reciprocal_of_derivative, "The bottom was differentiated on its own", ("diff(1/x^2, x)", "1/(2*x)")),
    Misconception("negative-exponent-raised", "power-rule",
        "You raised the exponent by one. Differentiating lowers it by one: $5$ becomes $4$, and $-2$ becomes $-3$.",
        exponent_raised, "The exponent was raised, not lowered", ("diff(x^(-2), x)", "-2*x^(-1)")),
    Misconception("constant-factor-vanishes", "product-rule",
        "You differentiated the constant factor as if it were a second function, and the term vanished. A constant "
        "factor stays in front.",
        constant_factor_vanishes, "The constant factor was differentiated too", ("diff(5*x^2 + x, x)", "1")),
    Misconception("constant-factor-dropped", "power-rule",
        "A constant factor has gone missing. It stays in front and multiplies the derivative.",
        constant_factor_dropped, "The constant factor is missing", ("diff(5*x^2, x)", "2*x")),
    Misconception("product-of-derivatives", "product-rule",
        "You multiplied the two derivatives. In a product each factor takes its turn: $f'g + fg'$.",
        product_of_derivatives, "The derivatives were multiplied", ("diff(x^2*sin(x), x)", "2*x*cos(x)")),
    Misconception("second-turn-missing", "product-rule",
        "You differentiated only the first factor. The others change too: add the terms where each of them takes its "
        "turn.",
        second_turn_missing, "Only the first factor took its turn", ("diff(x^2*sin(x), x)", "2*x*sin(x)")),
    Misconception("first-turn-missing", "product-rule",
        "You differentiated only the last factor. The others change too: add the terms where each of them takes its "
        "turn.",
        first_turn_missing, "Only the last factor took its turn", ("diff(x^2*sin(x), x)", "x^2*cos(x)")),
    Misconception("product-with-minus", "product-rule",
        "You subtracted the two terms. In a product they are added: $f'g + fg'$; the minus belongs to quotients.",
        product_with_minus, "A minus between the terms of a product",
        ("diff(x^2*sin(x), x)", "2*x*sin(x) - x^2*cos(x)")),
    Misconception("quotient-of-derivatives", "quotient-rule",
        "You divided the derivatives. For a quotient use $(f'g - fg')/g^2$.",
        quotient_of_derivatives, "The derivatives were divided", ("diff(sin(x)/x^2, x)", "cos(x)/(2*x)")),
    Misconception("quotient-reversed", "quotient-rule",
        "You exchanged the two terms of the numerator. The derivative of the top comes first: $f'g - fg'$.",
        quotient_reversed, "The numerator is reversed", ("diff(sin(x)/x^2, x)", "(2*x*sin(x) - x^2*cos(x))/x^4")),
    Misconception("quotient-with-plus", "quotient-rule",
        "You added in the numerator. In a quotient the second term is subtracted: $f'g - fg'$.",
        quotient_with_plus, "A plus in the numerator", ("diff(sin(x)/x^2, x)", "(x^2*cos(x) + 2*x*sin(x))/x^4")),
    Misconception("bottom-not-squared", "quotient-rule",
        "You left the bottom as it was. The whole numerator is divided by the square of the bottom.",
        bottom_not_squared, "The bottom is not squared", ("diff(sin(x)/x^2, x)", "(x^2*cos(x) - 2*x*sin(x))/x^2")),
    Misconception("inner-derivative-lost", "chain-rule",
        "You differentiated the outside. The inside changes too: multiply by its derivative.",
        inner_derivative_lost, "The inner derivative is missing", ("diff(sin(3*x), x)", "cos(3*x)")),
    Misconception("outer-taken-at-x", "chain-rule",
        "You took the outer derivative at the variable itself. Take it at the inside, and leave the inside as it is.",
        outer_taken_at_x, "The outer derivative is taken at the wrong place", ("diff(sin(3*x), x)", "3*cos(x)")),
    Misconception("derivative-put-inside", "chain-rule",
        "You put the derivative of the inside into the outside. The inside stays, and its derivative is a factor.",
        derivative_put_inside, "The inner derivative stands inside", ("diff(sin(x^2), x)", "cos(2*x)")),
    Misconception("inner-derivative-added", "chain-rule",
        "You added the derivative of the inside. It is a factor: multiply by it.",
        inner_derivative_added, "The inner derivative was added", ("diff(sin(x^2), x)", "cos(x^2) + 2*x")),
    Misconception("exponential-as-power", "derivative-exp-log",
        "You used the power rule on an exponential. The variable is in the exponent: the exponential keeps its form, "
        "times the logarithm of its base, $a^x\\ln a$.",
        exponential_as_power, "The power rule on an exponential", ("diff(2^x, x)", "x*2^(x - 1)")),
    Misconception("base-logarithm-lost", "derivative-exp-log",
        "You used the rule for base $e$. For another base its logarithm comes in: as a factor for $a^x$, under the "
        "line for $\\log_b x$.",
        base_logarithm_lost, "The logarithm of the base is missing", ("diff(2^x, x)", "2^x")),
    Misconception("one-over-logarithm", "derivative-exp-log",
        "You took one over the logarithm. The derivative of $\\ln$ is one over what stands inside it, not over the "
        "logarithm.",
        logarithm_of_reciprocal, "One over the logarithm", ("diff(ln(x), x)", "1/ln(x)")),
    Misconception("cosine-sign-lost", "derivative-trig",
        "You left out a minus sign. Cosine falls where sine is positive, so its derivative is $-\\sin x$.",
        cosine_sign_lost, "The sign of the cosine", ("diff(cos(x), x)", "sin(x)")),
    Misconception("sine-sign-added", "derivative-trig",
        "You put a minus sign too many. Sine rises where cosine is positive, so its derivative is $\\cos x$.",
        sine_sign_added, "A sign too many", ("diff(sin(x), x)", "-cos(x)")),
    Misconception("differentiated-in-degrees", "derivative-trig",
        "You differentiated as if the angle were in degrees. In calculus angles are in radians, and the factor "
        "$\\pi/180$ is not there.",
        differentiated_in_degrees, "Degrees instead of radians", ("diff(sin(x), x)", "pi/180*cos(x)")),
    Misconception("root-without-half", "power-rule",
        "You lost the factor one half. The root is the power one half, and the exponent comes down as a factor.",
        root_without_half, "The half of the root is missing", ("diff(sqrt(x), x)", "1/sqrt(x)")),
    Misconception("not-differentiated", "derivative-definition",
        "A part was copied without being differentiated. Every part that changes needs its derivative.",
        not_differentiated, "A part was not differentiated", ("diff(sin(x) + x, x)", "sin(x) + 1")),
)  # fmt: skip
