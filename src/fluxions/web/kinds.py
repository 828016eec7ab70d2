"""The kinds of answers as people see them: what each is called, how it is written, and one to try."""

from dataclasses import dataclass

from fluxions.calculus.answers.check import kind_of
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.language.reading import Kind
from fluxions.calculus.problem import Problem


@dataclass(frozen=True, slots=True)
class AnswerKind:
    """A kind of answer: its name in the contract, its title, a line on how to write it, an example."""

    name: Kind
    title: str
    write: str  # under the field
    expected: str
    right: str
    wrong: str


TABLE = (
    AnswerKind(
        "expression", "Expression", "A formula, for example 2x cos(x²).", "(x + 1)^2", "x^2 + 2x + 1", "x^2 + 1"
    ),
    AnswerKind("number", "Number", "An exact number, for example 3/4, √2 or π/6.", "1/3", "2/6", "3"),
    AnswerKind(
        "vector",
        "Vector",
        "Entries in brackets, for example (1, 2, 3), or a column.",
        "(1, 2, 3)",
        "(1, 2, 3)",
        "(1, 2, 4)",
    ),
    AnswerKind(
        "matrix",
        "Matrix",
        "Row by row, for example [[1, 2], [3, 4]]; in the maths field take a matrix from the keys.",
        "[[1, 2], [3, 4]]",
        "[[1, 2], [3, 4]]",
        "[[1, 3], [2, 4]]",
    ),
    AnswerKind(
        "set",
        "Set",
        "Elements in braces, for example {−2, 2}; or x = ±2; ∅ where there is none.",
        "{-2, 2}",
        "{2, -2}",
        "{2}",
    ),
    AnswerKind(
        "multiset",
        "Roots with multiplicity",
        "In braces, each as often as it counts, for example {1, 1, 2}.",
        "{1, 1, 2}",
        "{1, 2, 1}",
        "{1, 2}",
    ),
    AnswerKind(
        "interval",
        "Interval",
        "For example (2, ∞) or x > 2; parts are joined by ∪, and ℝ ∖ {1} leaves 1 out.",
        "(2, inf)",
        "x > 2",
        "[2, inf)",
    ),
    AnswerKind(
        "equation",
        "Equation",
        "Any form with the same solutions, for example y = 2x + 1.",
        "y = 2x + 1",
        "2x - y + 1 = 0",
        "y = 2x",
    ),
    AnswerKind(
        "system",
        "Several equations",
        "Separated by commas, for example x = 1, y = 2, or the point (1, 2).",
        "x + y = 3, x - y = 1",
        "x = 2, y = 1",
        "x = 1, y = 2",
    ),
    AnswerKind("inequality", "Inequality", "For example x ≤ 2, or 0 < x < 1.", "2x > 4", "x > 2", "x >= 2"),
    AnswerKind(
        "piecewise",
        "Function by cases",
        "Take the cases from the keys: value, condition, row by row.",
        r"\begin{cases}x & x > 0\\0 & x \le 0\end{cases}",
        r"\begin{cases}x & x > 0\\0 & x \le 0\end{cases}",
        "x",
    ),
    AnswerKind(
        "family", "All solutions", "With its constants, for example C eˣ; any letter will do.", "C*e^x", "A e^x", "e^x"
    ),
    AnswerKind(
        "density",
        "Density",
        "The formula and where it holds, for example 2e^(−2x), x > 0, or cases from the keys.",
        "2*e^(-2*x), x > 0",
        "2e^(-2x), x > 0",
        "e^(-2x), x > 0",
    ),
    AnswerKind("antiderivative", "Antiderivative", "With its constant, for example x² + C.", "2x", "x^2 + C", "x^2"),
    AnswerKind("choice", "Choice", "The letter of the option.", "B", "b", "A"),
)
KINDS: dict[str, AnswerKind] = {each.name: each for each in TABLE}
SECRET = frozenset({"expression", "number"})  # that an answer is a number may be what the task asks


def kind_asked(problem: Problem) -> AnswerKind | None:
    """The kind of answer that a task tells people to write; None for a plain formula or number."""
    name: str = problem.type
    if name == "auto":
        derivation = problem.derivation
        name = kind_of(derivation.answer) if isinstance(derivation, Derivation) else ""
    return None if name in SECRET else KINDS.get(name)
