"""`fluxions solve`: a task worked out, step by step."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from fluxions.cli.arguments import Commands, Refused, reads_mathematics
from fluxions.cli.check import names, shapes, unreadable
from fluxions.cli.jsonl import answer_lines


def add(commands: Commands) -> None:
    """The command and its arguments."""
    parser = commands.add_parser(
        "solve", help="work a task out, with steps", description='For example: fluxions solve "diff(sin(x^2), x)"'
    )
    parser.add_argument("task", nargs="?", help="a task in the maths language")
    parser.add_argument("--variables", help="declared names, such as x,y")
    parser.add_argument("--shapes", help='sizes of vectors and matrices, such as "X:m,n w:n"')
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
        {"task": arguments.task, "variables": names(arguments.variables), "shapes": shapes(arguments.shapes)}
    )
    if "error" in found:
        raise Refused(found["error"])
    if found["status"] == "unreadable":
        print(f"unreadable: {found['reason']}\n{unreadable(found, arguments.task)}")
    elif found["status"] == "unsolved":
        print(f"unsolved: {found['reason']}")
    else:
        print("\n".join(board(found["steps"])))
        print(f"answer: {found['answer']}   (every step checked: {found['checked']})")
    return 0


def board(steps: list[dict[str, Any]], indent: str = "") -> Iterator[str]:
    """The steps as lines of text, sub-tasks indented."""
    for step in steps:
        yield f"{indent}{step['before']}  =  {step['after']}"
        yield f"{indent}    {step['says']}  [{step['rule']}]"
        yield from board(step["children"], indent + "    ")
