"""The vectors and matrices of a task: what is declared of them, and what to say where it is missing."""

from fluxions.calculus.expr import Diff, Expr, Fn, Operator
from fluxions.calculus.shapes import ARRAYS
from fluxions.calculus.trees import nodes, symbols
from fluxions.calculus.vocabulary import Vocabulary
from fluxions.tutor.fields import sizes_in, vocabulary

EITHER = frozenset({"dot", "det", "sum", "quotient"})  # these also stand among numbers, or among rows of numbers
HOW = "Write them in the field for sizes, for example X: m, n; w: n."


def declared(sizes: str) -> Vocabulary:
    """The names of the language with the sizes that were typed; BadItem where they cannot be read."""
    return vocabulary({"shapes": sizes_in(sizes)})


def missing(task: Expr, names: Vocabulary) -> str:
    """What to say of a task on vectors and matrices in which some have no sizes; "" of any other task."""
    known = {name for name, _ in names.shapes}
    if not known and not any(_asks_for_sizes(each) for each in nodes(task)):
        return ""
    without = sorted(_names(task) - known)
    if not without:
        return ""
    *most, last = without
    listed = f"{', '.join(most)} and {last}" if most else last
    if not known:
        return f"The sizes of {listed} are missing. {HOW}"
    return f"No sizes are given for {listed}: a name without sizes is a number. {HOW}"


def _asks_for_sizes(e: Expr) -> bool:
    return isinstance(e, (Fn, Operator)) and (e.name == "matgrad" or e.name in ARRAYS.keys() - EITHER)


def _names(task: Expr) -> set[str]:
    """Every name in the task: the derivative in x' was a transpose all along."""
    return {name for each in nodes(task) for name in symbols(each.arg if isinstance(each, Diff) else each)}


__all__ = ["declared", "missing"]
