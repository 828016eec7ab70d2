# expects: forward-difference
# says: That is (f(x + h) − f(x)) / h
import torch


def step(x):
    """The step of each coordinate, cube root of eps times max(1, |x|): a tensor of d numbers."""
    return torch.finfo(torch.float64).eps ** (1 / 3) * torch.clamp(x.abs(), min=1)


def central(f, x, h):
    """Central differences of f at x, with the step h[i] along coordinate i: a tensor of d numbers."""
    g = torch.empty_like(x)
    for i in range(x.numel()):
        e = torch.zeros_like(x)
        e[i] = h[i]
        g[i] = (f(x + e) - f(x)) / h[i]
    return g


def numeric_grad(f, x):
    """The gradient of f at x, by central differences with your steps: a tensor of d numbers."""
    h = 6e-6 * x.abs().clamp(min=1)
    return torch.stack([torch.tensor((f(x + e) - f(x - e)) / (2 * e.sum().item())) for e in torch.diag(h)])


def directional(f, x, v):
    """The slope of f at x along the unit vector of v, from two values of f: a number."""
    u = v / v.norm()
    h = torch.finfo(torch.float64).eps ** (1 / 3) * max(1, x.norm().item())
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


def relative_error(claimed, numeric):
    """The length of the difference over max(1, both lengths): a number."""
    return (claimed - numeric).norm() / max(1.0, claimed.norm().item(), numeric.norm().item())


def sides_differ(f, x):
    """Do the slopes to the right and to the left stay apart, by far more than h times a curvature?"""
    h, here = 6e-6 * x.abs().clamp(min=1), f(x)
    right, left = torch.empty_like(x), torch.empty_like(x)
    for i in range(x.numel()):
        e = torch.zeros_like(x)
        e[i] = h[i]
        right[i], left[i] = (f(x + e) - here) / h[i], (here - f(x - e)) / h[i]
    return relative_error(right, left) > 1e-2


def verdict(f, grad, x):
    """Is grad the gradient of f at x? "right", "wrong" or, at a kink, "undecided"."""
    if sides_differ(f, x):
        return "undecided"
    return "right" if relative_error(grad(x), numeric_grad(f, x)) < 1e-5 else "wrong"
