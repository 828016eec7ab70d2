import torch
from torch import nn


def loss(X, y, w, b):
    return nn.functional.mse_loss(X.mv(w) + b, y) / 2


def gradient(X, y, w, b):
    model = nn.Linear(X.shape[1], 1).double()
    with torch.no_grad():
        model.weight.copy_(w)
        model.bias.fill_(float(b))
    (nn.functional.mse_loss(model(X).squeeze(1), y) / 2).backward()
    return torch.cat([model.weight.grad.flatten(), model.bias.grad])


def ridge(X, y, penalty):
    A = torch.cat([X, torch.ones(len(X), 1).double()], dim=1)
    free = torch.diag(torch.tensor([penalty] * X.shape[1] + [0.0]).double())
    return torch.linalg.solve(A.T @ A + len(y) * free, A.T @ y)


def descend(X, y, eta, steps):
    spread, mean = torch.std_mean(X, dim=0, unbiased=False)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    for _ in range(steps):
        loss((X - mean) / spread, y, w, b).backward()
        for each in (w, b):
            each.data -= eta * each.grad
            each.grad = None
    w = w / spread
    return torch.cat([w, (b - mean.dot(w)).reshape(1)])
