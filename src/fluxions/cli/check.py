"""`fluxions check`: is the answer right?"""

from __future__ import annotations

import argparse
import sys
from typing import Any

from fluxions.cli.arguments import Commands, Refused, reads_mathematics
from fluxions.cli.jsonl import answer_lines


def add(commands: Commands) -> None:
    """The command and its arguments."""
    parser = commands.add_parser(
        "check",
        help="is the answer right?",
        description='For example: fluxions check "2x cos(x^2)" --expected "diff(sin(x^2), x)"',
    )
    parser.add_argument("answer", nargs="?", help="the answer, as a learner would type it")
    parser.add_argument("--expected", help="the right answer, or a task that the engine carries out")
    parser.add_argument("--type", help="kind of answer (default: that of the expected value)")
    parser.add_argument("--form", action="append", help="a form that is asked, such as factored; may be repeated")
    parser.add_argument("--variables", help="declared names, such as x,y")
    parser.add_argument("--shapes", help='sizes of vectors and matrices, such as "X:m,n w:n"')
    parser.add_argument("--syntax", help="auto, ascii or latex")
    parser.add_argument("--jsonl", action="store_true", help="one JSON object per line of standard input")
    reads_mathematics(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer the items of standard input, or the one given as arguments."""
    from fluxions.tutor.contract import check_item

    if arguments.jsonl:
        return answer_lines(check_item)
    if arguments.answer is None or arguments.expected is None:
        raise Refused("give an answer and --expected, or --jsonl with items on standard input")
    item = {name: getattr(arguments, name) for name in ("answer", "expected", "type", "syntax", "form")}
    declared = {"variables": names(arguments.variables), "shapes": shapes(arguments.shapes)}
    return shown(check_item(item | declared), arguments.answer)


def names(text: str | None) -> list[str] | None:
    """`x, y` as a list."""
    return None if text is None else [each.strip() for each in text.split(",") if each.strip()]


def shapes(text: str | None) -> dict[str, list[str]] | None:
    """`X:m,n w:n` as an object."""
    from fluxions.tutor.fields import BadItem, sizes_in

    try:
        return None if text is None else sizes_in(text)
    except BadItem as bad:
        raise Refused(str(bad)) from None


def shown(found: dict[str, Any], answer: str) -> int:
    """The verdict for people; 0 where there is one."""
    if "error" in found:
        raise Refused(found["error"])
    words = found["message"] or ""
    print(f"{found['verdict']}{': ' if words else ''}{words}")
    if found["verdict"] == "unreadable":
        print(unreadable(found, answer))
    if found.get("witness") and not words.startswith("At ") and in_numbers(found["witness"]):  # else they have said it
        print(witness(found["witness"]))
    if found.get("proof"):
        print(f"shown by: {found['proof']}")
    sys.stdout.flush()
    return 0


def unreadable(found: dict[str, Any], answer: str) -> str:
    """Where the reading ends, and what would be read instead."""
    from fluxions.calculus.language import caret

    start, end = found["span"]
    picture = caret(answer, (start, end))
    return picture if found["suggestion"] is None else f"{picture}\nreadable would be: {found['suggestion']}"


def in_numbers(seen: dict[str, Any]) -> bool:
    """Does the witness compare numbers? Else the message tells it."""
    from fluxions.calculus.verdict import Witness

    return Witness((), seen["answer"], seen["expected"]).in_numbers


def witness(seen: dict[str, Any]) -> str:
    """The point where two values differ."""
    from fluxions.calculus.verdict import place_in_words

    at = place_in_words(seen["at"].items())
    return f"{f'at {at}: ' if at else ''}yours is {seen['answer']}, it should be {seen['expected']}"
