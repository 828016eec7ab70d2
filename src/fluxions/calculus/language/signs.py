"""± and ∓: the text is read with the upper signs and with the lower ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fluxions.calculus.expr import And, Expr, Or, Rel, Set
from fluxions.calculus.language.parts import Part, made
from fluxions.calculus.language.tokens import Doubt, Token, Unread

MOST_SIGNS = 8
_UPPER = {"±": "+", "∓": "-"}
_LOWER = {"±": "-", "∓": "+"}


def both(tokens: list[Token], run: Callable[[list[Token]], tuple[Part, list[Doubt]]]) -> tuple[Part, list[Doubt]]:
    """The two readings together: two equations joined by or, else the set of two values."""
    signs = [token for token in tokens if token.kind == "op" and token.text in _UPPER]
    if len(signs) > MOST_SIGNS:
        span = (signs[0].start, signs[-1].end)
        raise Unread("plus-minus", span, "At most {most} signs ± are read.", most=str(MOST_SIGNS))
    upper, doubts = run(_with(tokens, _UPPER))
    lower, _ = run(_with(tokens, _LOWER))
    if len(signs) > 1:
        doubts.append(Doubt("The upper signs go together, and the lower ones.", (signs[0].start, signs[-1].end)))
    return _together(upper, lower, (signs[0].start, signs[0].end)), doubts


def _with(tokens: list[Token], signs: dict[str, str]) -> list[Token]:
    return [replace(each, text=signs[each.text]) if each.text in signs and each.kind == "op" else each
            for each in tokens]  # fmt: skip


def _together(upper: Part, lower: Part, span: tuple[int, int]) -> Part:
    a, b = upper.expr, lower.expr
    if isinstance(a, Set) and isinstance(b, Set):
        found: dict[Expr, None] = dict.fromkeys(_interleaved(a, b))
        return made(Set(tuple(found)), (upper, lower), upper.start, upper.end)
    if isinstance(a, (Rel, And, Or)) and isinstance(b, (Rel, And, Or)):
        kind = And if isinstance(a, Rel) and a.op == "!=" else Or
        return made(kind((*_parts(a, kind), *_parts(b, kind))), (upper, lower), upper.start, upper.end)
    if isinstance(a, (Rel, And, Or)) != isinstance(b, (Rel, And, Or)):
        raise Unread("plus-minus", span, "Write the two cases one by one here.")
    return made(Set((a, b)), (upper, lower), upper.start, upper.end)


def _parts(e: Expr, kind: type[And] | type[Or]) -> tuple[Expr, ...]:
    return e.parts if isinstance(e, kind) else (e,)


def _interleaved(a: Set, b: Set) -> list[Expr]:
    pairs = zip(a.elements, b.elements, strict=False)
    return [each for pair in pairs for each in pair]
