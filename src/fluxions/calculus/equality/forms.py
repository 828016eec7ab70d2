"""Forms an answer can be asked in, judged on what was typed and only once its value is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fluxions.calculus.equality.normal import Normal, in_one_field
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import Add, Diff, Div, Expr, Fn, Mul, Neg, Num, Pow, Root, Sym
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.polynomials import factors
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.trees import free_of, nodes, size, standing, symbols
from fluxions.calculus.verdict import Text

Fault = Text | None
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
    literal = e.arg if isinstance(e, Neg) else e
    if not isinstance(literal, Num) or (literal.bottom != 1 and literal.places is None):
        return Text("Give the value as a decimal.")
    slots = (("count", str(wanted)),)
    if name == "decimals":
        right = (literal.places or 0) == wanted
        return None if right else Text("Give the value with {count} decimal places.", slots)
    text = str(abs(literal.top)) if literal.places is not None else str(abs(literal.top)).rstrip("0") or "0"
    enough = len(text) == wanted or (literal.places is None and len(text) <= wanted <= len(str(abs(literal.top))))
    return None if enough else Text("Give the value to {count} significant digits.", slots)


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
        top, bottom = field.lowest(field.of(node.top)), field.lowest(field.of(node.bottom))
        if not top.bottom.is_constant() or not bottom.bottom.is_constant():
            return True
        shared = top.top.gcd(bottom.top)
        return not shared.is_constant() or _common_content(field, node)

    return in_one_field(ask) is True


def _common_content(field: Normal, node: Div) -> bool:
    top, _ = factors(field.of(node.top).top)
    bottom, _ = factors(field.of(node.bottom).top)
    ratio = top / bottom
    whole = top.denominator == 1 == bottom.denominator
    return whole and ratio.denominator != abs(bottom) and abs(bottom) != 1


def _single_fraction(e: Expr) -> Fault:
    for node in nodes(e):
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
    return None


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
    value = field.lowest(field.of(part))
    content, found = factors(value.top)
    if sum(power for _, power in found) > 1:
        return "factor"
    return "content" if found and abs(content) != 1 and content.denominator == 1 else ""


def _partial_fractions(e: Expr) -> Fault:
    for term in e.terms if isinstance(e, Add) else (e,):
        if in_one_field(lambda field, term=term: _splits(field, term)) is True:  # type: ignore[misc]
            return _said("Equal, but {part} can be split further.", term)
    return None


def _splits(field: Normal, term: Expr) -> bool:
    value = field.lowest(field.of(term))
    _, below = factors(value.bottom)
    if not below:
        return False
    if len(below) > 1:
        return True
    return bool(value.top.total_degree() >= below[0][0].total_degree())


def _completed_square(e: Expr) -> Fault:
    names = symbols(e)
    if len(names) != 1:
        return Text("A square is completed in one variable.")
    x = Sym(next(iter(names)))
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
            return len(inside) == 1 and _is_square(inside[0], x)
        case Pow(u, Num(n)):
            return n == 2 and not any(isinstance(each, (Pow, Fn, Root)) for each in nodes(u))
    return False


def _simplified(e: Expr) -> Fault:
    shorter = tidied(e)
    if size(shorter) < size(e):
        return _said("Equal, but it can be written shorter: something like {part}.", shorter)
    return None


_FORMS: dict[str, Callable[[Expr], Fault]] = {
    "exact": _exact, "no-derivatives": _no_derivatives, "lowest-terms": _lowest_terms, "expanded": _expanded,
    "single-fraction": _single_fraction, "factored": _factored, "partial-fractions": _partial_fractions,
    "completed-square": _completed_square, "simplified": _simplified,
}  # fmt: skip
