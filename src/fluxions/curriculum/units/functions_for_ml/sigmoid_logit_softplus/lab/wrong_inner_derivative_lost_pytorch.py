# expects: inner-derivative-lost
# says: The factor 1/T is missing
import torch


def log_sum_exp(z):
    """log of the sum of exp over each row of z: n numbers."""
    m = z.amax(dim=1)
    return m + (z - m[:, None]).exp().sum(dim=1).log()


def probabilities(z, temperature):
    """The softmax of each row of z / temperature: n x c numbers."""
    e = ((z - z.amax(dim=1, keepdim=True)) / temperature).exp()
    return e / e.sum(dim=1, keepdim=True)


def shares(z, target):
    return torch.eye(z.shape[1], dtype=z.dtype)[target] if target.ndim == 1 else target.to(z.dtype)


class Entropy(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z, y, temperature):
        ctx.save_for_backward(z, y)
        ctx.temperature = temperature
        s = z / temperature
        return (y * (log_sum_exp(s)[:, None] - s)).sum(dim=1).mean()

    @staticmethod
    def backward(ctx, upstream):
        z, y = ctx.saved_tensors
        slope = (probabilities(z, ctx.temperature) - y) / len(z)
        return upstream * slope, None, None


def loss(z, target, temperature):
    """The mean cross-entropy; target holds n labels, or n x c shares: a number."""
    return Entropy.apply(z, shares(z, target), temperature)


def gradient(z, target, temperature, upstream):
    """upstream times the derivative of the loss in z: n x c numbers."""
    z = z.detach().clone().requires_grad_(True)
    (upstream * loss(z, target, temperature)).backward()
    return z.grad


def vjp(z, v):
    """v times the Jacobian of the softmax of one row z, without forming it: c numbers."""
    p = probabilities(z[None, :], 1.0)[0]
    return p * (v - p @ v)


def hessian(z):
    """The second derivative of log-sum-exp at one row z: c x c numbers."""
    p = probabilities(z[None, :], 1.0)[0]
    return torch.diag(p) - torch.outer(p, p)
