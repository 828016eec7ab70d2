"""The solvers that are compared, each in a process of its own that is ended and begun again where it takes too long."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from time import clock_gettime, process_time
from typing import Any, NamedTuple

from benchmarks.worked.evaluation import Values, confirmed, program
from benchmarks.worked.mathematica import Tree, value, written

CAP = 10.0  # seconds that a solver has for one integral


class Outcome(NamedTuple):
    """What became of one integral: solved, wrong, unheard, unsolved, crashed or late; its answer and milliseconds."""

    status: str
    answer: str
    ms: float


def fluxions() -> Callable[[Tree, str], Outcome]:
    """The worked solution with every step checked, read and printed as a user does."""
    from fluxions.calculus import ascii, read, solve
    from fluxions.calculus.derivation.step import Derivation, every_step
    from fluxions.calculus.language.reading import Reading
    from fluxions.calculus.vocabulary import STANDARD

    letters = STANDARD.declaring(*"abcdfghkmnpqrstuvwyz")

    def solved(integrand: Tree, variable: str) -> Outcome:
        reading = read(f"int({written(integrand, 0)}, {variable})", letters)
        if not isinstance(reading, Reading):
            return Outcome("unread", str(reading), 0)
        start = process_time()
        found = solve(reading.expr)
        took = 1000 * (process_time() - start)
        if not isinstance(found, Derivation):
            return Outcome("unsolved", found.why, took)
        if any(not each.silent and not each.sentence for each in every_step(found.steps)):
            return Outcome("anonymous", ascii(found.answer), took)
        answer = ascii(found.answer)
        return Outcome(_told(program(answer.removesuffix(" + C")), integrand, variable), answer, took)

    return solved


def sympy(method: str) -> Callable[[Tree, str], Outcome]:
    """`manualintegrate` or `integrate` of SymPy; an integral that stands in the answer counts as unsolved."""
    import sympy as sp
    from sympy.integrals.manualintegrate import manualintegrate

    work = manualintegrate if method == "manualintegrate" else sp.integrate

    def solved(integrand: Tree, variable: str) -> Outcome:
        tree = sp.sympify(written(integrand, 1), locals={each: sp.Symbol(each) for each in "abcdfghkmnpqrstuvwxyz"})
        x = sp.Symbol(variable)
        start = process_time()
        found = work(tree, x)
        took = 1000 * (process_time() - start)
        if found.has(sp.Integral):
            return Outcome("unsolved", "", took)
        letters = sorted(map(str, found.free_symbols))
        function = sp.lambdify([sp.Symbol(each) for each in letters], found, "mpmath")
        return Outcome(
            _told(lambda at: function(*(at[each] for each in letters)), integrand, variable), str(found), took
        )

    return solved


SOLVERS: dict[str, Callable[[], Callable[[Tree, str], Outcome]]] = {
    "fluxions": fluxions,
    "manualintegrate": lambda: sympy("manualintegrate"),
    "integrate": lambda: sympy("integrate"),
}


def _told(answer: Callable[[Values], Any], integrand: Tree, variable: str) -> str:
    """ "solved", "wrong", or "unheard" where too few points have values."""
    try:
        right = confirmed(answer, lambda at: value(integrand, at), variable)
    except Exception:  # what cannot be evaluated is not counted as right
        return "unheard"
    return {True: "solved", False: "wrong", None: "unheard"}[right]


def _serve(name: str, line: Connection) -> None:
    work = SOLVERS[name]()
    line.send("ready")
    while True:
        integrand, variable = line.recv()
        try:
            line.send(work(integrand, variable))
        except Exception as fault:  # a crash is counted, and the next integral is asked
            line.send(Outcome("crashed", f"{type(fault).__name__}: {fault}"[:120], 0))


class Solver:
    """A solver in a process of its own."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._begin()

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(self.name, theirs), daemon=True)
        self.process.start()
        self.line.recv()

    def ask(self, integrand: Tree, variable: str) -> Outcome:
        """What becomes of one integral within the cap; the verification has as long again."""
        self.line.send((integrand, variable))
        end = self._seconds() + 2 * CAP
        while self._seconds() < end:
            if self.line.poll(1):
                outcome: Outcome = self.line.recv()
                return outcome if outcome.ms <= 1000 * CAP else outcome._replace(status="late")
        self.end()
        self._begin()
        return Outcome("late", "", 1000 * CAP)

    def _seconds(self) -> float:
        """What its process has used of the processor: others at work on the machine do not shorten the cap."""
        return clock_gettime(~(self.process.pid or 0) << 3 | 2)  # how Linux names the clock of a process

    def end(self) -> None:
        """The process is over."""
        self.process.kill()
        self.process.join()
