"""What `loss`, `gradient`, `ridge` and `descend` must satisfy; r = Xw + b - y, and all means are over the n rows."""

import numpy as np
from fluxions_checks_lab_linear_regression.together import PROPERTIES, data

from fluxions.labs import Array, Drawing, Figure, Function, Misconception, Number, Series, Whole

LOSSES, VECTOR, DATASET = "derivative-regression-losses", "gradient-vector", "gradient-dataset-loss"
SQUARES, SCALING = "least-squares-normal-equations", "feature-scaling"
FEATURES, TARGETS = Array("X", "n × d"), Array("y", "n")
SMALL = np.array([[1.0, 2.0], [2.0, 0.0], [3.0, 1.0], [4.0, 5.0]])
VALUES = np.array([3.0, 1.0, 4.0, 8.0])


def residuals(X, y, w, b):
    return X @ w + b - y


# --- loss ------------------------------------------------------------------------------------------------------------
def half_mean_square(X, y, w, b):
    """(1/2n) sum r^2."""
    return float(np.mean(residuals(X, y, w, b) ** 2) / 2)


def points(random):
    """One row and many, one feature and several, a perfect fit, large values."""
    rng = np.random.default_rng(random.getrandbits(64))
    one = np.array([[2.0, -1.0]])
    drawn = [(one, np.array([0.5]), np.array([1.0, 3.0]), -2.0)]
    for n, d in ((4, 1), (5, 2), (7, 3), (12, 4), (9, 2), (6, 3), (30, 5), (8, 1)):
        X, y = data(random, n, d)
        drawn.append((X, y, rng.uniform(-3, 3, d), float(rng.uniform(-4, 4))))
    X, y, w, b = drawn[4]
    return (*drawn, (X, X @ w + b, w, b + 1.0), (100 * X, 1000 * y, w, 50 * b))


def size_of_loss(want, X, y, w, b):
    """Rounding happens at the size of the terms of which the residual is the sum."""
    return np.mean((np.abs(X) @ np.abs(w) + abs(b) + np.abs(y)) ** 2)


LOSS = Function(
    "loss",
    says="The loss is half the mean of the squared residuals",
    takes=(FEATURES, TARGETS, Array("w", "d"), Number("b")),
    gives=Number("loss"),
    examples=((SMALL, VALUES, np.array([1.0, 0.5]), -1.0),),
    inputs=points,
    reference=half_mean_square,
    rtol=1e-11,
    scale=size_of_loss,
    misconceptions=(
        Misconception(
            "half-left-out",
            LOSSES,
            "Your loss is twice too large: the half in front of the mean is missing.",
            lambda *at: 2 * half_mean_square(*at),
        ),
        Misconception(
            "sum-for-mean",
            DATASET,
            "Your loss is n times too large: you add over the rows where their mean is asked for.",
            lambda X, *at: len(X) * half_mean_square(X, *at),
        ),
        Misconception(
            "bare-sum-of-squares",
            DATASET,
            "That is the bare sum of the squares. The loss is half of their mean: divide by 2n.",
            lambda X, *at: 2 * len(X) * half_mean_square(X, *at),
        ),
        Misconception(
            "intercept-left-out",
            LOSSES,
            "Your prediction has no intercept. The residual is Xw + b − y.",
            lambda X, y, w, b: half_mean_square(X, y, w, 0.0),
        ),
        Misconception(
            "absolute-for-square",
            LOSSES,
            "You take the mean of the absolute residuals. Here each residual is squared.",
            lambda *at: float(np.mean(np.abs(residuals(*at)))),
        ),
    ),
)


# --- gradient --------------------------------------------------------------------------------------------------------
def slope(X, y, w, b):
    """X^T r / n, and the mean of r."""
    r = residuals(X, y, w, b)
    return np.append(X.T @ r, r.sum()) / len(y)


def residual_alone(X, y, w, b):
    return np.full(len(w) + 1, residuals(X, y, w, b).mean())


def intercept_summed(X, y, w, b):
    return np.append(slope(X, y, w, b)[:-1], residuals(X, y, w, b).sum())


def size_of_slope(want, X, y, w, b):
    terms = np.abs(X) @ np.abs(w) + abs(b) + np.abs(y)
    return np.append(np.abs(X).T @ terms, terms.sum()) / len(y) if want.size == len(w) + 1 else np.abs(want) + 1e-3


GRADIENT = Function(
    "gradient",
    says="The gradient is that of the loss",
    takes=(FEATURES, TARGETS, Array("w", "d"), Number("b")),
    gives=Array("gradient", "d + 1"),
    examples=((SMALL, VALUES, np.array([1.0, 0.5]), -1.0),),
    inputs=points,
    reference=slope,
    rtol=1e-11,
    scale=size_of_slope,
    misconceptions=(
        Misconception(
            "two-not-cancelled",
            LOSSES,
            "Your gradient is twice too large: the 2 of the square cancels the half in front.",
            lambda *at: 2 * slope(*at),
        ),
        Misconception(
            "mean-as-sum",
            DATASET,
            "Your gradient is n times too large: the 1/n of the mean is missing.",
            lambda X, *at: len(X) * slope(X, *at),
        ),
        Misconception(
            "residual-turned-round",
            LOSSES,
            "Every sign is the wrong one: the residual is the prediction minus the target.",
            lambda *at: -slope(*at),
        ),
        Misconception(
            "inner-derivative-lost",
            LOSSES,
            "Each entry is the mean residual. By the chain rule, that of a weight has its feature as a factor.",
            residual_alone,
        ),
        Misconception(
            "intercept-summed",
            DATASET,
            "The last entry is n times too large: the derivative in b is the mean of the residuals, not their sum.",
            intercept_summed,
        ),
        Misconception(
            "intercept-not-differentiated",
            VECTOR,
            "The derivative in the intercept is missing: the gradient has one entry for each of d + 1 parameters.",
            lambda *at: slope(*at)[:-1],
        ),
        Misconception(
            "intercept-first",
            VECTOR,
            "The entries are right and their order is not: the derivative in b stands last.",
            lambda *at: np.roll(slope(*at), 1),
        ),
    ),
)


# --- ridge -----------------------------------------------------------------------------------------------------------
def fitted(X, y, penalty):
    """(Xc^T Xc / n + penalty I) w = Xc^T yc / n with centred columns, and b = mean(y) - mean(x) w."""
    centre, n = X.mean(axis=0), len(y)
    C = X - centre
    w = np.linalg.solve(C.T @ C / n + penalty * np.eye(X.shape[1]), C.T @ (y - y.mean()) / n)
    return np.append(w, y.mean() - centre @ w)


def all_penalised(X, y, penalty):
    A = np.column_stack([X, np.ones(len(y))])
    return np.linalg.solve(A.T @ A / len(y) + penalty * np.eye(A.shape[1]), A.T @ y / len(y))


def through_the_origin(X, y, penalty):
    w = np.linalg.solve(X.T @ X / len(y) + penalty * np.eye(X.shape[1]), X.T @ y / len(y))
    return np.append(w, 0.0)


def centre_not_undone(X, y, penalty):
    return np.append(fitted(X, y, penalty)[:-1], y.mean())


def unpenalised(X, y, penalty):
    return np.linalg.lstsq(np.column_stack([X, np.ones(len(y))]), y, rcond=None)[0]


def fits(random):
    """Weak and strong penalties; one row, and more features than rows, where only the penalty decides."""
    rng = np.random.default_rng(random.getrandbits(64))
    drawn = [(np.array([[2.0]]), np.array([3.0]), 0.5)]
    for n, d in ((5, 1), (6, 2), (9, 3), (14, 4), (8, 2), (11, 3), (30, 5)):
        drawn.append((*data(random, n, d), float(10 ** rng.uniform(-1.5, 1))))
    return (*drawn, (rng.normal(size=(3, 5)), rng.normal(size=3), 0.3), (*data(random, 10, 2), 100.0))


def size_of_fit(want, X, y, penalty):
    """The condition of the system with its column of ones: rounding is multiplied by it, also that of a penalty."""
    A = np.column_stack([X, np.ones(len(y))])
    system = A.T @ A / len(y) + np.diag([penalty] * X.shape[1] + [0.0])
    return np.max(np.abs(want), initial=1e-3) * min(float(np.linalg.cond(system)), 300.0)


RIDGE = Function(
    "ridge",
    says="The ridge solution is exact, and its intercept is free",
    takes=(FEATURES, TARGETS, Number("penalty")),
    gives=Array("solution", "d + 1"),
    examples=((SMALL, VALUES, 0.5),),
    inputs=fits,
    reference=fitted,
    rtol=1e-7,  # a penalty that was put into single precision is no mistake
    scale=size_of_fit,
    misconceptions=(
        Misconception(
            "penalty-lost",
            SQUARES,
            "Your solution ignores the penalty: it is that of plain least squares.",
            unpenalised,
        ),
        Misconception(
            "intercept-penalised",
            DATASET,
            "You penalise the intercept too. Only the weights are shrunk: the last entry of the diagonal stays 0.",
            all_penalised,
        ),
        Misconception(
            "penalty-not-times-n",
            SQUARES,
            "Your penalty is n times too weak: the loss is a mean, so it is nλ that is added to the sums of XᵀX.",
            lambda X, y, penalty: fitted(X, y, penalty / len(y)),
        ),
        Misconception(
            "penalty-doubled",
            SQUARES,
            "Your penalty is twice too strong: the half in front of it cancels the 2 of the square.",
            lambda X, y, penalty: fitted(X, y, 2 * penalty),
        ),
        Misconception(
            "through-the-origin",
            SQUARES,
            "Your fit has no intercept: it goes through the origin.",
            through_the_origin,
        ),
        Misconception(
            "centre-not-undone",
            SCALING,
            "Your intercept is that of centred features. For the features as given it is ȳ − x̄·w.",
            centre_not_undone,
        ),
    ),
)


# --- descend ---------------------------------------------------------------------------------------------------------
def walked(Z, y, eta, steps, step=slope):
    """(w, b) after so many steps from zero."""
    at = np.zeros(Z.shape[1] + 1)
    with np.errstate(all="ignore"):
        for _ in range(steps):
            at = at - eta * step(Z, y, at[:-1], at[-1])
    return at


def given_units(at, centre, spread):
    """w = w'/s and b = b' - sum of m w'/s."""
    w = at[:-1] / spread
    return np.append(w, at[-1] - centre @ w)


def descended(X, y, eta, steps, step=slope, ddof=0):
    centre, spread = X.mean(axis=0), X.std(axis=0, ddof=ddof)
    return given_units(walked((X - centre) / spread, y, eta, steps, step), centre, spread)


def not_given_back(X, y, eta, steps):
    return walked((X - X.mean(axis=0)) / X.std(axis=0), y, eta, steps)


def multiplied_back(X, y, eta, steps):
    centre, spread = X.mean(axis=0), X.std(axis=0)
    return given_units(not_given_back(X, y, eta, steps), centre, 1 / spread)


def intercept_not_moved(X, y, eta, steps):
    return np.append(descended(X, y, eta, steps)[:-1], not_given_back(X, y, eta, steps)[-1])


def only_scaled(X, y, eta, steps):
    spread = X.std(axis=0)
    return given_units(walked(X / spread, y, eta, steps), np.zeros(X.shape[1]), spread)


def walks(random):
    """Few steps and many, one feature and several; rates that keep the iterates bounded."""
    shapes = ((4, 1, 1), (5, 2, 3), (7, 3, 10), (12, 4, 25), (9, 2, 6), (15, 3, 40), (6, 1, 2), (20, 4, 15))
    drawn = [(*data(random, n, d), round(random.uniform(0.1, 0.8) / d, 4), steps) for n, d, steps in shapes]
    return (*drawn, (*data(random, 8, 2), 0.25, 0))


DESCEND = Function(
    "descend",
    says="Descent runs on standardised features, and its result speaks of the features as given",
    takes=(FEATURES, TARGETS, Number("eta"), Whole("steps")),
    gives=Array("solution", "d + 1"),
    examples=((SMALL, VALUES, 0.5, 3),),
    inputs=walks,
    reference=descended,
    rtol=1e-11,
    scale=lambda want, X, y, eta, steps: max(np.max(np.abs(want), initial=0.0), float(np.max(np.abs(y)))) * 10,
    misconceptions=(
        Misconception(
            "weights-not-given-back",
            SCALING,
            "Your weights belong to the standardised features. Turn them into those of the features as given.",
            not_given_back,
        ),
        Misconception(
            "weights-multiplied-back",
            SCALING,
            "You multiply the weights by the spreads. As x' = (x − m)/s, w'·x' = (w'/s)·(x − m): divide.",
            multiplied_back,
        ),
        Misconception(
            "intercept-not-moved",
            SCALING,
            "Your weights are right; the intercept belongs to centred features. Subtract the sum of m w'/s.",
            intercept_not_moved,
        ),
        Misconception(
            "spread-over-n-minus-one",
            SCALING,
            "Your spread divides by n − 1. Here it is the root of the mean squared deviation: divide by n.",
            lambda X, y, eta, steps: descended(X, y, eta, steps, ddof=1),
        ),
        Misconception(
            "not-standardised", SCALING, "You descend on the features as given. Standardise them first.", walked
        ),
        Misconception(
            "only-scaled", SCALING, "You divide by the spreads without subtracting the means first.", only_scaled
        ),
        Misconception(
            "uphill",
            VECTOR,
            "You add the gradient, which climbs. Descent subtracts it.",
            lambda X, y, eta, steps: descended(X, y, -eta, steps),
        ),
        Misconception(
            "steps-by-the-sum",
            DATASET,
            "Your steps are n times too long: they use the sum over the rows, not the mean.",
            lambda X, y, eta, steps: descended(X, y, eta * len(y), steps),
        ),
    ),
)


# --- the figure -------------------------------------------------------------------------------------------------------
def picture(ask):
    """The loss after each of 16 steps on the data of the task, and the least loss that there is."""
    X, y, eta, steps = SMALL, VALUES, 0.3, 16
    at = tuple(range(steps + 1))

    def level(solution):
        return half_mean_square(X, y, solution[:-1], solution[-1])

    exact = tuple(level(descended(X, y, eta, k)) for k in at)
    series = [
        Series("exact", "true", at, exact),
        Series("least", "other", at, (level(fitted(X, y, 0.0)),) * len(at), dots=False),
    ]
    mine = [ask("descend", X, y, eta, k) for k in at]
    if all(each is not None and each.shape == (3,) and each.dtype.kind in "fiu" for each in mine):
        losses = tuple(level(each.astype(float)) for each in mine)
        series.append(Series("yours", "mine", at, losses))
        same = np.allclose(losses, exact, rtol=1e-4, atol=1e-9)
        seen = "Yours lies on the exact curve." if same else "Yours does not lie on the exact curve."
    else:
        seen = "Yours cannot be drawn yet."
    return Drawing(tuple(series), "step", "loss", f"Four rows, two standardised features, rate 0.3. {seen}")


__all__ = ["PROPERTIES"]

FUNCTIONS = (LOSS, GRADIENT, RIDGE, DESCEND)
FIGURE = Figure("The loss along your descent", picture)
FORBID = ("sklearn", "torch.optim")
VECTORISED = True
