"""The command line: one file per command group."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from fluxions import __version__
from fluxions.cli import check, curriculum, diagnose, generate, labs, learner, reasons, serve, solve
from fluxions.cli.arguments import Refused

COMMANDS = (serve, check, solve, diagnose, generate, curriculum, labs, learner, reasons)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except Refused as refused:
        print(f"fluxions: {refused}", file=sys.stderr)
        return 1
    except ValueError as error:
        from fluxions.curriculum import BadContent

        if not isinstance(error, BadContent):
            raise
        print(f"fluxions: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fluxions", description="Calculus for machine learning, on your own machine.")
    parser.add_argument("--version", action="version", version=f"fluxions {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for each in COMMANDS:
        each.add(commands)
    return parser
