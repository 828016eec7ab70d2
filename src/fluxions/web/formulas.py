"""TeX to MathML that reads without JavaScript."""

import re
from functools import lru_cache
from html import escape
from xml.etree import ElementTree

from django.utils.safestring import SafeString, mark_safe
from math_core import LatexError, LatexToMathML

CONVERTER = LatexToMathML(fancy_error=False)
MARK = re.compile(r"\\htmlClass\{([a-z-]+)\}")
# A marked part goes through the converter as a colour that no content uses, and comes out as a class.
COLOURS = {"WildStrawberry": "#FF3769", "Orchid": "#AC72B9", "Emerald": "#00B1A0", "Periwinkle": "#6A7ABF"}
PRIMES = {"′", "″", "‴"}
VECTOR, BARS = "\u20d7", {"\u0332", "\u0305"}  # combining marks: they have no width and do not stretch


@lru_cache(maxsize=4096)
def formula(tex: str, *, display: bool = False) -> SafeString:
    r"""The formula as MathML, `\htmlClass{name}{…}` as a class; TeX that cannot be set is shown as it was written."""
    plain = tex.replace(r"\fault{", r"\htmlClass{fault}{")
    classes = dict(zip(dict.fromkeys(MARK.findall(plain)), COLOURS, strict=False))
    coloured = MARK.sub(lambda found: _colour(classes.get(found[1])), plain)
    try:
        made = CONVERTER.convert_with_local_state(coloured, displaystyle=display)
    except LatexError:
        return mark_safe(f'<code class="tex">{escape(tex)}</code>')
    root = ElementTree.fromstring(made.replace("&ApplyFunction;", "\u2061"))
    _mark(root, {COLOURS[colour]: name for name, colour in classes.items()})
    _set_accents(root)
    _set_primes(root)
    return mark_safe(ElementTree.tostring(root, encoding="unicode"))


def _colour(name: str | None) -> str:
    return rf"\textcolor{{{name}}}" if name else ""


def _mark(root: ElementTree.Element, names: dict[str, str]) -> None:
    """The colour of a marked part becomes its class; no other colour stays."""
    for node in root.iter():
        colour = re.fullmatch(r"color:(#\w{6});", node.get("style", ""))
        if colour:
            del node.attrib["style"]
            if colour[1] in names:
                node.set("class", names[colour[1]])


def _set_accents(root: ElementTree.Element) -> None:
    """An arrow gets a width of its own; a bar becomes a rule that is as wide as what stands below."""
    for node in list(root.iter("mover")):
        if len(node) != 2 or node[1].tag != "mo":
            continue
        if node[1].text == VECTOR:
            node[1].text = "→"
        elif node[1].text in BARS:
            node.remove(node[1])
            node.tag, node.attrib = "mrow", {"class": "bar"}


def _set_primes(node: ElementTree.Element) -> None:
    """A prime glyph is raised already: it stands beside its base, not above it."""
    for place, child in enumerate(list(node)):
        _set_primes(child)
        if child.tag == "msup" and len(child) == 2 and child[1].tag == "mo" and child[1].text in PRIMES:
            row = ElementTree.Element("mrow")
            prime = ElementTree.SubElement(row, "mo", {"class": "prime", "lspace": "0", "rspace": "0"})
            prime.text = child[1].text
            row.insert(0, child[0])
            row.tail = child.tail
            node[place] = row
