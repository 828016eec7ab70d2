"""Other systems, each in one warm process: fed in the spelling that it reads, ended when it takes too long."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.expr import (
    And,
    Const,
    Expr,
    Fn,
    Interval,
    Matrix,
    Num,
    Operator,
    Or,
    Pow,
    Rel,
    Root,
    Set,
    Sym,
    Union,
    Vector,
)
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.language.latex import latex
from fluxions.calculus.solve import solve
from fluxions.calculus.trees import mapped, nodes, standing

CAP = 5.0  # seconds for one case
MARK = b"@@ "  # before a verdict
HERE = Path(__file__).parent
PLAIN = ("expression", "number")
SHAPED = (Vector, Matrix, Set, Interval, Union, Rel, And, Or)
SYMPY_NAMES = {
    "ln": "log", "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arsinh": "asinh", "arcosh": "acosh",
    "artanh": "atanh", "abs": "Abs", "max": "Max", "min": "Min", "ceil": "ceiling",
}  # fmt: skip
# functions that the peers have under some name; a case with another one is not theirs
MATH_VERIFY_KNOWS = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth ln log abs max min floor ceil factorial".split()
)
MAXIMA_KNOWS = MATH_VERIFY_KNOWS | frozenset("sech csch arsinh arcosh artanh sign erf gamma binomial".split()) - {
    "ceil"
}
MAXIMA_NAMES = {
    "ln": "log", "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arsinh": "asinh", "arcosh": "acosh",
    "artanh": "atanh", "sign": "signum",
}  # fmt: skip


@dataclass(slots=True)
class Peer:
    """A system with its process: `line` makes what it is sent, or None where it cannot judge the case."""

    name: str
    command: list[str]
    line: Callable[[str, Expr, Expr], str | None]
    verdict: Callable[[str], bool | None]
    process: subprocess.Popen[bytes] | None = field(default=None)
    unread: bytes = b""

    def judge(self, kind: str, answer: Expr, expected: Expr) -> tuple[bool | None, float] | None:
        """Its verdict (None: it does not tell) and the milliseconds; None where it does not judge such cases."""
        line = self.line(kind, answer, expected)
        if line is None:
            return None
        process = self.process or self.started()
        assert process.stdin is not None and process.stdout is not None
        began = perf_counter()
        try:
            process.stdin.write(f"{line}\n".encode())
            process.stdin.flush()
            said = self.heard(process)
        except BrokenPipeError:
            said = ""
        spent = 1000 * (perf_counter() - began)
        if not said:
            self.ended()
            return None, 1000 * CAP
        return self.verdict(said.strip()), spent

    def heard(self, process: subprocess.Popen[bytes]) -> str:
        """What follows the mark on the line that bears it; nothing where the time is over."""
        assert process.stdout is not None
        over = perf_counter() + CAP
        while True:
            line, found, rest = self.unread.partition(b"\n")
            if found:
                self.unread = rest
                if MARK in line:
                    return line.partition(MARK)[2].strip().decode()
                continue
            left = over - perf_counter()
            if left <= 0 or not select.select([process.stdout], [], [], left)[0]:
                return ""
            more = os.read(process.stdout.fileno(), 65536)
            if not more:
                return ""
            self.unread += more

    def started(self) -> subprocess.Popen[bytes]:
        """A fresh process that has answered once."""
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        one = Num(1)
        line = self.line("number", one, one)
        assert self.process.stdin is not None and self.process.stdout is not None and line is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()
        self.heard(self.process)
        return self.process

    def ended(self) -> None:
        """The process is stopped, by its own id."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process, self.unread = None, b""


def peers(math_verify: str | None) -> list[Peer]:
    """The systems that are here; what is missing is said."""
    sympy = [sys.executable, str(HERE / "sympy_peer.py")]
    found = [
        Peer("SymPy simplify", [*sympy, "simplify"], _for_sympy, _json_verdict),
        Peer("SymPy equals", [*sympy, "equals"], _for_sympy, _json_verdict),
    ]
    if math_verify:
        command = [math_verify, str(HERE / "math_verify_peer.py")]
        found.append(Peer("Math-Verify", command, _for_math_verify, _json_verdict))
    else:
        print("Math-Verify is left out: --math-verify PYTHON names an interpreter that has it", file=sys.stderr)
    if shutil.which("maxima"):
        found.append(Peer("Maxima", ["maxima", "--very-quiet"], _for_maxima, {"true": True, "false": False}.get))
    else:
        print("Maxima is left out: it is not on the PATH (apt install maxima)", file=sys.stderr)
    return found


def worked_out(e: Expr) -> Expr:
    """The value of a task, so that no peer has to differentiate."""
    if not standing(e):
        return e
    found = solve(e)
    return found.answer if isinstance(found, Derivation) else e


def _json_verdict(said: str) -> bool | None:
    same: bool | None = json.loads(said)
    return same


def _renamed(e: Expr, names: dict[str, str]) -> Expr:
    return mapped(e, lambda node: Fn(names.get(node.name, node.name), node.args) if isinstance(node, Fn) else node)


def _plain(kind: str, *parts: Expr) -> bool:
    """Formulas without cases, operators and containers."""
    return kind in PLAIN and not any(
        isinstance(node, (Operator, *SHAPED)) or standing(node) for e in parts for node in nodes(e)
    )


def _unknown(known: frozenset[str], *parts: Expr) -> bool:
    """Does an operator or a function stand in it that a peer does not have?"""
    found = [node for e in parts for node in nodes(e)]
    return any(isinstance(node, Operator) or (isinstance(node, Fn) and node.name not in known) for node in found)


def _for_sympy(kind: str, answer: Expr, expected: Expr) -> str | None:
    if not _plain(kind, answer, expected):
        return None
    return json.dumps([ascii(_renamed(each, SYMPY_NAMES)).replace("^", "**") for each in (answer, expected)])


def _for_math_verify(kind: str, answer: Expr, expected: Expr) -> str | None:
    if kind not in (*PLAIN, "vector", "matrix", "set", "interval", "equation", "inequality"):
        return None
    if _unknown(MATH_VERIFY_KNOWS, answer, expected):
        return None
    return json.dumps([latex(each).replace(r"\mathrm{e}", "e") for each in (answer, expected)])


def _for_maxima(kind: str, answer: Expr, expected: Expr) -> str | None:
    if not _plain(kind, answer, expected) or any(
        isinstance(node, Const) and node.name in ("inf", "dne") for e in (answer, expected) for node in nodes(e)
    ):
        return None
    if _unknown(MAXIMA_KNOWS, answer, expected):
        return None
    a, b = (ascii(mapped(_renamed(each, MAXIMA_NAMES), _maxima_node)) for each in (answer, expected))
    gap = f"({a})-({b})"
    tries = (gap, f"trigsimp(radcan({gap}))", f"trigreduce({gap})", f"radcan(exponentialize({gap}))")
    zero = " or ".join(f"is(ratsimp({each})=0)" for each in tries)
    return f'print("@@",errcatch(is(equal({gap},0))=true or {zero})[1])$'


def _maxima_node(node: Expr) -> Expr:
    match node:
        case Const("pi" | "e" | "i" as name):
            return Sym(f"%{name}")
        case Root(u, degree):
            return Pow(u, Num(1) / degree)
        case Fn("log", (u, base)):
            return Fn("log", (u,)) / Fn("log", (base,))
    return node
