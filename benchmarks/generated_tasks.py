"""100,000 generated tasks worked out, each answer settled by mpmath, which shares no code with the rules or checks.

Run `python -m benchmarks.generated_tasks` in the root of the repository; `--count 5000` draws fewer, `--seed` others,
`--only integral` one kind. A kind prints how many were solved, how many are honestly unsolved, and of the solved how
many the second opinion confirmed; what it cannot evaluate is counted apart. The status is 1 where an answer is wrong,
a step was refuted, or a task crashed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from time import process_time

import mpmath as mp

from fluxions.calculus import generate, solve
from fluxions.calculus.budget import OutOfBudget, solve_budget
from fluxions.calculus.derivation.step import Derivation, Unsolved
from fluxions.calculus.derivation.strategy import Stuck
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.expr import (
    INF,
    Add,
    Diff,
    Div,
    Expr,
    Int,
    Limit,
    Mul,
    Neg,
    Operator,
    Pow,
    Sym,
    Vector,
    exp,
    fn,
    num,
)
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.problem import Problem
from fluxions.calculus.problems.draw import Random
from fluxions.calculus.solve import SOUND
from fluxions.calculus.trees import substituted, symbols
from fluxions.curriculum import curriculum, families
from tests.calculus.elementary import X, function
from tests.calculus.equality.second_opinion import NoValue, value

Y, H, C = Sym("y"), Sym("h"), Sym("C")
PLACES = tuple(Fraction(n, 7) for n in (3, 9, 17, -5, 25, 2))
CLOSE = mp.mpf(10) ** -12
TROUBLE = (NoValue, OverflowError, ZeroDivisionError, ValueError, TypeError, KeyError, mp.libmp.NoConvergence)
SHOWN = 25


def near(a: mp.mpf, b: mp.mpf) -> bool:
    """Are they the same number, as far as the second opinion can tell?"""
    return abs(a - b) <= CLOSE * (1 + abs(a) + abs(b))


def at(e: Expr, x: mp.mpf, **others: Fraction) -> mp.mpf:
    """The value of e at a real x, which need not be rational."""
    exact = Fraction(int(mp.floor(x * 2**300)), 2**300)
    return value(e, {"x": exact, "a": Fraction(137, 90), "w": Fraction(151, 89), "C": Fraction(0), **others})


def slope(e: Expr, x: Fraction) -> mp.mpf:
    """The central difference with a step of 10⁻²⁰, of error about 10⁻⁴⁰."""
    step, middle = mp.mpf(10) ** -20, mp.mpf(x.numerator) / x.denominator
    return (at(e, middle + step) - at(e, middle - step)) / (2 * step)


Seen = bool | None  # confirmed, refuted, or not to be told


def agree(left: Callable[[Fraction], mp.mpf], right: Callable[[Fraction], mp.mpf]) -> Seen:
    """At two places where both have a value."""
    seen = 0
    for place in PLACES:
        try:
            a, b = left(place), right(place)
        except TROUBLE:
            continue
        if mp.isnan(a) or mp.isnan(b):  # ∞ − ∞: the function has no value there
            continue
        if not near(a, b):
            return False
        seen += 1
        if seen == 2:
            return True
    return True if seen else None


def is_derivative(found: Expr, f: Expr) -> Seen:
    """Is it f' at two places?"""
    return agree(lambda x: slope(f, x), lambda x: at(found, _real(x)))


def is_antiderivative(found: Expr, f: Expr) -> Seen:
    """Is its derivative f at two places?"""
    return agree(lambda x: slope(found, x), lambda x: at(f, _real(x)))


def derivative(random: Random) -> tuple[Expr, Callable[[Expr], Seen]]:
    """d/dx of an elementary function."""
    f = function(random, random.randint(1, 3))
    return Diff(f, X), lambda found: is_derivative(found, f)


def _real(x: Fraction) -> mp.mpf:
    return mp.mpf(x.numerator) / x.denominator


def integral(random: Random) -> tuple[Expr, Callable[[Expr], Seen]]:
    """∫ of a textbook's function, or of the derivative of a drawn one."""
    f = _integrand(random)
    return Int(f, X), lambda found: is_antiderivative(found, f)


def _integrand(random: Random) -> Expr:
    if random.below(3):
        return _textbook(random)
    drawn = function(random, random.randint(1, 2))
    try:
        return valued(Diff(drawn, X), SOUND, solve_budget())
    except (Stuck, OutOfBudget):
        return _textbook(random)


def _textbook(random: Random) -> Expr:
    """Powers, products of two kinds of functions, hidden substitutions, rational functions, waves and roots."""
    a, b, n = num(random.choice([-3, -2, 2, 3, 4])), num(random.randint(1, 5)), num(random.randint(1, 4))
    line = Add((Mul((a, X)), b))
    wave = fn(random.choice(["sin", "cos"]), random.choice([X, Mul((a, X))]))
    return random.choice([
        Add((Mul((a, Pow(X, n))), b)), Pow(line, random.choice([n, num(-1), num(-2), num(1, 2)])),
        Mul((Pow(X, n), exp(Mul((a, X))))), Mul((Pow(X, n), wave)), Mul((Pow(X, n), fn("ln", X))),
        Mul((exp(Mul((a, X))), wave)), Mul((X, exp(Neg(Pow(X, num(2)))))), Div(X, Add((Pow(X, num(2)), b))),
        Div(line, Add((Pow(X, num(2)), Neg(Pow(b, num(2)))))), Div(num(1), Add((Pow(X, num(2)), Pow(b, num(2))))),
        Mul((Pow(fn("sin", X), n), Pow(fn("cos", X), num(random.randint(0, 3))))), Pow(fn("tan", X), n),
        Div(num(1), Mul((X, Pow(fn("ln", X), n)))), Div(exp(X), Add((num(1), exp(X)))), fn("arctan", X), fn("ln", line),
        Mul((X, Pow(line, num(1, 2)))), fn("sigmoid", line), fn("tanh", line),
    ])  # fmt: skip


def definite(random: Random) -> tuple[Expr, Callable[[Expr], Seen]]:
    """∫ over a short interval."""
    f, low = _textbook(random), num(random.randint(-2, 2))
    high = num(int(low.value) + random.randint(1, 2))

    def seen(found: Expr) -> Seen:
        try:
            with mp.workdps(30):
                ends = _real(low.value), _real(high.value)
                return near(mp.quad(lambda x: at(f, x), mp.linspace(*ends, 9)), at(found, mp.mpf(0)))
        except TROUBLE:
            return None

    return Int(f, X, low, high), seen


def limit(random: Random) -> tuple[Expr, Callable[[Expr], Seen]]:
    """A difference quotient at 0, or a rational function far out."""
    if random.below(2):
        f, a = function(random, 1), num(random.randint(1, 3))
        moved = substituted(f, {"x": Add((a, H))})
        quotient = Div(Add((moved, Neg(substituted(f, {"x": a})))), H)
        return Limit(quotient, H, num(0)), lambda found: agree(
            lambda _: slope(f, a.value), lambda _: at(found, mp.mpf(0))
        )
    top, bottom = (_polynomial(random) for _ in range(2))
    far = mp.mpf(10) ** 40

    def seen(found: Expr) -> Seen:
        try:
            seen_far = at(Div(top, bottom), far)
            if found == INF or found == Neg(INF):
                return bool(abs(seen_far) > mp.mpf(10) ** 20 and (seen_far > 0) == (found == INF))
            return near(seen_far, at(found, far))
        except TROUBLE:
            return None

    return Limit(Div(top, bottom), X, INF), seen


def _polynomial(random: Random) -> Expr:
    terms = tuple(
        Mul((num(random.choice([-3, -2, -1, 1, 2, 4])), Pow(X, num(n)))) for n in range(random.randint(2, 4), 0, -1)
    )
    return Add((*terms, num(random.randint(-5, 5))))


def gradient(random: Random) -> tuple[Expr, Callable[[Expr], Seen]]:
    """∇f for a function of two variables."""
    f = substituted(function(random, 2), {"a": Y, "w": Y})

    def seen(found: Expr) -> Seen:
        if not isinstance(found, Vector) or len(found.entries) != 2:
            return False
        along_x, along_y = {"y": num(5, 4)}, {"x": num(3, 4), "y": X}
        told = [
            is_derivative(substituted(entry, along), substituted(f, along))
            for entry, along in zip(found.entries, (along_x, along_y), strict=True)
        ]
        return False if False in told else True if True in told else None

    return Operator("grad", (f, Vector((X, Y)))), seen


KINDS: dict[str, tuple[int, Callable[[Random], tuple[Expr, Callable[[Expr], Seen]]]]] = {
    "derivative": (40, derivative), "integral": (25, integral), "definite": (10, definite), "limit": (15, limit),
    "gradient": (5, gradient),
}  # fmt: skip


def of_families(count: int, seed: int) -> Iterator[str]:
    """Problems of the curriculum: solved by being generated; the answers of derivatives are looked at once more."""
    every = [family for skill in curriculum().written for family in families(skill.id)]
    for k in range(count):
        problem = generate(every[k % len(every)], seed * 100_000 + k // len(every))
        if not isinstance(problem, Problem) or problem.derivation is None:
            yield "unsolved"
        elif isinstance(problem.task, Diff) and symbols(problem.task) == {"x"}:
            f, found = problem.task.arg, problem.derivation.answer
            seen = is_derivative(found, f)
            yield "wrong" if seen is False else "confirmed" if seen else "not told"
        else:
            yield "not told"


def outcome(task: Expr, seen: Callable[[Expr], Seen]) -> tuple[str, Expr | None]:
    """What became of a task."""
    try:
        found = solve(task)
    except Exception as problem:
        return f"crash {type(problem).__name__}", None
    if isinstance(found, Unsolved):
        return ("refuted" if "was refuted" in found.why else "unsolved"), None
    assert isinstance(found, Derivation)
    told = seen(found.answer)
    return ("wrong" if told is False else "confirmed" if told else "not told"), found.answer


def run(kind: str, count: int, seed: int) -> int:
    """One kind of task; returns how many are wrong, refuted or crashed."""
    found: Counter[str] = Counter()
    times: list[float] = []
    for k in range(count):
        task, seen = KINDS[kind][1](Random(f"{kind} {seed} {k}"))
        began = process_time()
        word, answer = outcome(task, seen)
        times.append(1000 * (process_time() - began))
        found[word] += 1
        if word not in ("confirmed", "not told", "unsolved") and found[word] <= SHOWN:
            print(f"  {word}: {ascii(task)}  ->  {'' if answer is None else ascii(answer)}", flush=True)
    times.sort()
    told = ", ".join(f"{number:,} {word}" for word, number in found.most_common())
    print(f"{kind}: {count:,} tasks: {told}; median {times[count // 2]:.1f} ms with the second opinion", flush=True)
    return sum(number for word, number in found.items() if word not in ("confirmed", "not told", "unsolved"))


def main() -> int:
    """All kinds, in the shares of KINDS, and 5 % problems of families."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=[*KINDS, "families"])
    options = parser.parse_args()
    mp.mp.dps = 60
    bad = 0
    for kind, (share, _) in KINDS.items():
        if options.only in (None, kind):
            bad += run(kind, max(1, options.count * (100 if options.only else share) // 100), options.seed)
    if options.only in (None, "families"):
        told = Counter(of_families(max(1, options.count * (100 if options.only else 5) // 100), options.seed))
        print(f"families: {dict(told)}", flush=True)
        bad += told["wrong"]
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
