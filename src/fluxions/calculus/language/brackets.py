"""Brackets and bars: where they close, and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxions.calculus.expr import Num, Sym, Vector
from fluxions.calculus.language import build, lists, parts, regions
from fluxions.calculus.language.build import Call
from fluxions.calculus.language.names import declared
from fluxions.calculus.language.operators import BIG, CLOSERS, SUCH, Op
from fluxions.calculus.language.parts import Part
from fluxions.calculus.language.tokens import Token, Unread, begins

if TYPE_CHECKING:
    from fluxions.calculus.language.machine import Machine


def bar(m: Machine, token: Token) -> None:
    """A bar closes the innermost open bar, else it opens one beside the last factor."""
    bracket = next(op for op in reversed(m.ops) if op.kind in ("bracket", "end"))
    if token.text != "‖" and bracket.text == "{" and such_that(m, bracket, token):
        while m.ops[-1] is not bracket:
            m.reduce()
        m.ops.append(Op("infix", "|", SUCH, token))
        m.at += 1
        m.wanted = True
        return
    if token.text == ":":
        raise Unread("unexpected", (token.start, token.end), "{sign} is not expected here.", sign=token.text)
    if m.opens is not None and m.opens.get(token.start):
        return m.implicit(token)
    if bracket.text == token.text:
        return m.close(Token("close", token.text, token.start, token.end))
    last = m.tokens[m.at - 1]
    if closed_bars(m, last) and _only_factors(m.tokens, m.at):
        raise Unread("ambiguous-bars", (token.start, token.end), "These bars can be read in two ways: write abs( … ).")
    m.implicit(token)


def such_that(m: Machine, bracket: Op, token: Token) -> bool:
    """Does this bar or colon stand between the variable of a set and its condition, as in {x | x > 2}?"""
    before = m.tokens[m.at - 1]
    if bracket.such or len(m.operands) < bracket.base + 1 or bracket.marks:
        return False
    if token.text == "|":
        single = len(m.operands) == bracket.base + 1 and m.ops[-1] is bracket and isinstance(m.operands[-1].expr, Sym)
        member = any(op.text == "∈" for op in m.ops[-3:])
        if not (single or member or before.text == "ℝ") or not _odd_bars(m.tokens, m.at):
            return False
    bracket.such = True
    return True


def _odd_bars(tokens: list[Token], at: int) -> bool:
    """Is the number of bars from here to the brace that closes odd, those in inner brackets left out?"""
    depth = count = 0
    for token in tokens[at:]:
        depth += (token.kind == "open") - (token.kind == "close")
        if depth < 0:
            break
        count += token.kind == "bar" and token.text == "|" and depth == 0
    return count % 2 == 1


def closes_angle(m: Machine) -> bool:
    """Does this > close a vector that < opened?"""
    bracket = next(op for op in reversed(m.ops) if op.kind in ("bracket", "end"))
    return bracket.text == "⟨" and not begins(m.tokens[m.at + 1])


def opens_turned(m: Machine) -> bool:
    """Does this ] open an interval, as in ]0, 1[ or ]0, 1]?"""
    ahead = [each.text for each in m.tokens[m.at + 1 :] if each.kind in ("open", "close", "op")]
    comma = next((place for place, text in enumerate(ahead) if text in (",", ";")), len(ahead))
    return any(text in ("[", "]") for text in ahead[comma:])


def closes_turned(m: Machine, token: Token) -> bool:
    """Does this [ close an interval that is open at its end, as in [0, 1[?"""
    bracket = next(op for op in reversed(m.ops) if op.kind in ("bracket", "end"))
    after = m.tokens[m.at + 1]
    union = after.text in ("U", "u") and after.text not in declared(m.vocabulary)
    ends = after.kind in ("end", "close") or (after.kind == "op" and after.text not in "+-√∛∜") or after.sort == "word"
    return bracket.text in ("[", "]", "(") and bool(bracket.marks) and (ends or union)


def turned_interval(left: str, right: str, items: tuple[Part, ...], start: int, end: int) -> Part:
    """]a, b[ is open at both ends, [a, b[ closed at the first alone."""
    if len(items) != 2 or right not in ("[", "]"):
        raise Unread(
            "brackets-differ", (start, end), "The bracket {left} is closed by {right}.", left=left, right=right
        )
    return build.interval(items, ("[" if left == "[" else "(") + ("]" if right == "]" else ")"), start, end)


def angle(m: Machine, token: Token) -> bool:
    """Does < open a vector here, as in <1, 2>?"""
    if not any(each.text == ">" for each in m.tokens[m.at :]):
        return False
    m.angles += 1
    m.open(Token("open", "⟨", token.start, token.end))
    return True


def closed_bars(m: Machine, last: Token) -> bool:
    """Did a pair of bars close just before, with a factor since?"""
    place = m.at - 1
    while place >= 0 and m.tokens[place].kind in ("name", "number"):
        place -= 1
    return last.kind in ("name", "number") and place >= 0 and m.tokens[place].kind == "bar"


def separator(m: Machine, token: Token) -> None:
    """A comma between arguments."""
    while m.ops[-1].kind not in ("bracket", "end"):
        m.reduce()
    top = m.ops[-1]
    if top.kind == "end" and not top.marks:
        m.comma = (token.start, token.end)
    top.marks += token.text
    m.at += 1
    m.wanted = True


def closed(m: Machine, bracket: Op, items: tuple[Part, ...], token: Token) -> Part | None:
    """The operand that a pair of brackets makes."""
    start, end, left, right = bracket.token.start, token.end, bracket.text, token.text
    if left == "]" or (left, right) == ("[", "["):
        return turned_interval(left, right, items, start, end)
    if right == "∫" != left:
        raise Unread("unclosed", (start, bracket.token.end), "The bracket opened here is not closed.", "close")
    if CLOSERS.get(left) != right and (bracket.call or left + right not in ("(]", "[)")):
        raise Unread(
            "brackets-differ", (start, end), "The bracket {left} is closed by {right}.", left=left, right=right
        )
    if bracket.call is not None and bracket.call.name == "lines":
        return lists.lines(items, start, end)
    if bracket.call is not None:
        return build.call(bracket.call, items, end, m.vocabulary)
    if left == "group":
        return group(m, items, start, end)
    if left in "|‖":
        return norm(m, left, items, start, end)
    if left == "∫":
        return integral(m, items, bracket.token, token)
    if left == "big":
        m.ops.append(Op("big", bracket.token.variable, BIG, bracket.token, args=items))
        m.wanted = True
        return None
    if left == "{" and (found := in_braces(items, bracket.marks, start, end)):
        return found
    if left + right in ("[]", "()") and {",", ";"} <= set(bracket.marks):
        return lists.rows(items, bracket.marks, start, end)
    if left + right == "[]" and len(items) == 1 and not isinstance(items[0].expr, Vector) and in_product(m):
        return build.bracketed("()", items, start, end, None)
    return build.bracketed(left + right, items, start, end, m.want if m.ops[-1].kind == "end" else None)


def in_braces(items: tuple[Part, ...], marks: str, start: int, end: int) -> Part | None:
    """A set by a condition, or a function by cases: {x | x > 2}, {-5, x < 1; 0, x > 1}."""
    if ";" in marks and "," in marks and len(items) % 2 == 0 and lists.alternating(items):
        return lists.by_cases(items, start, end)
    return regions.described(items, start, end)


def in_product(m: Machine) -> bool:
    """Does a bracket stand beside other factors, so that it only groups?"""
    after = m.tokens[m.at]
    before = m.ops[-1]
    joins = before.kind not in ("bracket", "end")
    return joins or begins(after) or (after.kind == "op" and after.text in "+-*/^'!")


def group(m: Machine, items: tuple[Part, ...], start: int, end: int) -> Part:
    """One of LaTeX's invisible groups."""
    if len(items) != 1:
        raise Unread("comma", (start, end), "A comma is not expected here.")
    item = items[0]
    return Part(item.expr, start, end, item.kids, item.depth, item.size, item.bracket or "group", item.number)


def norm(m: Machine, left: str, items: tuple[Part, ...], start: int, end: int) -> Part:
    """|u| and ‖u‖."""
    if len(items) != 1:
        raise Unread("comma", (start, end), "A comma is not expected between bars.")
    if left == "‖":
        return build.call(Call("norm", start, start), (*items, *which_norm(m)), end, m.vocabulary)
    return parts.applied("abs", items, start, end)


def which_norm(m: Machine) -> tuple[Part, ...]:
    """The F of ‖A‖_F, the 1 of ‖x‖_1; the 2 is left out."""
    if m.tokens[m.at].text != "_":
        return ()
    grouped = m.tokens[m.at + 1].text == "group"
    token = m.tokens[m.at + (2 if grouped else 1)]
    if token.text not in ("F", "1", "2"):
        return ()
    m.at += 4 if grouped else 2
    if token.text == "2":
        return ()
    return (
        parts.symbol("F", token.start, token.end)
        if token.text == "F"
        else parts.literal(Num(1), token.start, token.end),
    )


def integral(m: Machine, items: tuple[Part, ...], opened: Token, closed: Token) -> Part:
    """∫ … dx, the bounds first."""
    variable = parts.symbol(closed.variable, closed.start, closed.end)
    if not items:
        items = (parts.literal(Num(1), closed.start, closed.start),)
    return build.call(
        Call("int", opened.start, opened.end), (items[-1], variable, *items[:-1]), closed.end, m.vocabulary
    )


def _only_factors(tokens: list[Token], at: int) -> bool:
    """Is the bar here one of an even pair that follows, so that both pairings make sense?"""
    return sum(token.kind == "bar" for token in tokens[at:]) % 2 == 0
