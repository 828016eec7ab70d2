"""The product rule read backwards: ∫ eᵏˣ (k f + f') dx = eᵏˣ f."""

from __future__ import annotations

from collections.abc import Iterator

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.judgement import identical
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import Add, Div, E, Expr, Neg, Pow, Sym
from fluxions.calculus.numbers.agreement import agree
from fluxions.calculus.rules.integration.integrand import Powers, factored, indefinite, line, of_powers
from fluxions.calculus.rules.integration.pieces import product
from fluxions.calculus.rules.integration.slopes import slope

MOST_TRIED = 12


def product_backwards(node: Expr) -> Expr | Found | None:
    """eᵏˣ g, where g = k f + f' for a term f of g."""
    goal = indefinite(node)
    if goal is None:
        return None
    g, x = goal
    constant, powers = factored(g, x)
    rates = [(base, k) for base in powers if (k := _rate(base, x)) is not None and powers[base] == 1]
    if len(rates) != 1 or len(powers) < 2:
        return None
    exponential, k = rates[0]
    rest = {base: n for base, n in powers.items() if base != exponential}
    whole = of_powers(rest)
    for f in _candidates(rest, k):
        fall = slope(f, x)
        if fall is None:
            continue
        both = tidied(Add((product((k, f)), fall)))
        if agree(both, whole, 2, 64) == "agree" and (both == whole or identical(both, whole)):
            value = tidied(product((constant, exponential, f)))
            using = (("f", f), ("w", tidied(product((k, f)))), ("r", tidied(product((exponential, f)))), ("g", whole))
            return Found(value, using)
    return None


def _rate(e: Expr, x: Sym) -> Expr | None:
    """k of eᵏˣ⁺ᶜ."""
    match e:
        case Pow(base, exponent) if base == E:
            linear = line(exponent, x)
            return None if linear is None else linear[0]
    return None


def _candidates(powers: Powers, k: Expr) -> Iterator[Expr]:
    """Each term of a sum on top over the rest, and the bottom to a power one lower; of either sign."""
    tried = 0
    for base, n in powers.items():
        others = {each: m for each, m in powers.items() if each != base}
        parts: tuple[Expr, ...] = ()
        if n == 1 and isinstance(base, Add):
            sizes = (term.arg if isinstance(term, Neg) else term for term in base.terms)
            parts = tuple(product((each, of_powers(others))) for each in sizes)
        elif n < -1 and n.denominator == 1:
            parts = (of_powers({base: n + 1}),)
        for each in parts:
            for f in dict.fromkeys((tidied(each), tidied(Div(each, k)), tidied(Neg(each)))):
                tried += 1
                if tried <= MOST_TRIED:
                    yield f


RULES = (
    Rule("product-rule-backwards", "integration-by-parts",
         "The factor ${g}$ is ${w}$ plus the derivative of ${f}$, so by the product rule this is the derivative of "
         "${r}$.",
         product_backwards, "the product rule read backwards", cost=4),
)  # fmt: skip
