import torch


def descend(a, centre, x0, eta, steps):
    x = torch.tensor([x0], dtype=torch.float64)
    trace = torch.zeros(steps + 1, dtype=torch.float64)
    trace[0] = x0
    for k in range(steps):
        x.requires_grad_(True)
        (slope,) = torch.autograd.grad((a / 2 * (x - centre) ** 2).sum(), x)
        x = (x - eta * slope).detach()
        trace[k + 1] = x.item()
    return trace


def classify(a, eta):
    if eta < 1 / a:
        return "monotone"
    return "oscillating" if eta < 2 / a else "diverging"


def flow(a, centre, x0, times):
    return torch.lerp(torch.full_like(times, x0), torch.full_like(times, centre), 1 - torch.exp(-a * times))
