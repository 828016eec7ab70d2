"""Workings of algebra and of the calculus of one variable, with the lines in which they may go wrong."""

from __future__ import annotations

from fractions import Fraction as Q
from random import Random

from benchmarks.diagnosis_cases.asked import Worked


def quadratic_by_factors(random: Random) -> Worked:
    a, b = random.sample(range(2, 9), 2)
    return Worked(
        f"solve(x^2 - {a + b}x + {a * b} = 0, x)",
        (f"x^2 - {a + b}x + {a * b} = 0", f"(x - {a})(x - {b}) = 0", f"x - {a} = 0 or x - {b} = 0",
         f"x = {a} or x = {b}"),
        {
            2: (f"(x + {a})(x + {b}) = 0", f"x = -{a} or x = -{b}"),
            4: (f"x = -{a} or x = -{b}",),
        },
    )  # fmt: skip


def quadratic_by_formula(random: Random) -> Worked:
    a, b = sorted(random.sample(range(1, 9), 2))
    s, p = a + b, a * b
    return Worked(
        f"solve(x^2 - {s}x + {p} = 0, x)",
        (f"x = ({s} ± sqrt({s * s} - {4 * p}))/2", f"x = ({s} ± sqrt({s * s - 4 * p}))/2", f"x = ({s} ± {b - a})/2",
         f"x = {b} or x = {a}"),
        {
            1: (f"x = (-{s} ± sqrt({s * s} - {4 * p}))/2", f"x = (-{s} ± {b - a})/2", f"x = -{a} or x = -{b}"),
            2: (f"x = ({s} ± sqrt({s * s + 4 * p}))/2",),
            4: (f"x = {s} + {b - a}/2 or x = {s} - {b - a}/2",),
        },
    )  # fmt: skip


def product_equal_to_a_number(random: Random) -> Worked:
    a = random.randint(1, 6)
    s, p = 2 * a + 1, a * (a + 1)
    return Worked(
        f"solve((x - {a})*(x - {a + 1}) = 2, x)",
        (f"x^2 - {s}x + {p} = 2", f"x^2 - {s}x + {p - 2} = 0", f"(x - {a - 1})(x - {a + 2}) = 0",
         f"x = {a - 1} or x = {a + 2}"),
        {
            1: (f"x - {a} = 2 or x - {a + 1} = 2", f"x = {a + 2} or x = {a + 3}"),
            2: (f"x^2 - {s}x + {p + 2} = 0",),
        },
    )  # fmt: skip


def two_squares(random: Random) -> Worked:
    a, b = random.sample(range(2, 9), 2)
    return Worked(
        f"(x + {a})^2 - (x - {b})^2",
        (f"= x^2 + {2 * a}x + {a * a} - (x^2 - {2 * b}x + {b * b})",
         f"= x^2 + {2 * a}x + {a * a} - x^2 + {2 * b}x - {b * b}", f"= {2 * a + 2 * b}x + {a * a} - {b * b}",
         f"= {2 * a + 2 * b}x + ({a * a - b * b})"),
        {
            1: (f"= x^2 + {a * a} - (x^2 + {b * b})", f"= {a * a} - {b * b}", f"= {a * a - b * b}"),
            2: (f"= x^2 + {2 * a}x + {a * a} - x^2 - {2 * b}x + {b * b}", f"= ({2 * a - 2 * b})x + {a * a + b * b}"),
        },
    )  # fmt: skip


def difference_of_fractions(random: Random) -> Worked:
    a = random.randint(2, 9)
    return Worked(
        f"1/(x - {a}) - 1/(x + {a})",
        (f"= ((x + {a}) - (x - {a}))/((x - {a})(x + {a}))", f"= (x + {a} - x + {a})/(x^2 - {a * a})",
         f"= {2 * a}/(x^2 - {a * a})"),
        {
            1: (f"= (1 - 1)/((x - {a})(x + {a}))", "= 0"), 2: (f"= (x + {a} - x - {a})/(x^2 - {a * a})", "= 0"),
            3: (f"= {2 * a}/(x - {a})^2",),
        },
    )  # fmt: skip


def product_rule(random: Random) -> Worked:
    a = random.randint(2, 7)
    return Worked(
        f"diff(x^2*sin({a}x), x)",
        (f"u = x^2, v = sin({a}x)", f"u' = 2x, v' = {a} cos({a}x)", f"f'(x) = 2x sin({a}x) + x^2 * {a} cos({a}x)",
         f"= x(2 sin({a}x) + {a}x cos({a}x))"),
        {
            2: (f"u' = 2x, v' = cos({a}x)", f"f'(x) = 2x sin({a}x) + x^2 cos({a}x)"),
            3: (f"f'(x) = 2x sin({a}x) - x^2 * {a} cos({a}x)",),
            4: (f"= x(2 sin({a}x) + {a} cos({a}x))",),
        },
    )  # fmt: skip


def quotient_rule(random: Random) -> Worked:
    a = random.randint(2, 7)
    return Worked(
        f"diff((x^2 + 1)/(x - {a}), x)",
        (f"f'(x) = (2x(x - {a}) - (x^2 + 1)*1)/(x - {a})^2", f"= (2x^2 - {2 * a}x - x^2 - 1)/(x - {a})^2",
         f"= (x^2 - {2 * a}x - 1)/(x - {a})^2"),
        {
            1: (f"f'(x) = ((x^2 + 1)*1 - 2x(x - {a}))/(x - {a})^2", f"= (-x^2 + {2 * a}x + 1)/(x - {a})^2"),
            2: (f"= (2x^2 - {2 * a}x - x^2 + 1)/(x - {a})^2", f"= (x^2 - {2 * a}x + 1)/(x - {a})^2"),
            3: (f"= (x^2 - {2 * a}x - 1)/(x^2 - {a * a})",),
        },
    )  # fmt: skip


def logarithm_of_a_root(random: Random) -> Worked:
    a = random.randint(2, 9)
    return Worked(
        f"diff(ln(sqrt(x^2 + {a})), x)",
        (f"diff(1/2 * ln(x^2 + {a}), x)", f"= 1/2 * 1/(x^2 + {a}) * 2x", f"= x/(x^2 + {a})"),
        {2: (f"= 1/2 * 1/(x^2 + {a})", f"= 1/(2x^2 + {2 * a})"), 3: (f"= 2x/(x^2 + {a})",)},
    )  # fmt: skip


def implicit(random: Random) -> Worked:
    c = random.randint(3, 20)
    return Worked(
        f"implicit(x^2 + x*y + y^2 = {c}, y, x)",
        ("2x + y + x y' + 2y y' = 0", "(x + 2y) y' = -2x - y", "y' = -(2x + y)/(x + 2y)"),
        {
            1: ("2x + y' + 2y y' = 0", "(1 + 2y) y' = -2x", "y' = -2x/(1 + 2y)"),
            2: ("(x + 2y) y' = 2x + y", "y' = (2x + y)/(x + 2y)"), 3: ("y' = -(x + 2y)/(2x + y)",),
        },
    )  # fmt: skip


def logarithmic(random: Random) -> Worked:
    a = random.randint(2, 5)
    return Worked(
        f"diff(x^({a}x), x)",
        (f"y = x^({a}x)", f"ln(y) = {a}x ln(x)", f"y'/y = {a} ln(x) + {a}", f"y' = {a}x^({a}x) (ln(x) + 1)"),
        {3: (f"y'/y = {a}/x", f"y' = {a}x^({a}x)/x"), 4: (f"y' = {a} ln(x) + {a}",)},
    )  # fmt: skip


def second_derivative(random: Random) -> Worked:
    a = random.randint(2, 6)
    e = f"e^({a}x)"
    return Worked(
        f"diff(x*{e}, x, 2)",
        (f"f'(x) = {e} + {a}x {e}", f"f''(x) = {a} {e} + {a} {e} + {a * a}x {e}", f"= {a}(2 + {a}x) {e}"),
        {
            1: (f"f'(x) = {a} {e}", f"f''(x) = {a * a} {e}"),
            2: (f"f''(x) = {a} {e} + {a * a}x {e}", f"= {a}(1 + {a}x) {e}"),
        },
    )  # fmt: skip


def substitution(random: Random) -> Worked:
    a, n = random.randint(2, 9), random.randint(2, 5)
    return Worked(
        f"int(x*(x^2 + {a})^{n}, x)",
        (f"let u = x^2 + {a}, du = 2x dx", f"1/2 ∫ u^{n} du", f"= u^{n + 1}/{2 * (n + 1)} + C",
         f"= (x^2 + {a})^{n + 1}/{2 * (n + 1)} + C"),
        {
            2: (f"∫ u^{n} du", f"= u^{n + 1}/{n + 1} + C", f"= (x^2 + {a})^{n + 1}/{n + 1} + C"),
            3: (f"= {n}u^{n - 1}/2 + C", f"= {n}(x^2 + {a})^{n - 1}/2 + C"),
        },
    )  # fmt: skip


def parts(random: Random) -> Worked:
    a = random.randint(2, 6)
    e = f"e^({a}x)"
    return Worked(
        f"int(x*{e}, x)",
        (f"u = x, dv = {e} dx", f"du = dx, v = {e}/{a}", f"= x {e}/{a} - ∫ {e}/{a} dx",
         f"= x {e}/{a} - {e}/{a * a} + C"),
        {
            2: (f"du = dx, v = {a} {e}", f"= {a}x {e} - ∫ {a} {e} dx", f"= {a}x {e} - {e} + C"),
            3: (f"= x {e}/{a} + ∫ {e}/{a} dx", f"= x {e}/{a} + {e}/{a * a} + C"),
            4: (f"= x {e}/{a} - {e}/{a} + C",),
        },
    )  # fmt: skip


def partial_fractions(random: Random) -> Worked:
    a, b = random.sample(range(1, 6), 2)
    k = a + b
    return Worked(
        f"int(1/((x - {a})(x + {b})), x)",
        (f"1/((x - {a})(x + {b})) = A/(x - {a}) + B/(x + {b})", f"1 = A(x + {b}) + B(x - {a})",
         f"A = 1/{k}, B = -1/{k}", f"∫ 1/{k} * 1/(x - {a}) - 1/{k} * 1/(x + {b}) dx",
         f"1/{k} * ln|x - {a}| - 1/{k} * ln|x + {b}| + C"),
        {
            3: (f"A = 1/{k}, B = 1/{k}", f"1/{k} * ln|x - {a}| + 1/{k} * ln|x + {b}| + C"),
            5: (f"1/{k} * ln|x - {a}| - 1/{k} * ln|x - {b}| + C",),
        },
    )  # fmt: skip


def cubed_sine(random: Random) -> Worked:
    a = random.randint(2, 6)
    return Worked(
        f"int({a} sin(x)^3, x)",
        (f"∫ {a} sin(x) (1 - cos(x)^2) dx", "t = cos(x), dt = -sin(x) dx", f"-{a} ∫ 1 - t^2 dt",
         f"-{a}t + {a}t^3/3 + C", f"-{a} cos(x) + {a} cos(x)^3/3 + C"),
        {
            1: (f"∫ {a} sin(x) (1 + cos(x)^2) dx", f"-{a} cos(x) - {a} cos(x)^3/3 + C"),
            3: (f"{a} ∫ 1 - t^2 dt", f"{a}t - {a}t^3/3 + C", f"{a} cos(x) - {a} cos(x)^3/3 + C"),
            4: (f"-{a}t - {a}t^3/3 + C", f"-{a} cos(x) - {a} cos(x)^3/3 + C"),
        },
    )  # fmt: skip


def divided_out(random: Random) -> Worked:
    a = random.randint(2, 6)
    return Worked(
        f"int((x + {a})^2/x, x)",
        (f"∫ (x^2 + {2 * a}x + {a * a})/x dx", f"= ∫ x + {2 * a} + {a * a}/x dx",
         f"= x^2/2 + {2 * a}x + {a * a} ln|x| + C"),
        {
            1: (f"∫ (x^2 + {a * a})/x dx", f"= ∫ x + {a * a}/x dx", f"= x^2/2 + {a * a} ln|x| + C"),
            2: (f"= ∫ x + {2 * a}x + {a * a} dx",), 3: (f"= x^2/2 + {2 * a}x - {a * a}/x^2 + C",),
        },
    )  # fmt: skip


def between(random: Random) -> Worked:
    b = random.randint(2, 5)
    top = b**3 + b * b
    return Worked(
        f"int(3x^2 + 2x, x, 1, {b})",
        (f"[x^3 + x^2]_1^{b}", f"= ({b**3} + {b * b}) - (1 + 1)", f"= {top - 2}"),
        {
            1: (f"[3x^3 + 2x^2]_1^{b}", f"= ({3 * b**3} + {2 * b * b}) - (3 + 2)", f"= {3 * b**3 + 2 * b * b - 5}"),
            2: (f"= ({b**3} + {b * b}) + (1 + 1)", f"= {top + 2}"), 3: (f"= {top - 1}",),
        },
    )  # fmt: skip


def changed_bounds(random: Random) -> Worked:
    b = random.randint(1, 3)
    top = b * b + 1
    return Worked(
        f"int(x*(x^2 + 1)^2, x, 0, {b})",
        ("u = x^2 + 1, du = 2x dx", f"1/2 ∫_1^{top} u^2 du", f"[u^3/6]_1^{top}", f"= {top**3}/6 - 1/6",
         f"= {Q(top**3 - 1, 6)}"),
        {
            2: (f"1/2 ∫_0^{b} u^2 du", f"[u^3/6]_0^{b}", f"= {Q(b**3, 6)}"),
            3: (f"[u^3/3]_1^{top}", f"= {Q(top**3 - 1, 3)}"), 4: (f"= {top**3}/6", f"= {Q(top**3, 6)}"),
        },
    )  # fmt: skip


def parts_between(random: Random) -> Worked:
    k = random.randint(2, 6)
    return Worked(
        f"int({k}x*cos(x), x, 0, pi/2)",
        (f"[{k}x sin(x)]_0^(pi/2) - ∫_0^(pi/2) {k} sin(x) dx", f"= {k}pi/2 - {k}[-cos(x)]_0^(pi/2)",
         f"= {k}pi/2 - {k}"),
        {
            1: (f"[{k}x sin(x)]_0^(pi/2) + ∫_0^(pi/2) {k} sin(x) dx", f"= {k}pi/2 + {k}"),
            2: (f"= {k}pi/2 - {k}[cos(x)]_0^(pi/2)", f"= {k}pi/2 + {k}"), 3: (f"= {k}pi/2",),
        },
    )  # fmt: skip


def improper(random: Random) -> Worked:
    a = random.randint(2, 8)
    return Worked(
        f"int(e^(-{a}x), x, 0, inf)",
        (f"lim_(b -> inf) ∫_0^b e^(-{a}x) dx", f"= lim_(b -> inf) (-e^(-{a}b)/{a} + 1/{a})", f"= 0 + 1/{a}",
         f"= 1/{a}"),
        {
            2: (f"= lim_(b -> inf) (-e^(-{a}b)/{a} - 1/{a})", f"= -1/{a}"),
            3: ("= 0 + 0", "= 0"),
        },
    )  # fmt: skip


def area(random: Random) -> Worked:
    a = random.randint(2, 6)
    return Worked(
        f"area({a}x, x^2, x, 0, {a})",
        (f"∫_0^{a} ({a}x - x^2) dx", f"[{a}x^2/2 - x^3/3]_0^{a}", f"= {Q(a**3, 2)} - {Q(a**3, 3)}", f"= {Q(a**3, 6)}"),
        {
            1: (f"∫_0^{a} ({a}x + x^2) dx", f"= {Q(a**3, 2)} + {Q(a**3, 3)}", f"= {Q(5 * a**3, 6)}"),
            2: (f"[{a}x^2 - x^3/3]_0^{a}", f"= {a**3} - {Q(a**3, 3)}", f"= {Q(2 * a**3, 3)}"),
        },
    )  # fmt: skip


ALGEBRA = (
    quadratic_by_factors, quadratic_by_formula, product_equal_to_a_number, two_squares, difference_of_fractions,
)  # fmt: skip
DIFFERENTIATION = (product_rule, quotient_rule, logarithm_of_a_root, implicit, logarithmic, second_derivative)
INTEGRATION = (substitution, parts, partial_fractions, cubed_sine, divided_out)
DEFINITE = (between, changed_bounds, parts_between, improper, area)
