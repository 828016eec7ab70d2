import torch


def logs(z, temperature):
    s = z.float() / temperature
    s = s - s.amax(-1, keepdim=True)
    return s - s.exp().sum(-1, keepdim=True).log()


def log_sum_exp(z):
    return z[:, 0].float() - logs(z, 1.0)[:, 0]


def probabilities(z, temperature):
    return logs(z, temperature).exp()


def shares(z, target):
    return torch.eye(z.shape[1])[target] if target.dim() == 1 else target.float()


def loss(z, target, temperature):
    return -(shares(z, target) * logs(z, temperature)).sum(1).mean()


def gradient(z, target, temperature, upstream):
    return (probabilities(z, temperature) - shares(z, target)).mul(upstream).div(temperature).div(len(z))


def vjp(z, v):
    p, v = probabilities(z, 1.0), v.float()
    return p * (v - p.dot(v))


def hessian(z):
    p = probabilities(z, 1.0)
    return p.diag() - p.outer(p)
