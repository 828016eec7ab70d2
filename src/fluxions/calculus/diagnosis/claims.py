"""What a line of working says besides the value of the task: names it gives, and values on the way to the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fluxions.calculus.expr import (
    TWO,
    Add,
    At,
    Diff,
    Div,
    Expr,
    Fn,
    Int,
    Limit,
    Mul,
    Num,
    Operator,
    Pow,
    Rate,
    Rel,
    Sym,
    Vector,
    num,
)
from fluxions.calculus.problem import Problem
from fluxions.calculus.trees import free_of, mapped, nodes, substituted, symbols
from fluxions.calculus.vocabulary import FUNCTIONS, VERDICTS

MOST_NESTED = 6  # names that stand for names
MOST_ITERATES = 20
SEVERAL = frozenset("grad hessian laplacian dirderiv extrema tangent classify taylor convexity curvature".split())


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name stands for: a value, or a function of its variable."""

    body: Expr
    variable: Sym | None = None
    others: tuple[Sym, ...] = ()  # its further variables
    slope: Expr | None = None  # where only the derivative is known: dv = e^x dx

    @property
    def variables(self) -> tuple[Sym, ...]:
        return () if self.variable is None else (self.variable, *self.others)


def function_of(task: Expr) -> tuple[Expr, Sym] | None:
    """The function whose slope or rate is sought, and its variable."""
    match task:
        case Diff(Diff() as inner) | At(inner) | Limit(inner):
            return function_of(inner)
        case Diff(f, x) | Rate(f, x):
            return f, x
        case Operator("solve", (Rel("=", left, right), _)):
            return function_of(left) or function_of(right)
        case Operator("extrema" | "descend" | "newton" | "taylor" | "logdiff", (f, Sym() as x, *_)):
            return f, x
    return None


def usual_names(task: Expr) -> dict[str, Meaning]:
    """f and y stand for the function of the task, where the task does not use them itself."""
    if isinstance(task, Operator) and task.name == "tangent" and isinstance(task.args[1], Sym):
        return {} if "f" in symbols(task) else {"f": Meaning(task.args[0], task.args[1])}
    if isinstance(task, Int):
        used = symbols(task)
        names = {"f": Meaning(task.arg, task.variable), "I": Meaning(task)}
        return {name: each for name, each in names.items() if name not in used}
    several = of_several(task)
    if several is not None:
        return _names_of_several(task, *several)
    if isinstance(task, Operator) and task.name == "chain":
        return _names_of_chain(task)
    if isinstance(task, Operator) and task.name == "line":
        return _names_along(task)
    found = function_of(task)
    if found is None:
        return {"L": Meaning(task)} if isinstance(task, Limit) and "L" not in symbols(task) else {}
    f, x = found
    if (steps := _iterates(task)) is not None:
        return {"f": Meaning(f, x), **steps} if "f" not in symbols(task) else steps
    taken = {each.name for each in nodes(task) if isinstance(each, (Fn, Sym))}
    return {name: Meaning(f, x) for name in ("f", "y") if name not in taken}


def _names_of_chain(task: Operator) -> dict[str, Meaning]:
    """f, and its variables by what they depend on."""
    match task.args:
        case (f, Vector(inner), _):
            names = {
                each.left.name: Meaning(each.right)
                for each in inner
                if isinstance(each, Rel) and isinstance(each.left, Sym)
            }
            own = [Sym(name) for name in names]
            return names if "f" in symbols(task) or not own else {"f": Meaning(f, own[0], tuple(own[1:])), **names}
    return {}


def _names_along(task: Operator) -> dict[str, Meaning]:
    """r and F of a line integral."""
    match task.args:
        case (field, Vector(xs), Vector() as r, Sym() as t, *_):
            taken = {each.name for each in nodes(task) if isinstance(each, (Fn, Sym))}
            first, *others = (each for each in xs if isinstance(each, Sym))
            names = {"r": Meaning(r, t), "F": Meaning(field, first, tuple(others))}
            return {name: each for name, each in names.items() if name not in taken}
    return {}


def _iterates(task: Expr) -> dict[str, Meaning] | None:
    """x_0, x_1, … of a descent or of Newton's method."""
    match task:
        case Operator("descend" | "newton", (*start, Num(count))) if count.denominator == 1 and count <= MOST_ITERATES:
            x = start[1]
            assert isinstance(x, Sym)
            taken = range(1, int(count) + 1)
            values = {f"{x.name}_{k}": Meaning(Operator(task.name, (*start, num(k)))) for k in taken}
            return {f"{x.name}_0": Meaning(start[2]), **values}
    return None


def of_several(task: Expr) -> tuple[Expr, tuple[Sym, ...]] | None:
    """The function of several variables that a task is about, and they."""
    match task:
        case Operator("at", (inner, *_)):
            return of_several(inner)
        case Operator(name, (f, Vector(xs), *_)) if name in SEVERAL and not isinstance(f, Vector):
            return f, tuple(each for each in xs if isinstance(each, Sym))
        case Operator("lagrange" | "kkt", (f, _, Vector(xs))):
            return f, tuple(each for each in xs if isinstance(each, Sym))
    return None


def _names_of_several(task: Expr, f: Expr, xs: tuple[Sym, ...]) -> dict[str, Meaning]:
    """f as a function of all of them, its Hessian H, and the determinant D of that."""
    taken = {each.name for each in nodes(task) if isinstance(each, (Fn, Sym))}
    names = {name: Meaning(f, xs[0], xs[1:]) for name in ("f",) if name not in taken}
    if "H" not in taken:
        names["H"] = Meaning(Operator("hessian", (f, Vector(xs))))
    if len(xs) == 2 and "D" not in taken:
        x, y = xs
        across = Diff(Diff(f, x), y)
        names["D"] = Meaning(Diff(Diff(f, x), x) * Diff(Diff(f, y), y) - across * across)
    return names


def milestones(task: Expr) -> tuple[Expr, ...]:
    """Values that stand on the way to the answer: the function, its slope before the value, the limit's quotient."""
    match task:
        case Rate(f, x, a, b):
            change = substituted(f, {x.name: b}) - substituted(f, {x.name: a})
            return (f, change)
        case Diff(inner) | At(inner) | Limit(inner):
            return (inner, *milestones(inner))
        case Operator("solve", (Rel("=", left, right), _)):
            return (left, *milestones(left), right, *milestones(right))
        case Operator("tangent", (f, Sym() as x, a)):
            return (At(f, x, a), At(Diff(f, x), x, a), Diff(f, x))
        case Operator("at", (inner, Vector(), Vector())):
            return (inner, *milestones(inner))
        case Operator("dirderiv", (f, Vector() as xs, a, Vector(parts) as v)):
            unit = Div(v, Operator("norm", (v,)))
            slopes = Operator("grad", (f, xs))
            return (slopes, Operator("at", (slopes, xs, a)), Vector(parts), unit, Operator("norm", (v,)))
        case Operator("tangent", (f, Vector() as xs, a)):
            slopes = Operator("grad", (f, xs))
            return (slopes, Operator("at", (slopes, xs, a)), Operator("at", (f, xs, a)))
        case Operator("hessian" | "laplacian", (f, Vector() as xs)):
            return (Operator("grad", (f, xs)),)
        case Operator("variance", (f, Sym() as x, density)):
            return (Operator("expect", (Pow(f, TWO), x, density)), Operator("expect", (f, x, density)))
        case Operator("normalise", (f, Sym() as x, low, high)):
            return (Int(f, x, low, high),)
        case Operator("line" | "chain", _):
            return _along(task)
    return ()


def _along(task: Operator) -> tuple[Expr, ...]:
    """r', F(r) and F(r)·r' of a line integral; r' and ∇f(r) of a chain rule."""
    match task.args:
        case (field, Vector(xs), Vector(path) as r, Sym() as t, *_) if task.name == "line":
            along = substituted(field, {x.name: each for x, each in zip(xs, path, strict=False) if isinstance(x, Sym)})
            speed = Operator("norm", (Diff(r, t),))
            product = Operator("dot", (along, Diff(r, t))) if isinstance(field, Vector) else along * speed
            return (Diff(r, t), along, product, r, speed)
    return ()


def spelled_out(e: Expr, meanings: Mapping[str, Meaning]) -> Expr:
    """e with the names replaced by what they stand for, and f'(a) by the slope at a."""
    kept = {each.variable.name for each in nodes(e) if isinstance(each, Int) and each.low is None}
    values = {
        name: each.body
        for name, each in meanings.items()
        if each.slope is None and name not in kept and name not in symbols(each.body)
    }
    for _ in range(MOST_NESTED):
        before = e
        e = substituted(mapped(e, lambda node: _applied(node, meanings)), values)
        if e == before:
            break
    return e


def _applied(node: Expr, meanings: Mapping[str, Meaning]) -> Expr:
    match node:
        case Operator("grad", (Sym(name),)) if name in meanings and meanings[name].variables:
            return Operator("grad", (meanings[name].body, Vector(meanings[name].variables)))
        case Operator("grad", (Fn(name, args),)) if name in meanings and len(args) == len(meanings[name].variables):
            slopes = Operator("grad", (meanings[name].body, Vector(meanings[name].variables)))
            return Operator("at", (slopes, Vector(meanings[name].variables), Vector(args)))
        case Fn(name, args) if (meaning := meanings.get(name.rstrip("'"))) is not None and meaning.slope is None:
            return _called(name, args, meaning) or node
    return node


def _called(name: str, args: tuple[Expr, ...], meaning: Meaning) -> Expr | None:
    """A function, or a derivative of it, at its arguments."""
    x, slope, primes = meaning.variable, meaning.body, name.count("'")
    if x is None:
        return None
    if meaning.others and len(args) == 1 and args[0] in meaning.variables:  # f_x is read as f'(x)
        x = meaning.variables[meaning.variables.index(args[0])]
    elif meaning.others and not primes and len(args) == len(meaning.variables):
        return _put(slope, meaning.variables, args)
    elif meaning.others and len(args) == 1 and isinstance(args[0], Vector) and not primes:
        return _put(slope, meaning.variables, args[0].entries)
    elif meaning.others or len(args) != 1:
        return None
    for _ in range(primes):
        slope = Diff(slope, x)
    return slope if args[0] == x else At(slope, x, args[0])


def _put(body: Expr, variables: tuple[Sym, ...], values: tuple[Expr, ...]) -> Expr | None:
    names = (each.name for each in variables)
    return substituted(body, dict(zip(names, values, strict=True))) if len(values) == len(variables) else None


def stranger(e: Expr, problem: Problem, also: frozenset[str] = frozenset()) -> str | None:
    """A name in e that neither the task nor the language knows, nor is it among those known `also`."""
    known = symbols_of(problem) | also | VERDICTS
    if free := sorted(symbols(e) - known):
        return free[0]
    functions = (each.name.rstrip("'") for each in nodes(e) if isinstance(each, Fn))
    return next((name for name in functions if name not in FUNCTIONS and name not in known), None)


def symbols_of(problem: Problem) -> frozenset[str]:
    """Every name that stands in the task or in what is given."""
    trees = (problem.task, *problem.given)
    named = (each.name.rstrip("'") for tree in trees for each in nodes(tree) if isinstance(each, (Fn, Sym)))
    return frozenset(named) | problem.vocabulary.symbols | problem.vocabulary.dependent


def open_slope(e: Expr, meanings: Mapping[str, Meaning]) -> bool:
    """Does dy/du stand in e, and how y depends on u has not been said?"""
    for node in nodes(e):
        match node:
            case Diff(Sym(y), Sym(u)) if u in meanings:
                if y not in meanings or u not in symbols(meanings[y].body):
                    return True
    return False


def variables(meanings: Mapping[str, Meaning]) -> frozenset[str]:
    """The variables of the functions that have been named."""
    return frozenset(x.name for each in meanings.values() for x in each.variables)


def limit_of_all(e: Expr) -> Expr | None:
    """`lim -10x - 5h` read as the limit of the whole sum, where h stands outside the limit of its first term."""
    match e:
        case Add((Limit(body, h) as first, *rest)) if not all(free_of(each, h) for each in rest):
            return first.rebuilt((Add((body, *rest)), *first.children[1:]))
    return None


def is_name(left: Expr, problem: Problem) -> bool:
    """Can what stands left of `=` be left out: `y`, `f'(x)`, `dy/dx`, or something of names the task does not know?"""
    return isinstance(left, (Diff, Fn, Sym)) or stranger(left, problem) is not None


def primed(left: Expr | None) -> bool:
    """Is the name left of `=` that of a derivative?"""
    return isinstance(left, (Diff, At, Mul)) or (isinstance(left, Fn) and left.name.endswith("'"))
