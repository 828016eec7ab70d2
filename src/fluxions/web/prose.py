"""Markdown with dollar formulas to safe HTML: raw HTML is off, and what is made passes an allow-list as well."""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape, unescape
from itertools import pairwise
from zlib import crc32

import nh3
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from fluxions.web.formulas import formula

TAGS = {"p", "em", "strong", "code", "pre", "ul", "ol", "li", "a", "blockquote", "h2", "h3", "br", "hr",
        "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "h2": {"id"}, "h3": {"id"}, "ol": {"start"}}
CLASSES = {"th": {"words"}, "td": {"words"}}  # a column that is marked :--- holds words, not numbers
SCHEMES = {"http", "https", "mailto"}
# A formula passes the allow-list as a private character with its number, and is set afterwards.
BEGIN, DISPLAY, END = "\ue000", "\ue001", "\ue002"
PLACE = re.compile(f"([{BEGIN}{DISPLAY}])(\\d+){END}([.,;:!?)]*)")
LIVE = re.compile(r"\{skill=([a-z0-9-]+)(?: family=([a-z0-9-]+))?\}")
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
SCROLLING = r'<div class="scroll" tabindex="0" role="group" aria-label="Table">\g<0></div>'  # by itself, and by keys
SHOWN = re.compile(f"\\s*({DISPLAY}\\d+{END})\\s*")
DOLLARS = re.compile(r"\$([^$]+)\$([.,;:!?)]*)")

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").use(
    dollarmath_plugin, allow_space=True, double_inline=True, allow_labels=False
)  # fmt: skip


@lru_cache(maxsize=1024)
def prose(text: str) -> SafeString:
    """A text of several paragraphs."""
    tokens = MARKDOWN.parse(_clean(text))
    return _made(tokens, MARKDOWN.renderer.render(_prepared(tokens), MARKDOWN.options, {}))


@lru_cache(maxsize=1024)
def phrase(text: str) -> SafeString:
    """A text within one line: no paragraph round it."""
    tokens = MARKDOWN.parseInline(_clean(text))
    return _made(tokens, MARKDOWN.renderer.render(_prepared(tokens), MARKDOWN.options, {}))


def sentence(text: str) -> SafeString:
    """Words of the engine: formulas between dollar signs, all else as it is."""
    parts, last = [], 0
    for found in DOLLARS.finditer(text):
        parts += [escape(text[last : found.start()]), _kept(formula(found[1]), found[2])]
        last = found.end()
    return mark_safe("".join([*parts, escape(text[last:])]))


def _clean(text: str) -> str:
    return re.sub(f"[{BEGIN}{DISPLAY}{END}]", "", text)


def _prepared(tokens: Sequence[Token]) -> Sequence[Token]:
    """Formulas become numbered places, links to skills become addresses, headings get names."""
    number = 0
    for token, following in pairwise([*_all(tokens), None]):
        if token is None:
            continue
        if token.type in ("math_inline", "math_inline_double", "math_block"):
            display = token.type != "math_inline"
            token.meta = {"tex": token.content, "display": display}
            token.type, token.tag = ("html_block" if token.type == "math_block" else "text"), ""
            token.content = f"{DISPLAY if display else BEGIN}{number}{END}"
            number += 1
            _set_live(token, following)
        elif token.type == "link_open":
            token.attrSet("href", _address(str(token.attrGet("href") or "")))
    for token in tokens:
        if token.type in ("th_open", "td_open") and "left" in str(token.attrs.pop("style", "")):
            token.attrSet("class", "words")
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrSet("id", slugify(inline.content))
    return tokens


def _set_live(formula: Token, following: Token | None) -> None:
    """The mark {skill=… family=…} right behind a formula says where the formula leads."""
    found = LIVE.match(following.content) if following and following.type == "text" else None
    if found and following:
        formula.meta["live"] = (found[1], found[2] or "")
        following.content = following.content[found.end() :]


def _address(href: str) -> str:
    return reverse("skill", args=[href.removeprefix("skill:")]) if href.startswith("skill:") else href


def _all(tokens: Sequence[Token]) -> list[Token]:
    return [each for token in tokens for each in (token, *_all(token.children or []))]


def _made(tokens: Sequence[Token], html: str) -> SafeString:
    formulas = [token.meta for token in _all(tokens) if token.meta and "tex" in token.meta]
    safe = nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, allowed_classes=CLASSES, url_schemes=SCHEMES, link_rel="noopener"
    )

    def set_formula(place: re.Match[str]) -> str:
        meta = formulas[int(place[2])]
        tex, number = unescape(meta["tex"]).strip(), f"{crc32(html.encode()):x}-{place[2]}"
        if place[1] == BEGIN:
            return _kept(_leading(formula(tex), meta.get("live"), number), place[3])
        shown = _leading(formula(tex, display=True), meta.get("live"), number)
        return f'<div class="display"><math-text>{shown}</math-text></div>{place[3]}'

    return mark_safe(PLACE.sub(set_formula, TABLE.sub(SCROLLING, PARAGRAPH.sub(_split, safe))))


def _leading(made: str, live: tuple[str, str] | None, number: str) -> str:
    """A formula that leads to its skill: as a link, or, where it can be tried too, with both behind it."""
    if live is None:
        return made
    skill, family = live
    there = reverse("skill", args=[skill])
    title = escape(skill.replace("-", " ").capitalize())
    if not family:
        return f'<a class="live" href="{there}" title="{title}">{made}</a>'
    return (
        f'<button class="live" type="button" title="{title}" popovertarget="live-{number}">{made}</button>'
        f'<span class="live-menu" popover id="live-{number}"><a href="{there}">{title}</a>'
        f'<button class="text-btn" form="try-{skill}-{family}">Try one yourself</button></span>'
    )


def _split(paragraph: re.Match[str]) -> str:
    """A displayed formula stands between paragraphs, never inside one."""
    parts = SHOWN.split(paragraph[1])
    return "".join(each if place % 2 else f"<p>{each}</p>" for place, each in enumerate(parts) if each.strip())


def _kept(made: str, punctuation: str) -> str:
    """Punctuation never parts from its formula."""
    return f'<span class="nb">{made}{punctuation}</span>' if punctuation else made
