# expects: gradients-added-up
# says: Each gradient is added to those before it
import torch


def descend(a, centre, x0, eta, steps):
    """x0, x1, ... of gradient descent on a/2 (x - centre)^2: a tensor of steps + 1 numbers."""
    x = torch.tensor(x0, dtype=torch.float64, requires_grad=True)
    trace = [x.detach().clone()]
    for _ in range(steps):
        loss = a / 2 * (x - centre) ** 2
        loss.backward()
        with torch.no_grad():
            x -= eta * x.grad
        trace.append(x.detach().clone())
    return torch.stack(trace)


def classify(a, eta):
    """What the learning rate eta does at curvature a: "monotone", "oscillating" or "diverging"."""
    factor = 1 - eta * a
    if abs(factor) > 1:
        return "diverging"
    return "monotone" if factor > 0 else "oscillating"


def flow(a, centre, x0, times):
    """The exact gradient flow from x0 at each of the times: a tensor as long as times."""
    return centre + (x0 - centre) * torch.exp(-a * times)
