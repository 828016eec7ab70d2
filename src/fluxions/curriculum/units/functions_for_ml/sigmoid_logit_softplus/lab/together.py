"""What holds between the functions, and the logits on which they are tried."""

import numpy as np

from fluxions.labs import Property


def logits(random):
    """Moderate ones in both precisions, one row and many; huge ones, and rows far apart, also in single precision."""
    rng = np.random.default_rng(random.getrandbits(64))
    shapes = ((1, 2), (2, 3), (3, 5), (5, 4), (4, 2), (6, 7), (3, 4))
    drawn = [rng.normal(size=each) * 3 for each in shapes]
    drawn += [(rng.normal(size=(4, 3)) * 2).astype(np.float32), rng.normal(size=(3, 3)) + 50]
    far = np.sign(rng.normal(size=(3, 4))) * rng.uniform(6e3, 1e4, (3, 4))
    far[0, :2] = 1e4, -1e4
    apart = rng.normal(size=(3, 4)) + np.array([[9000.0], [0.0], [-9000.0]])
    return (*drawn, far, far.astype(np.float32), apart, apart.astype(np.float32))


def targets(random, z, hard):
    """Labels, or rows of shares that sum to 1; the first label is that of the least logit."""
    rng = np.random.default_rng(random.getrandbits(64))
    labels = rng.integers(0, z.shape[1], len(z))
    labels[0] = int(np.argmin(z[0]))
    return labels if hard else rng.dirichlet(np.ones(z.shape[1]), len(z))


def drawn(random, n=4, c=5):
    rng = np.random.default_rng(random.getrandbits(64))
    return rng.normal(size=(n, c)) * 2, rng.integers(0, c, n), float(rng.uniform(0.6, 2))


def near(got, want, within=1e-7):
    """Coarser where the values are in single precision."""
    within = within if got.dtype == np.float64 else 1e-3
    return bool(np.all(np.abs(got - want) <= within * (1 + np.abs(want))))


def shift_fault(ask, random):
    z, y, t = drawn(random)
    c = random.uniform(5, 30)
    if not near(ask("probabilities", z + c, t), ask("probabilities", z, t)):
        return "A constant added to all logits changes your probabilities."
    if not near(ask("loss", z + c, y, t), ask("loss", z, y, t)):
        return "A constant added to all logits changes your loss."
    if not near(ask("log_sum_exp", z + c), ask("log_sum_exp", z) + c):
        return "A constant added to all logits is not added to your log-sum-exp."
    return None


def rows_fault(ask, random):
    z, y, t = drawn(random)
    sums = ask("gradient", z, y, t, 2.0).sum(axis=1)
    return None if near(sums, 0.0) else f"A row of your gradient sums to {sums[np.argmax(np.abs(sums))]:.4g}; it is 0."


def gradient_fault(ask, random):
    """p - y over n T, and central differences of the loss, which say nothing in single precision."""
    z, y, t = drawn(random)
    g, p = ask("gradient", z, y, t, 1.0), ask("probabilities", z, t)
    if not near(g, (p - np.eye(z.shape[1])[y]) / (len(z) * t)):
        return "Your gradient is not (p − y)/(nT) with your own p."
    rng = np.random.default_rng(random.getrandbits(64))
    for _ in range(5):
        v = rng.normal(size=z.shape)
        up, down = (ask("loss", z + h * v, y, t) for h in (1e-4, -1e-4))
        within = 1e-6 if g.dtype == np.float64 else 1e-3
        if up.dtype == np.float64 and abs((up - down) / 2e-4 - (g * v).sum()) > within:
            return "Along one direction your gradient differs from the slope of your loss."
    return None


def curvature_fault(ask, random):
    z = drawn(random, 1)[0][0]
    H, p = ask("hessian", z), ask("probabilities", z[None, :], 1.0)[0]
    if not near(H, np.diag(p) - np.outer(p, p)):
        return "Your second derivative is not diag(p) − ppᵀ with your own p."
    if np.linalg.eigvalsh(H.astype(float)).min() < -1e-5:
        return "Your second derivative has a negative eigenvalue; log-sum-exp is convex."
    return None


def two_fault(ask, random):
    """With logits 0 and x: p = sigma(x), and log-sum-exp is softplus(x)."""
    x = np.array([-1000.0, -3.0, 0.0, random.uniform(0.5, 5), 1000.0])
    z = np.column_stack([np.zeros(5), x])
    if not near(ask("probabilities", z, 1.0)[:, 1], 0.5 * (1 + np.tanh(x / 2))):
        return "With logits 0 and x the second probability is σ(x); yours is not."
    if not near(ask("log_sum_exp", z), np.logaddexp(0.0, x)):
        return "With logits 0 and x log-sum-exp is softplus(x); yours is not."
    return None


def memory_fault(ask, random):
    c = 50_000
    rng = np.random.default_rng(random.getrandbits(64))
    z, v = rng.normal(size=c), rng.normal(size=c)
    got = ask("vjp", z, v)
    if got is None:
        return "With 50,000 classes nothing comes back: the whole Jacobian takes 20 GB. Use p ∘ (v − p·v)."
    p = np.exp(z) / np.exp(z).sum()
    return None if got.shape == (c,) and near(got, p * (v - p @ v), 1e-10) else "With 50,000 classes it is not right."


PROPERTIES = (
    Property(
        "A constant added to all logits changes nothing but log-sum-exp",
        ("log_sum_exp", "probabilities", "loss"),
        shift_fault,
    ),
    Property("Each row of the gradient sums to 0", ("gradient",), rows_fault),
    Property(
        "The gradient is (p − y)/(nT) and the slope of the loss",
        ("probabilities", "loss", "gradient"),
        gradient_fault,
    ),
    Property("The second derivative is diag(p) − ppᵀ", ("hessian", "probabilities"), curvature_fault),
    Property("Two classes give sigmoid and softplus", ("log_sum_exp", "probabilities"), two_fault),
    Property("The Jacobian is never formed", ("vjp",), memory_fault),
)
