"""Mistakes in functions of several variables."""

from __future__ import annotations

from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic, signed

SWAPPED = "the partial derivatives stand in the wrong order"
LENGTH = "the direction is not divided by its length"
PATH = "in the chain rule one of the paths is left out"
MIXED = "the mixed second derivatives are taken to be 0"
SUMMED = "the partial derivatives are added to one number"


def gradient(random: Random) -> Asked:
    a, b = random.randint(2, 7), random.randint(2, 7)
    fx, fy = f"{2 * a}x*y", f"{a}x^2 - {2 * b}y"
    return Asked(f"grad({a}x^2*y - {b}y^2, [x, y])", f"[{fx}, {fy}]", {
        SWAPPED: f"[{fy}, {fx}]", SUMMED: f"{fx} + {fy}",
        "a term without the variable is kept in the partial derivative": f"[{fx} - {b}y^2, {fy}]",
        "the other variable is differentiated as well": f"[{2 * a}x, {2 * a}x - {2 * b}y]",
        "the other variable is dropped like a constant term": f"[{2 * a}x, -{2 * b}y]",
    })  # fmt: skip


def gradient_of_a_power(random: Random) -> Asked:
    n, a = random.randint(3, 5), random.randint(2, 6)
    u = f"(x + {a}y)"
    return Asked(f"grad({u}^{n}, [x, y])", f"[{n}{u}^{n - 1}, {n * a}{u}^{n - 1}]", {
        "the derivative of the inner function is forgotten": f"[{n}{u}^{n - 1}, {n}{u}^{n - 1}]",
        "a power of a sum is taken term by term": f"[{n}x^{n - 1}, {n * a**n}y^{n - 1}]",
    })  # fmt: skip


def gradient_of_an_exponential(random: Random) -> Asked:
    a = random.randint(2, 6)
    e = f"e^({a}x*y)"
    return Asked(f"grad({e}, [x, y])", f"[{a}y {e}, {a}x {e}]", {
        "the derivative of the inner function is forgotten": f"[{e}, {e}]", SWAPPED: f"[{a}x {e}, {a}y {e}]",
        "of the inner function only the number is kept": f"[{a} {e}, {a} {e}]",
    })  # fmt: skip


def partial_in_three(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"grad({a}x*y*z + z^2, [x, y, z])", f"[{a}y*z, {a}x*z, {a}x*y + 2z]", {
        "a term without the variable is kept in the partial derivative": f"[{a}y*z + z^2, {a}x*z + z^2, {a}x*y + 2z]",
        "the constant factor is lost in the partial derivative": "[y*z, x*z, x*y + 2z]",
    })  # fmt: skip


def slope(random: Random) -> Asked:
    p, q = random.randint(1, 4), random.randint(1, 4)
    u, v, n = random.choice([(3, 4, 5), (4, 3, 5), (5, 12, 13), (6, 8, 10), (8, 6, 10)])
    fx, fy = 2 * p * q, p * p
    return Asked(f"dirderiv(x^2*y, [x, y], [{p}, {q}], [{u}, {v}])", f"{fx * u + fy * v}/{n}", {
        LENGTH: f"{fx * u + fy * v}", "the gradient is given where a slope in a direction is asked": f"[{fx}, {fy}]",
        "the direction is divided by its squared length": f"{fx * u + fy * v}/{n * n}",
        "the length of the gradient is taken for the slope in a direction": f"sqrt({fx * fx + fy * fy})",
        "the direction is divided by the sum of its entries": f"{fx * u + fy * v}/{u + v}",
        "the products of the entries are not added": f"[{fx * u}/{n}, {fy * v}/{n}]",
    })  # fmt: skip


def slope_along_a_diagonal(random: Random) -> Asked:
    a, p, q = random.randint(2, 5), random.randint(1, 4), random.randint(1, 4)
    return Asked(f"dirderiv(x*y + {a}x, [x, y], [{p}, {q}], [1, 1])", f"{q + a + p}/sqrt(2)", {
        LENGTH: f"{q + a + p}", "the direction is divided by its squared length": f"{q + a + p}/2",
        "the function is evaluated where its slope is asked": f"{p * q + a * p}",
    })  # fmt: skip


def chain(random: Random) -> Asked:
    a, b = random.randint(2, 5), random.randint(2, 4)
    return Asked(f"chain(x^2*y, [x = {a}t, y = t^{b}], t)", f"{a * a * (b + 2)}t^{b + 1}", {
        PATH: f"{2 * a * a}t^{b + 1}", "in the chain rule the inner derivatives are left out": (
            f"{2 * a}t^{b + 1} + {a * a}t^2"
        ),
        "in the chain rule the paths are multiplied instead of added": f"{2 * a * a}t^{b + 1} * {a * a * b}t^{b + 1}",
        "in the chain rule the inner derivatives are exchanged": f"{2 * a}t^{b + 1} * {b}t^{b - 1} + {a * a}t^2 * {a}",
    })  # fmt: skip


def chain_of_waves(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"chain(x*y, [x = cos(t), y = sin({a}t)], t)", f"-sin(t) sin({a}t) + {a} cos(t) cos({a}t)", {
        PATH: random.choice((f"-sin(t) sin({a}t)", f"{a} cos(t) cos({a}t)")),
        "the derivative of the cosine is taken without its minus sign": f"sin(t) sin({a}t) + {a} cos(t) cos({a}t)",
        "the derivative of the inner function is forgotten": f"-sin(t) sin({a}t) + cos(t) cos({a}t)",
        "the product of the derivatives is taken for the derivative of the product": f"-{a} sin(t) cos({a}t)",
    })  # fmt: skip


def jacobian(random: Random) -> Asked:
    a, b = random.randint(2, 6), random.randint(2, 6)
    return Asked(f"jacobian([x^2 + {a}y, {b}x*y], [x, y])", f"[[2x, {a}], [{b}y, {b}x]]", {
        "the Jacobian is transposed": f"[[2x, {b}y], [{a}, {b}x]]",
        "only the diagonal of the Jacobian is filled": f"[[2x, 0], [0, {b}x]]",
        "in one row the partial derivatives are exchanged": f"[[2x, {a}], [{b}x, {b}y]]",
    })  # fmt: skip


def jacobian_of_three(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"jacobian([{a}x, x*y, y^2], [x, y])", f"[[{a}, 0], [y, x], [0, 2y]]", {
        "the Jacobian is transposed": f"[[{a}, y, 0], [0, x, 2y]]",
        "a term without the variable is kept in the partial derivative": f"[[{a}, {a}x], [y, x], [y^2, 2y]]",
    })  # fmt: skip


def determinant(random: Random) -> Asked:
    a, b = random.randint(2, 6), random.randint(2, 6)
    return Asked(f"det(jacobian([{a}u + v, u - {b}v], [u, v]))", f"-{a * b + 1}", {
        "the products of a determinant are added": f"{1 - a * b}",
        "the products of a determinant are subtracted in the wrong order": f"{a * b + 1}",
    })  # fmt: skip


def hessian(random: Random) -> Asked:
    a, b = random.randint(2, 5), random.randint(2, 5)
    return Asked(f"hessian(x^3 + {a}x^2*y - {b}y^2, [x, y])", f"[[6x + {2 * a}y, {2 * a}x], [{2 * a}x, -{2 * b}]]", {
        MIXED: f"[[6x + {2 * a}y, 0], [0, -{2 * b}]]",
        "the gradient is given where the Hessian is asked": f"[3x^2 + {2 * a}x*y, {a}x^2 - {2 * b}y]",
        "the second derivatives stand in the wrong corners": f"[[-{2 * b}, {2 * a}x], [{2 * a}x, 6x + {2 * a}y]]",
        "the diagonal and the mixed derivatives are exchanged": (
            f"[[{2 * a}x, 6x + {2 * a}y], [-{2 * b}, {2 * a}x]]"
        ),
    })  # fmt: skip


def hessian_of_a_form(random: Random) -> Asked:
    a, b, c = (random.randint(2, 6) for _ in range(3))
    return Asked(f"hessian({a}x^2 + {b}x*y + {c}y^2, [x, y])", f"[[{2 * a}, {b}], [{b}, {2 * c}]]", {
        "the coefficients of a quadratic form are copied into the Hessian": f"[[{a}, {b}], [{b}, {c}]]",
        "the mixed coefficient of a quadratic form is doubled in the Hessian": (
            f"[[{2 * a}, {2 * b}], [{2 * b}, {2 * c}]]"
        ),
        MIXED: f"[[{2 * a}, 0], [0, {2 * c}]]",
    })  # fmt: skip


def mixed(random: Random) -> Asked:
    a, n = random.randint(2, 5), random.randint(2, 4)
    return Asked(f"diff(diff({a}x^{n}*y^3, x), y)", f"{3 * a * n}x^{n - 1}*y^2", {
        "a mixed derivative is taken twice by the same variable": f"{a * n * (n - 1)}x^{n - 2}*y^3",
        "a mixed derivative is taken as the sum of the two partial ones": f"{a * n}x^{n - 1}*y^3 + {3 * a}x^{n}*y^2",
        "only the first of two derivatives is taken": f"{a * n}x^{n - 1}*y^3",
    })  # fmt: skip


def tangent_plane(random: Random) -> Asked:
    p, q, a = random.randint(1, 4), random.randint(1, 4), random.randint(2, 5)
    fx = 2 * p
    return Asked(f"tangent(x^2 + {a}y^2, [x, y], [{p}, {q}])", f"{fx}x + {2 * a * q}y - {p * p + a * q * q}", {
        "the tangent plane is not shifted to its point": f"{p * p + a * q * q} + {fx}x + {2 * a * q}y",
        "the height at the point is left out of the tangent plane": f"{fx}(x - {p}) + {2 * a * q}(y - {q})",
        "the partial derivatives are not evaluated at the point": (
            f"{p * p + a * q * q} + 2x(x - {p}) + {2 * a}y(y - {q})"
        ),
        SWAPPED: f"{p * p + a * q * q} + {2 * a * q}(x - {p}) + {fx}(y - {q})",
    })  # fmt: skip


def taylor(random: Random) -> Asked:
    a, b = random.sample(range(2, 6), 2)
    linear = f"1 + {a}x + {b}y"
    task = f"taylor(e^({a}x + {b}y), [x, y], [0, 0], 2)"
    return Asked(task, f"{linear} + {a * a}x^2/2 + {a * b}x*y + {b * b}y^2/2", {
        "the factor one half of the second-order terms is forgotten": (
            f"{linear} + {a * a}x^2 + {2 * a * b}x*y + {b * b}y^2"
        ),
        "the mixed term is counted once instead of twice": f"{linear} + {a * a}x^2/2 + {a * b}x*y/2 + {b * b}y^2/2",
        "the mixed term is left out": f"{linear} + {a * a}x^2/2 + {b * b}y^2/2",
        "a Taylor polynomial ends one term too early": linear,
    })  # fmt: skip


def at_a_point(random: Random) -> Asked:
    a, p, q = random.randint(2, 5), random.randint(1, 4), random.randint(1, 4)
    r = p + q
    return Asked(f"at(grad(x^2 + {a}x*y, [x, y]), [x, y], [{p}, {r}])", f"[{2 * p + a * r}, {a * p}]", {
        "the gradient is left as a formula and not evaluated": f"[2x + {a}y, {a}x]",
        "the values of the two variables are exchanged": f"[{2 * r + a * p}, {a * r}]",
        SUMMED: f"{2 * p + a * r + a * p}",
    })  # fmt: skip


def implicit(random: Random) -> Asked:
    a = random.randint(2, 6)
    return Asked(f"implicit(x^2 + {a}x*y + y^3 = 10, y, x)", f"-(2x + {a}y)/({a}x + 3y^2)", {
        "the minus sign of the implicit slope is lost": f"(2x + {a}y)/({a}x + 3y^2)",
        "the implicit slope is turned over": f"-({a}x + 3y^2)/(2x + {a}y)",
        "y is held constant in a product with x": f"-(2x + {a}y)/(3y^2)",
    })  # fmt: skip


def least_squares(random: Random) -> Asked:
    a, b = random.randint(2, 6), random.randint(-6, 6) or 2
    r = f"({a}w + b {signed(b)})"
    return Asked(f"grad({r}^2, [w, b])", f"[{2 * a}{r}, 2{r}]", {
        "the derivative of the inner function is forgotten": f"[2{r}, 2{r}]",
        "the exponent 2 is not brought down": f"[{a}{r}, {r}]", SWAPPED: f"[2{r}, {2 * a}{r}]",
    })  # fmt: skip


TOPIC = Topic("several variables", (
    gradient, gradient_of_a_power, gradient_of_an_exponential, partial_in_three, slope, slope_along_a_diagonal, chain,
    chain_of_waves, jacobian, jacobian_of_three, determinant, hessian, hessian_of_a_form, mixed, tangent_plane, taylor,
    at_a_point, implicit, least_squares,
))  # fmt: skip
