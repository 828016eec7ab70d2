"""Powers of a sine or cosine beside another factor, as sums over multiples of the angle."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, Expr, Fn, Int, Num, fn
from fluxions.calculus.rules.integration.pieces import Pieces, built, linear, pieces, product, total
from fluxions.calculus.rules.integration.squares import coefficients

LARGEST = 9


def power_by_multiples(goal: Expr) -> Expr | Found | None:
    """p(x) sin³x = p(x) (3 sin x − sin 3x)/4: a power beside a polynomial as sines or cosines of multiple angles."""
    match goal:
        case Int(f, x, None):
            apart = pieces(f, x)
            for base, n in apart.powers:
                if not (isinstance(base, Fn) and base.name in ("sin", "cos") and isinstance(n, Num)):
                    continue
                whole = n.value.denominator == 1 and 2 < n.value <= LARGEST
                others = [each for each in apart.powers if each[0] != base]
                if not (whole and others and linear(base.args[0], x) is not None):
                    continue
                if any(coefficients(b, x) is None or not isinstance(m, Num) for b, m in others):
                    continue
                spread = by_multiples(base.name, base.args[0], int(n.value))
                rest = built(Pieces(apart.constant, tuple(others)))
                return Found(Int(product((rest, spread)), x), (("f", built(Pieces(ONE, ((base, n),)))), ("g", spread)))
    return None


def by_multiples(name: str, u: Expr, n: int) -> Expr:
    """sinⁿu or cosⁿu as a sum, by Euler's formula and the binomial theorem."""
    terms: list[Expr] = []
    odd_sine = name == "sin" and n % 2 == 1
    for k in range((n + 1) // 2):
        sign = 1 if name == "cos" else (-1) ** (k + n // 2)
        weight = Fraction(sign * comb(n, k), 2 ** (n - 1))
        angle = tidied(product((Num(n - 2 * k), u)))
        terms.append(tidied(product((Num(weight), fn("sin" if odd_sine else "cos", angle)))))
    if n % 2 == 0:
        terms.append(Num(Fraction(comb(n, n // 2), 2**n)))
    return tidied(total(terms))


RULES = (
    Rule("power-by-multiple-angles", "trig-integrals", "Write the power by multiples of the angle: ${f} = {g}$.",
         power_by_multiples, "multiples of the angle", cost=3),
)  # fmt: skip
