"""Everything ends when the process that asked ends, also by SIGKILL and in the middle of a program."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fluxions.labs.sandbox import levels, linux

OWNER = """
import sys
from fluxions.labs.sandbox import levels
from fluxions.labs.sandbox.broker import Broker
from fluxions.labs.sandbox.limits import Limits
broker = Broker(levels.named(sys.argv[1]))
with broker.begun("numpy", Limits(cpu=60, wall=120.0), broker.level.layers) as program:
    program.define("MARK = 'lives on'\\ndef f():\\n    while True: pass")
    print(broker._zygotes["numpy"].process.pid, flush=True)
    program.call("f", [])
"""


def family(pid: int) -> set[int]:
    """A process and all below it."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    below = [int(each) for each in children.read_text().split()] if children.exists() else []
    return {pid}.union(*(family(each) for each in below))


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(not linux.LINUX, reason="reads /proc")
@pytest.mark.parametrize("level", ["basic", "strong"])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_nothing_lives_on(level, how, strongest):
    if levels.LEVELS.index(levels.named(level)) > levels.LEVELS.index(strongest):
        pytest.skip(f"this machine does not give the level {level}")
    with subprocess.Popen([sys.executable, "-c", OWNER, level], stdout=subprocess.PIPE, text=True) as owner:
        zygote = int(owner.stdout.readline())
        time.sleep(0.3)
        lives = family(zygote)
        assert len(lives) >= 2 and all(map(running, lives)), "control: the zygote and the program run"
        owner.send_signal(how)
        owner.wait(10)
    until = time.monotonic() + 10
    while any(map(running, lives)):
        assert time.monotonic() < until, f"still there: {[each for each in lives if running(each)]}"
        time.sleep(0.05)
