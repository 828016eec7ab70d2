"""Matrix calculus: what is mistaken, in symbols with shapes."""

from __future__ import annotations

from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

SHAPES: dict[str, tuple[str, ...]] = {
    "X": ("m", "n"), "Y": ("m", "k"), "W": ("n", "k"), "A": ("n", "n"), "B": ("n", "n"), "S": ("n", "n", "symmetric"),
    "C": ("m", "m"), "w": ("n",), "x": ("n",), "z": ("n",), "a": ("n",), "p": ("n",), "y": ("m",), "t": ("m",),
    "b": ("k",), "s": (),
}  # fmt: skip


def least_squares(random: Random) -> Asked:
    """c‖Xw − y‖²."""
    c = random.choice([1, 1, 3, 5])
    front = "" if c == 1 else f"{c}*"
    r = random.choice(["(X*w - y)", "(X w - y)"])
    return Asked(f"matgrad({front}norm(X*w - y)^2, w)", f"{2 * c}X'{r}", {
        "matrix: factor 2 lost": f"{c}X'{r}",
        "matrix: inner transpose dropped": f"{2 * c}{r}",
        "matrix: sign of the residual": f"{2 * c}X'(y - X*w)",
        "matrix: gradient as a row": f"{2 * c}{r}'X",
        "matrix: constant term kept": f"{2 * c}X'X*w",
    })  # fmt: skip


def ridge(random: Random) -> Asked:
    """‖Xw − y‖² + cs‖w‖²."""
    c = random.randint(1, 5)
    return Asked(f"matgrad(norm(X*w - y)^2 + {c}*s*norm(w)^2, w)", f"2X'(X*w - y) + {2 * c}s*w", {
        "matrix: penalty not differentiated by its 2": f"2X'(X*w - y) + {c}s*w",
        "matrix: penalty forgotten": "2X'(X*w - y)",
        "matrix: sign of the residual": f"2X'(y - X*w) + {2 * c}s*w",
        "matrix: factor 2 lost": f"X'(X*w - y) + {c}s*w",
    })  # fmt: skip


def mean_squares(random: Random) -> Asked:
    """The mean of squares."""
    c = random.choice([1, 2, 3])
    front = "" if c == 1 else f"{c}*"
    return Asked(f"matgrad({front}mean((X*w - y)^2), w)", f"{2 * c}/m*X'(X*w - y)", {
        "matrix: sum for the mean": f"{2 * c}X'(X*w - y)",
        "matrix: factor 2 lost": f"{c}/m*X'(X*w - y)",
        "matrix: divided by the other size": f"{2 * c}/n*X'(X*w - y)",
        "matrix: sign of the residual": f"{2 * c}/m*X'(y - X*w)",
    })  # fmt: skip


def quadratic(random: Random) -> Asked:
    """c x′Ax with a matrix that is not symmetric."""
    c = random.randint(1, 5)
    front = "" if c == 1 else f"{c}*"
    return Asked(f"matgrad({front}x'*A*x, x)", f"{c}(A + A')x", {
        "matrix: A taken as symmetric": f"{2 * c}A*x",
        "matrix: factor 2 lost": f"{c}A*x",
        "matrix: only the transposed half": f"{c}A'x",
    })  # fmt: skip


def symmetric(random: Random) -> Asked:
    """½c x′Sx − a′x."""
    c = random.choice([1, 3, 5])
    return Asked(f"matgrad({c}*x'*S*x - a'*x, x)", f"{2 * c}S*x - a", {
        "matrix: factor 2 lost": f"{c}S*x - a",
        "matrix: sign of the linear term": f"{2 * c}S*x + a",
    })  # fmt: skip


def bilinear(random: Random) -> Asked:
    """c a′Az by A."""
    c = random.randint(1, 6)
    front = "" if c == 1 else f"{c}*"
    return Asked(f"matgrad({front}a'*A*z, A)", f"{c}a*z'", {
        "matrix: outer product turned round": f"{c}z*a'",
        "matrix: inner for the outer product": f"{c}a'*z",
    })  # fmt: skip


def linear_form(random: Random) -> Asked:
    """c a′Ax by x."""
    c = random.randint(1, 6)
    front = "" if c == 1 else f"{c}*"
    return Asked(f"matgrad({front}a'*A*x, x)", f"{c}A'*a", {
        "matrix: inner transpose dropped": f"{c}A*a",
        "matrix: gradient as a row": f"{c}a'*A",
    })  # fmt: skip


def trace_of_product(random: Random) -> Asked:
    """c tr(AB) by A."""
    c = random.randint(1, 6)
    front = "" if c == 1 else f"{c}*"
    return Asked(f"matgrad({front}tr(A*B), A)", f"{c}B'", {
        "matrix: inner transpose dropped": f"{c}B",
        "matrix: trace kept": f"{c}tr(B)",
    })  # fmt: skip


def frobenius(random: Random) -> Asked:
    """c‖XW − Y‖² by W."""
    c = random.randint(1, 4)
    front = "" if c == 1 else f"{c}*"
    return Asked(f"matgrad({front}norm(X*W - Y, F)^2, W)", f"{2 * c}X'(X*W - Y)", {
        "matrix: factor 2 lost": f"{c}X'(X*W - Y)",
        "matrix: sign of the residual": f"{2 * c}X'(Y - X*W)",
    })  # fmt: skip


def log_determinant(random: Random) -> Asked:
    """c ln det A."""
    c = random.randint(1, 6)
    front = "" if c == 1 else f"{c}*"
    return Asked(f"matgrad({front}logdet(A), A)", f"{c}inv(A)'", {
        "matrix: inner transpose dropped": f"{c}inv(A)",
        "matrix: one over the determinant": f"{c}/det(A)",
        "matrix: determinant kept": f"{c}det(A)*inv(A)'",
    })  # fmt: skip


def of_inverse(random: Random) -> Asked:
    """c a′A⁻¹z."""
    c = random.randint(1, 4)
    front = "" if c == 1 else f"{c}*"
    return Asked(f"matgrad({front}a'*inv(A)*z, A)", f"-{c}inv(A)'*a*z'*inv(A)'", {
        "matrix: sign of the inverse's derivative": f"{c}inv(A)'*a*z'*inv(A)'",
        "matrix: inverse treated as a matrix of variables": f"{c}a*z'",
        "matrix: inner transpose dropped": f"-{c}inv(A)*a*z'*inv(A)",
        "matrix: outer product turned round": f"-{c}inv(A)'*z*a'*inv(A)'",
    })  # fmt: skip


def logistic(random: Random) -> Asked:
    """The loss of logistic regression."""
    c = random.choice([1, 2, 3])
    front = "" if c == 1 else f"{c}*"
    return Asked(f"matgrad({front}sum(softplus(X*w)) - {front}y'*X*w, w)", f"{c}X'(sigmoid(X*w) - y)", {
        "matrix: sign of the residual": f"{c}X'(y - sigmoid(X*w))",
        "matrix: inner transpose dropped": f"{c}(sigmoid(X*w) - y)",
        "matrix: activation forgotten": f"{c}X'(X*w - y)",
    })  # fmt: skip


def jacobian_of_linear(random: Random) -> Asked:
    """The Jacobian of cAx."""
    c = random.randint(1, 6)
    front = "" if c == 1 else f"{c}*"
    return Asked(f"jacobian({front}A*x, x)", f"{c}A", {
        "jacobian transposed": f"{c}A'",
    })  # fmt: skip


def hessian_of_squares(random: Random) -> Asked:
    """The Hessian of c‖Xw − y‖²."""
    c = random.randint(1, 6)
    front = "" if c == 1 else f"{c}*"
    return Asked(f"hessian({front}norm(X*w - y)^2, w)", f"{2 * c}X'*X", {
        "matrix: factor 2 lost": f"{c}X'*X",
        "matrix: order of the factors": f"{2 * c}X*X'",
    })  # fmt: skip


TOPIC = Topic("matrix calculus", (
    least_squares, ridge, mean_squares, quadratic, symmetric, bilinear, linear_form, trace_of_product, frobenius,
    log_determinant, of_inverse, logistic, jacobian_of_linear, hessian_of_squares,
), matrices=True)  # fmt: skip
