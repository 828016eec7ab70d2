"""`fluxions solve`: a task worked out, step by step."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from fluxions.cli.arguments import Commands, Refused, reads_mathematics
from fluxions.cli.check import names, shapes, unreadable
from fluxions.cli.jsonl import answer_lines

LEVELS = ("usual", "short", "full")


def add(commands: Commands) -> None:
    """The command and its arguments."""
    parser = commands.add_parser(
        "solve", help="work a task out, with steps", description='For example: fluxions solve "diff(sin(x^2), x)"'
    )
    parser.add_argument("task", nargs="?", help="a task in the maths language")
    parser.add_argument("--variables", help="declared names, such as x,y")
    parser.add_argument("--shapes", help='sizes of vectors and matrices, such as "X:m,n w:n"')
    parser.add_argument("--given", action="append", default=[], help="an equation to be used, such as f(2)=3")
    parser.add_argument("--assume", action="append", default=[], help="what holds of the symbols, such as a>0")
    parser.add_argument("--detail", choices=LEVELS, default="usual", help="how much is written down")
    parser.add_argument("--ways", type=int, default=0, help="how many other ways to show, up to 3")
    parser.add_argument("--spoken", action="store_true", help="in words, as a screen reader says it")
    parser.add_argument("--jsonl", action="store_true", help="one JSON object per line of standard input")
    reads_mathematics(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer the items of standard input, or the one given as arguments."""
    from fluxions.tutor.contract import solve_item

    if arguments.jsonl:
        return answer_lines(solve_item)
    if arguments.task is None:
        raise Refused("give a task, or --jsonl with items on standard input")
    found = solve_item(
        {
            "task": arguments.task,
            "variables": names(arguments.variables),
            "shapes": shapes(arguments.shapes),
            "given": arguments.given,
            "assume": arguments.assume,
            "detail": arguments.detail,
            "ways": arguments.ways,
        }
    )
    if "error" in found:
        raise Refused(found["error"])
    if found["status"] == "unreadable":
        print(f"unreadable: {found['reason']}\n{unreadable(found, arguments.task)}")
    elif found["status"] == "unsolved":
        print(f"unsolved: {found['reason']}")
    else:
        print("\n".join(page(found, spoken=arguments.spoken)))
    return 0


def page(found: dict[str, Any], *, spoken: bool = False) -> Iterator[str]:
    """The solution as lines of text, then what it needs to hold, then the other ways."""
    yield found["steps"][0]["before"] if found["steps"] else found["answer"]
    yield from board(found["lines"], spoken=spoken)
    yield f"answer: {found['spoken'] if spoken else found['answer']}   (every step checked: {found['checked']})"
    for each in found["conditions"]:
        yield f"holds where {each['needs']}   ({each['status']})"
    for way in found["ways"]:
        yield "\nanother way:"
        yield from board(way["lines"], spoken=spoken)


def board(lines: list[dict[str, Any]], *, spoken: bool = False) -> Iterator[str]:
    """Each line with the sentence of its rule below."""
    for line in lines:
        yield f"  = {line['spoken'] if spoken else line['line']}"
        yield f"        {line['says']}  [{line['rule']}]"
