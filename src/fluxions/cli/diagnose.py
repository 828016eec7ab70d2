"""`fluxions diagnose`: what went wrong?"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from fluxions.cli.arguments import Commands, Refused, reads_mathematics
from fluxions.cli.check import in_numbers, names, shapes, unreadable, witness
from fluxions.cli.jsonl import answer_lines


def add(commands: Commands) -> None:
    """The command and its arguments."""
    parser = commands.add_parser(
        "diagnose", help="find the mistake behind a wrong answer",
        description='For example: fluxions diagnose "diff(sin(3x), x)" "cos(3x)"',
    )  # fmt: skip
    parser.add_argument("task", nargs="?", help="a task in the maths language")
    parser.add_argument("lines", nargs="*", help="the answer, or several lines of working")
    parser.add_argument("--variables", help="declared names, such as x,y")
    parser.add_argument("--shapes", help='sizes of vectors and matrices, such as "X:m,n w:n"')
    parser.add_argument("--jsonl", action="store_true", help="one JSON object per line of standard input")
    reads_mathematics(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer the items of standard input, or the one given as arguments."""
    from fluxions.tutor.contract import diagnose_item

    if arguments.jsonl:
        return answer_lines(diagnose_item)
    if arguments.task is None or not arguments.lines:
        raise Refused("give a task and an answer or lines of working, or --jsonl with items on standard input")
    work: dict[str, Any] = {"lines": arguments.lines} if len(arguments.lines) > 1 else {"answer": arguments.lines[0]}
    declared = {"variables": names(arguments.variables), "shapes": shapes(arguments.shapes)}
    found = diagnose_item({"task": arguments.task, **declared, **work})
    if "error" in found:
        raise Refused(found["error"])
    print("\n".join(_told(found, arguments.lines)))
    return 0


def _told(found: dict[str, Any], lines: list[str]) -> Iterator[str]:
    """The diagnosis for people, line by line."""
    for number, line in enumerate(found["lines"], 1):
        yield f"line {number}: {line['verdict']} ({line['reason']})"
    yield f"{found['verdict']}{': ' + found['message'] if found['message'] else ''}"
    if "span" in found and not found["lines"]:
        yield unreadable(found, lines[0])
    for each in found["misconceptions"]:
        yield f"{'perhaps' if found['ambiguous'] else 'mistake'}: {each['id']}, at {each['at']} ({each['rule']})"
        if found["ambiguous"]:
            yield f"    {each['says']}"
    if found["witness"] and in_numbers(found["witness"]):
        yield witness(found["witness"])
    if found["next_hint"]:
        yield f"next: {found['next_hint']}"
