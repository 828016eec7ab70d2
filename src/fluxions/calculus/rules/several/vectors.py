"""Products and lengths of vectors that are written out, and determinants of matrices that are."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.expansion import Polynomial, as_expr, multiplied_out, polynomial
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import (
    ONE,
    TWO,
    ZERO,
    Add,
    Expr,
    Fn,
    Matrix,
    Mul,
    Num,
    Operator,
    Pow,
    Sym,
    Vector,
    fn,
    sqrt,
)  # fmt: skip
from fluxions.calculus.numbers.ideals import terms_of
from fluxions.calculus.numbers.polynomials import TooBig, factors, ratio_in
from fluxions.calculus.trees import nodes, substituted


def dot_product(node: Expr) -> Expr | Found | None:
    """u · v = Σ uᵢvᵢ of two vectors of one length; with waves it is multiplied out, as for an integral."""
    match node:
        case Operator("dot", (Vector(first), Vector(second))) if len(first) == len(second) > 1:
            total = Add(tuple(Mul(pair) for pair in zip(first, second, strict=True)))
            waves = any(isinstance(each, Fn) and each.name in ("sin", "cos") for each in nodes(total))
            return (multiplied_out(total) if waves else None) or total
    return None


def length_of_square(node: Expr) -> Expr | Found | None:
    """‖v‖ = |w|√e where Σ vᵢ² = w²e, as for a circle, a sphere or a cone."""
    match node:
        case Operator("norm", (Vector(parts) as v,)) if len(parts) > 1:
            found = square_part(Add(tuple(Pow(each, TWO) for each in parts)))
            if found is None:
                return None
            w, rest = found
            size = w if isinstance(w, Num) else fn("abs", w)
            whole = size if rest == ONE else sqrt(rest) if size == ONE else Mul((sqrt(rest), size))
            return Found(whole, (("v", v), ("e", tidied(Mul((Pow(w, TWO), rest))))))
    return None


def length(node: Expr) -> Expr | Found | None:
    """‖v‖ = √(Σ vᵢ²)."""
    match node:
        case Operator("norm", (Vector(parts) as v,)) if len(parts) > 1:
            return Found(sqrt(Add(tuple(Pow(each, TWO) for each in parts))), (("v", v),))
    return None


def square_part(e: Expr) -> tuple[Expr, Expr] | None:
    """(w, r) with w²r = e, by sin² + cos² = 1, for a polynomial e in symbols, sines and cosines.

    None where neither is anything gained by the squares nor by the waves.
    """
    atoms: dict[Expr, Sym] = {}
    found = polynomial(e, atoms)
    if not found:
        return None
    shorter = _without_cosines(found, atoms)
    split = _factored(shorter)
    if split is None:
        return None
    content, parts = split
    back = {symbol.name: atom for atom, symbol in atoms.items()}
    root = _rational_root(content)
    square = [substituted(_power(part, n // 2), back) for part, n in parts if n > 1]
    rest = [substituted(part, back) for part, n in parts if n % 2]
    if not square and not (rest == [] and root is not None) and shorter == found:
        return None
    w = _product(([Num(root)] if root is not None and root != 1 else []) + square)
    inside = _product(([Num(content)] if root is None else []) + rest)
    return tidied(w), tidied(inside)


def _power(e: Expr, n: int) -> Expr:
    return e if n == 1 else Pow(e, Num(n))


def _product(parts: list[Expr]) -> Expr:
    return ONE if not parts else parts[0] if len(parts) == 1 else Mul(tuple(parts))


def _factored(found: Polynomial) -> tuple[Fraction, list[tuple[Expr, int]]] | None:
    """The content and the irreducible factors; the names are kept."""
    originals = sorted({name for key in found for name, _ in key})
    if not originals:
        return found.get((), Fraction(0)), []
    names = [f"zz_{i}" for i in range(len(originals))]
    renamed = dict(zip(originals, names, strict=True))
    flat = as_expr({tuple((renamed[name], n) for name, n in key): c for key, c in found.items()})
    try:
        content, parts = factors(ratio_in(flat, names)[0])
    except TooBig:
        return None
    back = [
        {tuple((name, m) for name, m in zip(originals, key, strict=True) if m): c for key, c in terms_of(part).items()}
        for part, _ in parts
    ]
    content, signed = _positive(content, back)
    return content, [(as_expr(terms), n) for terms, (_, n) in zip(signed, parts, strict=True)]


def _positive(content: Fraction, parts: list[Polynomial]) -> tuple[Fraction, list[Polynomial]]:
    """A negative content goes into the first factor: 1 − s instead of −(s − 1)."""
    if content > 0 or not parts:
        return content, parts
    first = {key: -c for key, c in parts[0].items()}
    return -content, [first, *parts[1:]]


def _without_cosines(found: Polynomial, atoms: dict[Expr, Sym]) -> Polynomial:
    """cos² u = 1 − sin² u where both stand in the sum."""
    for atom, symbol in atoms.items():
        if not isinstance(atom, Fn) or atom.name != "cos":
            continue
        sine = atoms.get(fn("sin", *atom.args))
        if sine is None:
            continue
        while any(dict(key).get(symbol.name, 0) >= 2 for key in found):
            found = _one_square_less(found, symbol.name, sine.name)
    return found


def _one_square_less(found: Polynomial, cosine: str, sine: str) -> Polynomial:
    total: Polynomial = {}
    for key, c in found.items():
        powers = dict(key)
        terms = [(powers, c)]
        if powers.get(cosine, 0) >= 2:
            less = {**powers, cosine: powers[cosine] - 2}
            terms = [(less, c), ({**less, sine: less.get(sine, 0) + 2}, -c)]
        for each, value in terms:
            place = tuple(sorted((name, n) for name, n in each.items() if n))
            total[place] = total.get(place, Fraction(0)) + value
    return {key: c for key, c in total.items() if c}


def _rational_root(value: Fraction) -> Fraction | None:
    if value <= 0:
        return None
    top, bottom = isqrt(value.numerator), isqrt(value.denominator)
    return Fraction(top, bottom) if top * top == value.numerator and bottom * bottom == value.denominator else None


def cross_product(node: Expr) -> Expr | Found | None:
    """(a, b, c) × (d, e, f) = (bf − ce, cd − af, ae − bd)."""
    match node:
        case Operator("cross", (Vector((a, b, c)), Vector((d, e, f)))):
            return Found(Vector((b * f - c * e, c * d - a * f, a * e - b * d)))
    return None


def determinant(node: Expr) -> Expr | Found | None:
    """det of a 2×2 matrix is ad − bc."""
    match node:
        case Operator("det", (Matrix(((a, b), (c, d))),)):
            return Found(a * d - b * c)
    return None


def expansion(node: Expr) -> Expr | Found | None:
    """det A = Σ (−1)ʲ a₁ⱼ det A₁ⱼ, zeros of the first row left out."""
    match node:
        case Operator("det", (Matrix(rows),)) if 3 <= len(rows) == len(rows[0]) <= 5:
            terms = []
            for j, entry in enumerate(rows[0]):
                if entry != ZERO:
                    smaller = Matrix(tuple((*row[:j], *row[j + 1 :]) for row in rows[1:]))
                    term = Mul((entry, Operator("det", (smaller,))))
                    terms.append(-term if j % 2 else term)
            return Found((terms[0] if len(terms) == 1 else Add(tuple(terms))) if terms else ZERO)
    return None


DETERMINANT = "determinant-inverse"
RULES = (
    Rule("dot-product", "dot-product-projection", "Multiply matching entries and add.", dot_product,
         "the dot product"),
    Rule("cross-product", "cross-product-planes", "Each component is a 2×2 determinant of the other two.",
         cross_product, "the cross product"),
    Rule("length-of-square", "vectors-norms", "The squares of the entries add up to ${e}$, by "
         "$\\sin^2 + \\cos^2 = 1$ where waves stand; take the root.", length_of_square,
         "the length where a square comes out of the root"),
    Rule("length", "vectors-norms", "The length is the root of the sum of the squares.", length,
         "the length of a vector"),
    Rule("determinant", DETERMINANT, "A 2×2 determinant is the product of the diagonal minus the product of the other "
         "two entries.", determinant, "the 2×2 determinant"),
    Rule("determinant-expansion", DETERMINANT, "Expand the determinant along its first row, with alternating signs.",
         expansion, "the expansion of a determinant"),
)  # fmt: skip
