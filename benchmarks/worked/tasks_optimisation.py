"""Tasks of optimisation with their answers, worked by hand."""

from __future__ import annotations

TASKS: tuple[tuple[str, str], ...] = (
    # one variable
    ("extrema(x^3 - 3x, x)", "{maximum(-1, 2), minimum(1, -2)}"),
    ("extrema(x^4 - 2x^2, x)", "{minimum(-1, -1), maximum(0, 0), minimum(1, -1)}"),
    ("extrema(x*exp(-x), x)", "{maximum(1, exp(-1))}"),
    ("extrema(ln(x)/x, x)", "{maximum(e, 1/e)}"),
    ("extrema(x^2*exp(-x), x)", "{minimum(0, 0), maximum(2, 4exp(-2))}"),
    ("extrema(x + 4/x, x)", "{maximum(-2, -4), minimum(2, 4)}"),
    ("extrema(x^4, x)", "{minimum(0, 0)}"),
    ("extrema(x^3, x)", "{saddle(0, 0)}"),
    ("extrema(exp(x) + exp(-x), x)", "{minimum(0, 2)}"),
    ("extrema(x^3 - 3x, x, 0, 2)", "{minimum(1, -2), maximum(2, 2)}"),
    ("extrema(x^2 - 4x, x, 0, 3)", "{maximum(0, 0), minimum(2, -4)}"),
    ("extrema(x^2*exp(-x), x, 0, 3)", "{minimum(0, 0), maximum(2, 4exp(-2))}"),
    ("extrema(x/(1 + x^2), x, 0, 2)", "{minimum(0, 0), maximum(1, 1/2)}"),
    # several variables
    ("extrema(x^2 + 2y^2 - 2x + 4y, [x, y])", "{minimum([1, -1], -3)}"),
    ("extrema(x^3 - 3x*y + y^3, [x, y])", "{saddle([0, 0], 0), minimum([1, 1], -1)}"),
    ("extrema(x*y, [x, y])", "{saddle([0, 0], 0)}"),
    (
        "extrema(x*y*(3 - x - y), [x, y])",
        "{saddle([0, 0], 0), saddle([3, 0], 0), saddle([0, 3], 0), maximum([1, 1], 1)}",
    ),
    ("extrema(x^4 + y^4 - 4x*y + 1, [x, y])", "{saddle([0, 0], 1), minimum([1, 1], -1), minimum([-1, -1], -1)}"),
    (
        "extrema(2x^3 + x*y^2 + 5x^2 + y^2, [x, y])",
        "{minimum([0, 0], 0), maximum([-5/3, 0], 125/27), saddle([-1, 2], 3), saddle([-1, -2], 3)}",
    ),
    ("extrema(exp(-x^2 - y^2), [x, y])", "{maximum([0, 0], 1)}"),
    (
        "extrema(x*exp(-x^2 - y^2), [x, y])",
        "{maximum([sqrt(2)/2, 0], sqrt(2)/2*exp(-1/2)), minimum([-sqrt(2)/2, 0], -sqrt(2)/2*exp(-1/2))}",
    ),
    ("extrema(ln(1 + x^2 + y^2), [x, y])", "{minimum([0, 0], 0)}"),
    ("extrema(x*y + 1/x + 8/y, [x, y])", "{minimum([1/2, 4], 6)}"),
    ("extrema(x^4 + y^4, [x, y])", "{minimum([0, 0], 0)}"),
    ("extrema(x^3 - 3x*y^2, [x, y])", "{saddle([0, 0], 0)}"),
    ("extrema((y - x^2)*(y - 2x^2), [x, y])", "{saddle([0, 0], 0)}"),
    ("extrema(x^2 + y^2 + z^2 - x*y + 3z, [x, y, z])", "{minimum([0, 0, -3/2], -9/4)}"),
    ("extrema(y*exp(x) - 3x - y + 5, [x, y])", "{saddle([0, 3], 5)}"),
    # systems
    ("solve([x + y = 3, x - y = 1], [x, y])", "{[2, 1]}"),
    ("solve([x*y = 2, x + y = 3], [x, y])", "{[2, 1], [1, 2]}"),
    ("solve([x^2 + y^2 = 25, x + y = 7], [x, y])", "{[3, 4], [4, 3]}"),
    ("solve([x^2 + y^2 = 5, x^2 - y^2 = 3], [x, y])", "{[2, 1], [2, -1], [-2, 1], [-2, -1]}"),
    ("solve([x + 2y - z = 1, 2x - y + z = 3, x + y + z = 6], [x, y, z])", "{[5/7, 13/7, 24/7]}"),
    ("solve(x^3 - 6x^2 + 11x - 6 = 0, x)", "{1, 2, 3}"),
    ("solve(x^4 - 5x^2 + 4 = 0, x)", "{-2, -1, 1, 2}"),
    # Lagrange
    ("lagrange(x*y, [x + y = 10], [x, y])", "{maximum([5, 5], 25)}"),
    ("lagrange(x^2 + y^2, [x + y = 4], [x, y])", "{minimum([2, 2], 8)}"),
    ("lagrange(x + y, [x^2 + y^2 = 2], [x, y])", "{minimum([-1, -1], -2), maximum([1, 1], 2)}"),
    ("lagrange(4x + 3y, [x^2 + y^2 = 25], [x, y])", "{minimum([-4, -3], -25), maximum([4, 3], 25)}"),
    (
        "lagrange(x^2 + 2y^2, [x^2 + y^2 = 1], [x, y])",
        "{minimum([1, 0], 1), minimum([-1, 0], 1), maximum([0, 1], 2), maximum([0, -1], 2)}",
    ),
    (
        "lagrange(x*y, [x^2/8 + y^2/2 = 1], [x, y])",
        "{maximum([2, 1], 2), maximum([-2, -1], 2), minimum([2, -1], -2), minimum([-2, 1], -2)}",
    ),
    ("lagrange(x^2 + y^2, [x*y = 1], [x, y])", "{minimum([1, 1], 2), minimum([-1, -1], 2)}"),
    ("lagrange(x + y + z, [x^2 + y^2 + z^2 = 3], [x, y, z])", "{minimum([-1, -1, -1], -3), maximum([1, 1, 1], 3)}"),
    ("lagrange(x^2 + y^2 + z^2, [x + y + z = 1, x - y = 2], [x, y, z])", "{minimum([4/3, -2/3, 1/3], 7/3)}"),
    ("lagrange(ln(x) + ln(y), [x + 2y = 4], [x, y])", "{maximum([2, 1], ln(2))}"),
    (
        "lagrange(x^2*y, [x^2 + y^2 = 3], [x, y])",
        "{maximum([sqrt(2), 1], 2), maximum([-sqrt(2), 1], 2), minimum([sqrt(2), -1], -2), minimum([-sqrt(2), -1], -2), "
        "minimum([0, sqrt(3)], 0), maximum([0, -sqrt(3)], 0)}",
    ),
    # inequalities
    ("kkt(x^2 + y^2, [x + y >= 2], [x, y])", "{minimum([1, 1], 2)}"),
    ("kkt(x^2 + y^2, [x + y <= 2], [x, y])", "{minimum([0, 0], 0)}"),
    ("kkt(x^2 + y^2 - 4x - 6y, [x + y <= 3, x >= 0, y >= 0], [x, y])", "{minimum([1, 2], -11)}"),
    ("kkt(x + y, [x^2 + y^2 <= 2], [x, y])", "{minimum([-1, -1], -2)}"),
    ("kkt((x - 2)^2 + (y - 1)^2, [x^2 + y^2 <= 1], [x, y])", "{minimum([2/sqrt(5), 1/sqrt(5)], 6 - 2sqrt(5))}"),
    ("kkt(x^2 + 2y^2, [x + y = 3, x <= 1], [x, y])", "{minimum([1, 2], 9)}"),
    ("kkt((x - 3)^2 + y^2, [x <= 1], [x, y])", "{minimum([1, 0], 4)}"),
    # definiteness and convexity
    ("definiteness([[2, 1], [1, 3]])", "positive_definite"),
    ("definiteness([[1, 2], [2, 1]])", "indefinite"),
    ("definiteness([[-2, 1], [1, -2]])", "negative_definite"),
    ("definiteness([[1, 1], [1, 1]])", "positive_semidefinite"),
    ("definiteness([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])", "positive_definite"),
    ("convexity(x^2 + x*y + y^2, [x, y])", "convex"),
    ("convexity(x^2 - y^2, [x, y])", "neither"),
    ("convexity(-x^2 - y^2, [x, y])", "concave"),
    ("convexity(exp(x) + y^2, [x, y])", "convex"),
    ("convexity(ln(exp(x) + exp(y)), [x, y])", "convex"),
    ("convexity(x^3 + y, [x, y])", "neither"),
)
