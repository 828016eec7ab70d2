"""Programs that take too much are stopped, each beside the same program that takes little; the next one runs."""

import time
from pathlib import Path

import numpy as np
import pytest

from fluxions.labs.contract import Ended, Raised, Returned
from fluxions.labs.sandbox.broker import Broker, spawned
from fluxions.labs.sandbox.levels import BASIC, LIMITS
from fluxions.labs.sandbox.limits import Limits
from fluxions.labs.sandbox.selftest import GENEROUS

QUICK = Limits(cpu=1, wall=4.0)
PATIENT = Limits(cpu=1, wall=30.0)  # on a busy machine a second of processor time takes many
HONEST = "def f(x):\n    return 2 * x"


def outcome(broker, code, *inputs, limits=QUICK, layers=None):
    """What became of `f(*inputs)` in a program."""
    with broker.begun("numpy", limits, broker.level.layers if layers is None else layers) as program:
        defined = program.define(code)
        reply = program.call("f", inputs) if isinstance(defined, Returned) else defined
        return reply, program.stdout()


def goes_on(broker) -> bool:
    """Does the next honest program run?"""
    return outcome(broker, HONEST, 21.0)[0] == Returned(42.0)


LOOP = "while True: pass"
CAUGHT = "while True:\n        try:\n            while True: pass\n        except BaseException: pass"
IGNORE = "import signal\nsignal.signal(signal.SIGXCPU, signal.SIG_IGN)\n"
STOPPED = [
    ("an endless loop", "", LOOP, "for _ in range(10**5): pass", "time"),
    ("a loop that catches all", "", CAUGHT, "", "time"),
    ("a loop in C", "", "sum(iter(int, 1))", "sum(range(10**5))", "time"),
    ("a signal ignored", IGNORE, LOOP, "", "time"),
    ("a sleep for ever", "import time\n", "time.sleep(1000)", "time.sleep(0.01)", "wall"),
    ("leaving at once", "import os\n", "os._exit(0)", "os.getpid()", "early"),
    ("a crash", "import ctypes\n", "ctypes.string_at(0)", "ctypes.string_at(b'a')", "crash"),
    ("the channel closed", "import os\n", "os.close(3)", "os.getpid()", "early"),
    ("the channel written to", "import os\n", "os.write(3, b'\\x05\\x00\\x00\\x00aaaaa')", "os.getpid()", "early"),
]


def program_of(head: str, line: str) -> str:
    return f"{head}def f():\n    {line or 'pass'}\n    return True"


@pytest.mark.parametrize("head, attack, twin, why", [each[1:] for each in STOPPED], ids=[each[0] for each in STOPPED])
def test_a_runaway_program_is_stopped(broker, head, attack, twin, why):
    assert outcome(broker, program_of(head, twin))[0] == Returned(True)
    began = time.monotonic()
    limits = PATIENT if why == "time" else QUICK
    assert outcome(broker, program_of(head, attack), limits=limits)[0] == Ended(why)
    assert time.monotonic() - began < limits.wall + 6
    assert goes_on(broker)


MEMORY = "import numpy as np\ndef f(megabytes):\n    return np.empty(megabytes * 2**17).nbytes > 0"


def test_memory_is_bounded(broker, bare):
    assert outcome(bare, MEMORY, 800, limits=GENEROUS, layers=())[0] == Returned(True)
    assert outcome(broker, MEMORY, 10)[0] == Returned(True)
    reply, _ = outcome(broker, MEMORY, 800)
    assert isinstance(reply, Raised) and reply.kind in ("MemoryError", "_ArrayMemoryError")
    assert goes_on(broker)


OUTPUT = "def f(lines):\n    for _ in range(lines): print('x' * 99)\n    return True"


def test_output_is_kept_up_to_a_bound_and_the_rest_is_let_go(broker):
    assert outcome(broker, OUTPUT, 3) == (Returned(True), ("x" * 99 + "\n") * 3)
    reply, printed = outcome(broker, OUTPUT, 20_000)
    assert reply == Returned(True)
    assert 64_000 <= len(printed) < 64_200 and printed.endswith("more was printed than is kept")


def test_control_characters_are_shown_as_signs(broker):
    code = "def f():\n    print('a\\x1b[2Jb\\x00c')\n    return True"
    assert outcome(broker, code) == (Returned(True), "a␛[2Jb␀c\n")


FILE = """
def f(size):
    with open("big", "wb") as file:
        file.seek(size)
        file.write(b"x")
    return True
"""
MANY = "def f(count):\n    kept = [open('/dev/null') for _ in range(count)]\n    return len(kept) == count"
FORK = """
import os
def f():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return True
"""
RUN = "import subprocess, sys\ndef f():\n    return subprocess.run([sys.executable, '-c', '']).returncode == 0"
BOMB = "import os\ndef f():\n    while True: os.fork()"
THREADS = "import threading\ndef f():\n    t = threading.Thread(target=print); t.start(); t.join()\n    return True"
LEFT_BEHIND = """
import os, time
def f(path):
    if os.fork() == 0:
        open(path, "w").write(str(os.getpid()))
        time.sleep(60)
    time.sleep(0.3)
    return True
"""


@pytest.mark.parametrize("code, inputs, kind", [
    (FILE, (9_000_000,), "OSError"), (MANY, (100,), "OSError"), (FORK, (), "PermissionError"),
    (RUN, (), "PermissionError"),
])  # fmt: skip
def test_files_and_processes_are_refused(broker, bare, code, inputs, kind):
    assert outcome(bare, code, *inputs, limits=GENEROUS, layers=())[0] == Returned(True)
    layers = (*broker.level.layers, "no-new-privs", "clone-filter")
    reply, _ = outcome(broker, code, *inputs, layers=tuple(dict.fromkeys(layers)))
    assert isinstance(reply, Raised) and reply.kind == kind
    assert goes_on(broker)


def test_a_fork_bomb_does_not_begin_and_threads_work(bare):
    layers = (LIMITS, "no-new-privs", "clone-filter")
    assert outcome(bare, THREADS, layers=layers)[0] == Returned(True)
    reply, _ = outcome(bare, BOMB, layers=layers)
    assert isinstance(reply, Raised) and reply.kind == "PermissionError"


def test_a_process_left_behind_at_the_basic_level_is_killed_with_its_parent(bare, tmp_path):
    path = tmp_path / "pid"
    assert outcome(bare, LEFT_BEHIND, str(path), layers=(LIMITS,))[0] == Returned(True)
    command = Path("/proc", path.read_text(), "cmdline")
    until = time.monotonic() + 5
    while command.exists() and command.read_text():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_program_in_an_interpreter_of_its_own_keeps_the_same_contract():
    """Where forking is not safe (macOS), each program gets a fresh interpreter."""
    for code, expected in [(HONEST, Returned(42.0)), ("def f(x):\n    while True: pass", Ended("time"))]:
        program = spawned("numpy", Limits(cpu=1, wall=5.0), (LIMITS,), BASIC.name)
        try:
            assert program.define(code) == Returned({"f": 1})
            assert program.call("f", [21.0]) == expected
        finally:
            program.close()


def test_a_zygote_that_died_is_started_again():
    broker = Broker(BASIC)
    try:
        assert goes_on(broker)
        broker._zygotes["numpy"].process.kill()
        broker._zygotes["numpy"].process.wait()
        assert goes_on(broker)
    finally:
        broker.close()


def test_environment_and_folder_are_the_programs_own(broker, monkeypatch):
    monkeypatch.setenv("FLUXIONS_SECRET_KEY", "a secret")
    code = "import os\ndef f():\n    return [sorted(os.environ), os.listdir('.')]"
    (reply, _) = outcome(broker, code)
    assert isinstance(reply, Returned)
    names, files = reply.value
    assert not [each for each in names if each.startswith("FLUXIONS")] and files == []


def test_values_of_every_dtype_cross_both_ways(broker):
    code = "def f(x):\n    return [x, x.dtype.name, list(x.shape)]"
    for name in ("bool", "int8", "int64", "uint8", "float16", "float32", "float64", "complex128"):
        for shape in ((), (0,), (3,), (2, 2)):
            sent = np.ones(shape, dtype=name)
            reply, _ = outcome(broker, code, sent)
            assert isinstance(reply, Returned)
            back, kind, length = reply.value
            assert (back.dtype, kind, length) == (sent.dtype, name, list(shape)) and np.array_equal(back, sent)
