"""Matrix calculus a second time: trees run by NumPy in floating point, derivatives by central differences."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.expr import Add, Const, Div, Fn, Mul, Neg, Num, Operator, Pow, Root, Sym
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading
from fluxions.calculus.shapes import Shaped
from fluxions.calculus.solve import solve
from fluxions.calculus.vocabulary import STANDARD

SHAPES = {
    "X": ("m", "n"), "Y": ("m", "k"), "W": ("n", "k"), "U": ("m", "r"), "V": ("n", "r"), "Z": ("m", "n"),
    "A": ("n", "n"), "B": ("n", "n"), "S": ("n", "n", "symmetric"), "C": ("m", "m"), "G": ("k", "r"),
    "w": ("n",), "v": ("n",), "x": ("n",), "z": ("n",), "a": ("n",), "p": ("n",), "g": ("n",), "mu": ("n",),
    "y": ("m",), "t": ("m",), "u": ("m",), "b": ("k",), "q": ("k",), "s": (), "c": (), "h": (),
}  # fmt: skip
WORDS = replace(STANDARD, shapes=tuple(SHAPES.items()))
SIZES = {"m": 4, "n": 3, "k": 5, "r": 2}
STEP = 1e-6


def spelled(text, words=WORDS):
    reading = read(text, words)
    assert isinstance(reading, Reading), (text, str(reading.message))
    return reading.expr


def solved(text):
    derivation = solve(spelled(text))
    assert isinstance(derivation, Derivation), (text, derivation.why)
    return derivation


def entries(seed=0):
    """Random entries for every name, differentials too; square matrices lean to their diagonal."""
    random = np.random.default_rng(seed)
    found = {}
    for name, sizes in SHAPES.items():
        shape = tuple(SIZES[each] for each in sizes[:2])
        rows, columns = (*shape, 1, 1)[:2]
        made = random.normal(size=(rows, columns)) / 2
        made = made + 3 * np.eye(rows) if rows == columns else made
        made = (made + made.T) / 2 if sizes[2:] else made
        found[name] = abs(made) + 0.1 if name in ("p", "g", "s", "c", "h") else made
        found[f"d{name}"] = random.normal(size=(rows, columns))
    return found


def value(e, at):
    """The tree in floating point; a scalar is a 1×1 array."""
    match e:
        case Num(number):
            return np.array([[float(number)]])
        case Const(name):
            return np.array([[{"pi": np.pi, "e": np.e}[name]]])
        case Shaped(name):
            return at[name]
        case Sym(name):
            return np.array([[float(SIZES[name])]])
        case Neg(inner):
            return -value(inner, at)
        case Add(terms):
            return sum((value(each, at) for each in terms[1:]), value(terms[0], at))
        case Mul(factors):
            found = value(factors[0], at)
            for each in factors[1:]:
                found = times(found, value(each, at))
            return found
        case Div(top, bottom):
            return value(top, at) / value(bottom, at)
        case Pow(Const("e"), exponent):
            return np.exp(value(exponent, at))
        case Pow(base, exponent):
            base = value(base, at)
            raised = float(value(exponent, at)[0, 0])
            square = base.shape[0] == base.shape[1] > 1
            return np.linalg.matrix_power(base, int(raised)) if square else base**raised
        case Root(inner, degree):
            return value(inner, at) ** (1 / float(value(degree, at)[0, 0]))
        case Fn(name, args):
            return FUNCTIONS[name](args, at)
        case Operator("differential", (f, x)):
            return change(f, x, at, at[f"d{x.name}"])
    raise TypeError(e)


def times(a, b):
    return a * b if a.size == 1 or b.size == 1 else a @ b


def change(f, x, at, direction):
    ahead, behind = (value(f, {**at, x.name: at[x.name] + sign * STEP * direction}) for sign in (1, -1))
    return (ahead - behind) / (2 * STEP)


def derivative(f, x, at):
    """Entry by entry; a column for each entry of x, counted as vec does."""
    columns = []
    for j in range(at[x.name].shape[1]):
        for i in range(at[x.name].shape[0]):
            unit = np.zeros_like(at[x.name])
            unit[i, j] = 1
            columns.append(change(f, x, at, unit).flatten(order="F"))
    return np.array(columns).T


def expected(task, at):
    """What a task must give, by differences alone."""
    match task:
        case Operator("matgrad", (f, x)):
            return derivative(f, x, at).reshape(at[x.name].shape, order="F")
        case Operator("jacobian", (f, x)):
            return derivative(f, x, at)
    raise TypeError(task)


def _rows(z):
    return z.T if z.shape[1] == 1 else z


def _softmax(z):
    raised = np.exp(_rows(z))
    found = raised / raised.sum(axis=1, keepdims=True)
    return found.T if z.shape[1] == 1 else found


def _erf(z):
    return np.vectorize(math.erf)(z)


def _sigmoid(z):
    return 1 / (1 + np.exp(-z))


def _normal(z):
    return (1 + _erf(z / np.sqrt(2))) / 2


def _plain(function):
    return lambda args, at: function(*(value(each, at) for each in args))


def _norm(args, at):
    found = value(args[0], at)
    return np.array([[abs(found).sum() if args[1:] == (Num(1),) else np.sqrt((found**2).sum())]])


def _filled(number):
    return lambda args, at: np.full((*(int(value(each, at)[0, 0]) for each in args), 1)[:2], number)


FUNCTIONS = {
    "transpose": _plain(lambda a: a.T), "inv": _plain(np.linalg.inv), "tr": _plain(lambda a: np.array([[np.trace(a)]])),
    "det": _plain(lambda a: np.array([[np.linalg.det(a)]])),
    "logdet": _plain(lambda a: np.array([[np.log(np.linalg.det(a))]])), "norm": _norm,
    "dot": _plain(lambda a, b: np.array([[(a * b).sum()]])), "hadamard": _plain(lambda a, b: a * b),
    "quotient": _plain(lambda a, b: a / b), "kron": _plain(np.kron),
    "diag": _plain(lambda a: np.diag(a[:, 0]) if a.shape[1] == 1 else np.diag(a)[:, None]),
    "vec": _plain(lambda a: a.reshape(-1, 1, order="F")), "sum": _plain(lambda a: np.array([[a.sum()]])),
    "mean": _plain(lambda a: np.array([[a.mean()]])), "softmax": _plain(_softmax),
    "logsumexp": _plain(lambda z: np.log(np.exp(_rows(z)).sum(axis=1))[:, None]), "ones": _filled(1.0),
    "zeros": _filled(0.0), "I": lambda args, at: np.eye(int(value(args[0], at)[0, 0])),
    "step": _plain(lambda z: (z > 0) * 1.0), "relu": _plain(lambda z: np.maximum(z, 0)), "sigmoid": _plain(_sigmoid),
    "softplus": _plain(lambda z: np.logaddexp(0, z)), "ln": _plain(np.log), "sin": _plain(np.sin),
    "cos": _plain(np.cos),
    "tan": _plain(np.tan), "tanh": _plain(np.tanh), "sinh": _plain(np.sinh), "cosh": _plain(np.cosh),
    "abs": _plain(np.abs), "sign": _plain(np.sign), "arctan": _plain(np.arctan), "erf": _plain(_erf),
    "Phi": _plain(_normal), "phi": _plain(lambda z: np.exp(-z * z / 2) / np.sqrt(2 * np.pi)),
    "silu": _plain(lambda z: z * _sigmoid(z)), "gelu": _plain(lambda z: z * _normal(z)),
    "arsinh": _plain(np.arcsinh), "arcsin": _plain(np.arcsin), "artanh": _plain(np.arctanh),
}  # fmt: skip
