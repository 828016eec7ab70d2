"""Places with two common readings: which is taken, and what the note says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxions.calculus.expr import Const, Div, Mul, Num
from fluxions.calculus.language.operators import TIGHT, WORD, Op
from fluxions.calculus.language.parts import Part
from fluxions.calculus.language.tokens import Choice, Doubt, Token, begins
from fluxions.calculus.trees import symbols

if TYPE_CHECKING:
    from fluxions.calculus.language.machine import Machine

_BRACKETS_MATTER = "Brackets make it certain: {typed}( … )."
_UP_TO = "The derivative is taken of all up to the next + or −. Brackets make it certain."


def doubt_division(m: Machine, token: Token, after: Token) -> None:
    """`sin x/2` may be the sine of x/2."""
    top = m.ops[-1]
    if top.kind == "function" and token.text == "/" and after.kind == "number":
        doubt(m, top, "long")


def exponent_divided(m: Machine, token: Token, after: Token) -> bool:
    """`x^1/2`, `x^-1/2`: the fraction may have been meant for the exponent."""
    top, exponent = m.ops[-1], m.operands[-1]
    if top.kind != "infix" or top.text != "^" or token.text != "/" or after.kind != "number" or exponent.bracket:
        return False
    if exponent.expr not in (Num(1), Num(-1)):
        return False
    choice = Choice(top.token.start, "divided")
    if choice in m.choices:
        return True
    m.doubts.append(Doubt("Only the number before / is in the exponent. Write ^( … ) for a fraction there.",
                             (top.token.start, after.end), choice))  # fmt: skip
    return False


def doubt(m: Machine, op: Op, mode: str) -> None:
    """Note that a function without brackets may reach otherwise."""
    if op.mode == "doubted" or not op.call:
        return
    choice = Choice(op.call.start, mode) if mode else None
    message = _BRACKETS_MATTER.replace("{typed}", op.call.typed or op.text)
    m.doubts.append(Doubt(message, (op.call.start, m.operands[-1].end), choice))
    op.mode = "doubted"


def exponent_goes_on(m: Machine, top: Op) -> bool:
    """`e^2x`: the product may have been meant for the exponent."""
    if top.kind != "infix" or top.text != "^" or top.prec == WORD:
        return False
    base, exponent = m.operands[-2], m.operands[-1]
    constant = isinstance(base.expr, (Num,)) or base.expr == Const("e")
    if not constant or not isinstance(exponent.expr, Num) or exponent.bracket:
        return False
    choice = Choice(top.token.start, "exponent")
    if choice in m.choices:
        top.prec = WORD
        top.mode = "taken"
        return True
    m.doubts.append(Doubt("Only the number is in the exponent. Write ^( … ) if more belongs there.",
                             (base.start, m.tokens[m.at].end), choice))  # fmt: skip
    return False


def goes_on(m: Machine, top: Op, token: Token) -> bool:
    """Does the next factor belong to the operand of a waiting operator?"""
    if top.kind == "infix" and top.text == "^" and top.mode == "taken":
        return True
    if top.kind == "infix" and top.text == "/":
        choice = Choice(top.token.start, "divisor")
        if choice in m.choices:
            top.prec = WORD
            return True
        if top.prec != WORD:
            m.doubts.append(Doubt("Only the first factor is divided by. Write /( … ) if more belongs below.",
                                     (top.token.start, token.end), choice))  # fmt: skip
        return top.prec == WORD
    if top.kind == "derivative" and top.prec == TIGHT:
        return False
    return top.kind == "function" and top.prec == WORD and reaches(m, top, token)


def reaches(m: Machine, op: Op, token: Token) -> bool:
    """Does a function without brackets reach over the next factor? sin 2x cos x is sin(2x)·cos(x)."""
    has_symbols = bool(symbols(m.operands[-1].expr))
    if token.sort in ("function", "operator"):
        doubt(m, op, "long")
        return False
    if not has_symbols:
        mode = op.mode
        doubt(m, op, "short")
        return mode != "short"
    letter = token.kind == "name" and token.sort == "symbol" and not token.spaced
    mode = op.mode
    doubt(m, op, "short" if letter else "long")
    return letter and mode != "short"


def doubt_reach(m: Machine, op: Op, right: Part) -> None:
    """How far d/dx reaches: without brackets up to the next plus or minus, with them over these."""
    after = m.tokens[m.at]
    goes_on = begins(after) or (after.kind == "op" and after.text in "*/")
    many = isinstance(right.expr, (Mul, Div)) and not right.bracket
    choice = Choice(op.token.start, "reach")
    if op.mode == "bracket" and op.prec == TIGHT and (goes_on or not right.bracket):
        message = "The derivative is taken of the bracket only."
    elif op.mode == "reach" and (many or (after.kind == "op" and after.text in "+-")):
        m.doubts.append(Doubt(_UP_TO, (op.token.start, right.end)))
        return
    else:
        return
    m.doubts.append(Doubt(message, (op.token.start, right.end), choice))
