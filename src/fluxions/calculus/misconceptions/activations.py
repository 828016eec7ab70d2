"""Wrong rules for the derivatives of sigmoid, tanh, ReLU and softplus."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Misconception
from fluxions.calculus.expr import ONE, TWO, Add, Diff, Expr, Fn, Mul, Neg, Pow, Sym, fn
from fluxions.calculus.trees import free_of


def one_minus_input(node: Expr) -> Expr | None:
    """σ'(u) taken for σ(u)(1 − u)."""
    match node:
        case Diff(Fn("sigmoid", (u,)), x) if u == x:
            return Mul((fn("sigmoid", x), ONE - x))
    return None


def input_for_output(node: Expr) -> Expr | None:
    """σ'(x) taken for x(1 − x), and tanh'(x) for 1 − x²: the input in the place of the output."""
    match node:
        case Diff(Fn("sigmoid", (u,)), x) if u == x:
            return Mul((x, ONE - x))
        case Diff(Fn("tanh", (u,)), x) if u == x:
            return Add((ONE, Neg(Pow(x, TWO))))
    return None


def tanh_like_sigmoid(node: Expr) -> Expr | None:
    """tanh'(x) taken for tanh x (1 − tanh x)."""
    match node:
        case Diff(Fn("tanh", (u,)), x) if u == x:
            return Mul((fn("tanh", x), ONE - fn("tanh", x)))
    return None


def sigmoid_like_tanh(node: Expr) -> Expr | None:
    """σ'(x) taken for 1 − σ(x)²."""
    match node:
        case Diff(Fn("sigmoid", (u,)), x) if u == x:
            return ONE - Pow(fn("sigmoid", x), TWO)
    return None


def tanh_not_squared(node: Expr) -> Expr | None:
    """tanh'(x) taken for 1 − tanh x."""
    match node:
        case Diff(Fn("tanh", (u,)), x) if u == x:
            return ONE - fn("tanh", x)
    return None


def softplus_kept(node: Expr) -> Expr | None:
    """softplus'(u) taken for softplus(u)."""
    match node:
        case Diff(Fn("softplus", (u,)) as f, x) if not free_of(u, x):
            return f
    return None


def step_of_output(node: Expr) -> Expr | None:
    """relu'(u) taken for max(0, 1) = 1 everywhere."""
    match node:
        case Diff(Fn("relu", (u,)), x) if u == x:
            return ONE
    return None


def size_slope_one(node: Expr) -> Expr | None:
    """d/dx |u| taken for du/dx."""
    match node:
        case Diff(Fn("abs", (u,)), x) if not free_of(u, x):
            return Diff(u, x)
    return None


def density_for_distribution(node: Expr) -> Expr | None:
    """u Φ(v) differentiated with φ in the place of Φ in both terms: u' φ(v) + u φ(v) v'; GELU is u Φ(u)."""
    match node:
        case Diff(Fn("gelu", (u,)), x) if not free_of(u, x):
            return _turns(u, u, x)
        case Diff(Mul(factors), x):
            gates = [each for each in factors if isinstance(each, Fn) and each.name == "Phi" and not free_of(each, x)]
            rest = tuple(each for each in factors if each not in gates)
            if len(gates) == 1 and not all(free_of(each, x) for each in rest):
                return _turns(rest[0] if len(rest) == 1 else Mul(rest), gates[0].args[0], x)
    return None


def _turns(u: Expr, v: Expr, x: Sym) -> Expr:
    density = fn("phi", v)
    return Add((Mul((Diff(u, x), density)), Mul((u, density, Diff(v, x)))))


SKILL, RELU, SMOOTH = "derivative-sigmoid-tanh", "derivative-relu-family", "derivative-smooth-activations"
MISCONCEPTIONS = (
    Misconception("one-minus-input", SKILL,
        "You wrote one minus the input. The slope of the sigmoid is its output times one minus its output: "
        "$\\sigma(1-\\sigma)$.",
        one_minus_input, "One minus the input", ("diff(sigmoid(x), x)", "sigmoid(x)*(1 - x)")),
    Misconception("input-for-output", SKILL,
        "You used the input where the output belongs. The slope is written with the value of the activation itself.",
        input_for_output, "The input in the place of the output", ("diff(sigmoid(x), x)", "x*(1 - x)")),
    Misconception("tanh-like-sigmoid", SKILL,
        "You used the sigmoid's formula for tanh. For tanh the slope is $1-\\tanh^2$.",
        tanh_like_sigmoid, "The sigmoid's formula for tanh", ("diff(tanh(x), x)", "tanh(x)*(1 - tanh(x))")),
    Misconception("sigmoid-like-tanh", SKILL,
        "You used the formula of tanh for the sigmoid. For the sigmoid the slope is $\\sigma(1-\\sigma)$.",
        sigmoid_like_tanh, "The formula of tanh for the sigmoid", ("diff(sigmoid(x), x)", "1 - sigmoid(x)^2")),
    Misconception("tanh-not-squared", SKILL,
        "The square is missing. The slope of tanh is one minus its square.",
        tanh_not_squared, "The square is missing", ("diff(tanh(x), x)", "1 - tanh(x)")),
    Misconception("slope-one-everywhere", RELU,
        "You gave slope 1 everywhere. ReLU has slope 1 only where its input is positive; where it is negative the "
        "slope is 0.",
        step_of_output, "Slope one everywhere", ("diff(relu(x) + x^2, x)", "1 + 2x")),
    Misconception("absolute-slope-one", "derivative-regression-losses",
        "You dropped the absolute value. The derivative of the inside keeps its sign where the inside is positive and "
        "turns it where the inside is negative.",
        size_slope_one, "The sign is missing", ("diff(abs(2x - 1), x)", "2")),
    Misconception("density-for-distribution", SMOOTH,
        "You put the density $\\varphi$ where the distribution function $\\Phi$ belongs. Only the differentiated "
        "factor becomes $\\varphi$.",
        density_for_distribution, "The density in the place of the distribution",
        ("diff(gelu(x), x)", "phi(x) + x*phi(x)")),
    Misconception("activation-copied", SMOOTH,
        "You copied the activation. Its slope is another function: the sigmoid.",
        softplus_kept, "The activation was copied", ("diff(softplus(x), x)", "softplus(x)")),
)  # fmt: skip
