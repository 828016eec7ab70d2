"""Inputs made to hang, crash, fill or fool a judge: each an answer and what it is compared with."""

from __future__ import annotations

from collections.abc import Iterator

Pairs = Iterator[tuple[str, tuple[str, str]]]


def _sum(term: str, numbers: range, sign: str = "+") -> str:
    return sign.join(term.format(k=k) for k in numbers)


def _rows(height: int, width: int, entry: str = "{i}x+{j}") -> str:
    rows = (", ".join(entry.format(i=i, j=j) for j in range(width)) for i in range(height))
    return "[" + ", ".join(f"[{row}]" for row in rows) + "]"


def _named(kind: str, expected: str, *answers: str) -> Pairs:
    return ((f"{kind} {k}", (answer, expected)) for k, answer in enumerate(answers, 1))


CODE = _named(
    "code", "x",
    "__import__('os').system('true')", "eval('1')", "exec('x=1')", "(lambda: (yield))()", "x if x else ().__class__",
    "{0.__class__.__mro__}", "{{7*7}}", "${7*7}", "`id`", "$(id)", "import os", "os.system('id')",
    "open('/etc/passwd')",
    "[c for c in ().__class__.__base__.__subclasses__()]", "sympify('x')", "S('x')", "globals()", "print(1)",
    "lambda x: x", "compile('x','','eval')", "f'{x}'", "getattr(x, '__class__')", "x.__class__", "x.subs(x, 1)",
    r"\input{/etc/passwd}", r"\write18{id}", r"\def\x{\x}\x", r"\newcommand{\x}{\x\x}\x", r"\csname x\endcsname",
    "<script>alert(1)</script>", "x'; DROP TABLE answers; --", "x\nimport os", "%s%n%x", "system(\"id\")$",
    ":lisp (quit)", "batch(\"/etc/passwd\")", "x:=x+1", "while True: pass", "../../etc/passwd", "@import url(x)",
)  # fmt: skip

TEXT = _named(
    "text", "x",
    "", " ", "\x00", "x\x00y", "\ud800", "x + \udfff", "\u202ex", "x\u202e+1", "\u2066x\u2069", "\ufeffx", "х", "x·х",
    "ⅹ", "𝑥", "𝐱", "１+１", "x²³⁴", "x₁₂₃", "ｘ", "ⅇ^ⅈ", "\U0001f600", "x\u0301\u0301\u0301\u0301",
    "\u200b" * 1999 + "x",
    " " * 1999 + "x", "'" * 1999 + "x", "9" * 1_000_000, "x+" * 500_000, "e" * 1999, "\t\r\n\v\f", "٣+٤", "x−−−x",
    "＝",
    "\u0000" * 1999, "\\" * 1999, "^" * 1999, "_" * 1999, "&" * 1999, "$" * 1999, "\u2061x\u2062y\u2063z",
)  # fmt: skip

NESTED = _named(
    "nested", "x",
    "(" * 10_000, "(" * 10_000 + "x" + ")" * 10_000, "(" * 500 + "x" + ")" * 500, "[" * 300 + "x" + "]" * 300,
    "{" * 900 + "x" + "}" * 900, "|" * 1000, "|" * 60 + "x" + "|" * 60, "-" * 1998 + "x", "-+" * 999 + "x",
    "x" + "!" * 500, "sin(" * 300 + "x" + ")" * 300, "sin(" * 90 + "x" + ")" * 90, "sqrt(1+" * 40 + "x" + ")" * 40,
    "1/" + "(1+1/" * 40 + "x" + ")" * 40, "1/" * 300 + "x", "/".join("x" * 900), "^".join("x" * 900), "x^y^z^x^y^z",
    r"\frac{1}{" * 150 + "x" + "}" * 150, r"\frac{1}{" * 60 + "x" + "}" * 60, r"\sqrt{" * 80 + "x" + "}" * 80,
    r"\left(" * 200 + "x" + r"\right)" * 200, "abs(" * 60 + "x" + "-1)" * 60, "if(x<0, " * 30 + "x" + ", 1)" * 30,
    "max(x, " * 40 + "1" + ")" * 40, "ln(" * 50 + "x" + ")" * 50, "e^(" * 50 + "x" + ")" * 50,
    "diff(" * 12 + "x^x" + ", x)" * 12,
    "diff(x, x" + ", x" * 600 + ")", "diff(x, x, 20)" * 140, "diff(sin(x^2) e^x ln(x) tan(x), x, 6)",
    "limit(" * 30 + "x" + ", x, 0)" * 30, "int(" * 20 + "x" + ", x)" * 20, "sum(" * 12 + "n" + ", n, 1, 9)" * 12,
    "d/dx " * 60 + "x", "f(" * 200 + "x" + ")" * 200, "sigmoid(" * 60 + "x" + ")" * 60,
    "tanh(2 " * 60 + "x" + ")" * 60,
)  # fmt: skip

HALF = _named(
    "half", "x",
    r"\frac", r"\frac{1}{", r"\frac{1}", r"\sqrt[", r"\sqrt[3", r"\left(", r"\right)", r"\left.", r"\left|x", "{", "}",
    r"\begin{cases}", r"\end{cases}", r"\begin{pmatrix}1&", r"\begin{pmatrix}" * 40, r"\int_0^", r"\int_0^1",
    r"\sum_{n=",
    r"\lim_{x\to", "x^", "x_", "x^{", "x_{", "d/d", "d^2/d", "diff(", "if(x<", "[[1,2],[3", "(1,2", "a<", "x=", "=",
    "<=", "∫", "√",
    "sin", "log_", "1,", "U", "(0,1]U", "x and", "{x |", "x \\in", "R \\", "±", "5 ±", r"\mathrm{", r"\placeholder{}",
)  # fmt: skip

LARGE = _named(
    "large", "x",
    "8^8^8^8^8", "x^(10^7)", "x^(10^6)", "x^(10^5)", "((x+1)^50)^50", "(x+y+z+1)^60", "(1+x)^1000", "9^9^5",
    "9" * 2000,
    "0." + "0" * 1900 + "1", "2^" + "9" * 299, "1E-9999999", "1E99999", "((9!)!)!", "99999!", "1000!", "170!",
    "binomial(10^6, 5*10^5)",
    "gamma(10^6)", "sum(1/n^2, n, 1, 10^9)", "sum(n, n, 1, 10^9)", "sum(sin(n x), n, 1, 10^9)",
    "product(n, n, 1, 10^9)",
    "1 + 2 + … + 10^9", "{1, 2, …, 10^9}", "e^(e^(e^(e^x)))", "e^(10^9)", "e^(-10^9)+x", "tanh(10^5)", "erf(10^3)",
    "sin(10^100)", "cos(10^(-200))", "ln(10^(-10^6))", "tan(pi/2)", "floor(10^30 x)", "x^1000000-x^999999",
    "2^1000000",
    _sum("sin({k}x)", range(1, 40)), _sum("abs(x-{k})", range(1, 60)), _sum("1/(x-{k})", range(1, 80)),
    _sum("sqrt({k})", range(2, 40)), _sum("(x+{k})", range(1, 40), "*"), _sum("(x+y^{k})", range(1, 20), "*"),
    _sum("x^{k}", range(1, 150)), _sum("e^({k}x)", range(1, 60)), _sum("tan({k}x)", range(1, 30)),
    _sum("x{k}", range(1, 120)),
    "max(" + ", ".join(f"sin({k}x)" for k in range(1, 12)) + ")", "(" + _sum("a{k}", range(1, 20)) + ")^8",
    "+".join("x" * 1000),
    "±".join("x" * 30), " or ".join(f"x={k}" for k in range(200)), ", ".join(str(k) for k in range(400)),
)  # fmt: skip

POLES = _named(
    "poles", "x",
    "1/0", "0/0", "0^0", "0^(-1)", "1/(x-x)", "1/sin(pi)", "ln(0)", "ln(-1)", "sqrt(-1)", "(-8)^(1/3)", "x/0",
    "0*(1/0)", "inf-inf",
    "inf*0", "1/inf", "x+inf", "1/sin(10^6 x)", "tan(10^9 x)", "1/(sin(x)^2+cos(x)^2-1)",
    "ln(sin(x)^2+cos(x)^2-1)+x", "1/floor(x/10^9)+x",
    "sqrt(-x^2)", "sqrt(-x^2-1)+x", "ln(-x^2)", "arcsin(2+x^2)", "gamma(-1)", "1/(x^1000-x^999)", "sqrt(sin(10^9 x))",
)  # fmt: skip

# hard to prove, or costly where a judge expands
EQUAL: tuple[tuple[str, str], ...] = (
    ("(1+x)^1000-(1+x)^999(1+x)", "0"), ("(x+y)^80", "(y+x)^80"), ("(x^2-1)^200", "(x-1)^200(x+1)^200"),
    ("x^x^x", "x^(x^x)"),
    (_sum("sin({k}x)", range(1, 40)), _sum("sin({k}x)", range(39, 0, -1))), ("2^x 3^x 5^x 7^x", "210^x"),
    ("(x^x)^x", "x^(x^2)"),
    (_sum("(x+{k})", range(1, 40), "*"), _sum("(x+{k})", range(39, 0, -1), "*")),
    ("sin(1000x)", "2sin(500x)cos(500x)"),
    ("cos(64x)", "2cos(32x)^2-1"), ("(sin(x)^2+cos(x)^2)^100", "1"), ("tan(50x)", "sin(50x)/cos(50x)"),
    ("e^(ln(2)ln(3))", "3^ln(2)"),
    ("(sqrt(2)+sqrt(3)+sqrt(5)+sqrt(7))^8",
     "((sqrt(2)+sqrt(3))^2+2(sqrt(2)+sqrt(3))(sqrt(5)+sqrt(7))+(sqrt(5)+sqrt(7))^2)^4"),
    ("cos(pi/7)cos(2pi/7)cos(3pi/7)", "1/8"), ("ln(2)/ln(3)", "ln(4)/ln(9)"),
    ("|x|+|y|+|x+y|", "2max(|x|, |y|, |x+y|)"),
    (_rows(12, 12), _rows(12, 12, "{j}+{i}x")), ("x^100 - 1 = 0", "x^50 = 1"), ("ceil(x)", "-floor(-x)"),
    ("if(x = 1/3, 1/3, x)", "x"),
    ("{" + ", ".join(f"x+{k}" for k in range(60)) + "}", "{" + ", ".join(f"{k}+x" for k in range(59, -1, -1)) + "}"),
    ("{" + ", ".join(f"2({k}+x)" for k in range(30)) + "}",
     "{" + ", ".join(f"2x+{2 * k}" for k in range(29, -1, -1)) + "}"),
)  # fmt: skip

# different by very little, far out, or in one place
DIFFERENT: tuple[tuple[str, str], ...] = (
    ("x+10^(-100)", "x"), ("x(1+10^(-60))", "x"), ("e^(-10^6)+x", "x"), ("e^(-x^2/10^9)+e^(-10^9 x^2)", "1"),
    ("cos(10^(-30)x)", "1"), ("x^2+10^(-300)sin(x)", "x^2"), ("sqrt(x^2+10^(-200))", "abs(x)"), ("tanh(1000)", "1"),
    ("e^(pi sqrt(163))", "262537412640768744"), ("sqrt(2)+sqrt(3)+sqrt(5)+sqrt(7)+sqrt(11)+sqrt(13)", "13.1"),
    ("sqrt(5+2sqrt(6))", "sqrt(2)+sqrt(3)+10^(-40)"), ("sqrt(sqrt(2)+sqrt(3)+10^(-50))", "sqrt(sqrt(2)+sqrt(3))"),
    ("(sqrt(2)-1)^200", "0"), ("(1+sqrt(2))^100+(1-sqrt(2))^100-(1+sqrt(2))^100", "0"), ("355/113", "pi"),
    ("(x-y)^81", "(y-x)^81"),
    ("sin(22)", "0"), ("arctan(10^40)", "pi/2"), ("floor(x+10^(-40))", "floor(x)"),
    ("floor(x-3+10^(-30))", "floor(x)-3"),
    ("abs(x-10^12)", "10^12-x"), ("if(x < 10^9, x, x+1)", "x"), ("if(x = 1/7, 5, x)", "x"),
    ("if(x < 1/3, 0, 1)", "if(x <= 1/3, 0, 1)"),
    ("if(x < 10^(-40), 0, 1)", "if(x < 0, 0, 1)"), ("relu(x-1000)", "0"), ("max(x, -10^8)", "x"),
    ("ln(x^1000+1)", "1000 ln(x)"),
    ("(x^60-1)/(x^59+x+1)", "(x^61-1)/(x^60+x+1)"), ("x^(10^6)", "x^(10^6)+1"), ("sin(10^100)", "cos(10^100)"),
    ("sin(sin(sin(sin(sin(sin(x))))))", "sin(x)"), ("sqrt(sqrt(sqrt(sqrt(x^16+1))))", "x"),
    ("sin(x)^40+cos(x)^40", "1"),
    ("cos(pi/257)", "cos(pi/257)+10^(-30)"), (_rows(12, 12), _rows(12, 12, "{i}x+{j}+1E-40")), (_rows(12, 12), "x"),
    ("det(" + _rows(12, 12) + ")", "1"), ("[" + ", ".join("x" * 144) + "]", "[" + ", ".join("x" * 143) + ", x+1]"),
    ("{" + ", ".join(f"sqrt({k})" for k in range(60)) + "}",
     "{" + ", ".join(f"{k}^(1/2)" for k in range(1, 61)) + "}"),
    (" U ".join(f"({2 * k}, {2 * k + 1})" for k in range(60)),
     " U ".join(f"({2 * k}, {2 * k + 1}]" for k in range(60))),
    ("sin(10^6 x) = 0", "sin(10^6 x) = 10^(-9)"), ("sin(1/x) = 0", "sin(1/x) = x/10^9"), ("x^2 < 10^(-90)", "x < 0"),
    (_sum("(x-{k})", range(1, 21), "*") + " = 0", _sum("(x-{k})", range(1, 21), "*") + " = 10^(-9)"),
    ("e^x > 10^9 x^9", "x > 0"),
    ("tan(100x) > 1", "tan(100x) > 2"), ("x^21 - x > 0 and x < 5", "x > 1"),
)  # fmt: skip


HOSTILE: dict[str, tuple[str, str]] = {
    name: pair
    for pairs in (
        CODE, TEXT, NESTED, HALF, LARGE, POLES,
        ((f"equal {k}", pair) for k, pair in enumerate(EQUAL, 1)),
        ((f"different {k}", pair) for k, pair in enumerate(DIFFERENT, 1)),
    )
    for name, pair in pairs
}  # fmt: skip
