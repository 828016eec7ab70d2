"""The letters that a kind of task usually comes with: P and Q of a field, r_u of a surface, a_n of a series, y_1."""

from __future__ import annotations

from fluxions.calculus.derivation.densities import pieces
from fluxions.calculus.diagnosis.claims import Meaning
from fluxions.calculus.expr import ONE, Add, Diff, Expr, Fn, Mul, Num, Operator, Sum, Sym, Vector, num
from fluxions.calculus.trees import nodes, substituted

FREE = frozenset({"f", "y", "v", "L", "P", "Q", "R"})  # the learner may give these another meaning
NEXT = "a_next"  # how a_(n+1) is spelled before it is read
INDICES = "nk"
MOST_STEPS = 20


def letters_of(task: Expr) -> dict[str, Meaning]:
    """What these letters mean, as far as the task does not use them itself."""
    taken = {each.name for each in nodes(task) if isinstance(each, (Fn, Sym))}
    return {name: each for name, each in _letters(task).items() if name not in taken}


def _letters(task: Expr) -> dict[str, Meaning]:
    match task:
        case Operator(
            "green" | "stokes" | "flux" | "gauss" as name, (field, Vector(xs), Vector() as r, Vector(ws), *_)
        ):
            surface = _of_surface(r, _symbols(ws)) if name in ("stokes", "flux") else {}
            return {**_of_field(field, _symbols(xs)), **surface}
        case Operator("div" | "curl" | "line" | "potential", (field, Vector(xs), *_)):
            return _of_field(field, _symbols(xs))
        case Operator("dirderiv", (_, _, _, Vector() as v)):
            return {"v": Meaning(v)}
        case Operator("euler", (_, Sym(x), a, b, h, Num(count))) if count.denominator == 1 and count <= MOST_STEPS:
            return _of_steps(task, x, a, b, h, int(count))
        case Operator("descend" | "newton", (_, Sym(x), start, *_)):
            return _following(task, x, start)
        case Operator("converges", (Sum(term, n),)):
            return {f"a_{n.name}": Meaning(term, n), NEXT: Meaning(substituted(term, {n.name: Add((n, ONE))}), n)}
    return {}


def _symbols(xs: tuple[Expr, ...]) -> tuple[Sym, ...]:
    return tuple(each for each in xs if isinstance(each, Sym))


def _of_field(field: Expr, xs: tuple[Sym, ...]) -> dict[str, Meaning]:
    """P, Q, R and their slopes P_y, Q_x."""
    if not isinstance(field, Vector) or not xs:
        return {}
    names = dict(zip("PQR", field.entries, strict=False))
    slopes = {f"{name}_{x.name}": Meaning(Diff(part, x)) for name, part in names.items() for x in xs}
    return {**{name: Meaning(part, xs[0], xs[1:]) for name, part in names.items()}, **slopes}


def _of_surface(r: Vector, ws: tuple[Sym, ...]) -> dict[str, Meaning]:
    """r and r_u, r_w, where r is not a name of the task."""
    if len(ws) != 2 or "r" in {each.name for each in ws}:
        return {}
    u, w = ws
    return {"r": Meaning(r, u, (w,)), **{f"r_{each.name}": Meaning(Diff(r, each)) for each in ws}}


def _of_steps(task: Operator, x: str, a: Expr, b: Expr, h: Expr, count: int) -> dict[str, Meaning]:
    """x_k and y_k of Euler's method, and its step h."""
    found = {"h": Meaning(h), f"{x}_0": Meaning(a), "y_0": Meaning(b)}
    for k in range(1, count + 1):
        found[f"y_{k}"] = Meaning(Operator("euler", (*task.args[:5], num(k))))
        found[f"{x}_{k}"] = Meaning(Add((a, Mul((num(k), h)))))
    return {**found, **_following(task, "y", b), **{f"{x}_{k}": Meaning(a) for k in INDICES}}


def _following(task: Operator, x: str, start: Expr) -> dict[str, Meaning]:
    """x_n and x_(n+1), which are those of the first step: a formula that holds for all holds there."""
    first = Operator(task.name, (*task.args[:-1], ONE))
    return {**{f"{x}_{k}": Meaning(start) for k in INDICES}, f"{x}_next": Meaning(first)}


def kernels_of(task: Expr) -> tuple[Expr, ...]:
    """Of a posterior: likelihood times prior, the likelihood, the prior; () of another task."""
    match task:
        case Operator("posterior", (likelihood, prior, Sym() as theta)):
            found = pieces(prior, theta)
            if found is not None and len(found) == 1:
                return Mul((likelihood, found[0].value)), likelihood, found[0].value
    return ()


__all__ = ["FREE", "NEXT", "kernels_of", "letters_of"]
