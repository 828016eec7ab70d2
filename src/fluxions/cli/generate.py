"""`fluxions generate`: new problems of a skill."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from time import perf_counter
from typing import Any

from fluxions.cli.arguments import Commands, Refused
from fluxions.cli.jsonl import write


def add(commands: Commands) -> None:
    """The command and its arguments."""
    parser = commands.add_parser(
        "generate", help="new problems of a skill", description="For example: fluxions generate chain-rule -n 3"
    )
    parser.add_argument("skill", help="the id of a skill, such as chain-rule")
    parser.add_argument("--family", help="only this family")
    parser.add_argument("-n", type=int, default=100, help="how many (default: 100)")
    parser.add_argument("--seed", type=int, default=0, help="where to begin (default: 0)")
    parser.add_argument("--difficulty", metavar="LOW:HIGH", default="0:1", help="between 0 and 1, such as 0.3:0.5")
    parser.add_argument("--separates", metavar="A,B", help="only problems that tell these two misconceptions apart")
    parser.add_argument("--jsonl", action="store_true", help="one JSON object per problem")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the problems as JSON Lines, or for people."""
    from fluxions.tutor.contract import BadItem, generate_items

    between = difficulty(arguments.difficulty)
    try:
        items = generate_items(
            arguments.skill, arguments.family, arguments.n, arguments.seed, between, two_names(arguments.separates)
        )
    except BadItem as bad:
        raise Refused(str(bad)) from None
    started = perf_counter()
    for item in items:
        if arguments.jsonl:
            write(item, started)
        else:
            print("\n".join(_told(item)))
        started = perf_counter()
    return 0


def difficulty(text: str) -> tuple[float, float]:
    """`0.3:0.5` as two numbers."""
    try:
        low, high = (float(part) for part in text.split(":"))
    except ValueError:
        raise Refused("--difficulty is LOW:HIGH, such as 0.3:0.5") from None
    if not 0 <= low <= high <= 1:
        raise Refused("--difficulty is LOW:HIGH with 0 <= LOW <= HIGH <= 1")
    return low, high


def two_names(text: str | None) -> tuple[str, str] | None:
    """`a,b` as two names."""
    if text is None:
        return None
    one, _, other = text.partition(",")
    if not one or not other or "," in other:
        raise Refused("--separates is A,B: the ids of two misconceptions")
    return one.strip(), other.strip()


def _told(item: dict[str, Any]) -> Iterator[str]:
    if "error" in item:
        yield item["error"]
        return
    yield f"{item['skill']}/{item['family']} {item['variant']}   difficulty {item['difficulty']}"
    yield f"  {item['prompt']}"
    yield f"  {item['task']}" + (f"   given {', '.join(item['given'])}" if item["given"] else "")
    yield f"  = {item['answer']}"
    for each in item["misconceptions"]:
        yield f"    {each['id']}: {each['answer']}"
