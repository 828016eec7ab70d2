"""After reading: declared symbols get their sizes, names of arrays become functions, and shapes that clash are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from fluxions.calculus.expr import (
    ONE,
    Add,
    And,
    Diff,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Operator,
    Or,
    Piecewise,
    Pow,
    Rel,
    Sym,
)
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.language.parts import Part, spans
from fluxions.calculus.language.tokens import Unread
from fluxions.calculus.shapes import (
    ARRAYS,
    CLOSED,
    ONCE,
    SCALAR,
    Clash,
    Shape,
    Shaped,
    Sizes,
    differential_of,
    dim_expr,
    in_words,
    shape_in,
)
from fluxions.calculus.trees import Path, mapped, nodes
from fluxions.calculus.vocabulary import Vocabulary

MOVING = frozenset({"matgrad", "grad", "hessian", "jacobian", "differential", "readoff"})


def shaped(part: Part, vocabulary: Vocabulary, text: str) -> Part:
    """The part with sizes; Unread where shapes clash, with what may have been meant."""
    raw = part.expr
    declared = {name: Shaped(name, sizes) for name, sizes in vocabulary.shapes}
    if not any(_has_shape(each, declared) for each in nodes(raw)):
        return part
    for each in nodes(raw):
        match each:
            case Operator(name, (_, Sym(moving))) if name in MOVING and moving not in declared:
                declared[moving] = Shaped(moving, ())
            case Diff(_, Sym(moving)) if moving not in declared:
                declared[moving] = Shaped(moving, ())
    reader = _Reader(declared)
    try:
        expr = reader.closed(reader.given(raw, ()))
    except _At as place:
        raise _told(place, reader, part, text) from None
    return Part(expr, part.start, part.end, part.kids, part.depth, part.size, part.bracket)


def _has_shape(e: Expr, declared: Mapping[str, Shaped]) -> bool:
    """A declared symbol, its differential, an array of ones or zeros, or the identity."""
    if isinstance(e, Operator):
        return e.name in ("ones", "zeros")
    if not isinstance(e, Sym):
        return False
    return e.name in declared or e.name[:2] == "I_" or (e.name[:1] == "d" and e.name[1:] in declared)


class _At(Exception):
    """A clash at a place of the tree as it was typed."""

    def __init__(self, clash: Clash, path: Path, raw: Expr) -> None:
        super().__init__()
        self.clash, self.path, self.raw = clash, path, raw


@dataclass(slots=True)
class _Reader:
    """One expression whose symbols have sizes."""

    declared: Mapping[str, Shaped]
    sizes: Sizes = field(default_factory=Sizes)
    count: int = 0

    def given(self, e: Expr, path: Path) -> Expr:
        """The node with sizes, its parts first."""
        if isinstance(e, Sym):
            return self.symbol(e)
        if isinstance(e, Fn) and e.name in self.declared:  # w(a + b): a product
            e = Mul((Sym(e.name), *e.args))
        if isinstance(e, Piecewise):
            e = _unit_step(e)
        made = e.rebuilt(tuple(self.part(e, child, (*path, i)) for i, child in enumerate(e.children)))
        if isinstance(e, (Rel, And, Or)):
            return made
        try:
            made = self.meant(made)
            shape_in(made, self.sizes)
        except Clash as clash:
            raise _At(clash, path, e) from None
        return made

    def part(self, e: Expr, child: Expr, path: Path) -> Expr:
        """A child; the F in norm(A, F), sizes and the variable of a derivative are names only."""
        if isinstance(e, Operator) and e.name in ("ones", "zeros", "I") and child not in self.declared:
            return child
        if isinstance(e, Operator) and e.name == "norm" and child == e.args[-1] and path[-1] == 1:
            return child
        if isinstance(e, Diff) and path[-1] == 1:
            return child
        return self.given(child, path)

    def symbol(self, e: Sym) -> Expr:
        if e.name in self.declared:
            return self.declared[e.name]
        if e.name[:1] == "d" and e.name[1:] in self.declared:
            return differential_of(self.declared[e.name[1:]])
        if e.name == "I":
            self.count += 1
            return Fn("I", (Sym(f"?{self.count}"),))
        if e.name.startswith("I_"):
            size = e.name[2:]
            return Fn("I", (Num(int(size)) if size.isdigit() else Sym(size),))
        return e

    def meant(self, e: Expr) -> Expr:
        """What a notation means among arrays."""
        match e:
            case Operator("grad", (f, Shaped() as x)):
                return Operator("matgrad", (f, x))
            case Diff(f, Sym(name)) if name in self.declared:
                kind = "matgrad" if self.shape(f) == SCALAR else "jacobian"
                return Operator(kind, (f, self.declared[name]))
            case Operator(name, args) if name in ARRAYS:
                return Fn(name, args)
            case Pow(base, Num(n)) if n == -1 and self.shape(base) != SCALAR:
                return Fn("inv", (base,))
            case Pow(base, Neg(Sym("T" | "top"))):
                return Fn("transpose", (Fn("inv", (base,)),))
            case Add(terms):
                return self.spread(terms)
            case Div(top, bottom) if self.shape(bottom)[1] == ONCE and self.shape(bottom) != SCALAR:
                own = self.shape(bottom)
                over = self.filled(top, own) if self.shape(top) == SCALAR else top
                return Fn("quotient", (over, bottom))
        return e

    def shape(self, e: Expr) -> Shape:
        return shape_in(e, self.sizes)

    def spread(self, terms: tuple[Expr, ...]) -> Expr:
        """A scalar beside arrays stands for an array of it: 1 − v is 𝟏 − v."""
        shapes = [self.shape(each) for each in terms]
        array = next((each for each in shapes if each != SCALAR), None)
        if array is None:
            return Add(terms)
        pairs = zip(terms, shapes, strict=True)
        return Add(tuple(self.filled(each, array) if own == SCALAR else each for each, own in pairs))

    def filled(self, e: Expr, array: Shape) -> Expr:
        """The array whose entries all are e."""
        rows, columns = (self.sizes.settled(each) for each in array)
        ones = Fn("ones", (dim_expr(rows),) if columns == ONCE else (dim_expr(rows), dim_expr(columns)))
        match e:
            case Num(n) if n == 1:
                return ones
            case Neg(u):
                return Neg(self.filled(u, array))
        return Mul((e, ones))

    def closed(self, e: Expr) -> Expr:
        """With the sizes that were open put in."""

        def known(each: Expr) -> Expr:
            if isinstance(each, Sym) and each.name.startswith("?"):
                size = self.sizes.settled((1, (each.name,)))
                if size == (1, (each.name,)):
                    raise _At(Clash("How large I is cannot be seen here: write I_n."), (), each)
                return dim_expr(size)
            return each

        return mapped(e, known) if self.count else e


def _unit_step(e: Piecewise) -> Expr:
    """step(u), which is read to its two branches, as one function again."""
    match e:
        case Piecewise(((Rel("<", u, Num(a)), Num(b)), (Rel(">", v, Num(c)), Num(d))), None) if u == v:
            return Fn("step", (u,)) if (a, b, c, d) == (0, 0, 0, 1) else e
    return e


def _told(place: _At, reader: _Reader, part: Part, text: str) -> Unread:
    """The message: which parts, their shapes, and a change that fits."""
    span = spans(part).get(place.path, (part.start, part.end))
    sentence, parts = place.clash.sentence, place.clash.parts
    slots = {"u": text[span[0] : span[1]]}
    if "{v}" in sentence:
        slots |= {"v": ascii(parts[0]), "q": _said(parts[0], reader)}
    elif len(parts) == 2:
        a, b = parts
        sentence = "{u}: {a} is {p}, {b} is {q}. " + sentence
        slots |= {"a": ascii(a), "p": _said(a, reader), "b": ascii(b), "q": _said(b, reader)}
    repair = next(_repairs(place, reader), None)
    if repair is None:
        return Unread("shape-clash", span, sentence, None, **slots)
    whole = text[: span[0]] + repair + text[span[1] :]
    return Unread("shape-clash", span, sentence + " Did you mean {r}?", whole, r=repair, **slots)


def _said(e: Expr, reader: _Reader) -> str:
    return in_words(tuple(reader.sizes.settled(each) for each in reader.shape(e)))  # type: ignore[arg-type]


def _repairs(place: _At, reader: _Reader) -> Iterator[str]:
    """Changes of the clashing parts after which the shapes fit."""
    if len(place.clash.parts) != 2:
        return
    first, second = place.clash.parts
    for change in (_turned_first, _turned_second, _turned_both, _row_for_each, _entry_by_entry):
        changed = _exchange(place, reader, first, second, change)
        if changed is not None:
            yield changed


Change = Callable[[Expr, Expr], tuple[Expr, Expr]]


def _turn(e: Expr) -> Expr:
    return e.args[0] if isinstance(e, Fn) and e.name == "transpose" else Fn("transpose", (e,))


def _turned_first(a: Expr, b: Expr) -> tuple[Expr, Expr]:
    return _turn(a), b


def _turned_second(a: Expr, b: Expr) -> tuple[Expr, Expr]:
    return a, _turn(b)


def _turned_both(a: Expr, b: Expr) -> tuple[Expr, Expr]:
    return _turn(a), _turn(b)


def _row_for_each(a: Expr, b: Expr) -> tuple[Expr, Expr]:
    """X·W + b for a batch: the same row b' in each row."""
    rows = shape_in(a, CLOSED)[0]
    return a, Mul((Fn("ones", (dim_expr(rows),)), Fn("transpose", (b,))))


def _entry_by_entry(a: Expr, b: Expr) -> tuple[Expr, Expr]:
    return Fn("hadamard", (a, b)), ONE


def _exchange(place: _At, reader: _Reader, a: Expr, b: Expr, change: Change) -> str | None:
    """The clashing node with a and b changed, as text, if its shapes then fit."""
    try:
        first, second = change(a, b)
        children = [reader.given(child, (*place.path, i)) for i, child in enumerate(place.raw.children)]
        if isinstance(place.raw, Add):
            children = [*reader.spread(tuple(children)).children]
        at = next(i for i, each in enumerate(children) if each == b and a in children[:i])
        before = max(i for i in range(at) if children[i] == a)
        if isinstance(place.raw, Add) and first == second:  # X + X': nothing that was meant
            return None
        children[before], children[at] = first, second
        if second == ONE:
            if not isinstance(place.raw, Mul):
                return None
            del children[at]
        made = place.raw.rebuilt(tuple(children)) if len(children) > 1 else children[0]
        shape_in(made, Sizes())
    except (Clash, _At, StopIteration, ValueError):
        return None
    return ascii(made)


__all__ = ["shaped"]
