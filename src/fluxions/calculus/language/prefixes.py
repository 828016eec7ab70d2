"""What may begin an operand: numbers, names, signs, functions, d/dx."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxions.calculus.expr import Const, E, Num, Sym
from fluxions.calculus.language import brackets, build, parts, regions
from fluxions.calculus.language.build import Call
from fluxions.calculus.language.names import CONSTANTS, declared
from fluxions.calculus.language.operators import BARE, BIG, CLOSERS, MULTIPLY, NEGATIVE, SIGNED, TIGHT, WORD, Op
from fluxions.calculus.language.parts import Part
from fluxions.calculus.language.standing import MOST_DERIVATIVES
from fluxions.calculus.language.tokens import Choice, Doubt, Token, Unread, begins
from fluxions.calculus.vocabulary import Vocabulary

if TYPE_CHECKING:
    from fluxions.calculus.language.machine import Machine


def operand(m: Machine, token: Token) -> None:
    """An operand begins, or a prefix."""
    if token.kind == "number" and token.value is not None:
        m.at += 1
        m.push(parts.literal(token.value, token.start, token.end))
    elif token.kind == "name":
        name(m, token)
    elif token.kind == "open" or (token.kind == "bar" and (m.opens is None or m.opens[token.start])):
        m.open(token)
    elif token.kind == "derivative":
        derivative(m, token)
    elif token.kind == "op" and token.text in "+-":
        sign(m, token)
    elif token.kind == "op" and token.text in "√∛∜":
        m.at += 1
        m.ops.append(Op("root", token.text, BARE, token))
    elif token.text == "]" and brackets.opens_turned(m):
        m.open(token)
    elif not (token.text == "<" and brackets.angle(m, token)):
        missing(m, token)


def missing(m: Machine, token: Token) -> None:
    """An operand is expected and does not come."""
    top = m.ops[-1]
    if token.kind == "close" and top.kind == "bracket" and len(m.operands) == top.base and top.text in CLOSERS:
        before = m.tokens[m.at - 1]
        if before.kind == "open" and (top.text == "{" or top.call is not None):
            m.wanted = False
            return m.close(token)
        if before.kind == "open":
            raise Unread("empty-brackets", (top.token.start, token.end), "There is nothing between these brackets.")
    last = m.tokens[m.at - 1] if m.at else None
    if last is None and token.kind == "end":
        raise Unread("empty", (0, token.end), "Nothing has been typed yet.")
    if token.kind == "op" and last is None:
        raise Unread(
            "missing-operand", (token.start, token.end), "Something is missing before {sign}.", "cut", sign=token.text
        )
    if last is None or token.kind == "op":
        span = (token.start, max(token.end, token.start + 1))
        raise Unread("missing-operand", span, "Something is missing before {sign}.", sign=token.text)
    sign, span = last.variable or last.text, (last.start, last.end)
    if last.text == "group":
        raise Unread("missing-operand", span, "Something is missing here.", "cut")
    raise Unread("missing-operand", span, "Something is missing after {sign}.", "cut", sign=sign)


def sign(m: Machine, token: Token) -> None:
    """A sign belongs to the literal that follows it, unless a power does."""
    after = m.tokens[m.at + 1]
    if side_of_limit(m, token, after):
        return
    if token.text == "+" and m.ops[-1].kind in ("derivative", "function"):
        return missing(m, token)
    m.at += 1
    following = m.tokens[m.at + 1] if after.kind == "number" else None
    if following is not None and after.value is not None and not (following.kind == "op" and following.text in "^!'"):
        m.at += 1
        value = after.value if token.text == "+" else Num(-after.value.top, after.value.bottom, after.value.places)
        return m.push(parts.literal(value, token.start, after.end))
    tight = m.ops[-1].prec >= MULTIPLY
    m.ops.append(Op("sign", token.text, SIGNED if tight else NEGATIVE, token))


def side_of_limit(m: Machine, token: Token, after: Token) -> bool:
    """The last argument of `limit(f, x, a, +)`."""
    bracket = m.ops[-1]
    if not (after.kind == "close" and bracket.call and bracket.call.name in ("limit", "lim")):
        return False
    m.at += 1
    m.push(parts.symbol(token.text, token.start, token.end))
    return True


def name(m: Machine, token: Token) -> None:
    """A symbol, a constant, or a function that waits for its argument."""
    if token.sort == "word":
        return missing(m, token)
    if token.sort in ("function", "operator"):
        return function(m, token)
    m.at += 1
    if token.text == "ℝ":
        return m.push(Part(regions.REALS, token.start, token.end))
    if token.sort == "constant":
        return m.push(Part(Const(CONSTANTS[token.text]), token.start, token.end))  # type: ignore[arg-type]
    if token.text in m.vocabulary.dependent and at_a_point(m):
        if m.tokens[m.at + 1].text != m.vocabulary.variable:
            return apply(m, Call(token.text, token.start, token.end), token)
        m.at += 3
    m.push(parts.symbol(token.text, token.start, token.end))


def function(m: Machine, token: Token) -> None:
    """A function name, with the primes and the exponent that follow it."""
    m.at += 1
    primes = primes_here(m)
    head = Call(token.text, token.start, token.end, primes, None, token.text, _base(token))
    after = m.tokens[m.at]
    own = token.text in m.vocabulary.functions
    order, taken = raised_order(m) if own else (0, 0)
    if order:
        head = replace(head, primes=order)
        m.at += taken
    elif after.kind == "op" and after.text == "^" and token.sort == "function" and not (own and not applied_later(m)):
        m.at += 1
        m.ops.append(Op("power-of", "^", BARE, token, call=head))
        return
    apply(m, head, token)


def raised_order(m: Machine) -> tuple[int, int]:
    """The order in f^(3)(x) and the number of tokens that it takes, else zeros."""
    tokens = m.tokens[m.at : m.at + 7]
    ahead = [each for each in tokens if each.text != "group"][:5]
    kinds = [each.kind for each in ahead]
    if kinds != ["op", "open", "number", "close", "open"] or ahead[0].text != "^":
        return 0, 0
    value = ahead[2].value
    order = value.top if value is not None and value.bottom == 1 and 0 < value.top <= MOST_DERIVATIVES else 0
    return order, next(i for i, each in enumerate(tokens) if each is ahead[4])


def at_a_point(m: Machine) -> bool:
    """Does a number or the variable alone stand in brackets here, as in y(0)? y'(x + 1) is a product."""
    tokens = m.tokens[m.at : m.at + 4]
    if len(tokens) < 3 or tokens[0].kind != "open" or tokens[0].text != "(" or tokens[0].spaced:
        return False
    inner = tokens[2:] if tokens[1].text == "-" else tokens[1:]
    number = inner[0].kind == "number" or (inner[0].sort == "constant" and inner[0].text == "pi")
    plain = number or (inner[0].text == m.vocabulary.variable and tokens[1].text != "-")
    return plain and len(inner) > 1 and inner[1].kind == "close"


def applied_later(m: Machine) -> bool:
    """Does a bracket follow the exponent of a named function, as in f^2(x)?"""
    ahead = [each for each in m.tokens[m.at + 1 : m.at + 6] if each.text != "group"]
    if len(ahead) > 2 and ahead[0].text == "-":
        ahead = ahead[1:]
    return len(ahead) > 1 and ahead[0].kind == "number" and ahead[1].kind == "open" and not ahead[1].spaced


def primes_here(m: Machine) -> int:
    """How many primes stand here; they are passed over."""
    count = 0
    start = m.tokens[m.at].start
    while m.tokens[m.at].kind == "op" and m.tokens[m.at].text == "'":
        count += 1
        m.at += 1
    if count > MOST_DERIVATIVES:
        span = (start, m.tokens[m.at].start)
        raise Unread("order", span, "At most {most} primes are read.", most=str(MOST_DERIVATIVES))
    return count


def apply(m: Machine, head: Call, token: Token) -> None:
    """A function meets its argument: in brackets, or the factors that follow."""
    after = m.tokens[m.at]
    m.wanted = True
    own = head.name in m.vocabulary.functions or head.name in declared(m.vocabulary)
    inverse = head.exponent is not None and head.exponent.expr == Num(-1) and head.name in build.INVERTIBLE
    if inverse and head.exponent is not None:
        choice = Choice(head.start, "reciprocal")
        if choice in m.choices:
            head.exponent.bracket = "power"
        message = f"Read as the inverse function. For one over it write 1/{head.name}(…)."
        m.doubts.append(Doubt(message, (head.start, head.end), choice))
    if own and head.exponent is not None and head.exponent.expr == Num(-1):
        raise Unread("inverse", (head.start, head.end), "Write the inverse of {f} as inverse({f}(x), x).", f=head.name)
    if after.kind == "open" and (after.text in ("(", "[", "group") or (after.text == "{" and head.name in _OF_SETS)):
        return m.open(after, head)
    if own:
        return unapplied(m, head)
    minus = after.kind == "op" and after.text == "-" and not (after.spaced and m.tokens[m.at + 1].spaced)
    if not begins(after) and not minus:
        raise Unread("no-argument", (head.start, head.end), "{name} needs something to act on: {name}( … ).",
                     "argument", name=head.typed or head.name)  # fmt: skip
    mode = next((c.mode for c in m.choices if c.at == head.start and c.mode in ("bare", "short", "long")), "")
    m.ops.append(Op("function", head.name, {"bare": BARE, "long": BIG}.get(mode, WORD), token, call=head, mode=mode))


_OF_SETS = frozenset({"min", "max"})  # also min{a, b}


def unapplied(m: Machine, head: Call) -> None:
    """The name of a function alone: `h`, or f'g where f' and g are meant at x."""
    if head.primes or m.bare_primes:
        variable = parts.symbol(m.vocabulary.variable, head.start, head.end)
        return m.push(parts.applied(head.name + "'" * head.primes, (variable,), head.start, head.end))
    m.push(parts.symbol(head.name, head.start, head.end))


def derivative(m: Machine, token: Token) -> None:
    """d/dx waits for what it acts on; dy/dx is complete."""
    m.at += 1
    found = token.derivative
    assert found is not None
    if found.subject:
        return m.push(slope(m, token, found.subject, found.variables))
    after = m.tokens[m.at]
    bracket = after.kind == "open"
    choice = Choice(token.start, "reach")
    wide = not bracket if choice not in m.choices else bracket
    prec = BIG if wide else TIGHT
    m.ops.append(Op("derivative", "d/dx", prec, token, mode="bracket" if bracket else "reach"))


def slope(m: Machine, token: Token, subject: str, variables: tuple[str, ...]) -> Part:
    """dy/dx of a symbol or a named function."""
    if subject in m.vocabulary.functions and set(variables) == {m.vocabulary.variable}:
        variable = parts.symbol(m.vocabulary.variable, token.start, token.end)
        return parts.applied(subject + "'" * len(variables), (variable,), token.start, token.end)
    return build.derived(parts.symbol(subject, token.start, token.end), variables, token.start, token.end)


def _base(token: Token) -> Part | None:
    """The base that stands below a logarithm."""
    if token.value is not None:
        return parts.literal(token.value, token.start, token.end)
    if not token.variable:
        return None
    return Part(E if token.variable == "e" else Sym(token.variable), token.start, token.end)


def bare_primes(tokens: list[Token], vocabulary: Vocabulary) -> bool:
    """Is a named function written with a prime and without an argument, as in f'g + fg'?"""
    for place, after in enumerate(tokens[1:], 1):
        before = tokens[place - 1]
        if after.text == "'" and before.text in vocabulary.functions and before.kind == "name":
            while tokens[place].text == "'":
                place += 1
            if not (tokens[place].kind == "open" and tokens[place].text in "(["):
                return True
    return False
