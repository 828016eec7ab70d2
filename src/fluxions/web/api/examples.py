"""Tasks to try, by what they are about; a test works each of them out."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Example:
    """A task, and the sizes of its vectors and matrices."""

    task: str
    sizes: str = ""

    @property
    def query(self) -> str:
        """The end of the address at which it is worked out."""
        return urlencode({"task": self.task} | ({"sizes": self.sizes} if self.sizes else {}))


@dataclass(frozen=True, slots=True)
class Examples:
    """A subject and a few tasks of it."""

    title: str
    tasks: tuple[Example, ...]


def _about(title: str, *tasks: str) -> Examples:
    return Examples(title, tuple(map(Example, tasks)))


EXAMPLES = (
    _about(
        "Derivatives",
        "diff(x^2 sin(3x), x)", "diff(x^x, x)", "diff(arcsin(2x), x)", "diff(abs(x - 2), x)",
        "implicit(x^2 + x y + y^2 = 7, y, x)", "tangent(sqrt(x), x, 4)",
    ),
    _about(
        "Limits",
        "limit((sqrt(9 + h) - 3)/h, h, 0)", "limit((1 - cos(x))/x^2, x, 0)", "limit(x ln(x), x, 0, +)",
        "limit(abs(x)/x, x, 0)", "limit((1 + 2/n)^n, n, inf)",
    ),
    _about(
        "Integrals",
        "int(x^2 ln(x), x)", "int(e^x cos(x), x)", "int(1/(x^2 - 1), x)", "int(sqrt(9 - x^2), x)", "int(sin(x)^2, x)",
    ),
    _about(
        "Definite and improper",
        "int(x e^x, x, 0, 1)", "int(x e^(-x^2), x, 0, 1)", "int(1/x^2, x, 1, inf)", "int(ln(x), x, 0, 1)",
        "int(e^(-x^2), x, -inf, inf)", "diff(int(e^(-t^2), t, 0, x^2), x)",
    ),
    _about(
        "Double and triple",
        "int(exp(x^2), [x, y, 1], [y, 0, 1])", "over(x^2 + y^2, [x, y], x^2 + y^2 <= 4)",
        "over(1, [x, y, z], x^2 + y^2 + z^2 <= 1)",
    ),
    _about(
        "Series",
        "taylor(exp(sin(x)), x, 0, 4)", "remainder(exp(x), x, 0, 2, 1)", "sum(1/(n(n + 2)), n, 1, inf)",
        "converges(sum((-1)^n/n, n, 1, inf))", "convergence(sum((x - 2)^n/(n 3^n), n, 1, inf), x)",
    ),
    _about(
        "Differential equations",
        "ode(y' = x y, y, x, y(0) = 3)", "ode(x y' + y = x^2, y, x, y(1) = 1)",
        "ode(y' = y(1 - y), y, t, y(0) = 1/2)", "euler(x + y, x, 0, 1, 1/2, 2)",
    ),
    _about(
        "Several variables",
        "grad(x^2 y + e^(y z), [x, y, z])", "hessian(x^3 y - y^2, [x, y])",
        "dirderiv(x^2 y, [x, y], [1, 2], [3, 4])", "chain(x^2 y, [x = t^2, y = sin(t)], t)",
        "tangent(x^2 + y^2, [x, y], [1, 2])", "taylor(e^x cos(y), [x, y], [0, 0], 2)",
    ),
    _about(
        "Extrema",
        "extrema(x^3 - 3x y + y^3, [x, y])", "extrema(x^3 - 3x, x, 0, 2)", "lagrange(x y, [x + y = 10], [x, y])",
        "kkt(x^2 + y^2, [x + y >= 2], [x, y])", "convexity(x^2 + x y + y^2, [x, y])",
        "descend(x^2 - 4x, x, 0, 1/4, 3)", "newton(x^2 - 2, x, 1, 3)",
    ),
    _about(
        "Vector fields",
        "div([x^2, x y, z], [x, y, z])", "curl([x y, y z, z x], [x, y, z])", "potential([2x y, x^2 + 1], [x, y])",
        "line([-y, x], [x, y], [cos(t), sin(t)], t, 0, 2pi)",
        "green([-y, x], [x, y], [r cos(t), r sin(t)], [r, t], [0, 1], [0, 2pi])",
        "flux([x, y, z], [x, y, z], [u, w, 1 - u - w], [u, w], [0, 1 - w], [0, 1])",
    ),
    _about(
        "Probability",
        "expect(x^2, x, exponential(3))", "variance(x, x, uniform(0, 1))", "mgf(t, x, exponential(lambda))",
        "posterior(p^7 (1 - p)^3, betadist(2, 2), p)",
    ),
    Examples(
        "Matrix calculus",
        (
            Example("matgrad(norm(X w - y)^2, w)", "X: m, n; w: n; y: m"),
            Example("matgrad(x' A x, x)", "A: n, n; x: n"),
            Example("matgrad(logdet(A), A)", "A: n, n"),
            Example("hessian(sum(softplus(X w)) - y' X w, w)", "X: m, n; w: n; y: m"),
            Example("jacobian(softmax(z), z)", "z: n"),
        ),
    ),
)  # fmt: skip
