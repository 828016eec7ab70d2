"""Forms an answer can be asked in, judged on what was typed and only once its value is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations

from fluxions.calculus.equality.judgement import in_one_field
from fluxions.calculus.equality.normal import Normal
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, Add, Diff, Div, Expr, Fn, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.polynomials import Poly, TooBig, factors, ratio_in
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import free_of, mapped, nodes, size, standing, symbols
from fluxions.calculus.verdict import Text

Fault = Text | None
VARIABLES = ("x", "t", "z", "u", "s", "y", "w", "p", "theta")  # the first of them is the one a form is about
MOST_POWER = 400
FORMS = (
    "factored", "expanded", "simplified", "single-fraction", "lowest-terms", "partial-fractions", "completed-square",
    "exact", "no-derivatives", "decimals:N", "sigfigs:N",
)  # fmt: skip


def fault(e: Expr, form: str) -> Fault:
    """What speaks against the form, or None; raises ValueError for a form that does not exist."""
    name, _, digits = form.partition(":")
    if name in ("decimals", "sigfigs") and digits.isdigit():
        return _digits(e, name, int(digits))
    if form not in _FORMS:
        raise ValueError(f"there is no form {form!r}")
    return _FORMS[form](e)


def known(form: str) -> bool:
    """Is this the name of a form?"""
    name, _, digits = form.partition(":")
    return form in _FORMS or (name in ("decimals", "sigfigs") and digits.isdigit())


def _said(sentence: str, part: Expr) -> Text:
    return Text(sentence, (("part", ascii(part)),))


def _exact(e: Expr) -> Fault:
    for node in nodes(e):
        if isinstance(node, Num) and node.places is not None:
            return _said("The value is right, but an exact one is asked: {part} is a decimal.", node)
    return None


def _no_derivatives(e: Expr) -> Fault:
    for node in nodes(e):
        if isinstance(node, Diff):
            return _said("The value is right, but {part} is still to be worked out.", node)
    return Text("The value is right, but an operator is still to be worked out.") if standing(e) else None


def _digits(e: Expr, name: str, wanted: int) -> Fault:
    literal, power = mantissa(e.arg if isinstance(e, Neg) else e)
    if (
        (power and name == "decimals")
        or not isinstance(literal, Num)
        or (literal.bottom != 1 and literal.places is None)
    ):
        return Text("Give the value as a decimal.")
    slots = (("count", str(wanted)),)
    if name == "decimals":
        right = (literal.places or 0) == wanted
        return None if right else Text("Give the value with {count} decimal places.", slots)
    text = str(abs(literal.top)) if literal.places is not None else str(abs(literal.top)).rstrip("0") or "0"
    enough = len(text) == wanted or (literal.places is None and len(text) <= wanted <= len(str(abs(literal.top))))
    return None if enough else Text("Give the value to {count} significant digits.", slots)


def mantissa(e: Expr) -> tuple[Expr, int]:
    """m and n of m*10^n; any other expression with 0."""
    match e:
        case Mul((Num() as m, Pow(Num(10), exponent))):
            power = rational_value(exponent)
            if power is not None and power.denominator == 1 and abs(power) < MOST_POWER:
                return m, int(power)
    return e, 0


def _lowest_terms(e: Expr) -> Fault:
    for node in nodes(e):
        if isinstance(node, Num) and node.places is None and node.value.denominator != node.bottom:
            return _said("Equal, but the fraction {part} is not in lowest terms.", node)
        if isinstance(node, Div) and _cancels(node):
            return _said("Equal, but {part} can still be cancelled.", node)
    return None


def _cancels(node: Div) -> bool:
    """Have top and bottom a factor or a whole number in common?"""

    def ask(field: Normal) -> bool:
        return _shared(node, field) or _common_content(field, node)

    return in_one_field(ask) is True


def _shared(node: Div, field: Normal) -> bool:
    """Have top and bottom a factor in common, or a fraction within?"""
    top, bottom = field.lowest(field.of(node.top)), field.lowest(field.of(node.bottom))
    if not top.bottom.is_constant() or not bottom.bottom.is_constant():
        return True
    return not top.top.gcd(bottom.top).is_constant()


def _common_content(field: Normal, node: Div) -> bool:
    top, _ = factors(field.of(node.top).top)
    bottom, _ = factors(field.of(node.bottom).top)
    ratio = top / bottom
    whole = top.denominator == 1 == bottom.denominator
    return whole and ratio.denominator != abs(bottom) and abs(bottom) != 1


def _single_fraction(e: Expr) -> Fault:
    for node in _arithmetic(e):
        if isinstance(node, Add) and any(_has_division(term) for term in node.terms):
            return _said("Equal, but {part} is not written as one fraction.", node)
        if isinstance(node, Div) and any(_has_division(part) for part in (node.top, node.bottom)):
            return _said("Equal, but {part} is a fraction of fractions.", node)
    return None


def _has_division(e: Expr) -> bool:
    match e:
        case Div():
            return True
        case Num():
            return e.value.denominator != 1 and e.places is None
        case Pow(_, exponent):
            value = rational_value(exponent)
            return value is not None and value < 0
        case Fn() | Root():
            return False
    return any(_has_division(child) for child in e.children)


def _expanded(e: Expr) -> Fault:
    for node in _arithmetic(e):
        match node:
            case Mul(factors_of) if any(isinstance(each, Add) for each in factors_of):
                return _said("Equal, but {part} is not multiplied out.", node)
            case Pow(Add(), exponent):
                value = rational_value(exponent)
                if value is not None and value.denominator == 1 and value > 1:
                    return _said("Equal, but {part} is not multiplied out.", node)
            case Neg(Add()):
                return _said("Equal, but {part} is not multiplied out.", node)
            case Div(Add(), bottom) if not symbols(bottom):
                return _said("Equal, but {part} is not multiplied out.", node)
    return _like_terms(e)


def _like_terms(e: Expr) -> Fault:
    """Two terms of one sum that differ by a number only."""
    for node in _arithmetic(e):
        if isinstance(node, Add):
            for left, right in combinations(node.terms, 2):
                if in_one_field(partial(_alike, left, right)) is True:
                    both = Add((left, right))
                    return _said("Equal, but like terms are still to be collected: {part}.", both)
    return None


def _alike(left: Expr, right: Expr, field: Normal) -> bool:
    a, b = field.lowest(field.of(left)), field.lowest(field.of(right))
    if a.top.is_zero() or b.top.is_zero():
        return True
    (_, one), (_, other) = factors(a.top * b.bottom), factors(b.top * a.bottom)
    return sorted((str(p), n) for p, n in one) == sorted((str(p), n) for p, n in other)


def _arithmetic(e: Expr) -> Iterator[Expr]:
    """The nodes outside the arguments of functions and below no root."""
    yield e
    if not isinstance(e, (Fn, Root)):
        for child in e.children:
            yield from _arithmetic(child)


def _factored(e: Expr) -> Fault:
    for part in _factors_of(e):
        reducible = in_one_field(lambda field, part=part: _reducible(field, part))  # type: ignore[misc]
        if reducible == "content":
            return _said("Equal, but {part} still has a common factor.", part)
        if reducible == "factor":
            return _said("Equal, but {part} can be factored.", part)
    return None


def _factors_of(e: Expr) -> Iterator[Expr]:
    match e:
        case Mul(parts):
            for part in parts:
                yield from _factors_of(part)
        case Neg(u):
            yield from _factors_of(u)
        case Div(u, v):
            yield from _factors_of(u)
            yield from _factors_of(v)
        case Pow(u, exponent) if rational_value(exponent) is not None:
            yield from _factors_of(u)
        case _:
            yield e


def _reducible(field: Normal, part: Expr) -> str:
    if not isinstance(part, Add):
        return ""
    for slower in _slower_powers(part):
        field.of(slower)  # with e^x known, e^(2x) - 1 is a polynomial in it
    value = field.lowest(field.of(part))
    content, found = factors(value.top)
    if sum(power for _, power in found) > 1:
        return "factor"
    return "content" if found and abs(content) != 1 and content.denominator == 1 else ""


def _slower_powers(e: Expr) -> Iterator[Expr]:
    """aᵘ for each power a^(ku) of a constant a, where a whole number k > 1 can be taken out of the exponent."""
    for node in nodes(e):
        if isinstance(node, Pow) and not symbols(node.base) and symbols(node.exponent):
            try:
                top, bottom = ratio_in(node.exponent, sorted(symbols(node.exponent)))
                whole = factors(top)[0] / factors(bottom)[0]
            except (TooBig, ZeroDivisionError):
                continue
            if abs(whole.numerator) > 1:
                yield Pow(node.base, Div(node.exponent, Num(abs(whole.numerator))))


def _partial_fractions(e: Expr) -> Fault:
    for term in _summands(e):
        for node in nodes(term):
            if isinstance(node, Div) and in_one_field(partial(_shared, node)) is True:
                return _said("Equal, but {part} can still be cancelled.", node)
        if any(in_one_field(partial(_splits, term, name)) is True for name in _main(e)):
            return _said("Equal, but {part} can be split further.", term)
    return None


def _summands(e: Expr) -> Iterator[Expr]:
    """The terms of a sum, also where the whole has a sign or a number in front or below."""
    match e:
        case Add(terms):
            for term in terms:
                yield from _summands(term)
        case Neg(u):
            yield from _summands(u)
        case Div(Add() as u, v) if not symbols(v):
            yield from _summands(u)
        case Mul(parts) if sum(bool(symbols(part)) for part in parts) == 1:
            yield from _summands(next(part for part in parts if symbols(part)))
        case _:
            yield e


def _main(e: Expr) -> tuple[str, ...]:
    """The variable that a form is about: the only one, or the first of the usual letters; else any."""
    names = symbols(e)
    usual = tuple(name for name in VARIABLES if name in names)
    return tuple(names) if len(names) == 1 else usual[:1] or tuple(sorted(names))


def _splits(term: Expr, name: str, field: Normal) -> bool:
    value = field.lowest(field.of(term))
    x = field.lowest(field.of(Sym(name))).top
    _, below = factors(value.bottom)
    bottoms = [factor for factor, _ in below if not _without(factor, x)]
    if len(bottoms) != 1:
        return len(bottoms) > 1
    return _degree(value.top, x) >= _degree(bottoms[0], x)


def _degree(p: Poly, x: Poly) -> int:
    """The degree of p in the generator x."""
    which = next(i for i, power in enumerate(x.monoms()[0]) if power)
    return max((int(powers[which]) for powers in p.monoms()), default=0)


def _without(p: Poly, x: Poly) -> bool:
    return _degree(p, x) == 0


def _completed_square(e: Expr) -> Fault:
    for x in map(Sym, _main(e)):
        with_x = [term for term in (e.terms if isinstance(e, Add) else (e,)) if not free_of(term, x)]
        if len(with_x) == 1 and _is_square(with_x[0], x):
            return None
    return Text("Equal, but the variable must stand in one square only, as in a*(x - h)^2 + k.")


def _is_square(term: Expr, x: Sym) -> bool:
    match term:
        case Neg(u):
            return _is_square(u, x)
        case Div(u, v):
            return free_of(v, x) and _is_square(u, x)
        case Mul(parts):
            inside = [part for part in parts if not free_of(part, x)]
            if len(inside) == 2 and inside[0] == inside[1]:
                return _linear(inside[0], x)
            return len(inside) == 1 and _is_square(inside[0], x)
        case Pow(u, Num(n)):
            return n == 2 and _linear(u, x)
    return False


def _linear(u: Expr, x: Sym) -> bool:
    """Is u of the first degree in x, as written?"""
    match u:
        case Add(terms):
            return sum(not free_of(term, x) for term in terms) == 1 and all(
                free_of(term, x) or _linear(term, x) for term in terms
            )
        case Mul(parts):
            inside = [part for part in parts if not free_of(part, x)]
            return len(inside) == 1 and _linear(inside[0], x)
        case Neg(v):
            return _linear(v, x)
        case Div(v, w):
            return free_of(w, x) and _linear(v, x)
    return u == x


def _simplified(e: Expr) -> Fault:
    shorter = tidied(e)
    if size(shorter) < size(e) and size(_spread(shorter, e)) < size(e):
        return _said("Equal, but it can be written shorter: something like {part}.", shorter)
    for node in nodes(e):
        if isinstance(node, Num) and node.places is None and node.value.denominator != node.bottom:
            return _said("Equal, but the fraction {part} is not in lowest terms.", node)
        if isinstance(node, Mul) and len(set(node.factors)) < len(node.factors):
            return _said("Equal, but {part} is a product with a factor written twice.", node)
    return _like_terms(e)


def _spread(shorter: Expr, e: Expr) -> Expr:
    """Without common factors taken out: a sum need not be written as a product."""
    typed = set(nodes(e))

    def back(node: Expr) -> Expr:
        if isinstance(node, Mul):
            sums = [part for part in node.factors if isinstance(part, Add)]
            if len(sums) == 1 and sums[0] not in typed:
                others = tuple(part for part in node.factors if part is not sums[0])
                return Add(tuple(_product(others, term) for term in sums[0].terms))
        return node

    return mapped(shorter, back)


def _product(others: tuple[Expr, ...], term: Expr) -> Expr:
    if term != ONE:
        return Mul((*others, term))
    return others[0] if len(others) == 1 else Mul(others)


_FORMS: dict[str, Callable[[Expr], Fault]] = {
    "exact": _exact, "no-derivatives": _no_derivatives, "lowest-terms": _lowest_terms, "expanded": _expanded,
    "single-fraction": _single_fraction, "factored": _factored, "partial-fractions": _partial_fractions,
    "completed-square": _completed_square, "simplified": _simplified,
}  # fmt: skip
