"""Lines of matrix calculus: differentials on the way, names for parts, the answer, and the first wrong line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fluxions.calculus.answers.check import check_read
from fluxions.calculus.derivation.step import Derivation
from fluxions.calculus.diagnosis.diagnose import UNFINISHED, derived, explained, strategy_of, words
from fluxions.calculus.diagnosis.diagnosis import Ambiguous, Diagnosis, LineReport, LineVerdict, Mistaken
from fluxions.calculus.diagnosis.hints import next_hints
from fluxions.calculus.diagnosis.letter_case import other_case
from fluxions.calculus.diagnosis.statements import pieces_of
from fluxions.calculus.expr import Expr, Operator
from fluxions.calculus.language.lines import Line, read_line
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Reading, Syntax
from fluxions.calculus.numbers.array_agreement import agree
from fluxions.calculus.problem import Problem
from fluxions.calculus.shapes import ONCE, Clash, Shaped, differential_of, dim_text, names_in, shape
from fluxions.calculus.trees import mapped, nodes
from fluxions.calculus.verdict import Right, Text, Undecided, Unreadable, Wrong
from fluxions.calculus.vocabulary import Vocabulary

CARRIED = Text("This follows from the line above, which is wrong.")
OWN_NAMES = Undecided("unfinished", Text("Right so far. Put back what the names you gave stand for."))
NOT_EQUAL = Text("The two sides are not equal.")
NOT_THE_FUNCTION = Text("This is not the function that is differentiated.")
GRAVEST = ("wrong", "unreadable", "undecided", "right")
NOT_DIFFERENTIAL = Text("This is not the differential of what is differentiated.")
OPEN = frozenset({"readoff", "matgrad", "jacobian", "hessian"})
_DEFINED = re.compile(r"\s*(?:let\s+|with\s+)?([A-Za-z](?:_[0-9])?)\s*(?::=|=)(.+)")
_FUNCTION = re.compile(r"\s*f(?:\([^()]*\))?\s*=(?!=)")
_GRADIENT = re.compile(
    r"^[\s,]*(?:(?:so|thus|hence|and)\s+)?(?:the\s+)?(?:gradient\s*(?:is|=|:)|grad(?:ient)?\s*f?\s*=|∇(?:_\w+)?\s*f?\s*=)"
)
_TAKEN = re.compile(r"\s*d\s*(?=\()")


@dataclass(slots=True)
class _Shaped:
    """What has been written so far, with the names that were given to parts."""

    problem: Problem
    syntax: Syntax
    vocabulary: Vocabulary
    meanings: dict[str, Expr] = field(default_factory=dict)
    above: Expr | None = None
    valid: Expr | None = None  # the last right line that has the value of the task, or of its differential

    @property
    def variable(self) -> Shaped | None:
        match self.problem.task:
            case Operator("matgrad" | "jacobian" | "hessian", (_, Shaped() as x)):
                return x
        return None

    @property
    def function(self) -> Expr | None:
        """What is differentiated, where it is a number."""
        match self.problem.task:
            case Operator("matgrad", (f, Shaped())):
                return f
        return None

    def spelled(self, e: Expr) -> Expr:
        """e with the parts put back, and dr as the differential of r."""
        if not self.meanings or self.variable is None:
            return e
        x = self.variable
        ends = {f"d{name}": Operator("differential", (part, x)) for name, part in self.meanings.items()}
        table = {**self.meanings, **ends}
        return mapped(e, lambda node: table.get(node.name, node) if isinstance(node, Shaped) else node)

    def own(self, e: Expr) -> bool:
        """Does a name that the learner gave stand in e?"""
        return any(name in self.meanings or name[1:] in self.meanings for name in names_in(e))


def diagnose_shaped_lines(problem: Problem, texts: Sequence[str], syntax: Syntax) -> LineReport:
    """Every line with its verdict, the first wrong one named, and the next step from the learner's last valid line."""
    board = _Shaped(problem, syntax, words(problem), above=problem.task)
    verdicts: list[LineVerdict] = []
    broken: int | None = None
    diagnosis: Diagnosis | None = None
    for number, text in enumerate(texts, 1):
        found, said = _gravest([_line(board, each) for each in _statements(board, text)])
        if isinstance(said, Wrong) and broken is not None and found.expr is not None:
            if board.above is not None and _same(found.expr, board.above):
                found = LineVerdict("right", "carried", CARRIED, found.expr)
        elif isinstance(said, Wrong):
            broken, diagnosis = number, _named(board, found, said)
            found = replace(found, message=diagnosis.message) if isinstance(diagnosis, Mistaken) else found
        elif broken is not None and found.verdict == "right" and found.reason == "follows":
            found = replace(found, reason="recovered")
        if found.reason != "definition":
            board.above = found.expr or board.above
        diagnosis = diagnosis if broken is not None else said
        verdicts.append(found)
    complete = broken is None and isinstance(diagnosis, Right)
    empty = Undecided("empty", Text("There is no answer yet."))
    start = board.valid if board.valid is not None else problem.task
    hints = (
        () if complete else next_hints(start, strategy_of(problem)) or next_hints(problem.task, strategy_of(problem))
    )
    return LineReport(tuple(verdicts), broken, diagnosis or empty, hints, complete)


def _statements(board: _Shaped, text: str) -> list[str]:
    """What a line says, piece by piece, the names that it gives first; places are counted in the whole line."""
    found = [_GRADIENT.sub(lambda it: " " * len(it[0]), piece) for piece in pieces_of(text)] or [text]
    return sorted(found, key=lambda each: _name_given(board, each) is None)


def _gravest(found: list[tuple[LineVerdict, Diagnosis]]) -> tuple[LineVerdict, Diagnosis]:
    worst = min((each.verdict for each, _ in found), key=GRAVEST.index)
    return next(each for each in reversed(found) if each[0].verdict == worst)


def _named(board: _Shaped, found: LineVerdict, wrong: Wrong) -> Wrong | Mistaken | Ambiguous:
    """The one wrong rule that leads to a wrong answer."""
    whole = derived(board.problem)
    if found.expr is None or not isinstance(whole, Derivation):
        return wrong
    try:
        said = explained(whole, found.expr, wrong, board.problem)
    except Clash:
        return wrong
    return said if isinstance(said, (Mistaken, Ambiguous)) else wrong


def _line(board: _Shaped, text: str) -> tuple[LineVerdict, Diagnosis]:
    defined = _definition(board, text)
    if defined is not None:
        return defined, UNFINISHED
    taken = _differential_label(board, text)
    if taken is not None:
        return taken
    own = _FUNCTION.match(text) if board.function is not None else None
    line = read_line(" " * own.end() + text[own.end() :] if own else text, board.vocabulary, syntax=board.syntax)
    if (spot := other_case(text, line, board.problem, frozenset(board.meanings))) is not None:
        return LineVerdict("unreadable", spot.code, spot.message, spot=spot), spot
    return _of_function(board, line, own is not None) or _judged(board, line)


def _of_function(board: _Shaped, line: Line, named_so: bool) -> tuple[LineVerdict, Diagnosis] | None:
    """`f = …` or the function alone, written out or multiplied out: no gradient yet."""
    if isinstance(line.reading, Unreadable) or board.function is None:
        return None
    sides = [board.spelled(each) for each in line.sides]
    e = sides[-1]
    if any(_differential_stands(each, "d") or each.stands for each in sides):
        return None
    if all(_same(each, board.function) for each in sides):
        return LineVerdict("right", "true" if named_so else "on-the-way", expr=e), UNFINISHED
    if named_so and any(_apart(each, board.function) for each in sides):
        said = Wrong("not-true", NOT_THE_FUNCTION)
        return LineVerdict("wrong", said.reason, said.message, e), said
    return None


def _name_given(board: _Shaped, text: str) -> re.Match[str] | None:
    """The name and its value, where a line gives one."""
    found = _DEFINED.fullmatch(text)
    if found is None or found[1] in dict(board.vocabulary.shapes) or found[1] in board.vocabulary.symbols:
        return None
    return None if found[1] == "f" and board.function is not None else found


def _definition(board: _Shaped, text: str) -> LineVerdict | None:
    """`let r = X w - y`: r is from here on a name for it."""
    found = _name_given(board, text)
    if found is None:
        return None
    reading = read(found[2], board.vocabulary, syntax=board.syntax)
    if isinstance(reading, Unreadable):
        return None
    e = board.spelled(reading.expr)
    try:
        rows, columns = shape(e)
    except Clash:
        return None
    if e.stands or any(name.startswith("d") and len(name) > 1 for name in names_in(e)):
        return None
    sizes = (
        ()
        if (rows, columns) == (ONCE, ONCE)
        else (dim_text(rows),)
        if columns == ONCE
        else (dim_text(rows), dim_text(columns))
    )
    board.vocabulary = replace(board.vocabulary, shapes=(*board.vocabulary.shapes, (found[1], sizes)))
    board.meanings[found[1]] = e
    return LineVerdict("right", "definition", expr=e)


def _differential_label(board: _Shaped, text: str) -> tuple[LineVerdict, Diagnosis] | None:
    """`d(r'r) = 2 r' dr`: the right side is the differential of what stands in the brackets."""
    start = _TAKEN.match(text)
    if start is None or board.variable is None:
        return None
    depth, end = 0, -1
    for place in range(start.end(), len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            end = place
            break
    rest = text[end + 1 :].lstrip()
    inner = read(text[start.end() + 1 : end], board.vocabulary, syntax=board.syntax)
    if end < 0 or not rest.startswith("=") or isinstance(inner, Unreadable):
        return None
    line = read_line(rest, board.vocabulary, syntax=board.syntax)
    if isinstance(line.reading, Unreadable):
        return LineVerdict("unreadable", line.reading.code, line.reading.message, spot=line.reading), line.reading
    whole = Operator("differential", (board.spelled(inner.expr), board.variable))
    e = board.spelled(line.sides[-1])
    if all(_same(board.spelled(each), whole) for each in line.sides):
        return LineVerdict("right", "true", expr=e), UNFINISHED
    if any(_apart(board.spelled(each), whole) for each in line.sides):
        said = Wrong("not-true", NOT_EQUAL)
        return LineVerdict("wrong", said.reason, said.message, e), said
    return LineVerdict("undecided", "not-decided", Undecided("").message, e), Undecided("probed")


def _judged(board: _Shaped, line: Line) -> tuple[LineVerdict, Diagnosis]:
    """One line, and what it means as the last one."""
    reading, problem = line.reading, board.problem
    if isinstance(reading, Unreadable):
        return LineVerdict("unreadable", reading.code, reading.message, spot=reading), reading
    e = board.spelled(line.sides[-1])
    if e == problem.task:
        return LineVerdict("right", "task", expr=e), UNFINISHED
    sides = tuple(board.spelled(each) for each in line.sides)
    differential = _is_differential(problem, sides)
    if differential is not None:
        if differential:
            board.valid = e
            return LineVerdict("right", "on-the-way", expr=e), UNFINISHED
        if _label_of_own(board, line):
            return _own_differential(board, line, e)
        said = Wrong("not-true", NOT_DIFFERENTIAL)
        return LineVerdict("wrong", said.reason, said.message, e), said
    derivation = derived(problem)
    expected = derivation.answer if isinstance(derivation, Derivation) else problem.task
    verdict = check_read(
        Reading(e, reading.text, (), reading.spans), expected, vocabulary=words(problem), form=problem.form
    )
    match verdict:
        case Right():
            board.valid = e
            return LineVerdict("right", "follows", expr=e), OWN_NAMES if board.own(line.sides[-1]) else verdict
        case Wrong("operator-left-standing") | Undecided("operator-left-standing"):
            return _standing(board, e)
        case Wrong(reason, message):
            return LineVerdict("wrong", reason, message, e), verdict
        case Undecided(why, message):
            return LineVerdict("undecided", why, message, e), verdict
    return LineVerdict("unreadable", verdict.code, verdict.message, e), verdict


def _standing(board: _Shaped, e: Expr) -> tuple[LineVerdict, Diagnosis]:
    """A line in which a gradient still stands: right where it has the value of the task."""
    if _same(e, board.problem.task):
        board.valid = e
        return LineVerdict("right", "follows", expr=e), UNFINISHED
    if _apart(e, board.problem.task):
        said = Wrong("different-value", NOT_EQUAL)
        return LineVerdict("wrong", said.reason, said.message, e), said
    return LineVerdict("undecided", "not-decided", Undecided("").message, e), Undecided("probed")


def _label_of_own(board: _Shaped, line: Line) -> bool:
    """Is it the differential of a part: dr = X dw?"""
    return isinstance(line.name, Shaped) and line.name.name[1:] in board.meanings


def _own_differential(board: _Shaped, line: Line, e: Expr) -> tuple[LineVerdict, Diagnosis]:
    assert line.name is not None
    whole = board.spelled(line.name)
    if all(_same(board.spelled(each), whole) for each in line.sides):
        return LineVerdict("right", "true", expr=e), UNFINISHED
    if any(_apart(board.spelled(each), whole) for each in line.sides):
        said = Wrong("not-true", NOT_EQUAL)
        return LineVerdict("wrong", said.reason, said.message, e), said
    return LineVerdict("undecided", "not-decided", Undecided("").message, e), Undecided("probed")


def _is_differential(problem: Problem, sides: tuple[Expr, ...]) -> bool | None:
    """Has every side with dX the value of the differential of what is differentiated? None where none has dX."""
    match problem.task:
        case Operator("matgrad" | "jacobian", (f, Shaped() as x)):
            name = differential_of(x).name
            held = [each for each in sides if _differential_stands(each, name)]
            if not held or held[-1] != sides[-1]:
                return None
            whole = Operator("differential", (f, x))
            if all(_same(each, whole) for each in held):
                return True
            return False if any(_apart(each, whole) for each in held) else None
    return None


def _differential_stands(e: Expr, name: str) -> bool:
    """Does dX, or a differential to be taken, stand in e, from which nothing has been read off?"""
    operators = {each.name for each in nodes(e) if isinstance(each, Operator)}
    return (name in names_in(e) or "differential" in operators) and not operators & OPEN


def _same(a: Expr, b: Expr) -> bool:
    try:
        return shape(a) == shape(b) and agree(a, b) == "agree"
    except Clash:
        return False


def _apart(a: Expr, b: Expr) -> bool:
    """Do they differ for certain, in shape or value?"""
    try:
        return shape(a) != shape(b) or agree(a, b) == "differ"
    except Clash:
        return False


__all__ = ["diagnose_shaped_lines"]
