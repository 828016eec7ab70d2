"""A program in a warm zygote beside a cold interpreter that imports the framework and computes the same, in one run."""

import subprocess
import sys
import time
from statistics import median

from fluxions.labs.contract import Returned
from fluxions.labs.frameworks import installed
from fluxions.labs.sandbox import levels
from fluxions.labs.sandbox.broker import Broker
from fluxions.labs.sandbox.selftest import proved

RUNS, COLD = 40, 3
PROGRAMS = {
    "numpy": "import numpy as np\ndef f(x):\n    return float(np.linalg.norm(np.full(100, x)))",
    "pytorch": (
        "import torch\ndef f(x):\n    t = torch.full((100,), x, requires_grad=True)\n"
        "    (t * t).sum().backward()\n    return float(t.grad[0])"
    ),
}


def cold(program: str) -> float:
    """Milliseconds of `python -c` with the program and one call."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", program + "\nprint(f(3.0))"], check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def warm(broker: Broker, framework: str) -> float:
    """Milliseconds from asking for a process to its value."""
    with broker.run(framework) as program:
        program.define(PROGRAMS[framework])
        reply = program.call("f", [3.0])
        assert isinstance(reply, Returned) and reply.value > 0
        return program.ms()


def main() -> None:
    broker = Broker(levels.level_of(proved()))
    print(f"level {broker.level.name}; milliseconds")
    print(f"{'framework':<12}{'warm p50':>10}{'warm p95':>10}{'cold':>10}{'ratio':>8}")
    for framework in filter(installed, PROGRAMS):
        warm(broker, framework)  # starts the zygote
        times = sorted(warm(broker, framework) for _ in range(RUNS))
        slow = median(cold(PROGRAMS[framework]) for _ in range(COLD))
        p50, p95 = median(times), times[int(0.95 * RUNS)]
        print(f"{framework:<12}{p50:>10.1f}{p95:>10.1f}{slow:>10.0f}{slow / p50:>8.0f}")
    broker.close()


if __name__ == "__main__":
    main()
