"""From a fork to the first line of a program: every layer in its order."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from fluxions.labs.inside import run
from fluxions.labs.sandbox import clone_filter, levels, limits, linux, namespaces

CANNOT_SHUT_IN = 97
NICE = 10


@dataclass(frozen=True, slots=True)
class Job:
    """The descriptors of one program, its limits, the layers it runs behind, its folder where it shares our files."""

    conversation: int
    output: int
    limits: limits.Limits
    layers: tuple[str, ...]
    folder: str


def begin(job: Job, framework: ModuleType) -> NoReturn:
    """Be the process of one program, and end with it."""
    try:
        _descriptors(job)
        if os.getsid(0) != os.getpid():
            os.setsid()
        if linux.LINUX:
            Path("/proc/self/oom_score_adj").write_text("1000")  # if memory runs out, this process goes first
        if any(each in job.layers for each in levels.NAMESPACES):
            namespaces.enter(job.layers)
            _pass_on_to_child()
        _close_in(job)
    except BaseException as error:
        os.write(1, f"cannot shut the program in: {error}\n".encode())
        os._exit(CANNOT_SHUT_IN)
    try:
        run.serve(framework)
    finally:
        os._exit(0)


def _descriptors(job: Job) -> None:
    """Nothing stays open but the conversation (3), the output (1 and 2) and an empty input."""
    conversation, output = (os.dup(each) for each in (job.conversation, job.output))  # above 3, whatever they were
    nothing = os.open(os.devnull, os.O_RDONLY)
    spare = os.dup(conversation) if conversation == run.CHANNEL else conversation
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.dup2(nothing, 0)
    os.dup2(spare, run.CHANNEL)
    limits.close_all_but(run.CHANNEL)
    sys.stdin = open(0, encoding="utf-8", closefd=False)
    sys.stdout = open(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)


def _pass_on_to_child() -> None:
    """The first process of the new namespaces goes on; the one that made them waits and ends as it ended."""
    child = os.fork()
    if child == 0:
        linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)
        return
    os.closerange(0, 16)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number not in (signal.SIGKILL, signal.SIGSTOP):
            signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    os._exit(os.waitstatus_to_exitcode(status))


def _close_in(job: Job) -> None:
    """Files, limits, privileges, calls: in this order, since each needs what the next takes away."""
    taken = limits.address_space()  # afterwards /proc may be gone
    if levels.MOUNT_NS in job.layers:
        namespaces.shut_in()
    else:
        os.chdir(job.folder)
    os.nice(NICE)
    if linux.LINUX:
        _harden(job.layers)
    if levels.LIMITS in job.layers:
        limits.apply(job.limits, taken)
    signal.signal(signal.SIGXCPU, lambda *_: os._exit(128 + signal.SIGXCPU))  # process 1 ignores the default action
    if levels.CLONE_FILTER in job.layers:
        clone_filter.load()


def _harden(layers: Collection[str]) -> None:
    if not any(each in layers for each in levels.NAMESPACES):
        linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)
    linux.prctl(linux.PR_SET_DUMPABLE, 0)
    if levels.LIMITS in layers:
        linux.drop_capabilities()
    if levels.NO_NEW_PRIVS in layers:
        linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
