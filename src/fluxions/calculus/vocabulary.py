"""What names mean: the declared symbols of a question, the functions and operators of the language."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that a question declares; all else is standard.

    `symbols` guide implicit products (`xy` is x·y unless `xy` is declared); `functions` are names that stand
    for unknown functions (`f(x)`, `f'(x)`); `variable` is the one that a prime differentiates by.
    """

    symbols: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset({"f", "g", "h"})
    variable: str = "x"
    dependent: frozenset[str] = frozenset()  # symbols that stand for functions of the variable, as y in dy/dx
    shapes: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())

    def declaring(self, *names: str) -> Vocabulary:
        """The vocabulary with more symbols; a symbol is no longer a function."""
        new = frozenset(names)
        return Vocabulary(self.symbols | new, self.functions - new, self.variable, self.dependent, self.shapes)


STANDARD = Vocabulary()

# name in a tree -> number of arguments allowed. Other spellings are in SPELLINGS.
FUNCTIONS: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(("sin", "cos", "tan", "cot", "sec", "csc"), (1,)),
    **dict.fromkeys(("arcsin", "arccos", "arctan", "arccot", "arcsec", "arccsc"), (1,)),
    **dict.fromkeys(("sinh", "cosh", "tanh", "coth", "sech", "csch", "arsinh", "arcosh", "artanh"), (1,)),
    **dict.fromkeys(("sigmoid", "softplus", "relu", "gelu", "silu", "logit"), (1,)),
    **dict.fromkeys(("abs", "sign", "floor", "ceil", "factorial", "gamma", "erf", "erfc", "Phi", "phi"), (1,)),
    **dict.fromkeys(("Ei", "Si", "Ci", "li"), (1,)),
    **dict.fromkeys(("beta", "binomial"), (2,)),
    "ln": (1,),
    "log": (2,),  # log(x, b); log(x) is read as ln(x), log10(x) as log(x, 10)
    "min": tuple(range(1, 13)),
    "max": tuple(range(1, 13)),
}

SPELLINGS: dict[str, str] = {
    "asin": "arcsin", "acos": "arccos", "atan": "arctan", "acot": "arccot", "asec": "arcsec", "acsc": "arccsc",
    "asinh": "arsinh", "acosh": "arcosh", "atanh": "artanh", "arcsinh": "arsinh", "arccosh": "arcosh",
    "arctanh": "artanh", "tg": "tan", "ctg": "cot", "cosec": "csc", "Log": "ln", "sgn": "sign", "swish": "silu",
    "ReLU": "relu", "ceiling": "ceil", "fact": "factorial", "expit": "sigmoid", "logistic": "sigmoid",
}  # fmt: skip

# operators of the language that are not node types of their own (those are diff, at, rate, limit, int, sum):
# name -> the fewest and the most arguments
OPERATORS: dict[str, tuple[int, int]] = {
    # of several variables, and their fields
    **dict.fromkeys(("grad", "jacobian", "hessian", "div", "curl", "laplacian", "potential"), (1, 2)),
    "dirderiv": (4, 4), "chain": (3, 3), "path": (3, 3), "route": (2, 64), "parametric": (2, 3), "together": (1, 64),
    "line": (6, 6), "rise": (4, 4), **dict.fromkeys(("flux", "green", "stokes"), (6, 6)), "gauss": (7, 7),
    "cross": (2, 2),
    "conservative": (3, 3), "gathered": (4, 5),
    # of matrices
    **dict.fromkeys(("matgrad", "dot", "hadamard", "kron", "quotient", "readoff"), (2, 2)), "differential": (2, 3),
    **dict.fromkeys(("tr", "det", "logdet", "inv", "diag", "vec", "mean", "transpose"), (1, 1)),
    **dict.fromkeys(("softmax", "logsumexp"), (1, 1)), **dict.fromkeys(("norm", "ones", "zeros"), (1, 2)),
    # of integrals, densities and what is learned of a parameter
    **dict.fromkeys(("expect", "variance", "mgf", "posterior", "kl"), (3, 3)), "diverges": (2, 2),
    **dict.fromkeys(("bracket", "average", "normalise"), (4, 4)), "area": (5, 5), "entropy": (2, 2), "kernel": (2, 2),
    "over": (3, 9), "changed": (5, 5),
    **dict.fromkeys(("normal", "uniform", "betadist", "gammadist"), (2, 2)), "exponential": (1, 1),
    # of limits and series
    "sides": (2, 2), "converges": (1, 1), "convergence": (2, 2), "radius": (2, 2), "endpoints": (4, 4),
    "taylor": (4, 4), "remainder": (5, 5), "largest": (4, 4), "upto": (4, 4), "within": (5, 5), "absolute": (3, 3),
    **dict.fromkeys(("termtest", "ratiotest", "roottest", "comparison", "integraltest"), (1, 3)),
    # of extrema
    "extrema": (2, 4), **dict.fromkeys(("lagrange", "kkt"), (3, 3)),
    **dict.fromkeys(("minimum", "maximum", "saddle"), (1, 2)),
    "each": (3, 3), "branch": (4, 4), "classify": (3, 4), "kind": (4, 4), "candidates": (5, 5), "compare": (1, 1),
    "multipliers": (4, 4), "onset": (4, 4), "constrained": (4, 5), "tangential": (5, 5), "active": (4, 4),
    "allowed": (4, 4), "least": (4, 4), "definiteness": (1, 1), "convexity": (2, 2), "curvature": (2, 2),
    "shadowprice": (3, 3), "price": (4, 4),
    # of one variable, and of equations
    "solve": (2, 4), "inside": (3, 3), "inverse": (2, 4), "implicit": (3, 4), "tangent": (3, 3), "descend": (5, 5),
    "newton": (4, 4),
    "logdiff": (2, 2), "ode": (3, 6), "euler": (6, 6),
    # of differential equations
    **dict.fromkeys(("balanced", "explicit", "flow"), (3, 4)), "fitted": (4, 4), "weighted": (5, 6),
}  # fmt: skip

# words that answer a question: how a function bends, and the sign of a quadratic form
VERDICTS = frozenset({
    "convex", "concave", "neither", "indefinite", "positive_definite", "negative_definite", "positive_semidefinite",
    "negative_semidefinite",
})  # fmt: skip

GREEK = frozenset(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau upsilon phi chi psi omega "
    "Gamma Delta Theta Lambda Xi Sigma Upsilon Phi Psi Omega".split()
)
