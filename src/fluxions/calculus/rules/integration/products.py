"""Products of waves of different angles, multiple angles, and fractions with 1 ± sin, 1 ± cos or a sum of waves."""

from __future__ import annotations

from fractions import Fraction

from fluxions.calculus.derivation.rule import Condition, Found, Rule
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, Div, Expr, Fn, Int, Mul, Neg, Num, Pow, Rel, Sym, fn, sqrt
from fluxions.calculus.rules.integration.angles import CIRCULAR, angles_in, waves
from fluxions.calculus.rules.integration.integrand import (
    exchanged,
    factored,
    indefinite,
    line,
    of_powers,
    power,
    signed,
)
from fluxions.calculus.rules.integration.lowest_terms import in_lowest_terms
from fluxions.calculus.rules.integration.pieces import product
from fluxions.calculus.trees import free_of, nodes

WAVES = ("sin", "cos")
MOST_MULTIPLE = 6


def product_to_sum(node: Expr) -> Expr | Found | None:
    """sin a cos b = (sin(a − b) + sin(a + b))/2, and the like for two sines and two cosines."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    constant, powers = factored(f, x)
    found = [base for base, n in powers.items() if n == 1 and isinstance(base, Fn) and _is_wave(base, x)]
    pair = next(((a, b) for i, a in enumerate(found) for b in found[i + 1 :] if a.args != b.args), None)
    if pair is None:
        return None
    others = of_powers({base: n for base, n in powers.items() if base not in pair})
    first, second = sorted(pair, key=lambda each: each.name, reverse=True)  # a sine first
    terms = _as_sum(first, second)
    summed = Add(tuple(-product((others, t.arg)) if isinstance(t, Neg) else product((others, t)) for t in terms.terms))
    opened = Int(tidied(product((Div(constant, TWO), summed))), x)
    return Found(opened, (("f", Mul(pair)), ("g", tidied(Div(terms, TWO)))))


def _is_wave(e: Fn, x: Sym) -> bool:
    return e.name in WAVES and line(e.args[0], x) is not None


def _as_sum(f: Fn, g: Fn) -> Add:
    """2 f g as a sum; of a mixed pair f is the sine."""
    a, b = f.args[0], g.args[0]
    less, more = tidied(Add((a, Neg(b)))), tidied(Add((a, b)))
    match f.name, g.name:
        case "sin", "sin":
            return Add((_even("cos", less), Neg(_even("cos", more))))
        case "cos", "cos":
            return Add((_even("cos", less), _even("cos", more)))
    return Add((_wave("sin", less), _wave("sin", more)))


def _even(name: str, u: Expr) -> Expr:
    return fn(name, signed(u)[1])


def _wave(name: str, u: Expr) -> Expr:
    negative, size = signed(u)
    return Neg(fn(name, size)) if negative else fn(name, size)


def multiple_angles(node: Expr) -> Expr | Found | None:
    """sin 2w and cos 3w among functions of w, written by sin w and cos w."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    angles = angles_in(f, x, CIRCULAR)
    slopes = [_numeric_slope(each, x) for each in angles]
    if len(angles) < 2 or None in slopes:
        return None
    least = min((each for each in slopes if each is not None), key=abs)
    w = angles[slopes.index(least)]
    table = {}
    for angle, slope in zip(angles, slopes, strict=True):
        n = (slope or Fraction(0)) / least
        if n.denominator != 1 or not 1 <= n <= MOST_MULTIPLE or tidied(Mul((Num(n), w))) != tidied(angle):
            return None
        if n > 1:
            table.update(_by_single(angle, int(n), w))
    written = exchanged(f, table)
    met = [(old, new) for old, new in table.items() if old in set(nodes(f))]
    if not met:
        return None
    return Found(Int(tidied(written), x), (("u", met[0][0]), ("v", met[0][1])))


def _numeric_slope(angle: Expr, x: Sym) -> Fraction | None:
    linear = line(angle, x)
    slope = None if linear is None or linear[1] != ZERO else linear[0]
    return slope.value if isinstance(slope, Num) else None


def _by_single(angle: Expr, n: int, w: Expr) -> dict[Expr, Expr]:
    """The functions of n·w by sin w and cos w."""
    sine, cosine = multiple(n, fn("sin", w), fn("cos", w))
    return {
        fn("sin", angle): sine, fn("cos", angle): cosine, fn("tan", angle): Div(sine, cosine),
        fn("cot", angle): Div(cosine, sine), fn("sec", angle): Div(ONE, cosine), fn("csc", angle): Div(ONE, sine),
    }  # fmt: skip


def multiple(n: int, sine: Expr, cosine: Expr) -> tuple[Expr, Expr]:
    """sin nw and cos nw by sin w and cos w, from (cos w + i sin w)ⁿ; cos 2w is 1 − 2 sin² w."""
    if n == 1:
        return sine, cosine
    if n == 2:
        return product((TWO, sine, cosine)), Add((ONE, Neg(product((TWO, Pow(sine, TWO))))))
    s, c = multiple(n - 1, sine, cosine)
    return (
        tidied(Add((Mul((s, cosine)), Mul((c, sine))))),
        tidied(Add((Mul((c, cosine)), Neg(Mul((s, sine)))))),
    )


def in_sine_and_cosine(node: Expr) -> Expr | Found | None:
    """tan, cot, sec and csc in a sum below the line, written by sin and cos in lowest terms."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    angles = angles_in(f, x, CIRCULAR)
    met = [e for e in dict.fromkeys(nodes(f)) if isinstance(e, Fn) and e.name in ("tan", "cot", "sec", "csc")]
    if len(angles) != 1 or not met or waves(node) is not None:
        return None
    sine, cosine = fn("sin", angles[0]), fn("cos", angles[0])
    table = {"tan": Div(sine, cosine), "cot": Div(cosine, sine), "sec": Div(ONE, cosine), "csc": Div(ONE, sine)}
    written = in_lowest_terms(exchanged(f, {e: table[e.name] for e in met}))
    if not isinstance(written, Div):
        return None
    return Found(Int(written, x), (("f", met[0]), ("g", table[met[0].name])))


def conjugate_of_one_and_wave(node: Expr) -> Expr | Found | None:
    """1/(1 ± sin w) = (1 ∓ sin w)/cos² w, and the like for cos, sec and csc."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    constant, powers = factored(f, x)
    for base, n in powers.items():
        turned = _conjugate(base, x) if n == -1 else None
        if turned is None:
            continue
        other, below = turned
        rest = {each: k for each, k in powers.items() if each != base}
        top = of_powers({each: k for each, k in rest.items() if k > 0}, constant)
        under = of_powers({each: -k for each, k in rest.items() if k < 0})
        opened = Int(_by_terms(top, other, product((under, below))), x)
        return Found(opened, (("u", base), ("v", other), ("w", below)))
    return None


def _by_terms(top: Expr, bracket: Expr, below: Expr) -> Expr:
    """top · bracket / below, each term of the bracket over the denominator."""
    assert isinstance(bracket, Add)
    return tidied(Add(tuple(_quotient(top, each, below) for each in bracket.terms)))


def _quotient(top: Expr, term: Expr, below: Expr) -> Expr:
    if isinstance(term, Neg):
        return Neg(Div(product((top, term.arg)), below))
    return Div(product((top, term)), below)


OTHER_SQUARE = {"sin": ("cos", 1), "cos": ("sin", 1), "sec": ("tan", -1), "csc": ("cot", -1)}


def _conjugate(base: Expr, x: Sym) -> tuple[Expr, Expr] | None:
    """(a − b·wave, a²·square of the other) for a + b·wave with b = ±a: their product with the base is that square."""
    match base:
        case Add((first, second)):
            a, moving = (first, second) if free_of(first, x) else (second, first)
            sign, size = (-1, moving.arg) if isinstance(moving, Neg) else (1, moving)
            scale, wave = _scaled(size)
            if not free_of(a, x) or not isinstance(wave, Fn) or wave.name not in OTHER_SQUARE:
                return None
            if line(wave.args[0], x) is None or tidied(a) not in (scale, tidied(Neg(scale))):
                return None
            name, of_one = OTHER_SQUARE[wave.name]
            square = product((tidied(Pow(a, TWO)), Pow(fn(name, wave.args[0]), TWO)))
            other = Add((a, Neg(size) if sign > 0 else size))
            return (other, square) if of_one > 0 else (Add((size if sign > 0 else Neg(size), Neg(a))), square)
    return None


def _scaled(e: Expr) -> tuple[Expr, Expr]:
    match e:
        case Mul((c, wave)):
            return c, wave
    return ONE, e


def one_wave_from_two(node: Expr) -> Expr | Found | None:
    """A sum a sin w + b cos w is R sin(w + φ) with R = √(a² + b²) and φ = arctan(b/a), for a > 0."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    constant, powers = factored(f, x)
    for base, n in powers.items():
        parts = two_waves(base, x)
        if parts is None or n.denominator != 1 or n >= 0 or len(powers) > 1:
            continue
        a, b, w = parts
        turn = tidied(fn("arctan", Div(b, a)))
        size = tidied(sqrt(Add((Pow(a, TWO), Pow(b, TWO)))))
        sign, condition = _sign(a)
        wave = product((size, fn("sin", tidied(Add((w, turn))))))
        turned = power(fn("sin", tidied(Add((w, turn)))), -n)
        above = product((constant, Num(sign if n % 2 else 1)))
        opened = Int(tidied(Div(above, product((power(size, -n), turned)))), x)
        return Found(opened, (("u", base), ("v", wave if sign > 0 else Neg(wave))), condition)
    return None


def _sign(a: Expr) -> tuple[int, tuple[Condition, ...]]:
    if isinstance(a, Num):
        return (1 if a.value > 0 else -1), ()
    return 1, (Condition(Rel(">", a, ZERO), "assumed"),)


def two_waves(e: Expr, x: Sym) -> tuple[Expr, Expr, Expr] | None:
    """(a, b, w) with e = a sin w + b cos w."""
    if not isinstance(e, Add) or len(e.terms) != 2:
        return None
    found: dict[str, tuple[Expr, Expr]] = {}
    for term in e.terms:
        c, powers = factored(term, x)
        match list(powers.items()):
            case [(Fn("sin" | "cos" as name, (w,)), n)] if n == 1 and line(w, x) is not None:
                found[name] = (c, w)
    if len(found) != 2 or found["sin"][1] != found["cos"][1]:
        return None
    return found["sin"][0], found["cos"][0], found["sin"][1]


def denominator_and_its_slope(node: Expr) -> Expr | Found | None:
    """(a sin + b cos)/(c sin + d cos) = α + β (c cos − d sin)/(c sin + d cos)."""
    goal = indefinite(node)
    if goal is None:
        return None
    f, x = goal
    match f:
        case Div(top, bottom):
            below, above = two_waves(bottom, x), _one_or_two(top, x)
        case _:
            return None
    if below is None or above is None or above[2] not in (None, below[2]):
        return None
    (c, d, w), (a, b, _) = below, above
    size = Add((Pow(c, TWO), Pow(d, TWO)))
    alpha = tidied(Div(Add((Mul((a, c)), Mul((b, d)))), size))
    beta = tidied(Div(Add((Mul((b, c)), Neg(Mul((a, d))))), size))
    sine, cosine = fn("sin", w), fn("cos", w)
    slope = tidied(Add((product((c, cosine)), Neg(product((d, sine))))))
    opened = Int(tidied(Add((alpha, Mul((beta, Div(slope, bottom)))))), x)
    return Found(opened, (("a", alpha), ("b", beta), ("u", bottom), ("v", slope)))


def _one_or_two(e: Expr, x: Sym) -> tuple[Expr, Expr, Expr | None] | None:
    both = two_waves(e, x)
    if both is not None:
        return both
    c, powers = factored(e, x)
    match list(powers.items()):
        case [(Fn("sin", (w,)), n)] if n == 1:
            return c, ZERO, w
        case [(Fn("cos", (w,)), n)] if n == 1:
            return ZERO, c, w
    return None


TRIG = "trig-integrals"
RULES = (
    Rule("product-to-sum", TRIG, "Write the product ${f}$ as the sum ${g}$.", product_to_sum,
         "the product-to-sum formula", cost=2),
    Rule("conjugate-of-one-and-wave", TRIG,
         "Multiply top and bottom by ${v}$: the bottom becomes ${w}$.", conjugate_of_one_and_wave,
         "multiplying by the conjugate", cost=3),
    Rule("multiple-angles", TRIG, "Bring all to one angle: ${u} = {v}$.", multiple_angles,
         "the double-angle formulas", cost=4),
    Rule("in-sine-and-cosine", TRIG, "Write all by sine and cosine: ${f} = {g}$.", in_sine_and_cosine,
         "sine and cosine alone", cost=2),
    Rule("denominator-and-its-slope", TRIG,
         "Write the top as ${a}$ times the bottom ${u}$ plus ${b}$ times its derivative ${v}$.",
         denominator_and_its_slope, "splitting off the derivative of the bottom", cost=3),
    Rule("one-wave-from-two", "trig-functions", "Write ${u}$ as one wave, ${v}$.", one_wave_from_two,
         "one wave from two", cost=4),
)  # fmt: skip
