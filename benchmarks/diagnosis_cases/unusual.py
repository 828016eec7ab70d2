"""Right answers in unusual forms: rewritten as texts, and by SymPy; each is confirmed to have kept its value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import sympy as sp

from benchmarks.diagnosis_cases.asked import Asked, Topic
from benchmarks.diagnosis_cases.reading import same, value_of

ABBREVIATED = {"Abs(": "abs(", "log(": "ln(", "**": "^"}


def _printed(e: Any) -> str:
    """SymPy's own print in names of ours."""
    text = str(e)
    for theirs, ours in ABBREVIATED.items():
        text = text.replace(theirs, ours)
    return re.sub(r"\bE\b", "e", text)


def _exponentials_apart(e: Any) -> Any:
    return sp.expand(e, power_exp=True)


def _cosines(e: Any) -> Any:
    """sin² by 1 − cos², tan by sine over cosine."""
    w = sp.Wild("w")
    return e.replace(sp.tan(w), sp.sin(w) / sp.cos(w)).replace(sp.sin(w) ** 2, 1 - sp.cos(w) ** 2)


def _shifted_waves(e: Any) -> Any:
    w = sp.Wild("w")
    return e.replace(sp.sin(w), sp.cos(w - sp.pi / 2))


def _logs_apart(e: Any) -> Any:
    return sp.expand_log(e)


def _shifted(e: Any) -> Any:
    """Waves of sums taken apart."""
    return sp.expand_trig(e)


QUICK: tuple[Callable[[Any], Any], ...] = (
    sp.expand, sp.together, sp.powsimp, _exponentials_apart, _cosines, _shifted_waves, _logs_apart, lambda e: e,
)  # fmt: skip
BY_SYMPY = (*QUICK, sp.factor, sp.apart, sp.cancel, sp.radsimp, _shifted)
MOST_OPERATIONS = 18  # of what polynomials are made of: beyond, they take minutes


def _decimals(text: str) -> str:
    """Fractions with a short decimal as decimals."""
    return re.sub(r"(?<![\w.^)])(\d+)/(2|4|5|8|10|20|25)(?![\w(.^])", lambda m: str(int(m[1]) / int(m[2])), text)


BY_TEXT: tuple[Callable[[str], str], ...] = (
    lambda t: f"(3({t}))/3",
    lambda t: f"-(-({t}))",
    lambda t: f"2({t}) - ({t})",
    lambda t: f"7 + ({t}) - 7",
    lambda t: f"({t})*(sin(1)^2 + cos(1)^2)",
    lambda t: f"1/2*({t}) + ({t})/2",
    lambda t: t.replace("*", "·").replace("-", "−").replace("pi", "π"),
    lambda t: t.replace(" ", ""),
    lambda t: re.sub(r"\bexp\(", "e^(", t),
    lambda t: re.sub(r"\bsqrt(\((?:[^()]|\([^()]*\))*\))", r"\1^(1/2)", t),
    lambda t: t.replace("^", "**"),
    lambda t: f"= {t}",
    _decimals,
)  # fmt: skip


def _entries(text: str) -> list[str] | None:
    """The entries of a flat vector."""
    if not re.fullmatch(r"\[[^\[\]]*\]", text) or re.search(r"\([^()]*,", text):
        return None
    return [each.strip() for each in text[1:-1].split(",")]


def _rewritten(text: str, random: Random) -> str:
    """One expression in another form: by SymPy, by text, or by both."""
    draw = random.random()
    if draw < 0.6:
        try:
            e = value_of(text)
            text = _printed(random.choice(BY_SYMPY if sp.count_ops(e) <= MOST_OPERATIONS else QUICK)(e))
        except (ValueError, NotImplementedError, AttributeError, sp.PolynomialError):
            return text
    return random.choice(BY_TEXT)(text) if draw > 0.3 else text


def _members(text: str, random: Random) -> str:
    """The elements of a set of optima in another order, numbers as sums."""
    parts = re.findall(r"(?:minimum|maximum|saddle)\((?:\[[^\]]*\]|[^,]*), [^{}]*?\)(?=, (?:min|max|sad)|\})", text)
    if "{" + ", ".join(parts) + "}" != text:
        return text
    random.shuffle(parts)
    longer = random.random() < 0.5
    return (
        "{" + ", ".join(re.sub(r"(?<![\w.])(\d+)\)$", r"\1 + 2 - 2)", each) if longer else each for each in parts) + "}"
    )


NAMES = re.compile(r"^(= |y = |y\(x\) = |dy/dx = |f'\(x\) = )")


def _name(asked: Asked, random: Random) -> str:
    """A name that the answer may be given, if any."""
    if asked.task.startswith("ode("):
        return random.choice(("y = ", "y = ", "y(x) = "))
    if asked.task.startswith("implicit(") and random.random() < 0.3:
        return "dy/dx = "
    named = re.fullmatch(r"diff\((?!diff|int).*[^y], x\)", asked.task) and "y" not in asked.task
    return "f'(x) = " if named and random.random() < 0.1 else ""


def _in_latex(asked: Asked, random: Random) -> str | None:
    """The answer as SymPy sets it, for one in ten of the expressions."""
    if random.random() > 0.1 or asked.right[0] in "[{" or not re.search(r"[a-z0-9)]", asked.right):
        return None
    if asked.task.startswith(("ode(", "converge", "posterior", "definite", "convexity")) or asked.right in (
        "dne",
        "inf",
    ):
        return None
    return str(sp.latex(value_of(asked.right), ln_notation=True))


def rewritten(asked: Asked, random: Random) -> str:
    """The right answer in another form; the same text where none is found."""
    name, text = _name(asked, random), asked.right.removeprefix("y = ")
    if text.startswith("{"):
        return _members(text, random)
    if (
        re.fullmatch(r"[a-z_]+", text)
        or text.startswith(("betadist", "closed"))
        or asked.task.startswith("convergence")
    ):
        return asked.right
    entries = _entries(text)
    if entries is not None:
        inner = ", ".join(_rewritten(each, random).removeprefix("= ") for each in entries)
        return f"[{inner}]" if random.random() < 0.5 else f"({inner})"
    constant = " + C" if text.endswith(" + C") else ""
    form = _rewritten(text.removesuffix(" + C"), random)
    return name + (form.removeprefix("= ") if name else form) + constant


BY_MATRICES: tuple[Callable[[str], str], ...] = (
    lambda t: f"(3({t}))/3",
    lambda t: f"2({t}) - ({t})",
    lambda t: f"-(-({t}))",
    lambda t: f"(({t})')'",
    lambda t: f"1/2*({t}) + 1/2*({t})",
    lambda t: f"({t}) + ({t}) - ({t})",
    lambda t: f"= {t}",
    lambda t: t.replace("(X*w - y)", "X*w").replace("X'X*w", f"X'X*w - {t.partition('X')[0]}X'y"),
    lambda t: t.replace("'", "^T"),
    lambda t: re.sub(r"inv\(A\)", "A^(-1)", t),
)  # fmt: skip


def kept(asked: Asked, form: str) -> bool:
    """Has a form the value of the right answer?"""
    text = NAMES.sub("", form)
    if re.match(r"[\[(].*,.*[\])]$", text) and asked.right.startswith("["):
        text = f"[{text[1:-1]}]"
    text = text.replace("·", "*").replace("−", "-").replace("π", "pi")
    try:
        return same(value_of(text), value_of(asked.right))
    except ValueError:
        return False


def right_answers(topics: tuple[Topic, ...], random: Random, count: int) -> Iterator[tuple[Topic, Asked, str]]:
    """Tasks with right answers in forms that differ from the template's; topics and templates in turn."""
    pairs = [(topic, template) for topic in topics for template in topic.tasks]
    while count > 0:
        for topic, template in pairs:
            asked = template(random)
            if topic.matrices:
                form = random.choice(BY_MATRICES)(asked.right)
                sound = form != asked.right and _agrees(asked.task, form)
            elif (form := _in_latex(asked, random) or "") == "":
                form = rewritten(asked, random)
                sound = form != asked.right and kept(asked, form)
            else:
                sound = True
            if sound:
                yield topic, asked, form
                count -= 1
            if count == 0:
                return


def _agrees(task: str, form: str) -> bool:
    from benchmarks.diagnosis_cases.arrays import agrees

    plain = form.removeprefix("= ").replace("^T", "'").replace("A^(-1)", "inv(A)")
    return agrees(task, re.sub(r"\)'\)'$", ").T).T", plain))
