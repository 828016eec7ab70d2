"""The reduction formulas: a power of one function, expressed by the power two lower.

Source: each is one integration by parts; NIST DLMF §4.26(iii), §4.40(iii). The tests confirm every row by mpmath.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from fluxions.calculus.derivation.rule import Found, Rewrite, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, Add, Div, Expr, Int, Mul, Neg, Num, fn
from fluxions.calculus.rules.integration.angles import CIRCULAR, HYPERBOLIC, hyperbolic_waves, waves
from fluxions.calculus.rules.integration.integrand import power
from fluxions.calculus.rules.integration.pieces import product

HIGHEST = 40


class Reduction(NamedTuple):
    """∫ fⁿ = sign · lead / divisor + left · ∫ fⁿ⁻², for an angle w; n is a whole number."""

    lead: Callable[[Expr, int], Expr]
    sign: int
    divisor: Callable[[int], int]
    left: Callable[[int], Num]
    formula: str


def _beside(name: str, other: str, lower: int) -> Callable[[Expr, int], Expr]:
    return lambda w, n: product((power(fn(name, w), n - lower), fn(other, w)))


def _alone(name: str) -> Callable[[Expr, int], Expr]:
    return lambda w, n: power(fn(name, w), n - 1)


def _same(n: int) -> int:
    return n


def _less(n: int) -> int:
    return n - 1


def _by_n(n: int) -> Num:
    return Num(n - 1, n)


def _by_less(n: int) -> Num:
    return Num(n - 2, n - 1)


REDUCTIONS: dict[str, Reduction] = {
    "sin": Reduction(_beside("sin", "cos", 1), -1, _same, _by_n,
                     "n\\int\\sin^n = -\\sin^{n-1}\\cos + (n-1)\\int\\sin^{n-2}"),
    "cos": Reduction(_beside("cos", "sin", 1), 1, _same, _by_n,
                     "n\\int\\cos^n = \\cos^{n-1}\\sin + (n-1)\\int\\cos^{n-2}"),
    "tan": Reduction(_alone("tan"), 1, _less, lambda n: Num(-1),
                     "(n-1)\\int\\tan^n = \\tan^{n-1} - (n-1)\\int\\tan^{n-2}"),
    "cot": Reduction(_alone("cot"), -1, _less, lambda n: Num(-1),
                     "(n-1)\\int\\cot^n = -\\cot^{n-1} - (n-1)\\int\\cot^{n-2}"),
    "sec": Reduction(_beside("sec", "tan", 2), 1, _less, _by_less,
                     "(n-1)\\int\\sec^n = \\sec^{n-2}\\tan + (n-2)\\int\\sec^{n-2}"),
    "csc": Reduction(_beside("csc", "cot", 2), -1, _less, _by_less,
                     "(n-1)\\int\\csc^n = -\\csc^{n-2}\\cot + (n-2)\\int\\csc^{n-2}"),
    "sinh": Reduction(_beside("sinh", "cosh", 1), 1, _same, lambda n: Num(1 - n, n),
                      "n\\int\\sinh^n = \\sinh^{n-1}\\cosh - (n-1)\\int\\sinh^{n-2}"),
    "cosh": Reduction(_beside("cosh", "sinh", 1), 1, _same, _by_n,
                      "n\\int\\cosh^n = \\cosh^{n-1}\\sinh + (n-1)\\int\\cosh^{n-2}"),
    "tanh": Reduction(_alone("tanh"), -1, _less, lambda n: ONE,
                      "(n-1)\\int\\tanh^n = -\\tanh^{n-1} + (n-1)\\int\\tanh^{n-2}"),
    "coth": Reduction(_alone("coth"), -1, _less, lambda n: ONE,
                      "(n-1)\\int\\coth^n = -\\coth^{n-1} + (n-1)\\int\\coth^{n-2}"),
    "sech": Reduction(_beside("sech", "tanh", 2), 1, _less, _by_less,
                      "(n-1)\\int\\operatorname{sech}^n = \\operatorname{sech}^{n-2}\\tanh "
                      "+ (n-2)\\int\\operatorname{sech}^{n-2}"),
    "csch": Reduction(_beside("csch", "coth", 2), -1, _less, lambda n: Num(2 - n, n - 1),
                      "(n-1)\\int\\operatorname{csch}^n = -\\operatorname{csch}^{n-2}\\coth "
                      "- (n-2)\\int\\operatorname{csch}^{n-2}"),
}  # fmt: skip
NAMES = {"sin": "sine", "cos": "cosine", "tan": "tangent", "cot": "cotangent", "sec": "secant", "csc": "cosecant"}


def _reduction(name: str, table: dict[str, tuple[int, int]]) -> Rewrite:
    row, (p, q) = REDUCTIONS[name], table[name]

    def rewrite(node: Expr) -> Expr | Found | None:
        seen = waves(node) if name in CIRCULAR else hyperbolic_waves(node)
        if seen is None or not seen.alone or not seen.whole:
            return None
        n = int(seen.p if p else seen.q) * (p or q)
        if not 3 <= n <= HIGHEST or seen.p != p * n or seen.q != q * n:
            return None
        below = product((Num(row.divisor(n)), seen.slope))
        lead = tidied(Div(row.lead(seen.w, n), below))
        left = row.left(n).value
        rest = product((Num(abs(left)), Int(power(fn(name, seen.w), n - 2), seen.x)))
        whole = Add((lead if row.sign > 0 else Neg(lead), rest if left > 0 else Neg(rest)))
        if seen.constant != ONE:
            whole = Mul((seen.constant, whole))  # type: ignore[assignment]
        return Found(whole, (("u", seen.w), ("n", Num(n))))

    rewrite.__doc__ = f"∫ {name}ⁿ by ∫ {name}ⁿ⁻²."
    return rewrite


def _rule(name: str, table: dict[str, tuple[int, int]]) -> Rule:
    said = NAMES.get(name, name)
    return Rule(
        f"reduction-{name}", "trig-integrals",
        f"Use the reduction formula ${REDUCTIONS[name].formula}$ with $n = {{n}}$.",
        _reduction(name, table), f"the reduction formula of {said}", cost=3,
    )  # fmt: skip


RULES = tuple(_rule(name, CIRCULAR if name in CIRCULAR else HYPERBOLIC) for name in REDUCTIONS)
