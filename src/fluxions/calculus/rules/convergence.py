"""Does a series converge? The tests in the order in which they are tried, each with what it needs."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    INF,
    ONE,
    ZERO,
    Const,
    Div,
    Expr,
    Fn,
    Int,
    Limit,
    Neg,
    Num,
    Operator,
    Pow,
    Rel,
    Root,
    Sum,
    Sym,
    fn,
)  # fmt: skip
from fluxions.calculus.rules.growth import LINEAR, LOG, LOG_LOG, N_LOG_N, Growth, growth, leading
from fluxions.calculus.rules.tendency import Way, ends_at, is_zero, settles_off_zero, side_of, sign_of
from fluxions.calculus.rules.terms import alternation, factors_of, next_over_this, nth_root, quotient
from fluxions.calculus.trees import free_of, nodes, substituted, symbols

CONVERGES, DIVERGES = Const("converges"), Const("diverges")
ABSOLUTELY, CONDITIONALLY = Const("absolutely"), Const("conditionally")


def _series(node: Expr) -> tuple[Expr, Sym, Expr] | None:
    match node:
        case Operator("converges", (Sum(a, n, low, high),)) if high == INF:
            return a, n, low
    return None


def _way(n: Sym) -> Way:
    return Way(n, INF)


def _positive(a: Expr, n: Sym) -> bool:
    """Without alternation and with one sign far out."""
    return alternation(a, n)[0] == 1 and side_of(a, _way(n)) != 0


def _word(limit: Expr, kind: str, *more: Expr) -> Expr:
    return Operator(kind, (limit, *more))


def geometric(node: Expr) -> Expr | Found | None:
    """Σ c qⁿ converges exactly for |q| < 1."""
    match _series(node):
        case (a, n, _):
            ratio = next_over_this(alternation(a, n)[1], n)
            size = sign_of(ratio)
            moving = [each for each in nodes(a) if isinstance(each, Pow) and not free_of(each.exponent, n)]
            if free_of(ratio, n) and moving and size and not symbols(ratio):
                q = tidied(Neg(ratio)) if alternation(a, n)[0] < 0 else ratio
                small = sign_of(tidied(ONE - ratio)) > 0
                word = DIVERGES if not small else ABSOLUTELY if alternation(a, n)[0] < 0 else CONVERGES
                return Found(word, (("q", q),))
    return None


def p_series(node: Expr) -> Expr | Found | None:
    """Σ c/nᵖ converges exactly for p > 1."""
    match _series(node):
        case (a, n, _):
            p = _exponent(a, n)
            if p is not None:
                return Found(CONVERGES if p > 1 else DIVERGES, (("p", Num(p)), ("a", a)))
    return None


def _exponent(a: Expr, n: Sym) -> Fraction | None:
    """p where a is c/nᵖ."""
    _, above, below = factors_of(a)
    total = Fraction(0)
    for sign, side in ((-1, above), (1, below)):
        for each in side:
            match each:
                case Sym() if each == n:
                    total += sign
                case Pow(base, Num(k)) if base == n:
                    total += sign * k
                case Root(base, Num(k)) if base == n:
                    total += sign / k
                case Root(Pow(base, Num(m)), Num(k)) if base == n:
                    total += sign * m / k
                case _ if free_of(each, n):
                    continue
                case _:
                    return None
    return total if total > 0 else None


def term_test(node: Expr) -> Expr | Found | None:
    """Where the terms do not go to zero, the series diverges."""
    match _series(node):
        case (a, n, _):
            size = alternation(a, n)[1]
            end = ends_at(size, _way(n))
            size_grows = growth(size, _way(n))
            grows = leading(size_grows)
            stays = end is not None and (end.infinite or (end.value is not None and sign_of(end.value) != 0))
            level = size_grows is not None and grows is None and not _swings(size, n)
            if stays or (
                end is None and (level or settles_off_zero(size, _way(n)) or (grows is not None and grows[1] > 0))
            ):
                return Found(_word(Limit(size, n, INF), "termtest"), (("a", size),))
    return None


def term_test_decides(node: Expr) -> Expr | Found | None:
    """Terms that do not go to zero: no convergence."""
    match node:
        case Operator("termtest", (limit,)) if limit in (INF, Neg(INF)) or (not is_zero(limit)):
            return Found(DIVERGES, (("a", limit),))
    return None


def absolute_first(node: Expr) -> Expr | Found | None:
    """Signs that alternate: look at the sizes first."""
    match _series(node):
        case (a, n, low) if alternation(a, n)[0] < 0:
            size = alternation(a, n)[1]
            return Found(
                Operator("absolute", (Operator("converges", (Sum(size, n, low, INF),)), size, n)), (("a", size),)
            )
        case (a, n, low) if _swings(a, n):
            size = fn("abs", a)
            bound = _bounded(a, n)
            if bound is not None:
                return Found(Operator("absolute", (Operator("converges", (Sum(bound, n, low, INF),)), bound, n)),
                             (("a", bound),), (Condition(Rel("<=", size, bound), "proved"),))  # fmt: skip
    return None


def _swings(a: Expr, n: Sym) -> bool:
    return any(
        isinstance(each, Fn) and each.name in ("sin", "cos") and not free_of(each, n) for each in factors_of(a)[1]
    )


def _bounded(a: Expr, n: Sym) -> Expr | None:
    """a with its sines and cosines left out, which are at most 1."""
    _, above, below = factors_of(a)
    kept = [
        each for each in above if not (isinstance(each, Fn) and each.name in ("sin", "cos") and not free_of(each, n))
    ]
    return tidied(quotient(kept, below))


def absolute_decides(node: Expr) -> Expr | Found | None:
    """A series whose sizes converge converges absolutely."""
    match node:
        case Operator("absolute", (word, a, _)) if word == CONVERGES:
            return Found(ABSOLUTELY, (("a", a),))
    return None


def leibniz(node: Expr) -> Expr | Found | None:
    """Sizes that fall to zero with alternating signs: it converges, here not absolutely."""
    match node:
        case Operator("absolute", (word, a, Sym() as n)) if word == DIVERGES and falls(a, n):
            null = Condition(Rel("=", Limit(a, n, INF), ZERO), "numeric")
            down = Condition(Rel("<=", substituted(a, {n.name: n + ONE}), a), "numeric")
            return Found(CONDITIONALLY, (("a", a),), (null, down))
    return None


def falls(a: Expr, n: Sym) -> bool:
    """Does a go to zero, going down from some place on?"""
    step = tidied(substituted(a, {n.name: n + ONE}) - a)
    end = ends_at(a, _way(n))
    sizes = growth(a, _way(n))
    down = leading(sizes)
    null = (end is not None and end.value is not None and is_zero(end.value)) or (down is not None and down[1] < 0)
    return null and side_of(step, _way(n)) < 0


def ratio_test(node: Expr) -> Expr | Found | None:
    """The limit of aₙ₊₁/aₙ, for terms with factorials or nth powers."""
    match _series(node):
        case (a, n, _) if _positive(a, n) and _kind(a, n) & {N_LOG_N, LINEAR}:
            ratio = next_over_this(a, n)
            return Found(_word(Limit(ratio, n, INF), "ratiotest"), (("a", a), ("q", ratio)))
    return None


def _kind(a: Expr, n: Sym) -> set[tuple[float, float]]:
    grown: Growth | None = growth(a, _way(n))
    top = leading(grown)
    return set() if top is None else {top[0]}


def root_test(node: Expr) -> Expr | Found | None:
    """The limit of the nth root of aₙ, for terms that are nth powers as a whole."""
    match _series(node):
        case (a, n, _) if _positive(a, n):
            root = nth_root(a, n)
            whole = [each for each in factors_of(a)[1] + factors_of(a)[2] if isinstance(each, Pow)]
            if root is not None and any(not free_of(each.base, n) or each.exponent != n for each in whole):
                return Found(_word(Limit(root, n, INF), "roottest"), (("a", a), ("q", root)))
    return None


def quotient_decides(node: Expr) -> Expr | Found | None:
    """A limit below 1: convergence; above 1: divergence."""
    match node:
        case Operator("ratiotest" | "roottest", (limit,)) if limit not in (INF, ONE):
            side = sign_of(tidied(ONE - limit))
            if side:
                return Found(CONVERGES if side > 0 else DIVERGES, (("q", limit),))
        case Operator("ratiotest" | "roottest", (limit,)) if limit == INF:
            return Found(DIVERGES, (("q", limit),))
    return None


def limit_comparison(node: Expr) -> Expr | Found | None:
    """aₙ against 1/nᵖ, where p is how fast aₙ falls: aₙnᵖ has a finite limit other than 0."""
    match _series(node):
        case (a, n, low) if _positive(a, n):
            grown = growth(a, _way(n))
            if grown is None:
                return None
            kept = {scale: c for scale, c in grown.items() if abs(c) > 1e-9}
            if set(kept) == {LOG} and kept[LOG] < 0:
                p = Fraction(-kept[LOG]).limit_denominator(12)
                like = Div(ONE, n if p == 1 else Pow(n, Num(p)))
                start = low if low != ZERO else ONE
                ratio = tidied(Div(a, like))
                return Found(
                    Operator("comparison", (Limit(ratio, n, INF), Operator("converges", (Sum(like, n, start, INF),)))),
                    (("a", a), ("b", like)),
                )
    return None


def comparison_decides(node: Expr) -> Expr | Found | None:
    """A finite limit other than 0: both series do the same."""
    match node:
        case Operator("comparison", (limit, word)) if limit not in (INF, Neg(INF)) and not is_zero(limit):
            return Found(word, (("q", limit), ("w", word)))
    return None


def direct_comparison(node: Expr) -> Expr | Found | None:
    """aₙ ≤ 1/nᵖ with p > 1, or aₙ ≥ 1/n, from some place on, where logarithms or faster things are in it."""
    match _series(node):
        case (a, n, low) if _positive(a, n):
            top = leading(growth(a, _way(n)))
            if top is None or top[1] >= 0:
                return None
            if top[0] > LOG:
                p: Fraction | None = Fraction(2)
            elif top[0] == LOG:
                p = _between(-top[1], growth(a, _way(n)) or {})
            else:
                p = Fraction(1)
            if p is None:
                return None
            like = Div(ONE, n if p == 1 else Pow(n, Num(p)))
            start = low if low != ZERO else ONE
            order = Rel(">=" if p <= 1 else "<=", a, like)
            if side_of(tidied(a - like) if p <= 1 else tidied(like - a), _way(n)) < 1:
                return None
            return Found(Operator("comparison", (ONE, Operator("converges", (Sum(like, n, start, INF),)))),
                         (("a", a), ("b", like), ("order", order)), (Condition(order, "numeric"),))  # fmt: skip
    return None


def _between(falls_like: float, grown: Growth) -> Fraction | None:
    """An exponent between 1 and how fast the terms fall."""
    if falls_like > 1 + 1e-9:
        return (1 + Fraction(falls_like).limit_denominator(12)) / 2
    if falls_like < 1 - 1e-9 or grown.get(LOG_LOG, 0.0) > 0:
        return Fraction(1)
    return None


def integral_test(node: Expr) -> Expr | Found | None:
    """Σ 1/(n (ln n)ᵖ) by ∫: with u = ln x the integral is that of u⁻ᵖ, finite exactly for p > 1."""
    match _series(node):
        case (a, n, low) if _positive(a, n):
            p = _log_exponent(a, n)
            if p is not None:
                f, x = substituted(a, {n.name: Sym("x")}), Sym("x")
                falling = Condition(Rel("<=", substituted(a, {n.name: n + ONE}), a), "numeric")
                word = CONVERGES if p > 1 else DIVERGES
                return Found(word, (("p", Num(p)), ("f", Int(f, x, low, INF))), (falling,))
    return None


def _log_exponent(a: Expr, n: Sym) -> Fraction | None:
    """p where a is c/(n (ln n)ᵖ)."""
    _, above, below = factors_of(a)
    if [each for each in above if not free_of(each, n)] or n not in below:
        return None
    rest = [each for each in below if each != n and not free_of(each, n)]
    log = fn("ln", n)
    match rest:
        case [u] if u == log:
            return Fraction(1)
        case [Pow(u, Num(p))] if u == log:
            return Fraction(p)
        case [Root(u, Num(m))] if u == log:
            return Fraction(1 / m)
    return None


SKILL, GEOMETRIC = "series-convergence", "sequences-geometric-series"
EARLY = (
    Rule("geometric-series", GEOMETRIC, "A geometric series with the ratio ${q}$: it converges exactly when the size "
         "of the ratio is below 1.", geometric, "the geometric series", early=True),
    Rule("term-test", SKILL, "Look at the terms first: if ${a}$ does not go to 0, the series cannot converge.",
         term_test, "the test of the terms", early=True),
    Rule("absolute-values-first", SKILL, "The signs change: look at the sizes ${a}$ first.", absolute_first,
         "absolute convergence", early=True),
    Rule("p-series", SKILL, "A p-series with $p = {p}$: it converges exactly for $p > 1$.", p_series, "the p-series",
         early=True),
    Rule("root-test", SKILL, "The terms are nth powers: look at the nth root ${q}$ of ${a}$.", root_test,
         "the root test", early=True),
    Rule("ratio-test", SKILL, "Compare each term with the one before: the quotient of neighbours is ${q}$.",
         ratio_test, "the ratio test", early=True),
    Rule("integral-test", SKILL, "The terms fall: compare with ${f}$. With $u = \\ln x$ it is the integral of "
         "$u^{-{p}}$, which is finite exactly when the exponent ${p}$ is above 1.", integral_test, "the integral test",
         early=True),
    Rule("limit-comparison", SKILL, "Far out ${a}$ is like ${b}$: compare the two by their quotient.",
         limit_comparison, "the limit comparison test", early=True),
    Rule("direct-comparison", SKILL, "From some place on ${order}$: compare with that series.", direct_comparison,
         "the comparison test", early=True),
)  # fmt: skip
DECIDED = (
    Rule("terms-not-null", SKILL, "The terms go to ${a}$ and not to 0: the series diverges.", term_test_decides,
         "terms that do not go to zero"),
    Rule("converges-absolutely", SKILL, "The series of the sizes ${a}$ converges, so the series converges absolutely.",
         absolute_decides, "absolute convergence decided"),
    Rule("alternating-test", SKILL, "The signs alternate and the sizes ${a}$ fall to 0: the series converges, though "
         "not absolutely.", leibniz, "the alternating series test"),
    Rule("quotient-against-one", SKILL, "The limit is ${q}$: below 1 the series converges, above 1 it diverges.",
         quotient_decides, "the limit against 1"),
    Rule("same-behaviour", SKILL, "The comparison holds, so the series does the same: ${w}$.", comparison_decides,
         "two series that do the same"),
)  # fmt: skip
RULES = (*EARLY, *DECIDED)
