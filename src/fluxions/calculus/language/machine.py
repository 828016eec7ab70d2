"""The iterative operator-precedence reader: two stacks, each token pushed and popped once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fluxions.calculus.expr import And, Const, Num, Or, Pow, Rel, Sym, Union, Vector
from fluxions.calculus.language import build, parts
from fluxions.calculus.language.build import Call
from fluxions.calculus.language.names import declared
from fluxions.calculus.language.parts import Part
from fluxions.calculus.language.tokens import DEEPEST, Choice, Doubt, Token, Unread
from fluxions.calculus.trees import symbols
from fluxions.calculus.vocabulary import Vocabulary

OR, AND, RELATION, UNION, ADD, BIG, NEGATIVE, MULTIPLY, WORD, TIGHT, SIGNED, POWER, BARE = (
    2, 3, 5, 6, 10, 15, 18, 20, 21, 22, 25, 30, 35,
)  # fmt: skip
_RELATIONS = frozenset({"=", "<", "<=", ">", ">=", "!="})
_INFIX = {
    "or": OR, "and": AND, **dict.fromkeys(_RELATIONS, RELATION), "U": UNION, "+": ADD, "-": ADD, "*": MULTIPLY,
    "/": MULTIPLY, "^": POWER,
}  # fmt: skip
_CLOSERS = {"(": ")", "[": "]", "{": "}", "group": "group", "big": "big", "|": "|", "‖": "‖", "∫": "∫"}
_BRACKETS_MATTER = "Brackets make it certain: {typed}( … )."


@dataclass(slots=True)
class Op:
    """An operator that waits for its right operand, or an open bracket (precedence 0)."""

    kind: Literal["infix", "tight", "sign", "root", "function", "power-of", "derivative", "big", "bracket", "end"]
    text: str
    prec: int
    token: Token
    base: int = 0  # operands below an open bracket
    call: Call | None = None
    mode: str = ""
    args: tuple[Part, ...] = ()


class Machine:
    """Reads one list of tokens to one part."""

    def __init__(self, tokens: list[Token], vocabulary: Vocabulary, want: str | None, choices: frozenset[Choice]) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.want = want
        self.choices = choices
        self.doubts: list[Doubt] = []
        self.at = 0
        self.wanted = True  # is an operand expected?
        self.operands: list[Part] = []
        self.ops: list[Op] = [Op("end", "", 0, tokens[-1])]
        self.nesting = 0
        self.bare_primes = _bare_primes(tokens, vocabulary)

    def run(self) -> Part:
        """The part that all the tokens make."""
        while True:
            token = self.tokens[self.at]
            if self.wanted:
                self.operand(token)
            elif token.kind == "end":
                return self.finish(token)
            else:
                self.after_operand(token)

    # what may begin an operand

    def operand(self, token: Token) -> None:
        """An operand begins, or a prefix."""
        if token.kind == "number" and token.value is not None:
            self.at += 1
            self.push(parts.literal(token.value, token.start, token.end))
        elif token.kind == "name":
            self.name(token)
        elif token.kind in ("open", "bar"):
            self.open(token)
        elif token.kind == "derivative":
            self.derivative(token)
        elif token.kind == "op" and token.text in "+-":
            self.sign(token)
        elif token.kind == "op" and token.text in "√∛∜":
            self.at += 1
            self.ops.append(Op("root", token.text, BARE, token))
        else:
            self.missing(token)

    def missing(self, token: Token) -> None:
        """An operand is expected and does not come."""
        top = self.ops[-1]
        if token.kind == "close" and top.kind == "bracket" and len(self.operands) == top.base and top.text in _CLOSERS:
            before = self.tokens[self.at - 1]
            if before.kind == "open" and (top.text == "{" or top.call is not None):
                self.wanted = False
                return self.close(token)
            if before.kind == "open":
                raise Unread("empty-brackets", (top.token.start, token.end), "There is nothing between these brackets.")
        last = self.tokens[self.at - 1] if self.at else None
        if last is None and token.kind == "end":
            raise Unread("empty", (0, token.end), "Nothing has been typed yet.")
        if token.kind == "op" and last is None:
            raise Unread("missing-operand", (token.start, token.end), "Something is missing before {sign}.", "cut", sign=token.text)
        if last is None or token.kind == "op":
            raise Unread("missing-operand", (token.start, max(token.end, token.start + 1)), "Something is missing before {sign}.",
                         sign=token.text)  # fmt: skip
        sign = "" if last.kind == "end" else last.text
        raise Unread("missing-operand", (last.start, last.end), "Something is missing after {sign}.", "cut", sign=sign)

    def push(self, part: Part) -> None:
        """An operand is complete; the exponent in `sin^2 x` makes its function wait for the argument."""
        top = self.ops[-1]
        if top.kind == "power-of" and top.call is not None:
            self.ops.pop()
            head = top.call
            self.apply(Call(head.name, head.start, part.end, head.primes, part, head.typed), top.token)
            return
        self.operands.append(part)
        self.wanted = False

    def sign(self, token: Token) -> None:
        """A sign belongs to the literal that follows it, unless a power does."""
        after = self.tokens[self.at + 1]
        if self.side_of_limit(token, after):
            return
        self.at += 1
        following = self.tokens[self.at + 1] if after.kind == "number" else None
        if following is not None and after.value is not None and not (following.kind == "op" and following.text in "^!'"):
            self.at += 1
            value = after.value if token.text == "+" else Num(-after.value.top, after.value.bottom, after.value.places)
            return self.push(parts.literal(value, token.start, after.end))
        tight = self.ops[-1].prec >= MULTIPLY
        self.ops.append(Op("sign", token.text, SIGNED if tight else NEGATIVE, token))

    def side_of_limit(self, token: Token, after: Token) -> bool:
        """The last argument of `limit(f, x, a, +)`."""
        bracket = self.ops[-1]
        if not (after.kind == "close" and bracket.call and bracket.call.name in ("limit", "lim")):
            return False
        self.at += 1
        self.push(parts.symbol(token.text, token.start, token.end))
        return True

    def name(self, token: Token) -> None:
        """A symbol, a constant, or a function that waits for its argument."""
        if token.sort == "word":
            return self.missing(token)
        if token.sort in ("function", "operator"):
            return self.function(token)
        self.at += 1
        if token.sort == "constant":
            return self.push(Part(Const(token.text), token.start, token.end))  # type: ignore[arg-type]
        after = self.tokens[self.at]
        if token.text in self.vocabulary.dependent and after.kind == "open" and after.text == "(":
            return self.apply(Call(token.text, token.start, token.end), token)
        self.push(parts.symbol(token.text, token.start, token.end))

    def function(self, token: Token) -> None:
        """A function name, with the primes and the exponent that follow it."""
        self.at += 1
        primes = self.primes()
        head = Call(token.text, token.start, token.end, primes, None, token.text)
        after = self.tokens[self.at]
        own = token.text in self.vocabulary.functions
        if after.kind == "op" and after.text == "^" and token.sort == "function" and not (own and not self.applied_later()):
            self.at += 1
            self.ops.append(Op("power-of", "^", BARE, token, call=head))
            return
        self.apply(head, token)

    def applied_later(self) -> bool:
        """Does a bracket follow the exponent of a named function, as in f^2(x)?"""
        exponent, bracket = self.tokens[self.at + 1], self.tokens[min(self.at + 2, len(self.tokens) - 1)]
        return exponent.kind == "number" and bracket.kind == "open" and not bracket.spaced

    def primes(self) -> int:
        """How many primes stand here; they are passed over."""
        count = 0
        while self.tokens[self.at].kind == "op" and self.tokens[self.at].text == "'":
            count += 1
            self.at += 1
        return count

    def apply(self, head: Call, token: Token) -> None:
        """A function meets its argument: in brackets, or the factors that follow."""
        after = self.tokens[self.at]
        self.wanted = True
        own = head.name in self.vocabulary.functions or head.name in declared(self.vocabulary)
        inverse = head.exponent is not None and head.exponent.expr == Num(-1) and head.name in build.INVERTIBLE
        if inverse and head.exponent is not None:
            choice = Choice(head.start, "reciprocal")
            if choice in self.choices:
                head.exponent.bracket = "power"
            message = f"Read as the inverse function. For one over it write 1/{head.name}(…)."
            self.doubts.append(Doubt(message, (head.start, head.end), choice))
        if own and head.exponent is not None and head.exponent.expr == Num(-1):
            raise Unread("inverse", (head.start, head.end), "Write the inverse of {f} as inverse({f}(x), x).", f=head.name)
        if after.kind == "open" and after.text in ("(", "[", "group"):
            return self.open(after, head)
        if own:
            return self.unapplied(head)
        if not _begins(after) and not (after.kind == "op" and after.text in "+-" and not after.spaced):
            raise Unread("no-argument", (head.start, head.end), "{name} needs something to act on: {name}( … ).",
                         "argument", name=head.typed or head.name)  # fmt: skip
        mode = next((c.mode for c in self.choices if c.at == head.start and c.mode in ("bare", "short", "long")), "")
        self.ops.append(Op("function", head.name, {"bare": BARE, "long": BIG}.get(mode, WORD), token, call=head, mode=mode))

    def unapplied(self, head: Call) -> None:
        """The name of a function alone: `h`, or f'g where f' and g are meant at x."""
        if head.primes or self.bare_primes:
            variable = parts.symbol(self.vocabulary.variable, head.start, head.end)
            return self.push(parts.applied(head.name + "'" * head.primes, (variable,), head.start, head.end))
        self.push(parts.symbol(head.name, head.start, head.end))

    def open(self, token: Token, head: Call | None = None) -> None:
        """A bracket opens."""
        self.nesting += 1
        if self.nesting > DEEPEST:
            raise Unread("too-deep", (token.start, token.end), "This is nested too deeply: at most {most} levels are read.",
                         most=str(DEEPEST))  # fmt: skip
        self.at += 1
        self.wanted = True
        self.ops.append(Op("bracket", token.text, 0, token, len(self.operands), head))

    def derivative(self, token: Token) -> None:
        """d/dx waits for what it acts on; dy/dx is complete."""
        self.at += 1
        found = token.derivative
        assert found is not None
        if found.subject:
            return self.push(self.slope(token, found.subject, found.variables))
        after = self.tokens[self.at]
        bracket = after.kind == "open"
        choice = Choice(token.start, "reach")
        wide = not bracket if choice not in self.choices else bracket
        prec = BIG if wide else TIGHT
        self.ops.append(Op("derivative", "d/dx", prec, token, mode="bracket" if bracket else "reach"))

    def slope(self, token: Token, subject: str, variables: tuple[str, ...]) -> Part:
        """dy/dx of a symbol or a named function."""
        if subject in self.vocabulary.functions and set(variables) == {self.vocabulary.variable}:
            variable = parts.symbol(self.vocabulary.variable, token.start, token.end)
            return parts.applied(subject + "'" * len(variables), (variable,), token.start, token.end)
        return build.derived(parts.symbol(subject, token.start, token.end), variables, token.start, token.end)

    # what may follow an operand

    def after_operand(self, token: Token) -> None:
        """An operator, a bracket that closes, or the next factor of a product."""
        if token.kind == "close":
            self.close(token)
        elif token.kind == "bar":
            self.bar(token)
        elif token.kind == "op" and token.text in "'!":
            self.postfix(token)
        elif token.kind == "op" and token.text in ",;":
            self.separator(token)
        elif (token.kind == "op" and token.text in _INFIX) or token.sort == "word" or self.is_union(token):
            self.infix(token)
        elif _begins(token):
            self.implicit(token)
        else:
            raise Unread("unexpected", (token.start, token.end), "{sign} is not expected here.", sign=token.text)

    def is_union(self, token: Token) -> bool:
        """Is this U the union of two sets?"""
        if token.text != "U" or token.kind != "name" or "U" in declared(self.vocabulary):
            return False
        before, after = self.tokens[self.at - 1], self.tokens[self.at + 1]
        return before.kind == "close" and after.kind == "open" and self.operands[-1].bracket == ""

    def infix(self, token: Token) -> None:
        """An operator between two operands."""
        prec = _INFIX[token.text]
        if token.text == "^":
            if self.prime_exponent():
                return
            while self.ops[-1].prec > prec:
                self.reduce()
        else:
            after = self.tokens[self.at + 1]
            while self.ops[-1].prec >= prec:
                self.doubt_division(token, after)
                self.reduce()
        self.ops.append(Op("infix", token.text, prec, token))
        self.at += 1
        self.wanted = True

    def prime_exponent(self) -> bool:
        """x^T of a matrix symbol is its transpose."""
        last, after = self.operands[-1], self.tokens[self.at + 1]
        shaped = isinstance(last.expr, Sym) and last.expr.name in dict(self.vocabulary.shapes)
        size = 3 if after.kind == "open" and after.text == "group" else 1
        inner = self.tokens[min(self.at + (2 if size == 3 else 1), len(self.tokens) - 1)]
        if not shaped or inner.text not in ("T", "top") or "T" in declared(self.vocabulary):
            return False
        self.at += 1 + size
        self.operands[-1] = build.call(Call("transpose", last.start, last.end), (last,), inner.end, self.vocabulary)
        return True

    def doubt_division(self, token: Token, after: Token) -> None:
        """`sin x/2` may be the sine of x/2."""
        top = self.ops[-1]
        if top.kind == "function" and token.text == "/" and after.kind == "number":
            self.doubt(top, "long")

    def doubt(self, op: Op, mode: str) -> None:
        """Note that a function without brackets may reach otherwise."""
        if op.mode == "doubted" or not op.call:
            return
        choice = Choice(op.call.start, mode) if mode else None
        message = _BRACKETS_MATTER.replace("{typed}", op.call.typed or op.text)
        self.doubts.append(Doubt(message, (op.call.start, self.operands[-1].end), choice))
        op.mode = "doubted"

    def implicit(self, token: Token) -> None:
        """The next factor stands beside the last one."""
        while self.ops[-1].prec >= TIGHT and not self.exponent_goes_on(self.ops[-1]):
            self.reduce()
        top = self.ops[-1]
        if self.goes_on(top, token):
            self.ops.append(Op("tight", "", TIGHT, token))
        else:
            while self.ops[-1].prec >= MULTIPLY:
                self.reduce()
            self.ops.append(Op("tight", "", MULTIPLY, token))
        self.wanted = True

    def exponent_goes_on(self, top: Op) -> bool:
        """`e^2x`: the product may have been meant for the exponent."""
        if top.kind != "infix" or top.text != "^" or top.prec == WORD:
            return False
        base, exponent = self.operands[-2], self.operands[-1]
        constant = isinstance(base.expr, (Num,)) or base.expr == Const("e")
        if not constant or not isinstance(exponent.expr, Num) or exponent.bracket:
            return False
        choice = Choice(top.token.start, "exponent")
        if choice in self.choices:
            top.prec = WORD
            top.mode = "taken"
            return True
        self.doubts.append(Doubt("Only the number is in the exponent. Write ^( … ) if more belongs there.",
                                 (base.start, self.tokens[self.at].end), choice))  # fmt: skip
        return False

    def goes_on(self, top: Op, token: Token) -> bool:
        """Does the next factor belong to the operand of a waiting operator?"""
        if top.kind == "infix" and top.text == "^" and top.mode == "taken":
            return True
        if top.kind == "infix" and top.text == "/":
            choice = Choice(top.token.start, "divisor")
            if choice in self.choices:
                top.prec = WORD
                return True
            if top.prec != WORD:
                self.doubts.append(Doubt("Only the first factor is divided by. Write /( … ) if more belongs below.",
                                         (top.token.start, token.end), choice))  # fmt: skip
            return top.prec == WORD
        if top.kind == "derivative" and top.prec == TIGHT:
            return False
        return top.kind == "function" and top.prec == WORD and self.reaches(top, token)

    def reaches(self, op: Op, token: Token) -> bool:
        """Does a function without brackets reach over the next factor? sin 2x cos x is sin(2x)·cos(x)."""
        has_symbols = bool(symbols(self.operands[-1].expr))
        if token.sort in ("function", "operator"):
            self.doubt(op, "long")
            return False
        if not has_symbols:
            self.doubt(op, "")
            return True
        letter = token.kind == "name" and token.sort == "symbol" and not token.spaced
        mode = op.mode
        self.doubt(op, "short" if letter else "long")
        return letter and mode != "short"

    def postfix(self, token: Token) -> None:
        """A prime or a factorial."""
        last = self.operands.pop()
        self.at += 1
        if token.text == "!":
            if last.number is not None and abs(last.number) > 10_000:
                raise Unread("too-big", (last.start, token.end), "This factorial is too large.")
            return self.operands.append(parts.applied("factorial", (last,), last.start, token.end))
        shaped = isinstance(last.expr, Sym) and last.expr.name in dict(self.vocabulary.shapes)
        if shaped:
            head = Call("transpose", last.start, last.end)
            return self.operands.append(build.call(head, (last,), token.end, self.vocabulary))
        if isinstance(last.expr, (Num, Const)) and not last.bracket:
            raise Unread("prime", (token.start, token.end), "A prime belongs after a function or a bracket.")
        self.operands.append(build.derived(last, (self.vocabulary.variable,), last.start, token.end))

    # brackets

    def bar(self, token: Token) -> None:
        """A bar closes the innermost open bar, else it opens one beside the last factor."""
        bracket = next(op for op in reversed(self.ops) if op.kind in ("bracket", "end"))
        if bracket.text == token.text:
            return self.close(Token("close", token.text, token.start, token.end))
        last = self.tokens[self.at - 1]
        if self.closed_bars(last) and _only_factors(self.tokens, self.at):
            raise Unread("ambiguous-bars", (token.start, token.end), "These bars can be read in two ways: write abs( … ).")
        self.implicit(token)

    def closed_bars(self, last: Token) -> bool:
        """Did a pair of bars close just before, with a factor since?"""
        place = self.at - 1
        while place >= 0 and self.tokens[place].kind in ("name", "number"):
            place -= 1
        return last.kind in ("name", "number") and place >= 0 and self.tokens[place].kind == "bar"

    def separator(self, token: Token) -> None:
        """A comma between arguments."""
        while self.ops[-1].kind not in ("bracket", "end"):
            self.reduce()
        if self.ops[-1].kind == "end" and self.want not in ("set", "multiset", "system", "vector", "equation"):
            raise Unread("comma", (token.start, token.end), "A comma stands between arguments or entries, inside brackets.")
        self.at += 1
        self.wanted = True

    def close(self, token: Token) -> None:
        """A bracket closes."""
        while self.ops[-1].kind not in ("bracket", "end"):
            self.reduce()
        bracket = self.ops.pop()
        if bracket.kind == "end":
            raise Unread("unopened", (token.start, token.end), "This bracket closes nothing.", "drop")
        self.nesting -= 1
        self.at += 1
        items = tuple(self.operands[bracket.base :])
        del self.operands[bracket.base :]
        part = self.closed(bracket, items, token)
        if part is not None:
            self.push(part)

    def closed(self, bracket: Op, items: tuple[Part, ...], token: Token) -> Part | None:
        """The operand that a pair of brackets makes."""
        start, end, left, right = bracket.token.start, token.end, bracket.text, token.text
        if _CLOSERS[left] != right and (bracket.call or {left, right} - set("()[]")):
            raise Unread("brackets-differ", (start, end), "The bracket {left} is closed by {right}.", left=left, right=right)
        if bracket.call is not None:
            return build.call(bracket.call, items, end, self.vocabulary)
        if left == "group":
            return self.group(items, start, end)
        if left in "|‖":
            return self.norm(left, items, start, end)
        if left == "∫":
            return self.integral(items, bracket.token, token)
        if left == "big":
            self.ops.append(Op("big", bracket.token.variable, BIG, bracket.token, args=items))
            self.wanted = True
            return None
        if left + right == "[]" and len(items) == 1 and not isinstance(items[0].expr, Vector) and self.in_product():
            return build.bracketed("()", items, start, end, None)
        return build.bracketed(left + right, items, start, end, self.want if self.ops[-1].kind == "end" else None)

    def in_product(self) -> bool:
        """Does a bracket stand beside other factors, so that it only groups?"""
        after = self.tokens[self.at]
        before = self.ops[-1]
        joins = before.kind not in ("bracket", "end")
        return joins or _begins(after) or (after.kind == "op" and after.text in "+-*/^'!")

    def group(self, items: tuple[Part, ...], start: int, end: int) -> Part:
        """One of LaTeX's invisible groups."""
        if len(items) != 1:
            raise Unread("comma", (start, end), "A comma is not expected here.")
        item = items[0]
        return Part(item.expr, start, end, item.kids, item.depth, item.size, item.bracket or "group", item.number)

    def norm(self, left: str, items: tuple[Part, ...], start: int, end: int) -> Part:
        """|u| and ‖u‖."""
        if len(items) != 1:
            raise Unread("comma", (start, end), "A comma is not expected between bars.")
        if left == "‖":
            return build.call(Call("norm", start, start), items, end, self.vocabulary)
        return parts.applied("abs", items, start, end)

    def integral(self, items: tuple[Part, ...], opened: Token, closed: Token) -> Part:
        """∫ … dx, the bounds first."""
        variable = parts.symbol(closed.variable, closed.start, closed.end)
        if not items:
            items = (parts.literal(Num(1), closed.start, closed.start),)
        return build.call(Call("int", opened.start, opened.end), (items[-1], variable, *items[:-1]), closed.end, self.vocabulary)

    # operators meet their operands

    def reduce(self) -> None:
        """The last operator takes its operands."""
        op = self.ops.pop()
        right = self.operands.pop()
        if op.kind in ("infix", "tight"):
            self.operands.append(self.between(op, self.operands.pop(), right))
        elif op.kind == "sign":
            self.operands.append(parts.negative(right, op.token.start) if op.text == "-" else right)
        elif op.kind == "function" and op.call is not None:
            if isinstance(right.expr, Pow) and not right.bracket and right.start < right.end and op.prec == WORD:
                self.ops.append(op)
                self.operands.append(right)
                self.doubt(op, "bare")
                self.ops.pop()
                self.operands.pop()
            self.operands.append(build.call(op.call, (right,), right.end, self.vocabulary))
        elif op.kind == "root":
            self.operands.append(build.call(Call(op.text, op.token.start, op.token.end), (right,), right.end, self.vocabulary))
        elif op.kind == "derivative" and op.token.derivative is not None:
            self.doubt_reach(op, right)
            self.operands.append(build.derived(right, op.token.derivative.variables, op.token.start, right.end))
        elif op.kind == "big":
            head = Call(op.text, op.token.start, op.token.end)
            self.operands.append(build.call(head, (right, *op.args), right.end, self.vocabulary))

    def between(self, op: Op, left: Part, right: Part) -> Part:
        """An operator between two operands."""
        match op.text:
            case "+" | "-":
                return parts.total(left, right, op.text == "-")
            case "*" | "":
                return parts.product(left, right)
            case "/":
                return parts.quotient(left, right)
            case "^":
                return parts.power(left, right)
            case "and" | "or":
                return parts.joined(And if op.text == "and" else Or, left, right)
            case "U":
                return parts.joined(Union, build.joined_pair(left), build.joined_pair(right))
        return parts.related(op.text, left, right)

    def doubt_reach(self, op: Op, right: Part) -> None:
        """How far d/dx reaches: without brackets up to the next plus or minus, with them over these."""
        after = self.tokens[self.at]
        goes_on = _begins(after) or (after.kind == "op" and after.text in "*/")
        many = right.expr.__class__.__name__ in ("Mul", "Div") and not right.bracket
        choice = Choice(op.token.start, "reach")
        if op.mode == "bracket" and op.prec == TIGHT and (goes_on or not right.bracket):
            message = "The derivative is taken of the bracket only."
        elif op.mode == "reach" and (many or (after.kind == "op" and after.text in "+-")):
            message, choice = "The derivative is taken of all up to the next + or −. Brackets make it certain.", None
        else:
            return
        self.doubts.append(Doubt(message, (op.token.start, right.end), choice))

    def finish(self, token: Token) -> Part:
        """The end of the text."""
        while self.ops[-1].kind not in ("bracket", "end"):
            self.reduce()
        top = self.ops[-1]
        if top.kind == "bracket":
            raise Unread("unclosed", (top.token.start, top.token.end), "The bracket opened here is not closed.", "close")
        if len(self.operands) == 1:
            return self.operands[0]
        items = tuple(self.operands)
        if self.want in ("system", "equation") and all(isinstance(item.expr, (Rel, And)) for item in items):
            return parts.made(And(tuple(item.expr for item in items)), items, items[0].start, items[-1].end)
        kind = "[]" if self.want == "vector" else "{}"
        return build.bracketed(kind, items, items[0].start, items[-1].end, None)


def _begins(token: Token) -> bool:
    """May an operand begin with this token?"""
    if token.kind == "name":
        return token.sort != "word"
    return token.kind in ("number", "open", "derivative", "bar") or (token.kind == "op" and token.text in "√∛∜")


def _bare_primes(tokens: list[Token], vocabulary: Vocabulary) -> bool:
    """Is a named function written with a prime and without an argument, as in f'g + fg'?"""
    place = 0
    while place < len(tokens):
        if tokens[place].text in vocabulary.functions and tokens[place].kind == "name":
            after = place + 1
            while after < len(tokens) and tokens[after].text == "'":
                after += 1
            if after > place + 1 and not (tokens[after].kind == "open" and tokens[after].text in "(["):
                return True
            place = after
        else:
            place += 1
    return False


def _only_factors(tokens: list[Token], at: int) -> bool:
    """Is the bar here one of an even pair that follows, so that both pairings make sense?"""
    return sum(token.kind == "bar" for token in tokens[at:]) % 2 == 0
