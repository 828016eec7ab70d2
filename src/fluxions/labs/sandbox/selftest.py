"""Does each layer hold on this machine? An attack must work without the layer and fail behind it."""

from __future__ import annotations

import os
import platform
import secrets
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fluxions.labs.contract import NoSandbox, Raised, Returned
from fluxions.labs.frameworks import FRAMEWORKS, installed
from fluxions.labs.sandbox import levels
from fluxions.labs.sandbox.broker import Broker
from fluxions.labs.sandbox.limits import Limits

GENEROUS = Limits(cpu=20, wall=8.0, memory=2**34, file=2**30, files=512)


@dataclass(frozen=True, slots=True)
class Layer:
    """What was found of one layer: did the attack work without it, and was it held back behind it?"""

    name: str
    control: bool
    contained: bool
    detail: str

    @property
    def proved(self) -> bool:
        """A control that fails proves nothing."""
        return self.control and self.contained


@dataclass(frozen=True, slots=True)
class Attack:
    """A program whose `attack(*inputs)` is True where it got through, and the limits it runs under when contained."""

    says: str
    code: str
    inputs: tuple[Any, ...] = ()
    limits: Limits = GENEROUS


MEMORY = """
def attack():
    import mmap
    return len(mmap.mmap(-1, 3 * 2**30)) > 0
"""
FILE = """
def attack():
    with open("big", "wb") as file:
        file.seek(9_000_000)
        file.write(b"x")
    return True
"""
LOOP = """
def attack():
    import time
    end = time.monotonic() + 0.5
    while time.monotonic() < end:
        pass
    return True
"""
PRIVILEGE = """
def attack():
    import ctypes
    return ctypes.CDLL(None).prctl(39, 0, 0, 0, 0) == 0
"""
FORK = """
def attack():
    import os
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return True
"""
ACCOUNT = """
def attack(user):
    import os
    return os.getuid() == user
"""
SIGNAL = """
def attack(pid):
    import os
    os.kill(pid, 0)
    return True
"""
CONNECT = """
def attack(port):
    import socket
    socket.create_connection(("127.0.0.1", port), 1).close()
    return True
"""
READ = """
def attack(path, secret):
    with open(path) as file:
        return file.read() == secret
"""


def report() -> dict[str, Any]:
    """The level, each layer with its proof, and each framework behind the layers proved."""
    layers = tested()
    level = levels.level_of([each.name for each in layers if each.proved])
    return {
        "level": level.name,
        "promises": level.promises,
        "platform": f"{platform.system()} {platform.release()} {platform.machine()}",
        "layers": [asdict(each) for each in layers],
        "frameworks": [_framework(name, level) for name in FRAMEWORKS],
    }


def proved() -> tuple[str, ...]:
    """The names of the layers that hold."""
    return tuple(each.name for each in tested() if each.proved)


def tested() -> tuple[Layer, ...]:
    """Each layer tried, with a broker of its own."""
    broker = Broker()
    try:
        return tuple(_layers(broker))
    except NoSandbox as why:
        return tuple(Layer(name, False, False, str(why)) for name in levels.LAYERS)
    finally:
        broker.close()


def _layers(broker: Broker) -> Iterator[Layer]:
    small = Limits(cpu=2, wall=0.25, memory=2**29)
    yield _limits(broker, small)
    yield _tried(broker, levels.NO_NEW_PRIVS, Attack("gain rights by running a file", PRIVILEGE))
    yield _tried(broker, levels.CLONE_FILTER, Attack("begin a process", FORK), needs=(levels.NO_NEW_PRIVS,))
    yield _tried(broker, levels.USER_NS, Attack("act as the account of the site", ACCOUNT, (os.getuid(),)))
    user = (levels.USER_NS,)
    yield _tried(broker, levels.PID_NS, Attack("signal the site", SIGNAL, (os.getpid(),)), needs=user)
    with _listener() as port:
        yield _tried(broker, levels.NET_NS, Attack("connect to this machine", CONNECT, (port,)), needs=user)
    with tempfile.TemporaryDirectory(prefix="fluxions-selftest-") as folder:
        secret = secrets.token_hex(16)
        path = Path(folder, "secret")
        path.write_text(secret)
        attack = Attack("read a file of the site", READ, (str(path), secret))
        yield _tried(broker, levels.MOUNT_NS, attack, needs=user)


def _limits(broker: Broker, small: Limits) -> Layer:
    """Memory, the size of a file, and time, each on its own."""
    tries = {
        "memory": (MEMORY, Limits(memory=2**29, wall=8.0)),
        "file size": (FILE, Limits(wall=8.0)),
        "time": (LOOP, small),
    }
    worked = [name for name, (code, _) in tries.items() if _through(broker, Attack(name, code), ())]
    held = [
        name for name, (code, bounds) in tries.items()
        if not _through(broker, Attack(name, code, limits=bounds), (levels.LIMITS,))
    ]  # fmt: skip
    said = f"{', '.join(held) or 'nothing'} held back"
    return Layer(levels.LIMITS, worked == list(tries), held == list(tries), said)


def _tried(broker: Broker, name: str, attack: Attack, needs: Sequence[str] = ()) -> Layer:
    without = tuple(each for each in needs if each != levels.USER_NS)
    control = _through(broker, attack, without)
    behind = _outcome(broker, attack, (*needs, name))
    return Layer(name, control, behind is False, f"{attack.says}: {_words(control, behind)}")


def _words(control: bool, behind: bool | None) -> str:
    if not control:
        return "cannot be tried here"
    return {True: "still works", False: "refused", None: "the layer cannot be built here"}[behind]


def _through(broker: Broker, attack: Attack, layers: tuple[str, ...]) -> bool:
    return _outcome(broker, attack, layers) is True


def _outcome(broker: Broker, attack: Attack, layers: tuple[str, ...]) -> bool | None:
    """True where it got through, False where it was held back, None where the program could not be shut in."""
    with broker.begun("numpy", attack.limits, layers) as program:
        defined = program.define(attack.code)
        if not isinstance(defined, Returned):
            return None
        match program.call("attack", attack.inputs):
            case Returned(bool(worked)):
                return worked
            case Raised("CannotCross" | "NameError" | "SyntaxError"):
                return None
            case _:
                return False


class _listener:
    """A port of this machine that takes connections and says nothing."""

    def __enter__(self) -> int:
        self._socket = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()
        port: int = self._socket.getsockname()[1]
        return port

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def _accept(self) -> None:
        while True:
            try:
                self._socket.accept()[0].close()
            except OSError:
                return


def _framework(name: str, level: levels.Level) -> dict[str, Any]:
    """Is a framework there, and does a gradient come out behind all layers of the level?"""
    version = installed(name)
    found: dict[str, Any] = {"name": name, "version": version, "installed": version is not None}
    if version is None or level is levels.NONE:
        return found | {"works_inside": False, "warm_ms": None}
    broker = Broker(level)
    try:
        return found | _warm(broker, name)
    except NoSandbox as why:
        return found | {"works_inside": False, "warm_ms": None, "detail": str(why)}
    finally:
        broker.close()


GRADIENTS: dict[str, str] = {
    "numpy": "import numpy as np\ndef slope(x):\n    return float(np.float64(2.0) * x)",
    "pytorch": (
        "import torch\ndef slope(x):\n    t = torch.tensor(x, dtype=torch.float64, requires_grad=True)\n"
        "    (t * t).backward()\n    return float(t.grad)"
    ),
}


def _warm(broker: Broker, name: str) -> dict[str, Any]:
    """The second run is the warm one: the first starts the zygote."""
    answer: Callable[[], tuple[object, float]] = lambda: _slope(broker, name)  # noqa: E731
    answer()
    value, ms = answer()
    return {"works_inside": value == 6.0, "warm_ms": round(ms, 1)}


def _slope(broker: Broker, name: str) -> tuple[object, float]:
    with broker.run(name) as program:
        program.define(GRADIENTS[name])
        reply = program.call("slope", [3.0])
        return (reply.value if isinstance(reply, Returned) else None), program.ms()
