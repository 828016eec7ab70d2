"""Functions by cases in words, turned into a call: `0 if x < 0, x^2 otherwise`, `if x > 0 then x else -x`."""

from __future__ import annotations

from fluxions.calculus.language.tokens import Token, Unread

BEFORE_CONDITION = frozenset({"if", "for", "when", "where"})
OTHERWISE = frozenset({"else", "otherwise", "elsewhere", "elseif"})
WORDS = BEFORE_CONDITION | OTHERWISE | {"then"}

RELATIONS = frozenset({"=", "<", "<=", ">", ">=", "!=", "∈"})

Tokens = list[Token]
Pieces = list[tuple[Token | None, Tokens]]


def in_words(tokens: Tokens) -> Tokens:
    """The tokens with words of cases replaced by a call of `cases`, in which each value stands before its condition."""
    if any(token.text == "cases" for token in tokens):
        return _in_environment(tokens)
    low, high = _inside(tokens)
    low += _lead(tokens[low:high])
    branches = _branches(_pieces(tokens[low:high]))
    first, last = tokens[low], tokens[high - 1]
    out = [
        Token("name", "cases", first.start, first.start, sort="operator"),
        Token("open", "(", first.start, first.start),
    ]
    for value, condition in branches:
        out += value if len(out) == 2 else [_comma(value[0]), *value]
        out += [_comma(condition[0]), *condition] if condition else []
    return [*tokens[:low], *out, Token("close", ")", last.end, last.end), *tokens[high:]]


def _comma(before: Token) -> Token:
    return Token("op", ",", before.start, before.start)


def _inside(tokens: Tokens) -> tuple[int, int]:
    """The tokens without one pair of brackets round all of them."""
    if not tokens or tokens[0].kind != "open" or tokens[-1].kind != "close":
        return 0, len(tokens)
    depth = 0
    for place, token in enumerate(tokens):
        depth += (token.kind == "open") - (token.kind == "close")
        if depth == 0:
            return (1, place) if place == len(tokens) - 1 else (0, len(tokens))
    return 0, len(tokens)


def _lead(tokens: Tokens) -> int:
    """How many tokens `f(x) =` takes before the cases."""
    depth = 0
    for place, token in enumerate(tokens):
        depth += (token.kind == "open") - (token.kind == "close")
        if token.sort == "case" or token.text in (",", ";"):
            return 0
        if depth == 0 and token.text == "=":
            return place + 1
    return 0


def _pieces(tokens: Tokens) -> Pieces:
    """The tokens between words and commas, each piece with the word or comma before it."""
    pieces: Pieces = [(None, [])]
    depth = 0
    _refuse_unbalanced(tokens)
    for token in tokens:
        depth += (token.kind == "open") - (token.kind == "close")
        if depth == 0 and (token.sort == "case" or (token.kind == "op" and token.text in ",;")):
            pieces.append((token, []))
        elif token.sort == "case":
            raise _unclear(token)
        else:
            pieces[-1][1].append(token)
    return [
        (label, tokens[1:] if tokens[:1] and tokens[0].text in ("and", "or") else tokens) for label, tokens in pieces
    ]


def _refuse_unbalanced(tokens: Tokens) -> None:
    """A bracket that a condition leaves open is told at its own place."""
    opened: Tokens = []
    for token in tokens:
        if token.kind == "open":
            opened.append(token)
        elif token.kind == "close" and opened:
            opened.pop()
        elif token.kind == "close":
            raise Unread("unopened", (token.start, token.end), "This bracket closes nothing.", "drop")
    if opened:
        span = (opened[-1].start, opened[-1].end)
        raise Unread("unclosed", span, "The bracket opened here is not closed.", "close")


def _branches(pieces: Pieces) -> list[tuple[Tokens, Tokens]]:
    """Values with their conditions; a last value without one holds otherwise."""
    found: list[tuple[Tokens, Tokens]] = []
    value: Tokens = []
    condition: Tokens = []
    word = next(word for word, _ in pieces if word is not None and word.sort == "case")
    for label, tokens in pieces:
        text = "" if label is None else label.text
        if text in OTHERWISE and not tokens and value:
            found.append((value, []))
            value = []
        elif not tokens:
            continue
        elif value and (text in BEFORE_CONDITION or (text == "," and any(each.text in RELATIONS for each in tokens))):
            found.append((value, tokens))
            value = []
        elif text in BEFORE_CONDITION and not condition:
            condition = tokens
        elif text == "then" and condition:
            found.append((tokens, condition))
            condition = []
        elif text in ("", ",", ";", *OTHERWISE) and not value and not condition:
            value = tokens
        else:
            raise _unclear(word)
    if value:
        found.append((value, []))
    if condition or not found or not all(condition for _, condition in found[:-1]) or not found[0][1]:
        raise _unclear(word)
    return found


def _unclear(word: Token) -> Unread:
    message = "Cases are written if(x > 3, 2, 0): a condition, the value there, and the other value."
    return Unread("cases", (word.start, word.end), message)


def _in_environment(tokens: Tokens) -> Tokens:
    """In LaTeX's cases a word stands for the & before a condition, or after it."""
    out: Tokens = []
    for token in tokens:
        if token.sort != "case":
            out.append(token)
            continue
        if out and not (out[-1].kind == "open" or out[-1].text == ","):
            out.append(_comma(token))
        if token.text in OTHERWISE:
            out.append(Token("name", "otherwise", token.start, token.end, sort="symbol"))
    return out
