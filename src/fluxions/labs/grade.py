"""From a program to a verdict. Total: a fault of ours is never the learner's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from random import Random

from fluxions.labs.contract import (
    CheckResult,
    Drawing,
    Ended,
    Function,
    Inputs,
    Lab,
    NoSandbox,
    Property,
    Raised,
    Reply,
    Returned,
    Run,
    Session,
    Text,
    Value,
    Verdict,
)
from fluxions.labs.forbidden import forbidden_name, line_of, syntax_fault
from fluxions.labs.held import OURS, plain, property_row
from fluxions.labs.judged import ENDS, UNDECIDED, form_and_value
from fluxions.labs.loops import row_loop

READS, RUNS = "The program can be read", "The program runs"
WAITS = "This waits for what fails above."
LONGEST = 64_000  # characters of a program
TIRED, MOST = 2_000.0, 40_000.0  # milliseconds after which a process is replaced, and after which none is any more


def grade(lab: Lab, framework: str, code: str, *, seed: int, run: Run, visible: bool = False) -> Verdict:
    """What is said of a program; with `visible` only of the examples that the learner sees."""
    running = Running(lab, framework, code, run)
    checks: list[CheckResult] = []
    drawing = None
    try:
        with running.stack:
            checks = list(_checks(running, seed, visible))
            drawing = _drawing(running) if not running.unreadable else None
    except NoSandbox as why:
        checks = [CheckResult(RUNS, None, f"No program can be run here: {why}. It does not count against you.")]
    except Exception:  # whatever fails here is ours
        checks = [*checks, CheckResult("Our own checks", None, OURS)]
    passed = bool(checks) and all(each.passed for each in checks)  # what is not decided cannot be vouched for
    return Verdict(
        lab.id, framework, passed, running.level, tuple(checks), running.stdout, round(running.ms, 3), seed, drawing
    )


@dataclass
class Running:
    """A program and the process it runs in; a new process is begun for what comes after an end."""

    lab: Lab
    framework: str
    code: str
    run: Run
    stack: ExitStack = field(default_factory=ExitStack)
    session: Session | None = None
    defined: Reply | None = None
    level: str = "none"
    ended: bool = False
    unreadable: bool = False
    _said: str = ""
    _spent: float = 0.0
    _begun: float = 0.0  # when the program had run once

    def start(self) -> Reply:
        """A process in which the program has run once."""
        self.leave()
        self.session = self.stack.enter_context(self.run(self.framework))
        self.level, self.ended = self.session.level, False
        self.defined = self.session.define(self.code)
        self._begun = self.session.ms()
        return self.defined

    def renew(self) -> None:
        """Another process where this one has ended, or has used so much time that the next call might be cut off."""
        tired = self.session is not None and self.session.ms() - self._begun > TIRED
        if self.ended or (tired and self.ms < MOST):
            self.start()

    def leave(self) -> None:
        """Keep what it printed and took, and end the process."""
        if self.session is not None:
            self._said, self._spent, self.session = self.stdout, self.ms, None
            self.stack.close()

    def call(self, name: str, inputs: Sequence[Value]) -> Reply:
        """What a function returns; Ended once the process has ended."""
        reply = self.session.call(name, inputs) if self.session else Ended("gone")
        self.ended = isinstance(reply, Ended)
        return reply

    @property
    def stdout(self) -> str:
        """What was printed in all processes."""
        return self._said + (self.session.stdout() if self.session else "")

    @property
    def ms(self) -> float:
        """Milliseconds in all processes."""
        return self._spent + (self.session.ms() if self.session else 0.0)


def _checks(running: Running, seed: int, visible: bool) -> Iterator[CheckResult]:
    unreadable = _unreadable(running)
    if unreadable is not None:
        running.unreadable = True
        yield unreadable
        return
    begun = running.start()
    fault = _start_fault(begun)
    yield fault or CheckResult(RUNS, True)
    if fault is not None or not isinstance(begun, Returned):
        return
    if running.lab.vectorised:
        yield _vectorised(running)
    results: dict[str, bool] = {}
    for place, function in enumerate(running.lab.functions):
        rows = tuple(_function_rows(running, function, begun.value, seed + place, visible))
        results[function.name] = all(each.passed for each in rows)
        yield from rows
    for place, each in enumerate(running.lab.properties):
        yield _property_row(running, each, results, seed + 100 + place)


def _unreadable(running: Running) -> CheckResult | None:
    if len(running.code) > LONGEST:
        return CheckResult(READS, False, f"It is longer than {LONGEST} characters.")
    if not running.code.strip():
        return CheckResult(READS, False, "Nothing has been written yet.")
    if (found := syntax_fault(running.code)) is not None:
        message, line = found
        return CheckResult(READS, False, f"This is not Python yet: {message}.", line=line)
    if (used := forbidden_name(running.code, running.lab.forbid)) is not None:
        name, at = used
        return CheckResult(f"`{name}` is not used", False, "This lab asks you to write that yourself.", line=at)
    return None


def _vectorised(running: Running) -> CheckResult:
    name = "No Python loop runs over the rows"
    if (line := row_loop(running.code, running.lab.functions)) is None:
        return CheckResult(name, True)
    return CheckResult(
        name, False, "This loop takes one row after another. A product of matrices takes all at once.", line=line
    )


def _start_fault(begun: Reply) -> CheckResult | None:
    match begun:
        case Returned():
            return None
        case Raised(kind, message, line):
            return CheckResult(RUNS, False, f"{kind}: {message}" if message else kind, line=line)
        case Ended(why):
            return CheckResult(RUNS, None if why in UNDECIDED else False, ENDS[why])


def _function_rows(
    running: Running, function: Function, defined: dict[str, Value], seed: int, visible: bool
) -> Iterator[CheckResult]:
    """Two rows: what the function is, and whether its values are right."""
    line = line_of(running.code, function.name)
    if (missing := _missing(function, defined)) is not None:
        yield CheckResult(signature(function), False, missing, line=line)
        yield CheckResult(function.says, None, WAITS)
        return
    running.renew()
    draws = function.examples if visible else (*function.examples, *_drawn(function, seed))
    more: tuple[Inputs, ...] = () if visible else function.inputs(Random(seed + 1_000_003))
    form, value = form_and_value(function, draws, more, running.call, line)
    yield CheckResult(signature(function), *form)
    yield CheckResult(function.says, *value)


def _drawn(function: Function, seed: int) -> Sequence[Inputs]:
    """Inputs in an order that cannot be foreseen, or the place of an input would tell a word that is its answer."""
    random = Random(seed)
    drawn = function.inputs(random)
    return random.sample(drawn, len(drawn))


def _missing(function: Function, defined: Value) -> str | None:
    arity = defined.get(function.name) if isinstance(defined, dict) else None
    if not isinstance(arity, int):
        return f"There is no function `{function.name}` yet."
    takes = len(function.takes)
    if arity >= 0 and arity != takes:
        return f"It takes {arity} value{'' if arity == 1 else 's'}; it should take {takes}."
    return None


def signature(function: Function) -> str:
    """`descend(a, x0, steps)` gives steps + 1 numbers."""
    match function.gives:
        case Text(words=words):
            gives = f"one of {', '.join(words)}"
        case _:
            gives = f"{getattr(function.gives, 'shape', 'a')} number{'s' if hasattr(function.gives, 'shape') else ''}"
    return f"`{function.name}({', '.join(each.name for each in function.takes)})` gives {gives}"


def _property_row(running: Running, asked: Property, results: dict[str, bool], seed: int) -> CheckResult:
    if not all(results.get(each) for each in asked.needs):
        names = " and ".join(f"`{each}`" for each in asked.needs)
        return CheckResult(
            asked.name, None, f"This waits until {names} {'are' if len(asked.needs) > 1 else 'is'} right."
        )

    def call(name: str, inputs: Sequence[Value]) -> Reply:
        running.renew()
        return running.call(name, inputs)

    return property_row(running.lab, asked, call, seed)


def _drawing(running: Running) -> Drawing | None:
    """The figure, where the program gives enough for one."""
    figure = running.lab.figure
    if figure is None or not isinstance(running.defined, Returned):
        return None
    running.renew()
    try:
        return figure.draw(lambda name, *inputs: plain(running.call(name, inputs)))
    except Exception:  # values of any shape may come; then there is no picture
        return None
