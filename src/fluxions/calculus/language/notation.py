"""Leibniz's notation: d/dx, dy/dx, ∫ … dx, and the signs ∑ and lim with what stands below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fluxions.calculus.expr import Num
from fluxions.calculus.language.names import declared
from fluxions.calculus.language.tokens import Derivative, Token, Unread
from fluxions.calculus.vocabulary import Vocabulary

if TYPE_CHECKING:
    from fluxions.calculus.language.scan import Scanner

_MOST = 20
_SIGNS = ("∫", "∑", "∏", "lim")
_NAMES = {"∑": "sum", "∏": "prod", "lim": "limit"}


def resolved(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """The tokens with derivatives, integrals, sums and limits made into tokens of their own."""
    texts = {token.text for token in tokens}
    if not texts.isdisjoint(_SIGNS) and any(token.kind == "name" and token.text in _SIGNS for token in tokens):
        tokens = _integrals(_with_bounds(_lifted(tokens)), vocabulary)
    if "d" not in texts or "d" in declared(vocabulary):
        return tokens
    return _derivatives(tokens)


SIGNS = {"lim": "lim", "int": "∫", "sum": "∑", "prod": "∏", "product": "∏", "Lim": "lim"}
_ARROW = r" *(?:->|→|=>|⇒) *"
_BELOW_LIM = re.compile(rf" *\(( *[A-Za-z][A-Za-z0-9_]*{_ARROW}[^()]*)\)")
_AFTER_LIM = re.compile(
    rf" +([A-Za-z][A-Za-z0-9_]*{_ARROW}[-+]?(?:[0-9.]+|[∞π]|[A-Za-z]+)(?:/[0-9]+)?(?:\^?[-+](?= ))?),?(?= |\()"
)
_BELOW = re.compile(r" *(?:_|[₀-₉])")
_HAS_DIFFERENTIAL = re.compile(r"(?![A-Za-z]).*d ?[A-Za-z]")


def sign(scanner: Scanner, run: str, at: int, stop: int, end: int) -> int:
    """lim, int and sum as signs, typed as words: the place after them, or 0 where they are called as functions."""
    text, name = scanner.plain_text, SIGNS[run]
    found = (_BELOW_LIM.match(text, stop, end) or _AFTER_LIM.match(text, stop, end)) if name == "lim" else None
    if found is None:
        called = text.startswith("(", stop)
        free = name == "∫" and not called and _HAS_DIFFERENTIAL.match(text, stop, end)
        if not _BELOW.match(text, stop, end) and not free:
            return 0
        scanner.add("name", name, at, stop, "operator")
        return stop
    scanner.add("name", name, at, stop, "operator")
    scanner.add("op", "_", stop, stop)
    scanner.add("open", "group", stop, stop)
    scanner.stretch(*found.span(1))
    scanner.add("close", "group", found.end(1), found.end(1))
    return found.end()


def partners(tokens: list[Token]) -> dict[int, int]:
    """The closing bracket of each opening one."""
    found: dict[int, int] = {}
    stack: list[int] = []
    for place, token in enumerate(tokens):
        if token.kind == "open":
            stack.append(place)
        elif token.kind == "close" and stack:
            found[stack.pop()] = place
    return found


# derivatives


def _derivatives(tokens: list[Token]) -> list[Token]:
    closers = partners(tokens)
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        framed = _text(tokens, at, "open", "group") and _text(tokens, at + 1, "open", "group")
        found = _fraction(tokens, closers, at + 2, at + 1, True) if framed else None
        if found is None and _is_d(tokens, at):
            found = _fraction(tokens, closers, at, at, False)
        if found is None:
            out.append(tokens[at])
            at += 1
            continue
        made, at = found
        out.extend(made)
    return out


def _fraction(
    tokens: list[Token], closers: dict[int, int], at: int, opened: int, framed: bool
) -> tuple[list[Token], int] | None:
    """d…/dx from `at` on: the tokens that take its place, and where it ends."""
    if not _is_d(tokens, at):
        return None
    start = tokens[at]
    order, place = _order(tokens, at + 1)
    subject: list[Token] = []
    if framed:
        stop = closers.get(opened, -1)
        if stop < place:
            return None
        subject, place = tokens[place:stop], stop + 1
    elif _text(tokens, place, "open", "(") and place in closers:
        stop = closers[place]
        subject, place = tokens[place : stop + 1], stop + 1
    elif _kind(tokens, place) == "name" and tokens[place].sort in ("symbol", "function"):
        subject, place = [tokens[place]], place + 1
    if not _text(tokens, place, "op", "/"):
        return None
    below = _below(tokens, closers, place + 1, order)
    if below is None:
        return None
    variables, end = below
    if framed:
        if not _text(tokens, end, "close", "group"):
            return None
        end += 1
    if order != len(variables) or order > _MOST:
        raise Unread("order", (start.start, tokens[end - 1].end), "Above and below, d must stand equally often.")
    return _replaced(start, subject, variables, tokens[end - 1].end), end


def _replaced(start: Token, subject: list[Token], variables: tuple[str, ...], stop: int) -> list[Token]:
    if len(subject) == 1 and subject[0].kind == "name" and subject[0].sort in ("symbol", "function"):
        found = Derivative(variables, subject[0].text)
        return [Token("derivative", "dy/dx", start.start, stop, start.spaced, derivative=found)]
    head = Token("derivative", "d/dx", start.start, stop, start.spaced, derivative=Derivative(variables))
    if not subject:
        return [head]
    first, last = subject[0], subject[-1]
    inner = subject[1:-1] if (first.text, last.text) == ("(", ")") else subject
    opened = Token("open", "group", first.start, first.start)
    return [Token("open", "group", start.start, start.start), head, Token("open", "(", first.start, first.start),
            *([opened, *inner, Token("close", "group", last.end, last.end)] if inner is not subject else inner),
            Token("close", ")", last.end, last.end), Token("close", "group", stop, stop)]  # fmt: skip


def _order(tokens: list[Token], at: int) -> tuple[int, int]:
    """The order after a d: `^2`, in LaTeX's group or not; 1 where none stands."""
    if not _text(tokens, at, "op", "^"):
        return 1, at
    at += 1
    grouped = _kind(tokens, at) == "open" and tokens[at].text in ("group", "(")
    at += grouped
    value = tokens[at].value if _kind(tokens, at) == "number" else None
    if value is None or value.bottom != 1:
        return 0, at
    return value.top, at + 1 + grouped


def _below(tokens: list[Token], closers: dict[int, int], at: int, wanted: int) -> tuple[tuple[str, ...], int] | None:
    """dx, dx^2 or dx dy, in a group, brackets or bare: the variables and the place after them."""
    end = None
    if _kind(tokens, at) == "open" and at in closers:
        end = closers[at]
        at += 1
    names: list[str] = []
    while _is_d(tokens, at) and _kind(tokens, at + 1) == "name" and tokens[at + 1].sort in ("symbol", "constant"):
        variable = tokens[at + 1].text
        order, at = _order(tokens, at + 2)
        names += [variable] * min(order, _MOST + 1)
        if end is None and len(names) >= wanted:
            break
    if not names or (end is not None and at != end):
        return None
    return tuple(reversed(names)), at if end is None else end + 1


def _kind(tokens: list[Token], at: int) -> str:
    return tokens[at].kind if 0 <= at < len(tokens) else "end"


def _text(tokens: list[Token], at: int, kind: str, text: str) -> bool:
    return _kind(tokens, at) == kind and tokens[at].text == text


def _is_d(tokens: list[Token], at: int) -> bool:
    return _text(tokens, at, "name", "d")


# integrals, sums, limits


def _with_bounds(tokens: list[Token]) -> list[Token]:
    """What stands below and above ∫, ∑ and lim becomes their arguments."""
    closers = partners(tokens)
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        called = token.text == "lim" and _text(tokens, at + 1, "open", "(")
        if token.kind != "name" or token.text not in _SIGNS or called:
            out.append(token)
            at += 1
            continue
        low, high, at = _bounds(tokens, closers, at + 1)
        out.extend(_opened(token, low, high))
    return out


def _bounds(tokens: list[Token], closers: dict[int, int], at: int) -> tuple[list[Token], list[Token], int]:
    found: dict[str, list[Token]] = {"_": [], "^": []}
    while _kind(tokens, at) == "op" and tokens[at].text in found and not found[tokens[at].text]:
        sign = tokens[at].text
        start = at + 1
        if _kind(tokens, start) == "open" and start in closers:
            stop = closers[start] + 1
            inner = tokens[start + 1 : stop - 1]
        else:
            stop = start + 1 + (_text(tokens, start, "op", "-"))
            inner = tokens[start:stop]
        if not inner:
            raise Unread("bounds", (tokens[at].start, tokens[at].end), "A bound is missing here.")
        found[sign], at = inner, stop
    return found["_"], found["^"], at


def _opened(token: Token, low: list[Token], high: list[Token]) -> list[Token]:
    comma = Token("op", ",", token.start, token.end)
    if token.text == "∫":
        if bool(low) != bool(high):
            raise Unread("bounds", (token.start, token.end), "An integral has both bounds or none.")
        return [Token("open", "∫", token.start, token.end, token.spaced), *([*low, comma, *high, comma] if low else [])]
    name = _NAMES[token.text]
    split = next((i for i, each in enumerate(low) if each.text in ("=", "->")), -1)
    if split < 1 or (name != "limit" and not high):
        shown = "x -> a" if name == "limit" else "n = 1, and a last value above it"
        raise Unread("bounds", (token.start, token.end), "Write below this sign: {shown}.", shown=shown)
    rest = low[split + 1 :]
    side: list[Token] = []
    if name == "limit":
        rest, side = _side(rest)
    tail = [comma, *high] if name != "limit" else [comma, *side] if side else []
    opened = Token("open", "big", token.start, token.end, token.spaced, variable=name)
    return [opened, *low[:split], comma, *rest, *tail, Token("close", "big", token.start, token.end, variable=name)]


def _side(rest: list[Token]) -> tuple[list[Token], list[Token]]:
    """0^+ is 0 from above: the point and the sign of the side."""
    last = rest[:-1] if rest and rest[-1].text == "group" and rest[-1].kind == "close" else rest
    if last and last[-1].kind == "op" and last[-1].text in "+-":
        sign = last[-1]
        cut = len(last) - 1
        while cut and (rest[cut - 1].text in ("^", "group")) and rest[cut - 1].kind in ("op", "open"):
            cut -= 1
            if rest[cut].text == "^":
                break
        return rest[:cut], [Token("name", sign.text, sign.start, sign.end, sort="symbol")]
    return rest, []


def _integrals(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """Each ∫ is closed by the d of its variable."""
    out: list[Token] = []
    waiting: list[str] = []
    opened: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.kind == "open":
            waiting.append(token.text)
            opened.append(token)
        elif token.kind == "close" and waiting:
            if waiting[-1] == "∫":
                raise _no_differential(opened[-1])
            waiting.pop()
            opened.pop()
        elif waiting and waiting[-1] == "∫" and _is_d(tokens, at) and after and after.kind == "name":
            waiting.pop()
            opened.pop()
            stop = at + 2
            if (out[-1].kind, out[-1].text) in (("open", "∫"), ("op", ",")):  # ∫ dx, ∫ dx/x
                out.append(_one(token))
                stop = _divisor_end(tokens, at + 2)
                out.extend(tokens[at + 2 : stop])
            out.append(Token("close", "∫", token.start, after.end, variable=after.text))
            at = stop
            continue
        out.append(token)
        at += 1
    if "∫" in waiting:
        raise _no_differential(opened[waiting.index("∫")])
    return out


def _one(token: Token) -> Token:
    return Token("number", "1", token.start, token.start, value=Num(1))


def _divisor_end(tokens: list[Token], at: int) -> int:
    """The place after `/x` or `/(x + 1)`, if a divisor stands here."""
    if not _text(tokens, at, "op", "/"):
        return at
    depth, place = 0, at + 1
    while place < len(tokens):
        depth += (tokens[place].kind == "open") - (tokens[place].kind == "close")
        place += 1
        raised = depth == 0 and _text(tokens, place, "op", "^")
        if depth <= 0 and not raised and not _text(tokens, place - 1, "op", "^"):
            break
    return place


def _lifted(tokens: list[Token]) -> list[Token]:
    r"""In \int \frac{dx}{x} the differential is moved behind the fraction."""
    closers = partners(tokens)
    moved: dict[int, list[Token]] = {}
    out: list[Token] = []
    for place, token in enumerate(tokens):
        above = _is_d(tokens, place) and _text(tokens, place + 2, "close", "group")
        if above and _text(tokens, place + 3, "op", "/") and not _is_d(tokens, place + 5):
            end = closers.get(place + 4, -2) + 1
            if _text(tokens, end, "close", "group") and end not in moved:
                moved[end] = tokens[place : place + 2]
                out += [_one(token)] if tokens[place - 1].kind == "open" else []
                continue
        if moved and any(token is each[1] for each in moved.values()):
            continue
        out.append(token)
        out += moved.get(place, [])
    return out


def _no_differential(opened: Token) -> Unread:
    return Unread("no-differential", (opened.start, opened.end), "Close this integral with its variable: dx.")
