"""Vectors and matrices as symbols with sizes, and the shape of every expression made of them.

A size is a symbol or a number; a vector is a column, a scalar is 1×1. A scalar may stand before or behind anything.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from fluxions.calculus.expr import Add, Const, Div, E, Expr, Fn, Mul, Neg, Num, Operator, Pow, Root, Sym, node
from fluxions.calculus.vocabulary import GREEK

Dim = tuple[int, tuple[str, ...]]  # 2·m·n is (2, ("m", "n"))
Shape = tuple[Dim, Dim]
ONCE: Dim = (1, ())
SCALAR: Shape = (ONCE, ONCE)


@node
class Shaped(Expr):
    """A symbol with its declared sizes: (m, n) a matrix, (n,) a column, () a scalar; `dX` is the differential of X."""

    name: str
    sizes: tuple[str, ...]

    @property
    def symmetric(self) -> bool:
        return self.sizes[2:] == ("symmetric",)

    @property
    def is_differential(self) -> bool:
        """Is this dX, dw_1, dtheta?"""
        head = self.name[1:].partition("_")[0]
        return self.name[0] == "d" and (len(head) == 1 or head in GREEK)


class Clash(Exception):
    """Parts whose shapes do not fit: the rule that is broken, and the parts concerned."""

    def __init__(self, sentence: str, *parts: Expr) -> None:
        super().__init__(sentence)
        self.sentence, self.parts = sentence, parts


class Sizes:
    """Sizes that are still open (`?1`), bound as soon as they meet a known one."""

    def __init__(self) -> None:
        self.bound: dict[str, Dim] = {}

    def settled(self, size: Dim) -> Dim:
        """The size with what is known put in."""
        while len(size[1]) == 1 and size[1][0] in self.bound and size[0] == 1:
            size = self.bound[size[1][0]]
        return size

    def same(self, a: Dim, b: Dim) -> bool:
        """Can they be the same size? An open one then is."""
        a, b = self.settled(a), self.settled(b)
        if a == b:
            return True
        for one, other in ((a, b), (b, a)):
            if one[0] == 1 and len(one[1]) == 1 and one[1][0].startswith("?"):
                self.bound[one[1][0]] = other
                return True
        return False


CLOSED = Sizes()  # with nothing open: two sizes are the same if they are equal


def dim(size: str) -> Dim:
    """A declared size: `n`, `3`."""
    return (int(size), ()) if size.isdigit() else (1, (size,))


def dim_times(a: Dim, b: Dim) -> Dim:
    return a[0] * b[0], tuple(sorted(a[1] + b[1]))


def dim_of(e: Expr) -> Dim:
    """The size that an expression of sizes stands for: n, 3, m·n."""
    match e:
        case Num(value) if value.denominator == 1 and value > 0:
            return value.numerator, ()
        case Sym(name):
            return 1, (name,)
        case Mul(factors):
            found = ONCE
            for each in factors:
                found = dim_times(found, dim_of(each))
            return found
    raise Clash("A size is a symbol or a whole number; {u} is not.", e)


def dim_expr(size: Dim) -> Expr:
    """A size as an expression."""
    number, names = size
    factors: tuple[Expr, ...] = tuple(Sym(name) for name in names)
    if number != 1 or not factors:
        factors = (Num(number), *factors)
    return factors[0] if len(factors) == 1 else Mul(factors)


def in_words(shape: Shape) -> str:
    """`m×n`, `n entries`, `a scalar`."""
    rows, columns = (dim_text(each) for each in shape)
    if shape == SCALAR:
        return "a scalar"
    return f"a vector of {rows} entries" if columns == "1" else f"{rows}×{columns}"


def dim_text(size: Dim) -> str:
    number, names = size
    return "·".join((*((str(number),) if number != 1 or not names else ()), *names))


def is_shaped(e: Expr) -> bool:
    """Does a symbol with sizes, or an array of ones, stand in e?"""
    try:
        return e._shaped
    except AttributeError:
        found = isinstance(e, Shaped) or (isinstance(e, Fn) and e.name in ARRAYS) or _hold_shaped(e.children)
        object.__setattr__(e, "_shaped", found)
        return found


def _hold_shaped(parts: tuple[Expr, ...]) -> bool:
    """Is one of them shaped? A loop, as this is asked of every node once."""
    for each in parts:  # noqa: SIM110
        if type(each) is not Num and type(each) is not Sym and is_shaped(each):
            return True
    return False


@lru_cache(maxsize=65_536)
def shape(e: Expr) -> Shape:
    """Rows and columns; raises Clash where parts do not fit."""
    return _shape(e, CLOSED)


def fits(e: Expr) -> bool:
    """Do all parts of an expression of arrays fit together? Without arrays there is nothing to fit."""
    if not is_shaped(e):
        return True
    try:
        shape(e)
    except Clash:
        return False
    return True


def is_scalar(e: Expr) -> bool:
    return shape(e) == SCALAR


def is_column(e: Expr) -> bool:
    return shape(e)[1] == ONCE


def shape_in(e: Expr, sizes: Sizes) -> Shape:
    """The shape, with open sizes bound on the way."""
    return shape(e) if sizes is CLOSED else _shape(e, sizes)


def _shape(e: Expr, sizes: Sizes) -> Shape:
    match e:
        case Shaped(_, declared):
            return _declared(declared)
        case Num() | Sym() | Const():
            return SCALAR
        case Neg(u):
            return shape_in(u, sizes)
        case Add(terms):
            return _sum(terms, sizes)
        case Mul(factors):
            return _product(factors, sizes)
        case Div(top, bottom):
            if shape_in(bottom, sizes) != SCALAR:
                raise Clash("{v} is {q}: only a scalar divides.", bottom)
            return shape_in(top, sizes)
        case Pow(base, exponent):
            return _power(base, exponent, sizes)
        case Root(u, _):
            return shape_in(u, sizes)
        case Fn(name, args) if name in ARRAYS:
            return ARRAYS[name](args, sizes)
        case Fn(_, args):
            return shape_in(args[0], sizes)
        case Operator(name, args):
            return _operator(name, args, sizes)
    raise Clash("{u} is not read among vectors and matrices.", e)


def _declared(sizes: tuple[str, ...]) -> Shape:
    rows, columns, *_ = (*(dim(each) for each in sizes[:2]), ONCE, ONCE)
    return rows, columns


def _fit(a: Shape, b: Shape, sizes: Sizes) -> bool:
    return sizes.same(a[0], b[0]) and sizes.same(a[1], b[1])


def _sum(terms: tuple[Expr, ...], sizes: Sizes) -> Shape:
    first = shape_in(terms[0], sizes)
    for each in terms[1:]:
        if not _fit(first, shape_in(each, sizes), sizes):
            raise Clash("These two cannot be added.", terms[0], each)
    return first


def _product(factors: tuple[Expr, ...], sizes: Sizes) -> Shape:
    whole, before = SCALAR, factors[0]
    for each in factors:
        own = shape_in(each, sizes)
        if whole == SCALAR or own == SCALAR:
            whole = own if whole == SCALAR else whole
        elif sizes.same(whole[1], own[0]):
            whole = (whole[0], own[1])
        else:
            raise Clash("These two cannot be multiplied.", before, each)
        if own != SCALAR:
            before = each
    return whole


def _power(base: Expr, exponent: Expr, sizes: Sizes) -> Shape:
    """eᶻ and v² entry by entry; A² of a square matrix is A·A."""
    own, raised = shape_in(base, sizes), shape_in(exponent, sizes)
    if base == E:
        return raised
    if raised != SCALAR:
        raise Clash("The exponent {v} is {q}: it has to be a scalar.", exponent)
    if own == SCALAR or own[1] == ONCE:
        return own
    whole = isinstance(exponent, Num) and exponent.value.denominator == 1 and exponent.value > 0
    if not whole or not sizes.same(*own):
        raise Clash("{v} is {q}: only a square matrix has powers, with whole exponents.", base)
    return own


def _operator(name: str, args: tuple[Expr, ...], sizes: Sizes) -> Shape:
    f, x = shape_in(args[0], sizes), shape_in(args[-1], sizes)
    entries = dim_times(*x)
    match name:
        case "differential":
            return f
        case "matgrad" if f == SCALAR:
            return x
        case "hessian" if f == SCALAR and x[1] == ONCE:
            return x[0], x[0]
        case "jacobian":
            return dim_times(*f), entries
        case "readoff":
            return x if f == SCALAR else (dim_times(*f), entries)
        case "hessian" if f == SCALAR:
            raise Clash("A Hessian is taken by a vector; {v} is {q}.", args[-1])
        case "matgrad" | "hessian":
            raise Clash("A gradient is taken of a scalar; {v} is {q}.", args[0])
    raise Clash("{u} is not read among vectors and matrices.", Operator(name, args))


Args = tuple[Expr, ...]


def _square(name: str) -> Callable[[Args, Sizes], Shape]:
    def found(args: Args, sizes: Sizes) -> Shape:
        own = shape_in(args[0], sizes)
        if not sizes.same(*own):
            raise Clash("{v} is {q}: " + f"the {name} needs a square matrix.", args[0])
        return own if name == "inverse" else SCALAR

    return found


def _alike(args: Args, sizes: Sizes) -> Shape:
    first, second = (shape_in(each, sizes) for each in args)
    if not _fit(first, second, sizes):
        raise Clash("These two need the same shape, entry against entry.", *args)
    return first


def _dot(args: Args, sizes: Sizes) -> Shape:
    _alike(args, sizes)
    return SCALAR


def _norm(args: Args, sizes: Sizes) -> Shape:
    own = shape_in(args[0], sizes)
    if len(args) == 1 and ONCE not in own:
        raise Clash("{v} is {q}: write norm( … , F) for the Frobenius norm of a matrix.", args[0])
    return SCALAR


def _transposed(args: Args, sizes: Sizes) -> Shape:
    rows, columns = shape_in(args[0], sizes)
    return columns, rows


def _diagonal(args: Args, sizes: Sizes) -> Shape:
    """A vector laid on the diagonal, or the diagonal of a square matrix."""
    own = shape_in(args[0], sizes)
    if own[1] == ONCE:
        return own[0], own[0]
    _square("diagonal")(args, sizes)
    return own[0], ONCE


def _kron(args: Args, sizes: Sizes) -> Shape:
    first, second = (shape_in(each, sizes) for each in args)
    return dim_times(first[0], second[0]), dim_times(first[1], second[1])


def _to_scalar(args: Args, sizes: Sizes) -> Shape:
    shape_in(args[0], sizes)
    return SCALAR


def _by_rows(args: Args, sizes: Sizes) -> Shape:
    """log-sum-exp of a vector is a scalar, of a matrix one number for each row."""
    own = shape_in(args[0], sizes)
    return SCALAR if own[1] == ONCE else (own[0], ONCE)


def _stacked(args: Args, sizes: Sizes) -> Shape:
    return dim_times(*shape_in(args[0], sizes)), ONCE


def _filled(args: Args, sizes: Sizes) -> Shape:
    rows, columns, *_ = (*(dim_of(each) for each in args), ONCE)
    return rows, columns


def _same_shape(args: Args, sizes: Sizes) -> Shape:
    return shape_in(args[0], sizes)


ARRAYS: dict[str, Callable[[Args, Sizes], Shape]] = {
    "transpose": _transposed, "tr": _square("trace"), "det": _square("determinant"),
    "logdet": _square("determinant"), "inv": _square("inverse"), "norm": _norm, "dot": _dot, "hadamard": _alike,
    "quotient": _alike, "kron": _kron, "diag": _diagonal, "vec": _stacked, "sum": _to_scalar, "mean": _to_scalar,
    "softmax": _same_shape, "logsumexp": _by_rows, "ones": _filled, "zeros": _filled,
    "I": lambda args, sizes: (dim_of(args[0]), dim_of(args[0])), "step": _same_shape,
}  # fmt: skip


def depends(e: Expr, x: Shaped) -> bool:
    """Does e hold x, or its differential?"""
    return x.name in names_in(e)


@lru_cache(maxsize=65_536)
def names_in(e: Expr) -> frozenset[str]:
    """The names of all shaped symbols."""
    if isinstance(e, Shaped):
        return frozenset({e.name})
    return frozenset().union(*(names_in(child) for child in e.children))


def differential_of(x: Shaped) -> Shaped:
    """The symbol dX, of the shape of X."""
    return Shaped("d" + x.name, x.sizes[:2])


__all__ = [
    "ARRAYS", "CLOSED", "ONCE", "SCALAR", "Clash", "Dim", "Shape", "Shaped", "Sizes", "depends", "differential_of",
    "dim_expr", "dim_of", "dim_text", "dim_times", "fits", "in_words", "is_column", "is_scalar", "is_shaped",
    "names_in", "shape", "shape_in",
]  # fmt: skip
