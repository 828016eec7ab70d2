"""What the command files share: how they add themselves, and how they say no."""

from __future__ import annotations

import argparse
import re
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


class Refused(Exception):
    """The command cannot be carried out; the message says why and what to do."""


def reads_mathematics(parser: argparse.ArgumentParser) -> None:
    """Let arguments such as -2x be answers, not options."""
    parser._negative_number_matcher = re.compile(r"-[^-]")
