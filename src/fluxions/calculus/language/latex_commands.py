"""The commands of LaTeX that stand for signs, names and spaces, and those that are refused."""

from __future__ import annotations

SPACES = frozenset(
    ", ; : ! quad qquad displaystyle textstyle limits nolimits bigl bigr big Bigl Bigr Big biggl biggr thinspace > "
    "middle mathstrut medspace thickspace negthinspace ,".split()
) | {" ", "\n"}  # fmt: skip
SIGNS = {
    "cdot": "*", "times": "*", "ast": "*", "star": "*", "div": "/", "le": "<=", "leq": "<=", "leqslant": "<=",
    "lt": "<", "ge": ">=", "geq": ">=", "geqslant": ">=", "gt": ">", "ne": "!=", "neq": "!=", "to": "->",
    "rightarrow": "->", "longrightarrow": "->", "Rightarrow": "=>", "implies": "=>", "iff": "=>",
    "Leftrightarrow": "=>", "cup": "U", "cap": "∩", "in": "∈", "setminus": "\\",
    "smallsetminus": "\\", "backslash": "\\", "pm": "±", "mp": "∓",
    "prime": "'", "colon": ":", "circ": "∘", "odot": "∘", "otimes": "⊗", "oslash": "⊘",
}  # fmt: skip
WORDS = {"land": "and", "wedge": "and", "lor": "or", "vee": "or"}
FUNCTIONS = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan arccot arcsec arccsc sinh cosh tanh coth sech csch arsinh arcosh "
    "artanh ln log exp arcsinh arccosh arctanh tg ctg lb erf".split()
)
CALLED = frozenset("min max det gcd".split())
CONSTANTS = {"exponentialE": "e", "imaginaryI": "i", "infty": "inf", "pi": "pi", "e": "e", "i": "i"}
FONTS = frozenset(
    "mathrm mathit mathbf mathsf mathnormal boldsymbol bm textrm text textup operatorname operatorname* mathbb mathcal "
    "mbox textnormal vec mathop boxed fbox".split()
)
ACCENTS = {
    "hat": "hat",
    "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "widetilde": "tilde", "dot": "dot",
    "ddot": "ddot", "dddot": "dddot",
}  # fmt: skip
DELIMITERS = {
    "(": "(", "[": "[", ")": ")", "]": "]", "|": "|", r"\{": "{", r"\}": "}", r"\lbrace": "{", r"\rbrace": "}",
    r"\lbrack": "[", r"\rbrack": "]", r"\lparen": "(", r"\rparen": ")", r"\vert": "|", r"\lvert": "|", r"\rvert": "|",
    r"\|": "‖", r"\Vert": "‖", r"\lVert": "‖", r"\rVert": "‖", r"\lfloor": "floor", r"\rfloor": "floor",
    r"\lceil": "ceil", r"\rceil": "ceil", r"\langle": "⟨", r"\rangle": "⟩", r"\mid": "|",
}  # fmt: skip
OPENING = frozenset({"{", "(", "[", "lbrace", "lbrack", "lparen", "lvert", "lVert", "lfloor", "lceil", "langle"})
VARIANTS = {"varepsilon": "epsilon", "vartheta": "theta", "varphi": "phi", "varrho": "rho", "varsigma": "sigma"}
DOTTED = {"dot": 1, "ddot": 2, "dddot": 3}
CASES = {
    **{word: word for word in ("if", "for", "when", "where", "else", "otherwise", "elsewhere", "then")},
    **dict.fromkeys(("falls", "si", "wenn"), "if"), "sonst": "otherwise", "else if": "if", "sinon": "otherwise",
}  # fmt: skip
MESSAGES = {
    "placeholder": ("empty-box", "There is still an empty box here."),
    "degree": ("degrees", "Angles are in radians here: write 90 degrees as pi/2."),
    "%": ("percent", "A percent sign is read only where a number is wanted: write 0.5 for 50 %."),
    "$": ("unit", "Leave out units and currency signs: write the number only."),
    **dict.fromkeys(("approx", "simeq", "sim"), ("approximate", "Write = only: ≈ is not read.")),
    "end": ("environment", "This \\end has no \\begin."),
}  # fmt: skip
