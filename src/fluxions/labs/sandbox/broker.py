"""Programs begun on request: a zygote for each framework, started when first needed and again when it has died."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from functools import cached_property

from fluxions.labs.contract import NoSandbox
from fluxions.labs.frameworks import FRAMEWORKS
from fluxions.labs.sandbox import levels, linux
from fluxions.labs.sandbox.limits import Limits
from fluxions.labs.sandbox.session import Program

BOOT = "from fluxions.labs.sandbox.zygote import {0}; {0}({1!r})"
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/tmp", "CUDA_VISIBLE_DEVICES": "",
    **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
}  # fmt: skip
AT_ONCE = 4  # programs at a time; more wait
MOST_FORKS = 2000
SLOW_START = 120.0  # seconds that importing a framework may take on a cold disk


class Zygote:
    """The process that forks children of one framework, at the other end of a socket."""

    def __init__(self, framework: str) -> None:
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.forks = 0
        with theirs:
            self.process = _started(BOOT.format("main", framework), theirs)
        self.control.settimeout(SLOW_START)
        try:
            said = json.loads(self.control.recv(4096) or b"{}")
        except (OSError, ValueError):
            said = {}
        self.version, self.threads = str(said.get("ready", "")), said.get("threads")
        if not self.version:
            self.end()
            raise NoSandbox(str(said.get("failed") or "the process that runs programs ended at once"))

    def begin(self, limits: Limits, layers: tuple[str, ...], level: str) -> Program:
        """A child of it, waiting for its program."""
        conversation, theirs = socket.socketpair()
        status, tell = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        output, write = os.pipe()
        with theirs, tell:
            asked = json.dumps({"limits": asdict(limits), "layers": layers}).encode()
            try:
                socket.send_fds(self.control, [asked], [theirs.fileno(), write, tell.fileno()])
            except OSError as error:
                os.close(output)
                raise NoSandbox(str(error)) from None
            finally:
                os.close(write)
        self.forks += 1
        return Program(level, limits, conversation, output, status)

    def alive(self) -> bool:
        """Does it still run?"""
        return self.process.poll() is None

    def end(self) -> None:
        """It notices the closed socket, kills its children and leaves."""
        self.control.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Broker:
    """Begins programs at one level. Threads may share it; a process that forks afterwards needs one of its own."""

    def __init__(self, level: levels.Level | None = None) -> None:
        self._asked = level
        self._zygotes: dict[str, Zygote] = {}
        self._lock = threading.Lock()
        self._room = threading.BoundedSemaphore(AT_ONCE)

    @cached_property
    def level(self) -> levels.Level:
        """The level that programs run at: the one asked for, else the highest that the self-test proves."""
        from fluxions.labs.sandbox.selftest import proved  # it uses a broker itself

        return self._asked or levels.level_of(proved())

    @contextmanager
    def run(self, framework: str) -> Iterator[Program]:
        """A process for one program, gone afterwards."""
        if self.level is levels.NONE:
            raise NoSandbox("this machine passed no self-test: see fluxions labs selftest")
        limits = replace(Limits(), memory=FRAMEWORKS[framework].budget)
        with self.begun(framework, limits, self.level.layers) as program:
            yield program

    @contextmanager
    def begun(self, framework: str, limits: Limits, layers: tuple[str, ...]) -> Iterator[Program]:
        """The same with these limits and layers alone."""
        level = self._asked.name if self._asked else levels.level_of(layers).name
        with self._room:
            program = self._program(framework, limits, layers, level)
            try:
                yield program
            finally:
                program.close()

    def close(self) -> None:
        """End every zygote."""
        with self._lock:
            while self._zygotes:
                self._zygotes.popitem()[1].end()

    def version(self, framework: str) -> str:
        """The version of a framework as its zygote imported it; NoSandbox where that fails."""
        with self._lock:
            return self._zygote(framework).version

    def _program(self, framework: str, limits: Limits, layers: tuple[str, ...], level: str) -> Program:
        if not linux.LINUX:
            return spawned(framework, limits, layers, level)
        with self._lock:
            return self._zygote(framework).begin(limits, layers, level)

    def _zygote(self, framework: str) -> Zygote:
        known = self._zygotes.get(framework)
        if known is not None and known.alive() and known.forks < MOST_FORKS:
            return known
        if known is not None:
            threading.Thread(target=_retire, args=(known,), daemon=True).start()
        self._zygotes[framework] = Zygote(framework)
        return self._zygotes[framework]


def _retire(zygote: Zygote) -> None:
    """Let its last children finish, which the wall limit bounds."""
    if zygote.alive():
        threading.Event().wait(Limits().wall)
    zygote.end()


def spawned(framework: str, limits: Limits, layers: tuple[str, ...], level: str) -> Program:
    """A program in an interpreter of its own, where a process with a framework cannot be forked."""
    conversation, theirs = socket.socketpair()
    control, job = socket.socketpair()
    status, tell = socket.socketpair()
    output, write = os.pipe()
    folder = tempfile.mkdtemp(prefix="fluxions-lab-")
    with theirs, job, control:
        process = _started(BOOT.format("one_shot", framework), job)
        kept = tuple(each for each in layers if each == levels.LIMITS)
        asked = json.dumps({"limits": asdict(limits), "layers": kept, "folder": folder}).encode()
        socket.send_fds(control, [asked], [theirs.fileno(), write])
        os.close(write)
    threading.Thread(target=_watch, args=(process, tell, limits.wall, folder), daemon=True).start()
    return Program(level, limits, conversation, output, status)


def _watch(process: subprocess.Popen[bytes], tell: socket.socket, wall: float, folder: str) -> None:
    """Kill a spawned program when its time is up or nobody waits for it; say how it ended."""
    why = ""
    tell.settimeout(0.05)
    for _ in range(int(wall / 0.05)):
        if process.poll() is not None:
            break
        try:
            if tell.recv(1) == b"":
                break
        except OSError:
            continue
    if process.poll() is None:
        why = "wall"
        process.kill()
    code = process.wait()
    with tell, suppress(OSError):
        tell.send(json.dumps({"code": code, "why": why}).encode())
    shutil.rmtree(folder, ignore_errors=True)


def _started(boot: str, control: socket.socket) -> subprocess.Popen[bytes]:
    """A fresh interpreter with one socket, on descriptor 3, and nothing of our environment."""
    number = control.fileno()
    line = f"import os; os.dup2({number}, 3); {'' if number == 3 else f'os.close({number});'} {boot}"
    return subprocess.Popen(
        [sys.executable, "-I", "-B", "-c", line],
        env=ENVIRONMENT,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[number],
        start_new_session=True,
    )


_shared: dict[int, Broker] = {}
_sharing = threading.Lock()


def shared() -> Broker:
    """The broker of this very process, made when first asked for."""
    with _sharing:
        if os.getpid() not in _shared:
            _shared[os.getpid()] = Broker()
        return _shared[os.getpid()]
