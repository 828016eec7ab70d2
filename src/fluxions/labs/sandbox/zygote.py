"""The process that imported a framework once and forks a child for each program. It never sees a program itself."""

from __future__ import annotations

import gc
import importlib
import json
import os
import selectors
import shutil
import signal
import socket
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from fluxions.labs.sandbox import child, linux
from fluxions.labs.sandbox.limits import Limits

CONTROL = 3
TICK = 0.05


@dataclass(slots=True)
class Running:
    """One child, whom to tell of its end, and when it must have ended."""

    status: socket.socket
    until: float
    folder: str
    why: str = ""


def main(framework: str) -> None:
    """Import the framework, say so, and fork on request until whoever asked is gone."""
    control = socket.socket(fileno=CONTROL)
    try:
        module = importlib.import_module(f"fluxions.labs.frameworks.{framework}_")
        module.preload()
    except BaseException as error:
        control.send(json.dumps({"failed": f"{type(error).__name__}: {error}"[:500]}).encode())
        return
    gc.collect()
    gc.freeze()
    if linux.LINUX:
        linux.prctl(linux.PR_SET_DUMPABLE, 0)
    control.send(json.dumps({"ready": str(module.VERSION), "threads": _threads()}).encode())
    _serve(control, module)


def one_shot(framework: str) -> None:
    """One program in an interpreter of its own, where forking is not safe: its job on descriptor 3."""
    control = socket.socket(fileno=CONTROL)
    asked, descriptors, _, _ = socket.recv_fds(control, 65536, 2)
    module = importlib.import_module(f"fluxions.labs.frameworks.{framework}_")
    child.begin(_job(json.loads(asked), descriptors[0], descriptors[1]), module)


def _threads() -> int:
    return len(os.listdir("/proc/self/task")) if linux.LINUX else 1


def _serve(control: socket.socket, module: ModuleType) -> None:
    running: dict[int, Running] = {}
    waker, woken = socket.socketpair()
    waker.setblocking(False)
    woken.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    selector = selectors.DefaultSelector()
    selector.register(control, selectors.EVENT_READ)
    selector.register(woken, selectors.EVENT_READ)
    while True:
        ready = [key.fileobj for key, _ in selector.select(TICK if running else None)]
        if woken in ready:
            woken.recv(4096)
        if control in ready and not _begin(control, module, running):
            break
        _stop_overdue(running)
        _tell_of_ended(running)
    for pid, each in running.items():  # whoever asked has gone
        _kill(pid)
        shutil.rmtree(each.folder, ignore_errors=True)


def _begin(control: socket.socket, module: ModuleType, running: dict[int, Running]) -> bool:
    """Fork a child for a job; False where nobody is there any more."""
    asked, descriptors, _, _ = socket.recv_fds(control, 65536, 3)
    if not asked:
        return False
    wanted = json.loads(asked)
    wanted["folder"] = tempfile.mkdtemp(prefix="fluxions-lab-")
    pid = os.fork()
    if pid == 0:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        child.begin(_job(wanted, descriptors[0], descriptors[1]), module)
    for each in descriptors[:2]:
        os.close(each)
    status = socket.socket(fileno=descriptors[2])
    status.setblocking(False)
    running[pid] = Running(status, time.monotonic() + wanted["limits"]["wall"], wanted["folder"])
    return True


def _job(wanted: dict[str, Any], conversation: int, output: int) -> child.Job:
    return child.Job(conversation, output, Limits(**wanted["limits"]), tuple(wanted["layers"]), wanted["folder"])


def _stop_overdue(running: dict[int, Running]) -> None:
    """Kill what has run too long, and what nobody waits for any more."""
    now = time.monotonic()
    for pid, each in running.items():
        if not each.why and (now > each.until or _hung_up(each.status)):
            each.why = "wall" if now > each.until else "left"
            _kill(pid)


def _hung_up(status: socket.socket) -> bool:
    try:
        return status.recv(1) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def _kill(pid: int) -> None:
    """The process and, at the level where it may have others, its group."""
    for kill in (os.kill, os.killpg):
        try:
            kill(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def _tell_of_ended(running: dict[int, Running]) -> None:
    while running:
        pid, status, used = os.wait4(-1, os.WNOHANG)
        if pid == 0:
            return
        ended = running.pop(pid, None)
        if ended is None:
            continue
        _kill_group(pid)
        code = os.waitstatus_to_exitcode(status)
        said = {"code": code, "why": ended.why, "cpu": used.ru_utime + used.ru_stime, "kb": used.ru_maxrss}
        with suppress(OSError):
            ended.status.send(json.dumps(said).encode())
        ended.status.close()
        shutil.rmtree(ended.folder, ignore_errors=True)


def _kill_group(pid: int) -> None:
    """Whatever the program left behind in its session."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
