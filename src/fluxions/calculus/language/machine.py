"""The iterative operator-precedence reader: two stacks, each token pushed and popped once."""

from __future__ import annotations

from collections.abc import Mapping

from fluxions.calculus.expr import And, Const, Diff, Expr, Matrix, Num, Operator, Or, Pow, Sym, Union, Vector
from fluxions.calculus.language import brackets, build, doubts, lists, parts, prefixes, regions
from fluxions.calculus.language.build import Call
from fluxions.calculus.language.names import declared
from fluxions.calculus.language.operators import ARITHMETIC, INFIX, MULTIPLY, TIGHT, WORD, Op
from fluxions.calculus.language.parts import Part
from fluxions.calculus.language.tokens import DEEPEST, Choice, Doubt, Token, Unread, begins
from fluxions.calculus.trees import nodes
from fluxions.calculus.vocabulary import Vocabulary

ENTRYWISE = {"∘": "hadamard", "⊘": "quotient", "⊗": "kron"}


class Machine:
    """Reads one list of tokens to one part."""

    def __init__(
        self,
        tokens: list[Token],
        vocabulary: Vocabulary,
        want: str | None,
        choices: frozenset[Choice],
        opens: dict[int, bool] | None = None,
    ) -> None:
        self.tokens = tokens
        self.opens = opens  # which bars open, where the plain rule is not to decide
        self.vocabulary = vocabulary
        self.want = want
        self.choices = choices
        self.doubts: list[Doubt] = []
        self.at = 0
        self.wanted = True  # is an operand expected?
        self.operands: list[Part] = []
        self.ops: list[Op] = [Op("end", "", 0, tokens[-1])]
        self.nesting = 0
        self.angles = 0  # `<1, 2>` that are open
        self.comma = (0, 0)  # the first one outside brackets
        self.bare_primes = prefixes.bare_primes(tokens, vocabulary)

    def run(self) -> Part:
        """The part that all the tokens make."""
        while True:
            token = self.tokens[self.at]
            if self.wanted:
                prefixes.operand(self, token)
            elif token.kind == "end":
                return self.finish(token)
            else:
                self.after_operand(token)

    # what may begin an operand

    def push(self, part: Part) -> None:
        """An operand is complete; the exponent in `sin^2 x` makes its function wait for the argument."""
        top = self.ops[-1]
        if top.kind == "power-of" and top.call is not None:
            self.ops.pop()
            head = top.call
            prefixes.apply(
                self, Call(head.name, head.start, part.end, head.primes, part, head.typed, head.base), top.token
            )
            return
        self.operands.append(part)
        self.wanted = False

    def open(self, token: Token, head: Call | None = None) -> None:
        """A bracket opens."""
        self.nesting += 1
        if self.nesting > DEEPEST:
            message = "This is nested too deeply: at most {most} levels are read."
            raise Unread("too-deep", (token.start, token.end), message, most=str(DEEPEST))
        self.at += 1
        self.wanted = True
        self.ops.append(Op("bracket", token.text, 0, token, len(self.operands), head))

    # what may follow an operand

    def after_operand(self, token: Token) -> None:
        """An operator, a bracket that closes, or the next factor of a product."""
        if token.kind == "op" and token.text in ARITHMETIC:
            self.infix(token)
        elif token.kind == "close":
            self.close(token)
        elif token.kind == "bar" or token.text == ":":
            brackets.bar(self, token)
        elif self.angles and token.text == ">" and brackets.closes_angle(self):
            self.angles -= 1
            self.close(Token("close", "⟩", token.start, token.end))
        elif token.text == "[" and brackets.closes_turned(self, token):
            self.close(Token("close", "[", token.start, token.end))
        elif token.kind == "op" and token.text in "'!":
            self.postfix(token)
        elif token.kind == "op" and token.text in ",;":
            brackets.separator(self, token)
        elif (token.kind == "op" and token.text in INFIX) or token.sort == "word" or self.is_union(token):
            self.infix(token)
        elif begins(token):
            self.implicit(token)
        else:
            raise Unread("unexpected", (token.start, token.end), "{sign} is not expected here.", sign=token.text)

    def is_union(self, token: Token) -> bool:
        """Is this U the union of two sets?"""
        if token.text not in ("U", "u") or token.kind != "name" or token.text in declared(self.vocabulary):
            return False
        before, after = self.tokens[self.at - 1], self.tokens[self.at + 1]
        opens = after.kind == "open" or after.text in ("ℝ", "]")
        closed = before.kind == "close" or before.text == "["
        return (closed and opens and self.operands[-1].bracket in ("", "{")) or before.text == "ℝ"

    def infix(self, token: Token) -> None:
        """An operator between two operands."""
        sign = "U" if token.text == "u" else token.text
        prec = INFIX[sign]
        if sign == "^":
            if self.prime_exponent():
                return
            while self.ops[-1].prec > prec:
                self.reduce()
        else:
            after = self.tokens[self.at + 1]
            while self.ops[-1].prec >= prec and not doubts.exponent_divided(self, token, after):
                doubts.doubt_division(self, token, after)
                self.reduce()
        self.ops.append(Op("infix", sign, prec, token))
        self.at += 1
        self.wanted = True

    def prime_exponent(self) -> bool:
        """x^T of a matrix symbol is its transpose."""
        last, after = self.operands[-1], self.tokens[self.at + 1]
        size = 3 if after.kind == "open" and after.text == "group" else 1
        inner = self.tokens[min(self.at + (2 if size == 3 else 1), len(self.tokens) - 1)]
        if inner.text not in ("T", "top") or "T" in declared(self.vocabulary):
            return False
        if not self.is_array(last.expr) and not isinstance(last.expr, (Vector, Matrix)):
            return False
        self.at += 1 + size
        if self.is_array(last.expr):
            head = Call("transpose", last.start, last.end)
            self.operands[-1] = build.call(head, (last,), inner.end, self.vocabulary)
        else:
            self.operands[-1] = build.transposed(last, inner.end)
        return True

    def is_array(self, e: Expr) -> bool:
        """Is a symbol with a shape in it, so that a prime is the transpose?"""
        names = dict(self.vocabulary.shapes)
        if not names:
            return False
        ones = any(isinstance(each, Operator) and each.name in ("ones", "zeros") for each in nodes(e))
        return ones or any(isinstance(each, Sym) and _named(each.name, names) for each in nodes(e))

    def implicit(self, token: Token) -> None:
        """The next factor stands beside the last one."""
        while self.ops[-1].prec >= TIGHT and not doubts.exponent_goes_on(self, self.ops[-1]):
            self.reduce()
        top = self.ops[-1]
        if doubts.goes_on(self, top, token):
            self.ops.append(Op("tight", "", TIGHT, token))
        else:
            while self.ops[-1].prec >= MULTIPLY:
                self.reduce()
            self.ops.append(Op("tight", "", MULTIPLY, token))
        self.wanted = True

    def postfix(self, token: Token) -> None:
        """A prime or a factorial."""
        while self.vocabulary.shapes and self.ops[-1].text == "^" and self.is_array(self.operands[-2].expr):
            self.reduce()  # A^{-1}' is the transpose of the inverse
        last = self.operands.pop()
        self.at += 1
        if token.text == "!":
            if last.number is not None and abs(last.number) > 10_000:
                raise Unread("too-big", (last.start, token.end), "This factorial is too large.")
            return self.operands.append(parts.applied("factorial", (last,), last.start, token.end))
        if self.is_array(last.expr):
            head = Call("transpose", last.start, last.end)
            return self.operands.append(build.call(head, (last,), token.end, self.vocabulary))
        if isinstance(last.expr, (Num, Const)) and not last.bracket:
            raise Unread("prime", (token.start, token.end), "A prime belongs after a function or a bracket.")
        part = build.derived(last, (self.vocabulary.variable,), last.start, token.end)
        self.operands.append(part)
        if prefixes.at_a_point(self) and _is_slope(part.expr):
            self.operands.pop()
            prefixes.apply(self, Call("value", part.start, part.end, base=part), token)

    # brackets

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
        part = brackets.closed(self, bracket, items, token)
        if part is not None:
            self.push(part)

    # operators meet their operands

    def reduce(self) -> None:
        """The last operator takes its operands."""
        op = self.ops.pop()
        if op.kind == "power-of":  # `sin^sin x`
            raise Unread("exponent", (op.token.start, op.token.end), "Put the exponent of the function in brackets.")
        right = self.operands.pop()
        if op.kind in ("infix", "tight"):
            self.operands.append(self.between(op, self.operands.pop(), right))
        elif op.kind == "sign":
            self.operands.append(parts.negative(right, op.token.start) if op.text == "-" else right)
        elif op.kind == "function" and op.call is not None:
            if isinstance(right.expr, Pow) and not right.bracket and right.start < right.end and op.prec == WORD:
                self.ops.append(op)
                self.operands.append(right)
                doubts.doubt(self, op, "bare")
                self.ops.pop()
                self.operands.pop()
            self.operands.append(build.call(op.call, (right,), right.end, self.vocabulary))
        elif op.kind == "root":
            self.operands.append(
                build.call(Call(op.text, op.token.start, op.token.end), (right,), right.end, self.vocabulary)
            )
        elif op.kind == "derivative" and op.token.derivative is not None:
            doubts.doubt_reach(self, op, right)
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
            case "and":
                return parts.joined(And, left, right)
            case "or":
                return parts.joined(Or, left, lists.alternative(left, right) or right)
            case "U":
                return parts.joined(
                    Union, regions.as_set(left, self.vocabulary), regions.as_set(right, self.vocabulary)
                )
            case "∈":
                return regions.belongs(left, right, self.vocabulary)
            case "\\":
                return regions.without(left, right, self.vocabulary)
            case "∩":
                return regions.intersection(left, right, self.vocabulary)
            case "|":
                return regions.such_that(left, right)
            case "∘" | "⊗" | "⊘":
                head = Call(ENTRYWISE[op.text], left.start, left.start)
                return build.call(head, (left, right), right.end, self.vocabulary)
        return parts.related(op.text, left, right)

    def finish(self, token: Token) -> Part:
        """The end of the text."""
        while self.ops[-1].kind not in ("bracket", "end"):
            self.reduce()
        top = self.ops[-1]
        if top.kind == "bracket":
            raise Unread(
                "unclosed", (top.token.start, top.token.end), "The bracket opened here is not closed.", "close"
            )
        if len(self.operands) == 1:
            return self.operands[0]
        return lists.listed(tuple(self.operands), self.want, self.comma)


def _named(name: str, shapes: Mapping[str, object]) -> bool:
    """X, or its differential dX."""
    return name in shapes or (name[:1] == "d" and name[1:] in shapes)


def _is_slope(e: Expr) -> bool:
    """y', y'' of a symbol."""
    while isinstance(e, Diff):
        e = e.arg
    return isinstance(e, Sym)
