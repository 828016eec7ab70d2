"""A tree in words, for a screen reader; closing words say where a part ends."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from fluxions.calculus.expr import (
    Add,
    And,
    At,
    Const,
    Diff,
    Div,
    Expr,
    Fn,
    Int,
    Interval,
    Limit,
    Matrix,
    Mul,
    Neg,
    Num,
    Operator,
    Or,
    Piecewise,
    Pow,
    Rate,
    Rel,
    Root,
    Set,
    Sum,
    Sym,
    Union,
    Vector,
)
from fluxions.calculus.language.spoken_tasks import task_in_words
from fluxions.calculus.regions import Belongs, Intersection, SetBuilder, Without
from fluxions.calculus.shapes import Shaped
from fluxions.calculus.trees import substituted
from fluxions.calculus.vocabulary import VERDICTS

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_PARTS = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_ORDINALS = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}
_CONSTANTS = {"pi": "pi", "e": "e", "i": "the imaginary unit", "inf": "infinity", "dne": "does not exist",
              "converges": "converges", "absolutely": "converges absolutely",
              "conditionally": "converges conditionally", "diverges": "diverges"}  # fmt: skip
_FUNCTIONS = {
    "sin": "sine", "cos": "cosine", "tan": "tangent", "cot": "cotangent", "sec": "secant", "csc": "cosecant",
    "arcsin": "arc sine", "arccos": "arc cosine", "arctan": "arc tangent", "arccot": "arc cotangent",
    "arcsec": "arc secant", "arccsc": "arc cosecant", "sinh": "hyperbolic sine", "cosh": "hyperbolic cosine",
    "tanh": "hyperbolic tangent", "coth": "hyperbolic cotangent", "sech": "hyperbolic secant",
    "csch": "hyperbolic cosecant", "arsinh": "inverse hyperbolic sine", "arcosh": "inverse hyperbolic cosine",
    "artanh": "inverse hyperbolic tangent", "ln": "natural logarithm", "sigmoid": "sigmoid", "relu": "re-loo",
    "abs": "absolute value", "sign": "sign", "erf": "error function", "Phi": "capital phi", "max": "maximum",
    "min": "minimum", "ceil": "ceiling", "tr": "trace", "det": "determinant", "logdet": "log determinant",
    "diag": "diagonal", "vec": "vec", "logsumexp": "log-sum-exp",
}  # fmt: skip
_BETWEEN = {"hadamard": "entrywise times", "quotient": "entrywise over", "kron": "kronecker times"}
_RELATIONS = {
    "=": "equals", "<": "is less than", "<=": "is at most", ">": "is greater than", ">=": "is at least",
    "!=": "is not equal to",
}  # fmt: skip


def spoken(e: Expr) -> str:
    """The tree in words."""
    match e:
        case Num():
            return _number(e)
        case Sym(name):
            return name.replace("_", " ") if name in VERDICTS else _name(name)
        case Const(name):
            return _CONSTANTS[name]
        case Shaped(name):
            return f"d {_name(name[1:])}" if e.is_differential else _name(name)
        case Add(terms):
            return _sum(terms)
        case Mul(factors):
            return _product(factors)
        case Neg(u):
            return f"minus {_grouped(u)}"
        case Div(top, bottom):
            return _fraction(top, bottom)
        case Pow(base, exponent):
            return f"{_power_base(base)} {_raised(exponent)}"
        case Root(u, degree):
            return _root(u, degree)
        case Fn() if (said := _array(e)) is not None:
            return said
        case Fn(name, args):
            return _function(name, args)
        case Rel(op, left, right):
            return f"{_side(left)} {_RELATIONS[op]} {_side(right)}"
        case Belongs(element, within):
            return f"{_side(element)} is in {spoken(within)}"
        case And(parts):
            return ", and ".join(_clause(each) for each in parts)
        case Or(parts):
            return ", or ".join(_clause(each) for each in parts)
    return _operator(e)


def _array(e: Fn) -> str | None:
    """Functions of vectors and matrices that are spoken in their own way."""
    match e:
        case Fn("transpose", (u,)):
            return f"{_grouped(u)} transposed"
        case Fn("inv", (u,)):
            return f"the inverse of {_grouped(u)}"
        case Fn("hadamard" | "quotient" | "kron" as name, (u, v)):
            return f"{_grouped(u)} {_BETWEEN[name]} {_grouped(v)}"
        case Fn("I", (size,)):
            return f"the identity of size {spoken(size)}"
        case Fn("ones" | "zeros" as name, sizes):
            return f"the {'by'.join(f' {spoken(each)} ' for each in sizes).strip()} array of {name}"
    return None


def _operator(e: Expr) -> str:
    match e:
        case Diff():
            return _derivative(e)
        case At(f, x, point):
            return f"{_side(f)}, at {spoken(x)} equal to {spoken(point)}, end value"
        case Rate(f, x, start, end):
            ends = f"from {spoken(x)} equal to {spoken(start)} to {spoken(end)}"
            return f"the average rate of change of, {spoken(f)}, {ends}, end rate"
        case Limit(f, x, Limit() as inner, ""):  # of a continuous function: the limit moves inside
            return spoken(substituted(f, {x.name: inner}))
        case Limit(f, x, point, side):
            where = {"+": " from above", "-": " from below", "": ""}[side]
            return f"the limit as {spoken(x)} approaches {spoken(point)}{where} of, {spoken(f)}, end limit"
        case Int(f, x, low, high):
            bounds = "" if low is None or high is None else f" from {spoken(low)} to {spoken(high)}"
            return f"the integral{bounds} of, {spoken(f)}, with respect to {spoken(x)}, end integral"
        case Sum(f, index, low, high):
            return f"the sum over {spoken(index)} from {spoken(low)} to {spoken(high)} of, {spoken(f)}, end sum"
        case Operator("bracket", (f, x, low, high)):
            return f"{spoken(f)}, taken between {spoken(x)} equals {spoken(low)} and {spoken(high)}, end bracket"
        case Operator("expect" | "variance" as name, (f, x, density)):
            word = "expectation" if name == "expect" else "variance"
            return f"the {word} of, {spoken(f)}, where {spoken(x)} has the density {spoken(density)}, end {word}"
        case Operator("readoff", (line, Shaped() as x)):
            return f"nabla by {spoken(x)} where d f is {spoken(line)}"
        case Operator("differential", (f, Shaped())):
            return f"the differential of, {spoken(f)}, end differential"
        case Operator("matgrad" | "hessian" | "jacobian" as name, (f, Shaped() as x)):
            called = {"matgrad": "gradient", "hessian": "hessian", "jacobian": "jacobian"}[name]
            return f"the {called} by {spoken(x)} of, {spoken(f)}, end {called}"
        case Operator(name, args):
            return task_in_words(e, spoken) or f"{name} of, {_listed(args)}, end {name}"
    return _container(e)


def _container(e: Expr) -> str:
    match e:
        case Vector(entries):
            return f"the vector {_listed(entries)}, end vector"
        case Matrix(rows):
            lines = "; ".join(f"row {_number(Num(i))}: {_listed(row)}" for i, row in enumerate(rows, 1))
            return f"the matrix, {lines}, end matrix"
        case Set(elements):
            return f"the set of {_listed(elements)}, end set" if elements else "the empty set"
        case Interval(low, high, closed_low, closed_high):
            ends = ["included" if closed else "excluded" for closed in (closed_low, closed_high)]
            return f"the interval from {spoken(low)}, {ends[0]}, to {spoken(high)}, {ends[1]}, end interval"
        case Union(parts):
            return f"the union of {_listed(parts)}, end union"
        case Intersection(parts):
            return f"the intersection of {_listed(parts)}, end intersection"
        case Without(whole, taken):
            return f"{spoken(whole)}, without {spoken(taken)}, end without"
        case SetBuilder(x, condition, whole):
            within = "" if whole is None else f" in {spoken(whole)}"
            return f"the set of all {spoken(x)}{within} such that {spoken(condition)}, end set"
        case Piecewise(branches, otherwise):
            cases = [f"{spoken(value)} if {spoken(condition)}" for condition, value in branches]
            cases += [f"{spoken(otherwise)} otherwise"] if otherwise is not None else []
            return f"by cases: {'; '.join(cases)}; end cases"
    raise TypeError(f"no words for {type(e).__name__}")


def _number(e: Num) -> str:
    sign = "negative " if e.top < 0 else ""
    top = abs(e.top)
    if e.places and e.bottom == 10**e.places:
        digits = str(top).rjust(e.places + 1, "0")
        return f"{sign}{digits[: -e.places]} point {' '.join(digits[-e.places :])}"
    if e.bottom == 1:
        return sign + (_SMALL[top] if top <= 20 else str(top))
    if e.bottom in _PARTS and 1 <= top <= 20:
        return f"{sign}{_SMALL[top]} {_plural(_PARTS[e.bottom]) if top > 1 else _PARTS[e.bottom]}"
    return f"{sign}{top} over {e.bottom}"


def _plural(word: str) -> str:
    return "halves" if word == "half" else word + "s"


def _name(name: str) -> str:
    head, _, below = name.partition("_")
    letter = f"capital {head.lower()}" if head[:1].isupper() and (len(head) == 1 or head.lower() != head) else head
    return f"{letter} sub {below}" if below and below not in ("hat", "bar", "tilde") else f"{letter} {below}".strip()


def _atomic(e: Expr) -> bool:
    return isinstance(e, (Sym, Const, Shaped)) or (isinstance(e, Num) and e.top >= 0 and e.bottom == 1)


def _grouped(e: Expr) -> str:
    """A part with brackets spoken where its words would run on."""
    if _atomic(e) or not isinstance(e, (Add, Mul, Neg, Div, Num, Rel, And, Or, Pow, At, Belongs)):
        return spoken(e)
    return f"open bracket, {spoken(e)}, close bracket"


def _sum(terms: Sequence[Expr]) -> str:
    words = _term(terms[0])
    for each in terms[1:]:
        sign, u = ("minus", each.arg) if isinstance(each, Neg) else ("plus", each)
        words += f" {sign} {_term(u)}"
    return words


def _term(e: Expr) -> str:
    loose = isinstance(e, (Add, Neg, Rel, And, Or, At, Belongs)) or (isinstance(e, Num) and not _atomic(e))
    return _grouped(e) if loose else spoken(e)


def _factor(e: Expr) -> str:
    return spoken(e) if isinstance(e, (Pow, Div)) else _grouped(e)


def _product(factors: Sequence[Expr]) -> str:
    words = _factor(factors[0])
    for before, each in itertools.pairwise(factors):
        beside = isinstance(before, Num) and before.bottom == 1 and isinstance(each, Sym)
        words += f"{' ' if beside else ' times '}{_factor(each)}"
    return words


def _fraction(top: Expr, bottom: Expr) -> str:
    return f"the fraction, {spoken(top)}, over, {spoken(bottom)}, end fraction"


def _power_base(base: Expr) -> str:
    return spoken(base) if isinstance(base, Fn) else _grouped(base)


def _raised(exponent: Expr) -> str:
    if exponent == Num(2):
        return "squared"
    if exponent == Num(3):
        return "cubed"
    return f"to the power {spoken(exponent)}, end power"


def _root(u: Expr, degree: Expr) -> str:
    which = {Num(2): "square root", Num(3): "cube root"}.get(degree) if isinstance(degree, Num) else None
    return f"the {which or f'root of degree {spoken(degree)}'} of, {spoken(u)}, end root"


def _function(name: str, args: Sequence[Expr]) -> str:
    bare = name.rstrip("'")
    words = _FUNCTIONS.get(bare, bare) + " prime" * (len(name) - len(bare))
    if name == "log" and len(args) == 2:
        return f"the logarithm to base {spoken(args[1])} of, {spoken(args[0])}, end logarithm"
    if len(args) == 1 and _atomic(args[0]):
        return f"{words} of {spoken(args[0])}"
    return f"{words} of, {_listed(args)}, end {words}"


def _derivative(e: Diff) -> str:
    inner: Expr = e
    order = 0
    while isinstance(inner, Diff) and inner.variable == e.variable:
        inner, order = inner.arg, order + 1
    which = "" if order == 1 else f"{_ORDINALS.get(order, f'{order}th')} "
    return f"the {which}derivative with respect to {spoken(e.variable)} of, {spoken(inner)}, end derivative"


def _side(e: Expr) -> str:
    return f"open bracket, {spoken(e)}, close bracket" if isinstance(e, (Rel, And, Or, At, Belongs)) else spoken(e)


def _clause(e: Expr) -> str:
    return f"open bracket, {spoken(e)}, close bracket" if isinstance(e, (And, Or)) else spoken(e)


def _listed(parts: Sequence[Expr]) -> str:
    return ", comma, ".join(spoken(each) for each in parts)
