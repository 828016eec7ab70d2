"""Mistakes in matrix calculus; X is m×n, A and B are n×n, S is symmetric.

Answers whose shapes clash are left out: they are not judged, but sent back with a change that fits.
"""

from __future__ import annotations

from random import Random

from benchmarks.diagnosis_cases.asked import Asked, Topic

DROPPED = "a transpose is dropped in the gradient"
TWO = "the factor 2 of a square is lost"
SIGN = "the sign of the residual is turned in the gradient"
ORDER = "the factors of a matrix product are exchanged"
ROW = "the gradient is given as a row"


def _factor(random: Random) -> int:
    return random.randint(2, 9)


def least_squares(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*norm(X*w - y)^2, w)", f"{2 * k}*X'*(X*w - y)", {
        TWO: f"{k}*X'*(X*w - y)", SIGN: f"{2 * k}*X'*(y - X*w)",
        ROW: f"{2 * k}*(X*w - y)'*X",
        "the derivative of the inner function is forgotten": f"{2 * k}*(X*w - y)",
        "the constant part of the residual is dropped before the chain rule": f"{2 * k}*X'*X*w",
    })  # fmt: skip


def least_squares_reversed(random: Random) -> Asked:
    k = 2 * random.randint(1, 4)
    return Asked(f"matgrad(norm(y - X*w)^2/{k}, w)", f"-2/{k}*X'*(y - X*w)", {
        "the minus sign of the inner derivative is lost": f"2/{k}*X'*(y - X*w)",
        "the factor before the squared norm is lost": "-2*X'*(y - X*w)",
    })  # fmt: skip


def ridge(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad(norm(X*w - y)^2 + {k}*norm(w)^2, w)", f"2*X'*(X*w - y) + {2 * k}*w", {
        "the factor 2 is forgotten in the penalty": f"2*X'*(X*w - y) + {k}*w",
        "the penalty is left out of the gradient": "2*X'*(X*w - y)",
        "the penalty is differentiated to its factor alone": f"2*X'*(X*w - y) + {2 * k}*norm(w)*w",
    })  # fmt: skip


def mean_square(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*norm(X*w - y)^2/m, w)", f"{2 * k}/m*X'*(X*w - y)", {
        "the sum stands for the mean": f"{2 * k}*X'*(X*w - y)", TWO: f"{k}/m*X'*(X*w - y)",
        "the mean is taken over n instead of m": f"{2 * k}/n*X'*(X*w - y)",
    })  # fmt: skip


def quadratic_form(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*x'*A*x, x)", f"{k}*(A + A')*x", {
        "a matrix is taken to be symmetric that is not": f"{2 * k}*A*x",
        "only one of the two factors is differentiated": f"{k}*A*x", ROW: f"{k}*x'*(A + A')",
    })  # fmt: skip


def centred_form(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*(x - a)'*S*(x - a), x)", f"{2 * k}*S*(x - a)", {
        TWO: f"{k}*S*(x - a)", "the shift is forgotten": f"{2 * k}*S*x",
    })  # fmt: skip


def linear_form(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*a'*A*x, x)", f"{k}*A'*a", {DROPPED: f"{k}*A*a", ROW: f"{k}*a'*A"})


def squared_product(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*(a'*x)^2, x)", f"{2 * k}*(a'*x)*a", {
        "the derivative of the inner function is forgotten": f"{2 * k}*(a'*x)",
        "the inner derivative is taken to be x": f"{2 * k}*(a'*x)*x", TWO: f"{k}*(a'*x)*a",
    })  # fmt: skip


def length(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*norm(x), x)", f"{k}*x/norm(x)", {
        "the norm is differentiated as if it were squared": f"{2 * k}*x",
        "the gradient of the norm is not divided by the norm": f"{k}*x",
        "the gradient of the norm is divided by its square": f"{k}*x/norm(x)^2",
        "the outer derivative of the root is halved twice": f"{k}*x/(2*norm(x))",
    })  # fmt: skip


def trace(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*tr(B*A), A)", f"{k}*B'", {DROPPED: f"{k}*B", "the trace is kept in the gradient": (
        f"{k}*tr(B)"
    )})  # fmt: skip


def trace_with_a_transpose(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*tr(A'*B*A), A)", f"{k}*(B + B')*A", {
        "a matrix is taken to be symmetric that is not": f"{2 * k}*B*A", ORDER: f"{k}*A*(B + B')",
        "only one of the two factors is differentiated": f"{k}*B*A",
    })  # fmt: skip


def bilinear(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*a'*A*z, A)", f"{k}*a*z'", {
        "the gradient by a matrix is transposed": f"{k}*z*a'",
        "an inner product is written for an outer one": f"{k}*a'*z",
    })  # fmt: skip


def log_determinant(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*logdet(A), A)", f"{k}*inv(A)'", {
        DROPPED: f"{k}*inv(A)", "the logarithm of a determinant is differentiated as a number": f"{k}/det(A)",
        "the determinant is kept in the gradient of its logarithm": f"{k}*det(A)*inv(A)'",
    })  # fmt: skip


def determinant(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*det(A), A)", f"{k}*det(A)*inv(A)'", {
        DROPPED: f"{k}*det(A)*inv(A)", "the determinant is left out of its own gradient": f"{k}*inv(A)'",
    })  # fmt: skip


def inverse(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*a'*inv(A)*z, A)", f"-{k}*inv(A)'*a*z'*inv(A)'", {
        "the minus sign of the derivative of an inverse is lost": f"{k}*inv(A)'*a*z'*inv(A)'",
        DROPPED: f"-{k}*inv(A)*a*z'*inv(A)",
        "an inverse is differentiated like the reciprocal of a number": f"-{k}*inv(A)'*inv(A)'*a*z'",
    })  # fmt: skip


def frobenius(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*norm(X*W - Y, F)^2, W)", f"{2 * k}*X'*(X*W - Y)", {
        TWO: f"{k}*X'*(X*W - Y)",
        SIGN: f"{2 * k}*X'*(Y - X*W)",
    })  # fmt: skip


def frobenius_by_the_left(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*norm(X*W - Y, F)^2, X)", f"{2 * k}*(X*W - Y)*W'", {
        SIGN: f"{2 * k}*(Y - X*W)*W'", TWO: f"{k}*(X*W - Y)*W'",
    })  # fmt: skip


def jacobian_of_a_line(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"jacobian({k}*A*x + a, x)", f"{k}*A", {"the Jacobian is transposed": f"{k}*A'"})


def hessian_of_a_form(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"hessian({k}*x'*A*x, x)", f"{k}*(A + A')", {
        "a matrix is taken to be symmetric that is not": f"{2 * k}*A",
        "the coefficients of a quadratic form are copied into the Hessian": f"{k}*A",
    })  # fmt: skip


def hessian_of_least_squares(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"hessian({k}*norm(X*w - y)^2, w)", f"{2 * k}*X'*X", {
        ORDER: f"{2 * k}*X*X'", TWO: f"{k}*X'*X", "the gradient is given where the Hessian is asked": (
            f"{2 * k}*X'*(X*w - y)"
        ),
    })  # fmt: skip


def logistic_regression(random: Random) -> Asked:
    k = _factor(random)
    return Asked(f"matgrad({k}*(sum(softplus(X*w)) - y'*X*w), w)", f"{k}*X'*(sigmoid(X*w) - y)", {
        SIGN: f"{k}*X'*(y - sigmoid(X*w))",
        "the sigmoid is forgotten and the score stands for the probability": f"{k}*X'*(X*w - y)",
        "the derivative of the inner function is forgotten": f"{k}*(sigmoid(X*w) - y)",
    })  # fmt: skip


def bell(random: Random) -> Asked:
    k = random.choice([2, 4, 6])
    return Asked(f"matgrad(exp(-x'*x/{k}), x)", f"-2/{k}*exp(-x'*x/{k})*x", {
        "the minus sign of the inner derivative is lost": f"2/{k}*exp(-x'*x/{k})*x",
        "the derivative of the inner function is forgotten": f"exp(-x'*x/{k})",
        "the exponential is dropped and only the inner derivative is kept": f"-2/{k}*x",
    })  # fmt: skip


TOPIC = Topic("matrix calculus", (
    least_squares, least_squares_reversed, ridge, mean_square, quadratic_form, centred_form, linear_form,
    squared_product, length, trace, trace_with_a_transpose, bilinear, log_determinant, determinant, inverse, frobenius,
    frobenius_by_the_left, jacobian_of_a_line, hessian_of_a_form, hessian_of_least_squares, logistic_regression, bell,
), matrices=True)  # fmt: skip
