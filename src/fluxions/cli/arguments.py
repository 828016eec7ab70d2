"""What the command files share: how they add themselves, and how they say no."""

from __future__ import annotations

import argparse
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


class Refused(Exception):
    """The command cannot be carried out; the message says why and what to do."""
