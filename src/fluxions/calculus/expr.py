"""All nodes of expressions by one name: formulas, the operators that act on them, and what holds them."""

from fluxions.calculus.containers import TURNED, And, Interval, Matrix, Or, Order, Rel, Set, Union, Vector
from fluxions.calculus.formulas import (
    INF,
    ONE,
    PI,
    TWO,
    ZERO,
    Add,
    Const,
    Div,
    E,
    Expr,
    Fn,
    Mul,
    Neg,
    Num,
    Piecewise,
    Pow,
    Root,
    Sym,
    exp,
    expr,
    fn,
    node,
    num,
    sqrt,
)  # fmt: skip
from fluxions.calculus.operators import NAMED, STANDING, At, Diff, Int, Limit, Operator, Rate, Sum

__all__ = [
    "INF", "NAMED", "ONE", "PI", "STANDING", "TURNED", "TWO", "ZERO", "Add", "And", "At", "Const", "Diff", "Div", "E",
    "Expr", "Fn", "Int", "Interval", "Limit", "Matrix", "Mul", "Neg", "Num", "Operator", "Or", "Order", "Piecewise",
    "Pow", "Rate", "Rel", "Root", "Set", "Sum", "Sym", "Union", "Vector", "exp", "expr", "fn", "node", "num", "sqrt",
]  # fmt: skip
