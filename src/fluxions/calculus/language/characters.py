"""Characters that are read as others, and those that only look alike."""

from __future__ import annotations

import unicodedata

# one character for one, so that places in the text stay the same
SAME = str.maketrans({
    **dict.fromkeys("−–—‒‐‑﹣", "-"), **dict.fromkeys("×∗⋅·∙•✕⨯", "*"), **dict.fromkeys("÷∕⁄", "/"),
    **dict.fromkeys("′’‘`´ʹ", "'"), **dict.fromkeys("″“”", '"'), **dict.fromkeys("∣ǀ", "|"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n\v\f", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff", " "),
    "ℯ": "e", "ⅇ": "e", "ⅈ": "i", "ⅆ": "∂", "µ": "μ", "ϵ": "ε", "ϑ": "θ", "ϕ": "φ", "ϱ": "ρ", "ς": "σ", "ϖ": "π",
    "⩽": "≤", "⩾": "≥", "≦": "≤", "≧": "≥", "∶": ":", "↦": "→", "⟶": "→", "∥": "‖", "⟹": "⇒", "Ω": "Ω",
})  # fmt: skip

SAME.update({
    point: plain
    for point in (*range(0x1D400, 0x1D800), *range(0xFF01, 0xFF5F), 0x210E)
    if len(plain := unicodedata.normalize("NFKC", chr(point))) == 1 and plain != chr(point)
})  # fmt: skip
ACCENTED = {
    **dict(zip("âĉêĝĥîĵôŝûŵŷẑ", (f"{letter}_hat" for letter in "aceghijosuwyz"), strict=True)),
    **dict(zip("āēīōūȳ", (f"{letter}_bar" for letter in "aeiouy"), strict=True)),
}  # fmt: skip
GREEK_SIGNS = {
    **dict(zip("αβγδεζηθικλμνξπρστυφχψω",
               "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi "
               "chi psi omega".split(), strict=True)),
    **dict(zip("ΓΔΘΛΞΣΥΦΨΩ", "Gamma Delta Theta Lambda Xi Sigma Upsilon Phi Psi Omega".split(), strict=True)),
}  # fmt: skip

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣʸᵏᵐᵀᵗ", "0123456789+-()nixykmTt", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉ₙᵢⱼₖₘₜₓ", "0123456789nijkmtx", strict=True))
FRACTIONS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
SIGNS = {
    "≤": "<=", "≥": ">=", "≠": "!=", "∪": "U", "∧": "and", "∨": "or", "→": "->", "⇒": "=>", "√": "√", "∛": "∛",
    "∜": "∜", "‖": "‖", "∈": "∈", "∩": "∩", "∖": "\\", "±": "±", "∓": "∓", "+/-": "±", "⊙": "∘",
}  # fmt: skip

# letters of other alphabets that look like Latin ones
_ALIKE = dict(zip("аеорсухіѕјһԁԛԝкмтвнАВЕКМНОРСТУХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΧΥοιν",
                  "aeopcyxisjhdqwkmtbhABEKMHOPCTYXISJABEZHIKMNOPTXYoiv", strict=True))  # fmt: skip


def look_alike(character: str) -> str | None:
    """The plain character that this one is easily taken for."""
    if character in _ALIKE:
        return _ALIKE[character]
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 and plain.isascii() and plain.isprintable() and plain != character else None


def named(character: str) -> str:
    """How a character is shown in a message: itself where it can be printed, else its code point."""
    printable = character.isprintable() and not "\ud800" <= character <= "\udfff"
    return f"“{character}”" if printable and character != " " else f"U+{ord(character):04X}"
