"""Solutions as `fluxions solve` prints them, kept as text to be read line by line in review.

`python -m tests.calculus.written_solutions` writes the files of `golden/` anew from their own command lines.
"""

from __future__ import annotations

import io
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

from fluxions.cli import main

FOLDER = Path(__file__).parent / "golden"
SIGN = "> fluxions "


def commands(text: str) -> Iterator[str]:
    """The command lines of a file."""
    return (line for line in text.splitlines() if line.startswith(SIGN))


def printed(command: str) -> str:
    """What the command prints."""
    told = io.StringIO()
    with redirect_stdout(told):
        main(shlex.split(command.removeprefix(SIGN)))
    return told.getvalue().strip()


def written(file: Path) -> str:
    """The file as it has to be now."""
    return "\n\n".join(f"{command}\n{printed(command)}" for command in commands(file.read_text())) + "\n"


if __name__ == "__main__":
    for each in sorted(FOLDER.glob("*.txt")):
        each.write_text(written(each))
