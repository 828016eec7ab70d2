"""Random tasks of matrix calculus with fitting shapes, as text."""

from __future__ import annotations

from tests.calculus.arrays_in_numpy import SHAPES

DIMS = ("m", "n", "k", "r")
ENTRYWISE = ("tanh", "sigmoid", "softplus", "relu", "sin", "exp", "silu")
LEAVES: dict[tuple[str, str], list[str]] = {}
for _name, _sizes in SHAPES.items():
    _rows, _columns = (*_sizes[:2], "1", "1")[:2]
    LEAVES.setdefault((_rows, _columns), []).append(_name)
    if (_rows, _columns) != ("1", "1"):
        LEAVES.setdefault((_columns, _rows), []).append(f"{_name}'")


def task(random) -> str:
    """A gradient by any name, or a Jacobian of a vector."""
    if random.random() < 0.8:
        return f"matgrad({scalar(random, 4)}, {random.choice(list(SHAPES))})"
    return f"jacobian({array(random, random.choice(DIMS), '1', 3)}, {random.choice('wxpsA')})"


def array(random, rows: str, columns: str, depth: int) -> str:
    """An expression of that shape."""
    if depth <= 0 or random.random() < 0.2:
        ones = f"ones({rows})" if columns == "1" else f"ones({columns})'" if rows == "1" else f"ones({rows}, {columns})"
        return random.choice(LEAVES.get((rows, columns)) or [ones])

    def again(r=rows, c=columns):
        return array(random, r, c, depth - 1)

    inner = random.choice(DIMS)
    made = [
        lambda: f"({again(c=inner)})*({again(r=inner)})",
        lambda: f"({again(c=inner)})*({again(r=inner)})",
        lambda: f"({again()}) {random.choice('+-')} ({again()})",
        lambda: f"hadamard({again()}, {again()})",
        lambda: f"{random.choice(ENTRYWISE)}({again()})",
        lambda: f"({again(columns, rows)})'",
        lambda: f"({scalar(random, depth - 1)})*({again()})",
        lambda: f"({again()})/{random.choice(['s', '2', 'm', '(1 + norm(x)^2)'])}",
    ]
    if rows != "1":
        made.append(lambda: f"softmax({again()})")
    if columns == "1":
        made += [lambda: f"diag({again(rows, rows)})", lambda: f"({again()})^3", lambda: f"logsumexp({again(c=inner)})"]
    if rows == columns:
        made += [lambda: f"inv(({again()}) + 20*I_{rows})", lambda: f"diag({again(c='1')})", lambda: f"({again()})^2"]
    return random.choice(made)()


def scalar(random, depth: int) -> str:
    """An expression that is a number."""
    if depth <= 0:
        return random.choice(["s", "c", "h", "2", "m", "1/2"])
    a, b = random.choice(DIMS), random.choice(DIMS)

    def of(rows, columns):
        return array(random, rows, columns, depth - 1)

    made = (
        lambda: f"norm({of(a, '1')})^2",
        lambda: f"norm({of(a, b)}, F)^2",
        lambda: f"tr({of(a, a)})",
        lambda: f"({of('1', a)})*({of(a, '1')})",
        lambda: f"sum({of(a, b)})",
        lambda: f"mean({of(a, '1')})",
        lambda: f"logsumexp({of(a, '1')})",
        lambda: f"logdet(({of(a, a)}) + 20*I_{a})",
        lambda: f"dot({of(a, b)}, {of(a, b)})",
        lambda: f"({scalar(random, depth - 1)})*({scalar(random, depth - 1)})",
        lambda: f"{random.choice(['tanh', 'sigmoid', 'softplus'])}({scalar(random, depth - 1)})",
        lambda: f"sqrt(1 + norm({of(a, '1')})^2)",
        lambda: f"norm({of(a, '1')})",
    )
    return random.choice(made)()
