import torch


def descend(a, centre, x0, eta, steps):
    x = torch.tensor(x0, requires_grad=True)
    trace = [x.item()]
    for _ in range(steps):
        x.grad = None
        (a / 2 * (x - centre).square()).backward()
        x.data.sub_(eta * x.grad)
        trace.append(x.item())
    return torch.tensor(trace)


def classify(a, eta):
    if eta < 1 / a:
        return "monotone"
    return "oscillating" if eta < 2 / a else "diverging"


def flow(a, centre, x0, times):
    return centre + (x0 - centre) * torch.exp(-a * times)
