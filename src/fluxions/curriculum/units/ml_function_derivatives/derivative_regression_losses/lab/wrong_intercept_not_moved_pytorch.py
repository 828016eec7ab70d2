# expects: intercept-not-moved
# says: Your weights are right; the intercept
import torch


def loss(X, y, w, b):
    """Half the mean of the squared residuals X w + b - y: a number."""
    return ((X @ w + b - y) ** 2).mean() / 2


def gradient(X, y, w, b):
    """The derivatives of the loss in w, then the one in b: d + 1 numbers."""
    w = w.detach().clone().requires_grad_(True)
    b = torch.tensor(float(b), dtype=X.dtype, requires_grad=True)
    in_w, in_b = torch.autograd.grad(loss(X, y, w, b), (w, b))
    return torch.cat([in_w, in_b.reshape(1)])


def ridge(X, y, penalty):
    """The w and b that minimise loss + penalty/2 |w|^2, b last: d + 1 numbers."""
    n, d = X.shape
    centre = X.mean(dim=0)
    C = X - centre
    w = torch.linalg.solve(C.T @ C + n * penalty * torch.eye(d, dtype=X.dtype), C.T @ (y - y.mean()))
    return torch.cat([w, (y.mean() - centre @ w).reshape(1)])


def descend(X, y, eta, steps):
    """Descent from zero on standardised features; w and b for the features as given, b last: d + 1 numbers."""
    centre, spread = X.mean(dim=0), X.std(dim=0, correction=0)
    Z = (X - centre) / spread
    at = torch.zeros(X.shape[1] + 1, dtype=X.dtype)
    for _ in range(steps):
        at = at - eta * gradient(Z, y, at[:-1], at[-1])
    w = at[:-1] / spread
    return torch.cat([w, at[-1:]])
