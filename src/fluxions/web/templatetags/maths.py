"""Filters and tags for templates: formulas, words with formulas in them, numbers, and the built front end."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from fluxions import calculus
from fluxions.calculus import Witness
from fluxions.calculus.expr import Expr, Operator, Sym
from fluxions.calculus.verdict import entry_in_words
from fluxions.figures import dependence, shown
from fluxions.figures.dependence import in_words
from fluxions.web.formulas import formula as set_formula
from fluxions.web.prose import phrase as set_phrase
from fluxions.web.prose import prose as set_prose
from fluxions.web.prose import sentence as set_sentence

register = template.Library()
MINUS, DIGITS = "\u2212", str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
SIGNS = {
    "foundations": ("f", ""), "differential": ("d", ""), "integral": ("∫", "roman"), "multivariable": ("∂", "roman"),
    "vector": ("∇", "roman"), "optimisation": ("↓", "roman"), "probability": ("E", ""),
    "deep-learning": ("∘", "roman"), "finance": ("Δ", "roman"),
}  # fmt: skip


@register.filter
def formula(tex: str) -> SafeString:
    """TeX within a line."""
    return set_formula(tex)


@register.filter
def maths(e: Expr) -> SafeString:
    """An expression within a line."""
    return set_formula(calculus.latex(e))


@register.filter
def displayed(e: Expr | str) -> SafeString:
    """An expression, or TeX, on a line of its own."""
    tex = e if isinstance(e, str) else calculus.latex(e)
    return mark_safe(f"<math-text>{set_formula(tex, display=True)}</math-text>")


@register.filter
def in_line(e: Expr) -> SafeString:
    """An expression in a line of working: it breaks, or scrolls, where the line is too short."""
    return mark_safe(f"<math-text inline>{set_formula(calculus.latex(e), display=True)}</math-text>")


@register.filter
def prose(text: str) -> SafeString:
    """Markdown of several paragraphs."""
    return set_prose(text)


@register.filter
def phrase(text: str) -> SafeString:
    """Markdown within a line."""
    return set_phrase(text)


@register.filter
def sentence(text: Any) -> SafeString:
    """Words of the engine."""
    return set_sentence(str(text))


@register.filter
def number(text: str) -> str:
    """A printed number as it is set: a true minus, powers of ten raised."""
    power = re.fullmatch(r"(-?[\d.]+)e([+-]?\d+)", text)
    if power:
        return f"{power[1].replace('-', MINUS)} · 10{str(int(power[2])).translate(DIGITS)}"
    return text.replace("-", MINUS)


@register.filter
def graph(edges: tuple[tuple[str, str], ...]) -> SafeString:
    """The graph of dependence as a picture, with its words below."""
    return format_html(
        '<figure class="graph">{}<figcaption class="note">{}</figcaption></figure>',
        mark_safe(dependence(edges)),
        in_words(edges),
    )


# operators that stand for a value; what another makes of a line is the next thing to do
VALUES = frozenset(
    "at average bracket cov cross curl det dirderiv div dot expect grad hessian hadamard inv jacobian laplacian logdet "
    "matgrad mean norm over path quotient softmax sum tr transpose variance vec".split()
)


@register.filter
def becomes(part: Expr, made: Expr) -> SafeString:
    """A part of a line and what a rule made of it; an arrow where one of them is not a value but something to do."""
    asks = any(isinstance(each, Operator) and each.name not in VALUES for each in (part, made))
    sign = r"\quad\longrightarrow\quad" if asks else "="
    return set_formula(f"{calculus.latex(part)} {sign} {calculus.latex(made)}", display=True)


@register.filter
def point(witness: Witness) -> SafeString:
    """Where the witness stands: x = 2; for an entry of an array: row 1, column 2, x = 2."""
    entries = [entry_in_words(value) for name, value in witness.at if name == "entry"]
    values = [f"{calculus.latex(Sym(name))} = {value}" for name, value in witness.at if name != "entry"]
    parts = [*entries, *([set_formula(", ".join(values))] if values else [])]
    return format_html_join(", ", "{}", ((part,) for part in parts))


@register.filter
def data(values: object) -> SafeString:
    """Plain values as JSON for an element; it is data and is never run."""
    made = json.dumps(values).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return mark_safe(f'<script type="application/json">{made}</script>')


@register.filter
def read_off(value: float, places: int) -> str:
    """A number of a figure."""
    return shown(value, places)


@register.filter
def unlocalized(value: float) -> str:
    """A number as an attribute of a control takes it."""
    return f"{value:g}"


@register.filter
def promised(objective: str) -> str:
    """What a skill's objective promises: `Can differentiate …` said to the learner."""
    return objective.replace("Can ", "You will be able to ", 1) if objective.startswith("Can ") else objective


@register.filter
def spaced(name: str) -> str:
    """An id as words."""
    return name.replace("-", " ")


@register.simple_tag
def strand(name: str) -> SafeString:
    """The sign of a strand in its ring; its name is read aloud."""
    sign, kind = SIGNS[name]
    return format_html(
        '<span class="strand st-{} {}" role="img" aria-label="{} strand">{}</span>',
        name,
        kind,
        name.replace("-", " "),
        sign,
    )


@register.simple_tag
def bundled(source: str) -> str:
    """The address of a built file of the front end."""
    file = settings.STATIC_DIR / "bundle" / "manifest.json"
    return static(f"bundle/{_manifest(file, file.stat().st_mtime_ns)[source]}")


@lru_cache(maxsize=4)
def _manifest(file: Path, changed: int) -> dict[str, str]:
    found: dict[str, str] = json.loads(file.read_text())
    return found
