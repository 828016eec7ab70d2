"""What the six functions must satisfy; rows of z are examples, columns classes, and p is the softmax of z / T."""

import numpy as np
from fluxions_checks_lab_softmax_xent.together import PROPERTIES, logits, targets

from fluxions.labs import Array, Drawing, Figure, Function, Misconception, Number, Series

LOGLOSS, JACOBIAN, LSE = "derivative-log-loss", "softmax-jacobian", "log-sum-exp"
XENT, CUSTOM = "softmax-cross-entropy-gradient", "custom-surrogate-gradients"
Z, TARGET, T = Array("z", "n × c"), Array("target", "n, or n × c,"), Number("temperature")
SMALL = np.array([[1.0, 2.0, 0.0], [0.0, -1.0, 3.0]])
HUGE = np.array([[1e4, 0.0, -1e4], [-1e4, -1e4, -1e4]], dtype=np.float32)


def wide(z):
    return np.asarray(z, dtype=np.float64)


def lse(z):
    m = wide(z).max(axis=1)
    return m + np.log(np.exp(wide(z) - m[:, None]).sum(axis=1))


def soft(z, temperature, axis=1):
    s = wide(z) / temperature
    e = np.exp(s - s.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def shares(z, target):
    """Labels as rows that hold a single 1."""
    return np.eye(z.shape[1])[target] if target.ndim == 1 else wide(target)


def quiet(compute):
    def silent(*inputs):
        with np.errstate(all="ignore"):
            return compute(*inputs)

    return silent


def size_of_logits(want, z, *rest):
    """A difference of logits is rounded at the size of the logits."""
    temperature = rest[-1] if len(rest) == 2 else rest[0] if rest else 1.0
    return np.abs(want) + np.max(np.abs(wide(z))) / min(1.0, temperature) * (1e-2 + np.abs(want)) + 1e-3


def size_of_slope(want, z, target, temperature, upstream):
    return np.full(want.shape, (1 + np.max(np.abs(wide(z))) / temperature) * (1 + abs(upstream)) / temperature)


# --- log_sum_exp and probabilities -----------------------------------------------------------------------------------
LOG_SUM_EXP = Function(
    "log_sum_exp",
    says="The logarithm of the sum is right for each row, however large the logits",
    takes=(Z,),
    gives=Array("values", "n"),
    examples=((SMALL,), (HUGE,)),
    inputs=lambda random: tuple((z,) for z in logits(random)),
    reference=lse,
    rtol=1e-6,  # single precision may hide behind a result in double
    scale=lambda want, z: np.abs(want) + np.max(np.abs(wide(z))) + 1,
    misconceptions=(
        Misconception(
            "overflow", LSE, "Large logits overflow. Take the largest of each row out of the sum first.",
            quiet(lambda z: np.log(np.exp(z).sum(axis=1))),
        ),
        Misconception(
            "maximum-not-added-back", LSE, "You subtract the maximum and do not add it back after the logarithm.",
            lambda z: lse(z) - wide(z).max(axis=1),
        ),
        Misconception(
            "one-maximum-for-all-rows", LSE,
            "You subtract the maximum of the whole array. Rows far below it underflow: each row has its own.",
            quiet(lambda z: z.max() + np.log(np.exp(z - z.max()).sum(axis=1))),
        ),
        Misconception(
            "sum-over-the-rows", LSE, "You sum over the rows. Each row is an example: sum over its classes.",
            lambda z: lse(z.T),
        ),
    ),
)  # fmt: skip

PROBABILITIES = Function(
    "probabilities",
    says="Each row is the softmax of its logits over the temperature",
    takes=(Z, T),
    gives=Array("p", "n × c"),
    examples=((SMALL, 1.0), (SMALL, 2.0), (HUGE, 1.0)),
    inputs=lambda random: tuple((z, warmth(random)) for z in logits(random)),
    reference=soft,
    rtol=1e-6,  # single precision may hide behind a result in double
    scale=size_of_logits,
    misconceptions=(
        Misconception(
            "softmax-overflows", LSE, "Large logits overflow. Subtract the largest of each row.",
            quiet(lambda z, t: np.exp(z / t) / np.exp(z / t).sum(axis=1, keepdims=True)),
        ),
        Misconception(
            "temperature-left-out", JACOBIAN, "You leave the temperature out: the logits are divided by it.",
            lambda z, t: soft(z, 1.0),
        ),
        Misconception(
            "temperature-multiplied", JACOBIAN, "You multiply by the temperature. The logits are divided by it.",
            lambda z, t: soft(z, 1 / t),
        ),
        Misconception(
            "softmax-over-rows", JACOBIAN, "Each row must sum to 1; yours sums to 1 down each column.",
            lambda z, t: soft(z, t, axis=0),
        ),
    ),
)  # fmt: skip


def warmth(random):
    return random.choice((0.5, 0.7, 1.7, 2.0, 3.0))


# --- loss ------------------------------------------------------------------------------------------------------------
def cross_entropy(z, target, temperature):
    s = wide(z) / temperature
    return float(np.mean(np.sum(shares(z, target) * (lse(s)[:, None] - s), axis=1)))


@quiet
def log_of_probability(z, target, temperature):
    s = z / np.asarray(temperature, dtype=z.dtype)
    e = np.exp(s - s.max(axis=1, keepdims=True))
    logs = np.log(e / e.sum(axis=1, keepdims=True))
    if target.ndim == 1:
        return float(-logs[np.arange(len(z)), target].mean())
    return float(-(shares(z, target) * logs).sum(axis=1).mean())


def asked(random):
    return tuple((z, targets(random, z, hard=k % 2 == 0), warmth(random)) for k, z in enumerate(logits(random)))


LOSS = Function(
    "loss",
    says="The cross-entropy is right for labels and for shares, and finite",
    takes=(Z, TARGET, T),
    gives=Number("loss"),
    examples=(
        (SMALL, np.array([1, 0]), 1.0),
        (SMALL, np.array([[0.5, 0.5, 0.0], [0.25, 0.25, 0.5]]), 2.0),
        (HUGE, np.array([2, 0]), 1.0),
    ),
    inputs=asked,
    reference=cross_entropy,
    rtol=1e-6,  # single precision may hide behind a result in double
    scale=size_of_logits,
    misconceptions=(
        Misconception(
            "logarithm-of-a-lost-probability", LOGLOSS,
            "Small probabilities became 0 before the logarithm. Write −log p as log-sum-exp minus the logit.",
            log_of_probability,
        ),
        Misconception(
            "sign-lost", LOGLOSS, "Your loss is negative: it is minus the logarithm that is averaged.",
            lambda *at: -cross_entropy(*at),
        ),
        Misconception(
            "sum-for-mean", LOGLOSS, "Your loss is n times too large: take the mean over the rows.",
            lambda z, *at: len(z) * cross_entropy(z, *at),
        ),
        Misconception(
            "mean-over-classes-too", LOGLOSS, "You average over the classes too. Add over classes, average over rows.",
            lambda z, *at: cross_entropy(z, *at) / z.shape[1],
        ),
    ),
)  # fmt: skip


# --- gradient --------------------------------------------------------------------------------------------------------
def slope(z, target, temperature, upstream):
    """upstream (p - y) / (n T)."""
    return upstream * (soft(z, temperature) - shares(z, target)) / (len(z) * temperature)


def jacobian_twice(z, target, temperature, upstream):
    p, g = soft(z, temperature), slope(z, target, temperature, upstream)
    return p * (g - (p * g).sum(axis=1, keepdims=True))


GRADIENT = Function(
    "gradient",
    says="The backward pass is right",
    takes=(Z, TARGET, T, Number("upstream")),
    gives=Array("gradient", "n × c"),
    examples=((SMALL, np.array([1, 0]), 1.0, 1.0), (SMALL, np.array([1, 0]), 2.0, 3.0)),
    inputs=lambda random: tuple((*each, round(random.uniform(1.5, 4), 2)) for each in asked(random)),
    reference=slope,
    rtol=1e-6,  # single precision may hide behind a result in double
    scale=size_of_slope,
    misconceptions=(
        Misconception(
            "upstream-ignored", CUSTOM, "You ignore what arrives from above: multiply by `upstream`.",
            lambda z, y, t, u: slope(z, y, t, 1.0),
        ),
        Misconception(
            "gradient-turned-round", XENT, "Every sign is the wrong one: it is p − y, not y − p.",
            lambda *at: -slope(*at),
        ),
        Misconception(
            "mean-lost-in-the-gradient", XENT, "Your gradient is n times too large: the loss is a mean over rows.",
            lambda z, *at: len(z) * slope(z, *at),
        ),
        Misconception(
            "inner-derivative-lost", XENT, "The factor 1/T is missing: by the chain rule, z/T has the derivative 1/T.",
            lambda z, y, t, u: t * slope(z, y, t, u),
        ),
        Misconception(
            "jacobian-twice", XENT, "p − y already contains the Jacobian of softmax. You multiply by it once more.",
            jacobian_twice,
        ),
    ),
)  # fmt: skip


# --- vjp and hessian -------------------------------------------------------------------------------------------------
def row(z):
    return soft(z[None, :], 1.0)[0]


def second(z):
    return np.diag(row(z)) - np.outer(row(z), row(z))


def vectors(random):
    return tuple((z[0], z[-1] / 4 + np.arange(z.shape[1])) for z in logits(random) if z.dtype == np.float64)


VJP = Function(
    "vjp",
    says="A vector times the Jacobian of softmax is right",
    takes=(Array("z", "c"), Array("v", "c")),
    gives=Array("product", "c"),
    examples=((np.array([1.0, 2.0, 0.0]), np.array([1.0, -1.0, 2.0])),),
    inputs=vectors,
    reference=lambda z, v: second(z) @ v,
    rtol=1e-11,
    scale=lambda want, z, v: (1 + np.max(np.abs(z))) * (np.max(np.abs(v)) + np.abs(want)),
    misconceptions=(
        Misconception(
            "diagonal-only", JACOBIAN, "You keep the diagonal p(1 − p) alone. Each logit moves every probability.",
            lambda z, v: row(z) * (1 - row(z)) * v,
        ),
        Misconception(
            "plus-for-minus", JACOBIAN, "The sign off the diagonal is wrong: the Jacobian is diag(p) − ppᵀ.",
            lambda z, v: row(z) * (v + row(z) @ v),
        ),
    ),
)  # fmt: skip

HESSIAN = Function(
    "hessian",
    says="The second derivative of log-sum-exp is right",
    takes=(Array("z", "c"),),
    gives=Array("hessian", "c × c"),
    examples=((np.array([1.0, 2.0, 0.0]),),),
    inputs=lambda random: tuple((z,) for z, _ in vectors(random)),
    reference=second,
    rtol=1e-11,
    scale=lambda want, z: np.full_like(want, 1 + np.max(np.abs(z))),
    misconceptions=(
        Misconception(
            "off-diagonal-lost", JACOBIAN, "Only the diagonal stands there. The mixed derivatives are −p_i p_j.",
            lambda z: np.diag(np.diag(second(z))),
        ),
    ),
)  # fmt: skip


def picture(ask):
    """-log p of the right class against its logit, in single precision, where two other logits are 0."""
    at = tuple(range(-200, 201, 20))
    label = np.array([0])

    def one(x):
        return np.array([[x, 0.0, 0.0]], dtype=np.float32)

    exact = tuple(cross_entropy(one(x), label, 1.0) for x in at)
    series = [Series("exact", "true", at, exact)]
    mine = [ask("loss", one(x), label, 1.0) for x in at]
    seen = "Yours cannot be drawn yet."
    if all(each is not None and each.shape == () and each.dtype.kind in "fiu" for each in mine):
        losses = tuple(float(each) for each in mine)
        series.append(Series("yours", "mine", at, losses))
        same = np.allclose(losses, exact, rtol=1e-4, atol=1e-4)
        seen = "Yours lies on the exact curve." if same else "Yours does not lie on the exact curve."
    return Drawing(tuple(series), "logit of the right class", "loss", f"In single precision, two others at 0. {seen}")


__all__ = ["PROPERTIES"]

FUNCTIONS = (LOG_SUM_EXP, PROBABILITIES, LOSS, GRADIENT, VJP, HESSIAN)
FIGURE = Figure("Your loss, far from zero on both sides", picture)
FORBID = ("softmax", "log_softmax", "logsumexp", "cross_entropy", "Softmax", "LogSoftmax", "CrossEntropyLoss")
VECTORISED = False
