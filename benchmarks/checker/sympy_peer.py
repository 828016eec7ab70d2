"""SymPy in a process: reads a JSON pair a line, writes true, false or null."""

import json
import sys

import sympy as sp
from sympy.parsing.sympy_parser import parse_expr

NAMES = {
    "e": sp.E, "sigmoid": lambda u: 1 / (1 + sp.exp(-u)), "softplus": lambda u: sp.log(1 + sp.exp(u)),
    "relu": lambda u: sp.Max(u, 0), "Phi": lambda u: (1 + sp.erf(u / sp.sqrt(2))) / 2,
    "phi": lambda u: sp.exp(-(u**2) / 2) / sp.sqrt(2 * sp.pi), "silu": lambda u: u / (1 + sp.exp(-u)),
    "gelu": lambda u: u * (1 + sp.erf(u / sp.sqrt(2))) / 2, "logit": lambda u: sp.log(u / (1 - u)), "i": sp.I,
}  # fmt: skip


def expression(text: str) -> sp.Expr:
    found = parse_expr(text, local_dict=NAMES)
    return found.subs({each: sp.Symbol(each.name, real=True) for each in found.free_symbols})


def same(how: str, left: sp.Expr, right: sp.Expr) -> bool | None:
    if how == "simplify":
        return bool(sp.simplify(left - right) == 0)
    found = left.equals(right)
    return None if found is None else bool(found)


for line in sys.stdin:
    try:
        answer, expected = map(expression, json.loads(line))
        verdict = same(sys.argv[1], answer, expected)
    except Exception:
        verdict = None
    print("@@", json.dumps(verdict), flush=True)
