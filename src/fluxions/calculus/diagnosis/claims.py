"""What a line of working says besides the value of the task: names it gives, and values on the way to the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fluxions.calculus.expr import Add, At, Diff, Expr, Fn, Limit, Mul, Operator, Rate, Rel, Sym
from fluxions.calculus.problem import Problem
from fluxions.calculus.trees import free_of, mapped, nodes, substituted, symbols
from fluxions.calculus.vocabulary import FUNCTIONS, VERDICTS

MOST_NESTED = 6  # names that stand for names


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name stands for: a value, or a function of its variable."""

    body: Expr
    variable: Sym | None = None


def function_of(task: Expr) -> tuple[Expr, Sym] | None:
    """The function whose slope or rate is sought, and its variable."""
    match task:
        case Diff(Diff() as inner) | At(inner) | Limit(inner):
            return function_of(inner)
        case Diff(f, x) | Rate(f, x):
            return f, x
        case Operator("solve", (Rel("=", left, right), _)):
            return function_of(left) or function_of(right)
    return None


def usual_names(task: Expr) -> dict[str, Meaning]:
    """f and y stand for the function of the task, where the task does not use them itself."""
    if isinstance(task, Operator) and task.name == "tangent" and isinstance(task.args[1], Sym):
        return {} if "f" in symbols(task) else {"f": Meaning(task.args[0], task.args[1])}
    found = function_of(task)
    if found is None:
        return {}
    f, x = found
    taken = {each.name for each in nodes(task) if isinstance(each, (Fn, Sym))}
    return {name: Meaning(f, x) for name in ("f", "y") if name not in taken}


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
    return ()


def spelled_out(e: Expr, meanings: Mapping[str, Meaning]) -> Expr:
    """e with the names replaced by what they stand for, and f'(a) by the slope at a."""
    values = {name: each.body for name, each in meanings.items() if name not in symbols(each.body)}
    for _ in range(MOST_NESTED):
        before = e
        e = substituted(mapped(e, lambda node: _applied(node, meanings)), values)
        if e == before:
            break
    return e


def _applied(node: Expr, meanings: Mapping[str, Meaning]) -> Expr:
    if not isinstance(node, Fn) or len(node.args) != 1:
        return node
    meaning = meanings.get(node.name.rstrip("'"))
    if meaning is None or meaning.variable is None:
        return node
    x, slope = meaning.variable, meaning.body
    for _ in range(node.name.count("'")):
        slope = Diff(slope, x)
    return slope if node.args[0] == x else At(slope, x, node.args[0])


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
    return frozenset(each.variable.name for each in meanings.values() if each.variable is not None)


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
