"""`fluxions reasons`: every reason that a verdict can give, read from the engine's own sources."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from fluxions.cli.arguments import Commands

VERDICT_OF = {
    "Right": "right", "Wrong": "wrong", "wrong": "wrong", "NearMiss": "wrong", "Undecided": "undecided",
    "undecided": "undecided", "Unknown": "undecided", "Unsure": "undecided", "Unread": "unreadable",
    "Unreadable": "unreadable",
}  # fmt: skip
WORDS_AT = {"Right": 2, "Unread": 2, "Unreadable": 2}  # the place of the sentence among the arguments, else 1
NAMED = ("reason", "code", "why")
IN_GENERAL = {
    ("right", "equal"): "The answer has the right value, and the form that is asked.",
    ("right", "different-domain"): "Equal where both are real; the message says what one of them needs.",
    ("right", "missing-constant"): "All but the constant, where the caller leaves the constant free.",
    ("right", "definition"): "A line that gives a name to something.",
    ("right", "follows"): "A line with the value of the task, or one that follows from it.",
    ("right", "on-the-way"): "A line with a value that the derivation passes through.",
    ("right", "recovered"): "A line that is right again after a wrong one.",
    ("right", "jump"): "A line with the value of the task, many steps after the one above.",
    ("right", "leads-nowhere"): "A line that says what an earlier one said, or goes back to the task.",
    ("right", "part"): "One of the points that are sought, or a case.",
    ("right", "restated"): "A line that writes down the function of the task.",
    ("right", "task"): "A line that is the task itself.",
    ("right", "true"): "A line that is true of the task without being its value.",
    ("wrong", "different-value"): "The witness is a place where the answer and the right one differ.",
    ("wrong", "different-domain"): "One of the two is real nowhere where the other one is.",
    ("wrong", "endpoint-closed"): "An end belongs to the answer and should not.",
    ("wrong", "endpoint-open"): "An end should belong to the answer and does not.",
    ("wrong", "multiplicity"): "A value stands in the list too often, or not often enough.",
    ("wrong", "no-coefficients"): "No numbers in the place of the letters make the equation true.",
    ("wrong", "other-question"): "The line answers another question than the one asked; the message says which.",
    ("wrong", "wrong-differential"): "A differential is not that of the function it belongs to.",
    ("wrong", "rounded"): "A decimal that is the right value rounded, where an exact value is asked.",
    ("wrong", "wrong-form"): "The value is right; the message says what of its form is not.",
    ("undecided", "bound"): "The value is a bound, for which any larger one would do.",
    ("undecided", "no-value"): "A line has no value that can be computed.",
    ("undecided", "not-arrays"): "One side is a vector or a matrix and the other is none.",
    ("undecided", "place"): "A constant is compared where the solution starts, and no start is given.",
    ("undecided", "slope"): "What an integral in a line is taken of could not be told.",
    ("undecided", "border"): "Whether the number is within the tolerance could not be told.",
    ("undecided", "budget"): "The work that a check may do was used up.",
    ("undecided", "complex"): "Both agree at complex points; nothing proves them equal.",
    ("undecided", "constant"): "How the constant of integration enters could not be told.",
    ("undecided", "direction"): "Which way a vector points could not be told.",
    ("undecided", "element"): "Whether an element belongs to the set could not be told.",
    ("undecided", "end-of-a-piece"): "What holds at the end of a piece could not be told.",
    ("undecided", "endless"): "They agree on a long stretch; nothing proves it beyond.",
    ("undecided", "entry"): "Whether an entry is right could not be told.",
    ("undecided", "factors"): "The zeros of a factor that one side only has could not be found.",
    ("undecided", "few-points"): "There are too few points at which both are real.",
    ("undecided", "names"): "A line uses a name that has no value yet.",
    ("undecided", "never-true"): "No place was found at which either of them holds.",
    ("undecided", "no-common-point"): "No point was found at which both are real.",
    ("undecided", "no-curve"): "The task has no equation of a curve.",
    ("undecided", "no-value:…"): "A part that is named has no value that can be computed.",
    ("undecided", "not-decided"): "A line that could neither be proved nor refuted.",
    ("undecided", "parameters"): "The sides part for some values of the parameters only.",
    ("undecided", "silent"): "Both agree, but a part of them is too small or too large to be heard.",
    ("undecided", "statement"): "Whether a statement holds could not be told.",
    ("undecided", "too-big"): "The item is nested too deeply or too large to be worked on.",
    ("undecided", "truth"): "At some place it could not be told whether a side holds.",
    ("undecided", "variable"): "The answer and the question speak of different letters.",
    ("undecided", "wrong-type"): "The answer is of another kind; what it says may still be right.",
    ("undecided", "operator-left-standing"): "An operator is left, and what stands there could not be told.",
    ("undecided", "probed"): "Values of the matrices and vectors that were tried could not be computed.",
    ("unreadable", "shape-clash"): "The shapes of matrices and vectors do not fit together.",
    ("undecided", "zeros"): "The zeros of a side could not be isolated.",
}
INTRODUCTION = """# Reasons

Every verdict of `fluxions check`, `fluxions diagnose` and the API carries a reason. This list is made from the engine's
sources by `make golden`; a test fails where it is stale. What is said beside a reason is an example: the words may
change, the reasons do not. Slots stand in braces.
"""
_CODE = re.compile(r"[a-z][a-z-]*[a-z]")
Found = dict[tuple[str, str], list[str]]
Words = dict[str, list[tuple[int, ast.expr]]]


def add(commands: Commands) -> None:
    """The command."""
    parser = commands.add_parser("reasons", help="every reason that a verdict can give, as Markdown")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the list."""
    print(document(), end="")
    return 0


def document() -> str:
    """The whole list."""
    found = reasons()
    parts = [INTRODUCTION]
    for verdict in ("right", "wrong", "undecided", "unreadable"):
        rows = sorted((code, IN_GENERAL.get((verdict, code)) or " · ".join(said[:2]))
                      for (kind, code), said in found.items() if kind == verdict)  # fmt: skip
        lines = [f"| `{code}` | {said.replace('|', chr(92) + '|')} |" for code, said in rows]
        parts.append("\n".join([f"## {verdict}", "", "| reason | what is said, or meant |", "|---|---|", *lines, ""]))
    return "\n".join(parts)


def reasons() -> Found:
    """Verdict and code, with the sentences said; raises ValueError where a code is not written out."""
    found: Found = {}
    for source in (*_sources(files("fluxions") / "calculus"), files("fluxions") / "tutor" / "contract.py"):
        tree = ast.parse(source.read_text(encoding="utf-8"))
        refusing = "language" in str(source)
        words = _assigned(tree)
        for node in ast.walk(tree):
            for verdict, code, said in (*_given(node, words, source.name), *(_refused(node) if refusing else ())):
                sentences = found.setdefault((verdict, code), [])
                sentences += [said] if said and said not in sentences else []
    return found


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _sources(each)
        elif each.name.endswith(".py"):
            yield each


def _assigned(tree: ast.Module) -> Words:
    """What names are set to, in the order of the lines."""
    found: Words = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append((node.lineno, node.value))
    return {name: sorted(values, key=lambda each: each[0]) for name, values in found.items()}


def _given(node: ast.AST, words: Words, place: str) -> Iterator[tuple[str, str, str]]:
    """The verdict, code and sentence that a call, a pair of code and sentence, or a line of an answer gives."""
    match node:
        case ast.Call(ast.Name(name) | ast.Attribute(attr=name), args, keywords) if name in VERDICT_OF:
            code = next((each.value for each in keywords if each.arg in NAMED), args[0] if args else None)
            at = WORDS_AT.get(name, 1)
            said = next((each.value for each in keywords if each.arg in ("note", "message")), None)
            said = args[at] if said is None and len(args) > at else said
            for each in () if code is None else _codes(code, words, f"{place}:{node.lineno}"):
                yield VERDICT_OF[name], each, _sentence(said, words)
        case ast.Call(ast.Name("LineVerdict"), [ast.Constant(verdict), code, *rest]):
            for each in _codes(code, words, f"{place}:{node.lineno}"):
                yield str(verdict), each, _sentence(rest[0] if rest else None, words)
        case ast.Dict(keys, values):
            table = {key.value: value for key, value in zip(keys, values, strict=True) if isinstance(key, ast.Constant)}
            match table.get("verdict"), table.get("reason"):
                case ast.Constant(verdict), ast.Constant(str() as reason):
                    yield str(verdict), reason, _sentence(table.get("message"), words)


def _refused(node: ast.AST) -> Iterator[tuple[str, str, str]]:
    """A pair of code and sentence in a table of characters and commands that are refused."""
    match node:
        case ast.Tuple([ast.Constant(str(code)), ast.Constant(str(said))]) if _CODE.fullmatch(code) and " " in said:
            yield "unreadable", code, said


def _codes(node: ast.expr, words: Words, place: str) -> list[str]:
    """The codes that an argument can be; none where it passes another verdict's on."""
    match node:
        case ast.Constant(str(code)):
            return [code] if code else []
        case ast.IfExp(_, yes, no):
            return [*_codes(yes, words, place), *_codes(no, words, place)]
        case ast.JoinedStr([ast.Constant(str(start)), *_]):
            return [f"{start}…"]
        case ast.JoinedStr([ast.FormattedValue(ast.Name("NO_VALUE")), *_]):
            return ["no-value:…"]
        case ast.Name(name) if above := [value for line, value in words.get(name, ()) if line < node.lineno]:
            return _codes(above[-1], words, place)
        case ast.Attribute() | ast.Name("why" | "reason" | "code"):
            return []
        case ast.Tuple():  # Different(point, …): no reason of its own
            return []
    raise ValueError(f"{place}: write the reason out, so that it can be listed")


def _sentence(node: ast.expr | None, words: Words) -> str:
    """The words, where they are written out or have a name."""
    match node:
        case ast.Call(ast.Name("Text"), [said, *_]):
            return _sentence(said, words)
        case ast.Constant(str(said)):
            return said
        case ast.Name(name):
            above = [value for line, value in words.get(name, ()) if line < node.lineno]
            return _sentence(above[-1], words) if above else ""
        case ast.IfExp(_, yes, _):
            return _sentence(yes, words)
    return ""
