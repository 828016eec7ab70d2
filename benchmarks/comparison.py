"""Comparing answers: Fluxions beside sympy.simplify(a - b) == 0 on the same 200 pairs, and hostile inputs alone.

Run `python benchmarks/comparison.py`; `--quick` takes every tenth pair. The pairs are written here: right answers in
unusual forms, and the same answers wrong by a little. `equal` and `simplify` are timed on trees, `check` with reading.
"""

from __future__ import annotations

import argparse
import math
import signal
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from types import FrameType

from fluxions.calculus.answers.check import check
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import (
    Add,
    Const,
    Diff,
    Div,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Pow,
    Root,
    Sym,
)  # fmt: skip
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.verdict import Different, Equal

LIMIT = 10  # seconds that SymPy may take for a pair

# task, a right answer in an unusual form, the same wrong by a little
TRIPLES: tuple[tuple[str, str, str], ...] = (
    ("diff(x^5, x)", "5 x x^3", "5 x x^3 + 1"),
    ("diff((2x+1)^5, x)", "10(4x^2+4x+1)^2", "10(4x^2+4x+1)^2 x"),
    ("diff(3x^4-2x^2+7x, x)", "4(3x^3-x)+7", "4(3x^3-x)-7"),
    ("diff(1/x, x)", "-x^(-2)", "x^(-2)"),
    ("diff(1/x^3, x)", "-3/(x^2 x^2)", "-3/x^3"),
    ("diff(sqrt(x), x)", "sqrt(x)/(2x)", "sqrt(x)/2"),
    ("diff(x^(2/3), x)", "2/(3x^(1/3))", "3/(2x^(1/3))"),
    ("diff(x sqrt(x), x)", "3/2 sqrt(x)", "1/2 sqrt(x)"),
    ("diff((x+1)/(x-1), x)", "-2/(x^2-2x+1)", "2/(x^2-2x+1)"),
    ("diff(x/(x^2+1), x)", "(1-x)(1+x)/(x^2+1)^2", "(1-x)(1+x)/(x^2+1)"),
    ("diff((x^2+3)/(2x-1), x)", "2(x^2-x-3)/(2x-1)^2", "2(x^2-x+3)/(2x-1)^2"),
    ("diff(x^2 sin(x), x)", "x(2sin(x)+x cos(x))", "x(2sin(x)-x cos(x))"),
    ("diff(sin(x) cos(x), x)", "cos(2x)", "sin(2x)"),
    ("diff(sin(x)^2, x)", "sin(2x)", "2sin(2x)"),
    ("diff(cos(x)^3, x)", "-3sin(x)+3sin(x)^3", "-3sin(x)-3sin(x)^3"),
    ("diff(tan(x), x)", "1+tan(x)^2", "1-tan(x)^2"),
    ("diff(sec(x), x)", "sin(x)/cos(x)^2", "sin(x)/cos(x)"),
    ("diff(cot(x), x)", "-1-cot(x)^2", "-1+cot(x)^2"),
    ("diff(csc(x), x)", "-cos(x)/sin(x)^2", "cos(x)/sin(x)^2"),
    ("diff(sin(x^2), x)", "2x cos(x^2)", "cos(x^2)"),
    ("diff(sin(3x+1), x)", "3cos(1+3x)", "cos(1+3x)"),
    ("diff(cos(x^2+1)^2, x)", "-2x sin(2x^2+2)", "-2x sin(2x^2+1)"),
    ("diff(e^(3x), x)", "3(e^x)^3", "3(e^x)^2"),
    ("diff(e^(-x^2/2), x)", "-x/e^(x^2/2)", "-x/e^(x^2)"),
    ("diff(x e^x, x)", "(1+x)e^x", "x e^x"),
    ("diff(x^2 e^(-x), x)", "x(2-x)/e^x", "x(2+x)/e^x"),
    ("diff(e^x/x, x)", "e^x(x-1)/x^2", "e^x(x+1)/x^2"),
    ("diff(e^sin(x), x)", "cos(x) e^sin(x)", "e^cos(x)"),
    ("diff(2^x, x)", "2^x ln(2)", "x 2^(x-1)"),
    ("diff(3^(2x), x)", "2*9^x ln(3)", "2*9^x"),
    ("diff(x^x, x)", "x^x+x^x ln(x)", "x^x ln(x)"),
    ("diff(ln(x), x)", "x^(-1)", "1/(2x)"),
    ("diff(ln(3x), x)", "1/x", "1/(3x)"),
    ("diff(ln(x^2+1), x)", "2x/(1+x^2)", "1/(1+x^2)"),
    ("diff(ln(sqrt(x^2+1)), x)", "x/(x^2+1)", "x/sqrt(x^2+1)"),
    ("diff(x ln(x), x)", "ln(x)+1", "ln(x)"),
    ("diff(ln(x)/x, x)", "(1-ln(x))/x^2", "(1+ln(x))/x^2"),
    ("diff(ln(ln(x)), x)", "1/(x ln(x))", "1/ln(x)"),
    ("diff(log(x, 2), x)", "1/(x ln(2))", "ln(2)/x"),
    ("diff(ln((1+x)/(1-x)), x)", "2/(1-x^2)", "2/(1+x^2)"),
    ("diff(arcsin(x), x)", "1/sqrt((1-x)(1+x))", "1/sqrt(1+x^2)"),
    ("diff(arctan(x), x)", "1/(1+x^2)", "1/(1-x^2)"),
    ("diff(arctan(2x), x)", "2/(1+4x^2)", "1/(1+4x^2)"),
    ("diff(arccos(x/2), x)", "-1/sqrt(4-x^2)", "1/sqrt(4-x^2)"),
    ("diff(x arctan(x), x)", "arctan(x)+x/(x^2+1)", "arctan(x)-x/(x^2+1)"),
    ("diff(sinh(x), x)", "(e^x+e^(-x))/2", "(e^x-e^(-x))/2"),
    ("diff(tanh(x), x)", "4/(e^x+e^(-x))^2", "1/(e^x+e^(-x))^2"),
    ("diff(tanh(x), x)", "1-tanh(x)^2", "1+tanh(x)^2"),
    ("diff(sqrt(1-x^2), x)", "-x/sqrt(1-x^2)", "x/sqrt(1-x^2)"),
    ("diff(sqrt(x^2+1), x)", "x(x^2+1)^(-1/2)", "(x^2+1)^(-1/2)"),
    ("diff(x sqrt(1+x), x)", "(3x+2)/(2sqrt(1+x))", "(3x+1)/(2sqrt(1+x))"),
    ("diff((x^2+1)^(5/2), x)", "5x(x^2+1) sqrt(x^2+1)", "5(x^2+1) sqrt(x^2+1)"),
    ("diff(1/sqrt(x), x)", "-1/(2x sqrt(x))", "-1/(2sqrt(x))"),
    ("diff(1/(1+e^(-x)), x)", "e^x/(1+e^x)^2", "e^x/(1+e^x)"),
    ("diff(ln(1+e^x), x)", "1/(1+e^(-x))", "1/(1+e^x)"),
    ("diff(ln(1+e^(-x)), x)", "-1/(1+e^x)", "1/(1+e^x)"),
    ("diff(x/(1+e^(-x)), x)", "e^x(e^x+1+x)/(1+e^x)^2", "e^x(e^x+1-x)/(1+e^x)^2"),
    ("diff(-ln(1/(1+e^(-x))), x)", "1/(1+e^(-x))-1", "1/(1+e^(-x))"),
    ("diff((a x+b)^3, x)", "3a(b+a x)^2", "3(b+a x)^2"),
    ("diff(a e^(b x), x)", "a b e^(b x)", "a e^(b x)"),
    ("diff((y-w x)^2, w)", "-2x y+2w x^2", "2x y+2w x^2"),
    ("diff((y-w x-b)^2, b)", "2(w x+b-y)", "-2(w x+b-y)"),
    ("diff(1/2 (y-w x)^2+k w^2/2, w)", "w(x^2+k)-x y", "w(x^2+k)+x y"),
    ("diff(x^2 y^3, y)", "3(x y)^2", "3x^2 y"),
    ("diff(sin(x y), x)", "y cos(y x)", "x cos(y x)"),
    ("diff(x^n, x)", "n x^n/x", "n x^n"),
    ("diff(e^(-(x-m)^2/(2s^2)), x)", "(m-x)/s^2 e^(-(m-x)^2/(2s^2))", "(m-x)/s e^(-(m-x)^2/(2s^2))"),
    ("diff((x-1)^2(x+2)^3, x)", "(x-1)(x+2)^2(5x+1)", "(x-1)(x+2)^2(5x-1)"),
    ("diff(diff(x^4, x), x)", "12x x", "12x"),
    ("diff(diff(sin(2x), x), x)", "-8sin(x)cos(x)", "-4sin(x)cos(x)"),
    ("diff(diff(e^(-x), x), x)", "1/e^x", "-1/e^x"),
    ("diff(diff(ln(x), x), x)", "-(1/x)^2", "(1/x)^2"),
    ("sin(x)^2+cos(x)^2", "1", "1+x/10^9"),
    ("cos(2x)", "(cos(x)-sin(x))(cos(x)+sin(x))", "(cos(x)-sin(x))^2"),
    ("sin(3x)", "3sin(x)-4sin(x)^3", "3sin(x)-4sin(x)^2"),
    ("cos(x)^4", "(3+4cos(2x)+cos(4x))/8", "(3+4cos(2x)-cos(4x))/8"),
    ("sin(x+y)", "sin(x)cos(y)+cos(x)sin(y)", "sin(x)cos(y)-cos(x)sin(y)"),
    ("tan(x)+cot(x)", "1/(sin(x)cos(x))", "2/(sin(x)cos(x))"),
    ("(x^3-1)/(x-1)", "x^2+x+1", "x^2-x+1"),
    ("1/(x-1)-1/(x+1)", "2/(x^2-1)", "2x/(x^2-1)"),
    ("(x+y)^4", "x^4+4x^3 y+6x^2 y^2+4x y^3+y^4", "x^4+4x^3 y+5x^2 y^2+4x y^3+y^4"),
    ("(x-1)(x-2)(x-3)(x-4)", "x^4-10x^3+35x^2-50x+24", "x^4-10x^3+35x^2-50x+25"),
    ("1/(1+1/(1+1/x))", "(x+1)/(2x+1)", "(x+1)/(2x-1)"),
    ("sqrt(12)", "2sqrt(3)", "3sqrt(2)"),
    ("1/(sqrt(3)-sqrt(2))", "sqrt(3)+sqrt(2)", "sqrt(3)-sqrt(2)"),
    ("sqrt(5+2sqrt(6))", "sqrt(2)+sqrt(3)", "sqrt(2)+sqrt(3)+1/10^8"),
    ("ln(12)", "2ln(2)+ln(3)", "2ln(3)+ln(2)"),
    ("e^(2ln(x))", "x^2", "2x"),
    ("ln(e^(x+1))", "1+x", "x"),
    ("ln(x^2 e^x)-x", "2ln(x)", "ln(2x)"),
    ("(e^x-e^(-x))^2", "e^(2x)-2+e^(-2x)", "e^(2x)+2+e^(-2x)"),
    ("cosh(x)^2-sinh(x)^2", "1", "-1"),
    ("sqrt(x^4+2x^2+1)", "x^2+1", "x^2-1"),
    ("(x^(1/3)+1)(x^(2/3)-x^(1/3)+1)", "x+1", "x-1"),
    ("sqrt(x) sqrt(x+1)", "sqrt(x^2+x)", "sqrt(x^2+1)"),
    ("arcsin(x)+arccos(x)", "pi/2", "pi"),
    ("e^(x/2) e^(x/2)", "e^x", "e^(x/4)"),
    ("2/(1+e^(-2x))-1", "tanh(x)", "tanh(2x)"),
    ("(1+x/n)^2", "1+2x/n+x^2/n^2", "1+2x/n+x^2/n"),
    ("-(p ln(p)+(1-p) ln(1-p))", "p ln((1-p)/p)-ln(1-p)", "p ln(p/(1-p))-ln(1-p)"),
)
assert len(TRIPLES) == 100, len(TRIPLES)

HOSTILE: tuple[tuple[str, str], ...] = (
    ("((x+1)^50)^50", "x"),
    ("(x+y+z+1)^60", "(x+y+z+1)^59"),
    ("e^(e^(e^(e^x)))", "x"),
    ("x^(10^6)", "x^(10^6)+1"),
    ("sin(sin(sin(sin(sin(sin(x))))))", "sin(x)"),
    ("cos(10^(-200))", "1"),
    ("tanh(10^5)", "1"),
    ("gamma(10^6)", "1"),
    ("9^9^5", "x"),
    ("sqrt(sqrt(sqrt(sqrt(x^16+1))))", "x"),
    ("sqrt(2)+sqrt(3)+sqrt(5)+sqrt(7)+sqrt(11)+sqrt(13)", "13.1"),
    (
        "(sqrt(2)+sqrt(3)+sqrt(5)+sqrt(7))^8",
        "((sqrt(2)+sqrt(3))^2+2(sqrt(2)+sqrt(3))(sqrt(5)+sqrt(7))+(sqrt(5)+sqrt(7))^2)^4",
    ),
    ("floor(10^30 x)", "10^30 x"),
    ("sin(10^100)", "cos(10^100)"),
    ("+".join(f"sin({k}x)" for k in range(1, 40)), "+".join(f"sin({k}x)" for k in range(39, 0, -1))),
    ("*".join(f"(x+{k})" for k in range(1, 40)), "*".join(f"(x+{k})" for k in range(39, 0, -1))),
    ("*".join(f"(x+y^{k})" for k in range(1, 20)), "x"),
    ("1/" + "(1+1/" * 40 + "x" + ")" * 40, "x"),
    ("sqrt(1+" * 40 + "x" + ")" * 40, "x"),
    ("|" + "||".join(f"x-{k}" for k in range(1, 5)) + "|", "x"),
    ("+".join(f"abs(x-{k})" for k in range(1, 60)), "x"),
    ("(1+x)^1000-(1+x)^999(1+x)", "0"),
    ("e^(-x^2/10^9)+e^(-10^9 x^2)", "1"),
    ("ln(x^1000+1)", "1000 ln(x)"),
    ("diff(" * 12 + "x^x" + ", x)" * 12, "x"),
    ("diff(sin(x^2) e^x ln(x) tan(x), x, 6)", "x"),
    ("x^y^z^x^y^z", "x"),
    ("erf(10^3)", "1"),
    ("max(" + ", ".join(f"sin({k}x)" for k in range(1, 12)) + ")", "x"),
    ("(x^60-1)/(x^59+x+1)", "(x^61-1)/(x^60+x+1)"),
)


def tree(text: str) -> Expr:
    """What a pair says."""
    found = read(text)
    if not isinstance(found, Reading):
        raise SystemExit(f"{text}: {found.message}")
    return found.expr


def to_sympy(e: Expr) -> object:
    """The same expression for SymPy, real symbols."""
    import sympy as sp

    names = {
        "ln": sp.log, "abs": sp.Abs, "arcsin": sp.asin, "arccos": sp.acos, "arctan": sp.atan,
        "log": lambda u, b: sp.log(u) / sp.log(b),
    }  # fmt: skip
    match e:
        case Num(value):
            return sp.Rational(value.numerator, value.denominator)
        case Sym(name):
            return sp.Symbol(name, real=True)
        case Const(name):
            return {"pi": sp.pi, "e": sp.E}[name]
        case Diff(f, x):
            return sp.diff(to_sympy(f), to_sympy(x))
        case Root(u, n):
            return sp.Pow(to_sympy(u), 1 / to_sympy(n))  # type: ignore[operator]
        case Fn(name, args):
            return (names.get(name) or getattr(sp, name))(*map(to_sympy, args))
    parts = [to_sympy(child) for child in e.children]
    made: dict[type, Callable[..., object]] = {
        Add: sp.Add, Mul: sp.Mul, Neg: lambda u: -u, Div: lambda u, v: u / v, Pow: sp.Pow,
    }  # fmt: skip
    return made[type(e)](*parts)


class TooLong(Exception):
    """SymPy did not answer in time."""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Ends what takes longer."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def ours(a: Expr, b: Expr) -> tuple[bool | None, float]:
    """Equal, different or undecided, and the milliseconds."""
    start = perf_counter()
    found = equal(a, b)
    spent = 1000 * (perf_counter() - start)
    return (True if isinstance(found, Equal) else False if isinstance(found, Different) else None), spent


def typed(answer: str, expected: Expr) -> float:
    """The milliseconds of a whole check: reading, comparing, naming the near miss."""
    start = perf_counter()
    check(answer, expected)
    return 1000 * (perf_counter() - start)


def theirs(a: Expr, b: Expr) -> tuple[bool | None, float]:
    """Whether SymPy simplifies the difference to 0; None where it ran out of time."""
    import sympy as sp

    left, right = to_sympy(a), to_sympy(b)
    start = perf_counter()
    try:
        with within(LIMIT):
            same = sp.simplify(left - right) == 0  # type: ignore[operator]
    except TooLong:
        return None, 1000.0 * LIMIT
    return bool(same), 1000 * (perf_counter() - start)


def row(name: str, times: Sequence[float]) -> str:
    """Median, p95 and worst in milliseconds."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, math.ceil(0.95 * len(ordered)) - 1)]
    return f"{name:<12} median {statistics.median(times):9.3f}   p95 {p95:9.2f}   worst {ordered[-1]:9.2f} ms"


def compare(triples: Sequence[tuple[str, str, str]], with_sympy: bool) -> int:
    """Prints both tables; returns how often we were wrong or undecided. Ours runs first, before SymPy is loaded."""
    texts = [(answer, task, wanted) for task, right, bad in triples for answer, wanted in ((right, True), (bad, False))]
    pairs = [(tree(answer), tree(task), wanted) for answer, task, wanted in texts]
    mine, faults = [], 0
    for (a, b, wanted), (answer, task, _) in zip(pairs, texts, strict=True):
        found, spent = ours(a, b)
        mine.append(spent)
        if found is not wanted:
            faults += 1
            print(f"  fluxions: {answer} against {task}: {found}, should be {wanted}")
    checks = [typed(answer, b) for (_, b, _), (answer, _, _) in zip(pairs, texts, strict=True)]
    print(f"{len(pairs)} pairs")
    print(row("equal", mine))
    print(row("check", checks))
    if with_sympy:
        against_sympy(pairs, texts, mine)
    return faults


def against_sympy(
    pairs: Sequence[tuple[Expr, Expr, bool]], texts: Sequence[tuple[str, str, bool]], mine: Sequence[float]
) -> None:
    """Prints SymPy's table and the ratios, and where its verdict is another one."""
    theirs(Num(1), Num(2))  # loads it
    yours = []
    for (a, b, wanted), (answer, task, _) in zip(pairs, texts, strict=True):
        found, took = theirs(a, b)
        yours.append(took)
        if found is not wanted:
            print(f"  simplify: {answer} against {task}: {found}, should be {wanted}")
    print(row("simplify", yours))
    ratios = [other / own for other, own in zip(yours, mine, strict=True)]
    print(f"ratio of medians {statistics.median(yours) / statistics.median(mine):.1f}, "
          f"median of ratios {statistics.median(ratios):.1f}")  # fmt: skip


def hostile() -> None:
    """Prints what each hostile input costs."""
    times = []
    for answer, expected in HOSTILE:
        start = perf_counter()
        found = check(answer, tree(expected))
        times.append(1000 * (perf_counter() - start))
        shown = answer if len(answer) <= 46 else answer[:43] + "..."
        why = getattr(found, "reason", getattr(found, "why", getattr(found, "code", "")))
        print(f"  {times[-1]:8.2f} ms  {type(found).__name__:<10} {why:<18} {shown}")
    print(row("hostile", times))


def main() -> int:
    """The status is 1 where one of our verdicts is wrong or missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--no-sympy", action="store_true")
    options = parser.parse_args()
    for answer, task in (("x+1", "x+2"), ("2x", "diff(x^2, x)"), ("cos(x) e^x", "diff(sin(x), x)")):  # warm
        check(answer, tree(task))
    faults = compare(TRIPLES[::10] if options.quick else TRIPLES, not options.no_sympy)
    hostile()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
