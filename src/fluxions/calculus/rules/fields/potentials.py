"""Potentials: the curl test first, then one integration after the other."""

from __future__ import annotations

from fluxions.calculus.derivation.rule import Found, Rule
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.equality.tidy import tidied
from fluxions.calculus.expr import ONE, TWO, ZERO, Add, Const, Diff, Expr, Int, Neg, Num, Operator, Sym, Vector
from fluxions.calculus.rules.optimisation.algebra import written_out
from fluxions.calculus.rules.several.places import symbols_of
from fluxions.calculus.trees import substituted, symbols
from fluxions.calculus.verdict import Equal

NONE = Const("dne")


def curl_test(node: Expr) -> Expr | Found | None:
    """A field with a potential has curl 0."""
    match node:
        case Operator("potential", (Vector(parts) as field, Vector() as v)):
            if len(parts) not in (2, 3) or len(symbols_of(v)) != len(parts):
                return None
            return Found(Operator("conservative", (field, v, Operator("curl", (field, v)))), (("F", field),))
    return None


def no_potential(node: Expr) -> Expr | Found | None:
    """Where the curl is not 0 there is no potential."""
    match node:
        case Operator("conservative", (Vector(parts), Vector() as v, curl)) if not curl.stands and not _vanishes(curl):
            if len(symbols_of(v)) != len(parts):
                return None
            return Found(NONE, (("c", curl),))
    return None


def _vanishes(curl: Expr) -> bool:
    return all(written_out(each) == ZERO for each in (curl.entries if isinstance(curl, Vector) else (curl,)))


def first_integration(node: Expr) -> Expr | Found | None:
    """With curl 0: integrate the first component by the first variable."""
    match node:
        case Operator("conservative", (Vector(parts) as field, Vector() as v, curl)) if _vanishes(curl):
            if not symbols_of(v) or len(symbols_of(v)) != len(parts):
                return None
            x = symbols_of(v)[0]
            return Found(Operator("gathered", (field, v, Num(1), Int(parts[0], x))), (("P", parts[0]), ("x", x)))
    return None


def compare_component(node: Expr) -> Expr | Found | None:
    """What the next component has beyond the derivative of what is found."""
    match node:
        case Operator("gathered", (Vector(parts) as field, Vector() as v, Num(k), found)) if 0 < k < len(parts):
            i = int(k)
            if len(symbols_of(v)) != len(parts) or k.denominator != 1:
                return None
            x = symbols_of(v)[i]
            missing = Add((parts[i], Neg(Diff(found, x))))
            using = (("Q", parts[i]), ("x", x), ("phi", found))
            return Found(Operator("gathered", (field, v, Num(k), found, missing)), using)
    return None


def next_integration(node: Expr) -> Expr | Found | None:
    """The missing part does not hold the earlier variables: integrate it by its own."""
    match node:
        case Operator("gathered", (field, Vector() as v, Num(k), found, missing)) if not missing.stands:
            i = int(k)
            if not 0 < k < len(symbols_of(v)) or k.denominator != 1:
                return None
            x, rest = symbols_of(v)[i], _free_of(missing, symbols_of(v)[:i])
            if rest is None or rest == ZERO:
                return None
            more = Add((found, Int(rest, x)))
            return Found(Operator("gathered", (field, v, Num(k + 1), more)), (("r", rest), ("x", x)))
    return None


def nothing_missing(node: Expr) -> Expr | Found | None:
    """The next component is matched already."""
    match node:
        case Operator("gathered", (field, v, Num(k), found, missing)) if not missing.stands:
            if written_out(missing) == ZERO:
                return Found(Operator("gathered", (field, v, Num(k + 1), found)), (("phi", found),))
    return None


def _free_of(e: Expr, earlier: tuple[Sym, ...]) -> Expr | None:
    """e without the earlier variables: as it stands, or with a number in their place where that changes nothing."""
    plain = written_out(e)
    held = symbols(plain) & {each.name for each in earlier}
    for number in (ZERO, ONE, TWO) if held else ():
        put = tidied(substituted(plain, dict.fromkeys(held, number)))
        if isinstance(equal(plain, put, witnessed=False), Equal):
            return put
    return None if held else plain


def all_gathered(node: Expr) -> Expr | Found | None:
    """All components are matched: this is the potential, up to a constant."""
    match node:
        case Operator("gathered", (Vector(parts), _, Num(k), found)) if k == len(parts) and not found.stands:
            return Found(tidied(found), (("phi", found),))
    return None


SKILL = "conservative-potential"
RULES = (
    Rule("curl-test", SKILL, "A field has a potential only if its curl is zero: test this first.", curl_test,
         "the curl test"),
    Rule("no-potential", SKILL, "The curl is ${c}$, not zero: there is no potential.", no_potential, "no potential"),
    Rule("first-integration", SKILL, "The curl is zero. Integrate the first component ${P}$ by ${x}$.",
         first_integration, "the first integration"),
    Rule("compare-component", SKILL, "The derivative of ${phi}$ by ${x}$ must be ${Q}$: see what is missing.",
         compare_component, "comparing with the next component"),
    Rule("next-integration", SKILL, "What is missing is ${r}$; integrate it by ${x}$ and add it.", next_integration,
         "the next integration"),
    Rule("nothing-missing", SKILL, "Nothing is missing: ${phi}$ matches this component too.", nothing_missing,
         "a component that is matched"),
    Rule("all-gathered", SKILL, "Every component is matched by ${phi}$; any constant may be added.", all_gathered,
         "the potential"),
)  # fmt: skip
