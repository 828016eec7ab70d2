"""Gradients, Jacobians and Hessians by torch.autograd; run by `matrix_calculus` in a Python that has PyTorch.

Standard input is a JSON object {"values": {name: nested list}, "jobs": [[kind, variable, code], …]}; standard output a
JSON list of nested lists. Jacobians count the entries of a matrix column by column, as vec does.
"""

import json
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def stacked(value):
    """The entries column by column."""
    return value.T.reshape(-1) if value.dim() == 2 else value.reshape(-1)


def answer(kind, name, code, values):
    """The derivative of the line of code by the named variable."""
    program = compile(code, "objective", "eval")
    known = {"torch": torch, "F": F, "sig": torch.sigmoid, **values}

    def objective(variable):
        return eval(program, {**known, name: variable})  # noqa: S307

    at = values[name]
    if kind == "matgrad":
        variable = at.clone().requires_grad_(True)
        objective(variable).backward()
        return variable.grad
    if kind == "hessian":
        return torch.autograd.functional.hessian(objective, at)
    columns, rows = stacked(at), at.shape[::-1]

    def flat(entries):
        variable = entries.reshape(rows).T if at.dim() == 2 else entries.reshape(at.shape)
        return stacked(objective(variable))

    return torch.autograd.functional.jacobian(flat, columns)


def main():
    given = json.load(sys.stdin)
    values = {name: torch.tensor(value) for name, value in given["values"].items()}
    found = [answer(kind, name, code, values).tolist() for kind, name, code in given["jobs"]]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
