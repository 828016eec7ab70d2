"""`fluxions learner`: what is remembered of learners, made anew from what they showed."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from fluxions.cli.arguments import Commands
from fluxions.cli.serve import prepare


def add(commands: Commands) -> None:
    """The command and its arguments."""
    parser = commands.add_parser("learner", help="rebuild what is remembered of learners")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    rebuild = actions.add_parser("rebuild", help="fold all evidence of everybody anew; the site may go on running")
    rebuild.add_argument("--data", type=Path, help="folder of the database (default: FLUXIONS_DATA_DIR)")
    rebuild.set_defaults(run=run_rebuild)


def run_rebuild(arguments: argparse.Namespace) -> int:
    """Rebuild everybody; nothing that was typed or judged is touched."""
    if arguments.data:
        os.environ["FLUXIONS_DATA_DIR"] = str(arguments.data.expanduser().absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fluxions.web.settings")
    prepare()
    from fluxions.web.study.memory import rebuild_all

    people, pieces = rebuild_all()
    print(f"Rebuilt {people} learner{'' if people == 1 else 's'} from {pieces} observations.")
    return 0
