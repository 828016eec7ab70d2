"""What holds between the values of the rules: their orders, what they are exact for, honest bounds, thrift."""

import numpy as np
from fluxions_checks_lab_quadrature.integrands import (
    PARABOLAS,
    TRAPEZOIDS,
    cusp,
    drawn,
    hill,
    middles,
    plus,
    polynomial,
)

from fluxions.labs import Formula, Property
from fluxions.labs.properties import order_fault

RULES = (("midpoint", middles, 2.0), ("trapezoid", TRAPEZOIDS, 2.0), ("simpson", PARABOLAS, 4.0))
COUNTS = (16, 32, 64)


def orders_of(rule, f):
    return [abs(rule(f, 0.0, 2.0, n) - f.integral(0.0, 2.0)) for n in COUNTS]


def order_found(ask, random):
    """The error against h = 2/n for n = 16, 32, 64: orders 2, 2, 4."""
    widths = [2 / n for n in COUNTS]
    for name, reference, order in RULES:
        f = drawn(random)
        while order_fault(widths, orders_of(reference, f), order, 0.05):
            f = drawn(random)
        mine = orders_of(lambda *inputs, name=name: float(ask(name, *inputs)), f)
        if (fault := order_fault(widths, mine, order, 0.1)) is not None:
            return f"`{name}`: {fault}"
    return None


def exactness(ask, random):
    for name, degree in (("midpoint", 1), ("trapezoid", 1), ("simpson", 3)):
        f = polynomial([random.uniform(-3, 3) for _ in range(degree + 1)])
        got, want = float(ask(name, f, -1.0, 2.0, 2)), f.integral(-1.0, 2.0)
        if abs(got - want) > 1e-11 * max(1.0, abs(want)):
            return f"`{name}` gives {got:.6g} for a polynomial of degree {degree} whose integral is {want:.6g}."
    return None


def parts(ask, random):
    """∫(f + cg) = ∫f + c∫g, and the two halves of an interval make the whole."""
    for name, _, _ in RULES:
        f, g, factor = drawn(random), drawn(random), round(random.uniform(-3, 3), 1)
        whole, other = (float(ask(name, each, 0.0, 2.0, 8)) for each in (f, g))
        both = float(ask(name, plus(f, g, factor), 0.0, 2.0, 8))
        halves = sum(float(ask(name, f, a, a + 1.0, 4)) for a in (0.0, 1.0))
        if abs(both - whole - factor * other) > 1e-9:
            return f"`{name}` is not linear: {both:.6g} for f + c g, and {whole + factor * other:.6g} from its parts."
        if abs(halves - whole) > 1e-9:
            return f"`{name}` gives {halves:.6g} over two halves and {whole:.6g} over the whole."
    return None


def bounds(ask, random):
    """|value − integral| ≤ bound ≤ tol for at least 95 of 100 integrands; an estimate may miss by half."""
    beyond, tol = 0, 1e-3
    for place in range(100):
        f = drawn(random) if place % 2 else hill(random.uniform(0.3, 0.9), random.uniform(-0.9, 0.9))
        value, bound = map(float, ask("adaptive", f, -1.0, 1.0, tol))
        if not 0 <= bound <= tol:
            return f"The reported bound is {bound:.3g}; it should lie between 0 and the tolerance {tol:g}."
        beyond += abs(value - f.integral(-1.0, 1.0)) > 1.5 * bound + 1e-14
    return f"The true error is above the reported bound for {beyond} of 100 integrands." if beyond > 5 else None


def thrift(ask, random):
    """A cusp somewhere, with the tolerance 1e-7: panels must become narrow there alone."""
    f, asked, tol = cusp(round(random.uniform(0.5, 2), 2), round(random.uniform(-0.8, 0.8), 3)), [], 1e-7
    counting = Formula(f.says, lambda x: asked.append(np.size(x)) or f(x))
    found = ask("adaptive", counting, -1.0, 1.0, tol)
    where = f"For {f.says} on [−1, 1] with tol = 1e-7"
    if sum(asked) > 5000:
        return f"{where} it takes {sum(asked)} values. Only the panels near the tip need to become narrow."
    error = abs(float(found[0]) - f.integral(-1.0, 1.0))
    return f"{where} the error is {error:.2g}." if error > 5 * tol else None


PROPERTIES = (
    Property("The errors fall as h², h² and h⁴", ("midpoint", "trapezoid", "simpson"), order_found),
    Property(
        "Polynomials of degree 1, 1 and 3 are integrated exactly", ("midpoint", "trapezoid", "simpson"), exactness
    ),
    Property("The rules are linear, and halves make the whole", ("midpoint", "trapezoid", "simpson"), parts),
    Property("The true error is within the reported bound", ("adaptive",), bounds),
    Property("The adaptive rule spends its values where they are needed", ("adaptive",), thrift),
)
