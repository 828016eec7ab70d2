"""A final answer judged: right, a named mistake, several candidates, or plainly wrong."""

from __future__ import annotations

from dataclasses import replace

from fluxions.calculus.answers.check import SAME_READER, check_read, indefinite, kind_of
from fluxions.calculus.answers.expression import left_standing
from fluxions.calculus.answers.sets import elements
from fluxions.calculus.budget import Budget, OutOfBudget, check_budget, solve_budget
from fluxions.calculus.derivation.step import Derivation, Unsolved
from fluxions.calculus.derivation.strategy import Strategy, Stuck
from fluxions.calculus.derivation.trace import valued
from fluxions.calculus.diagnosis.claims import function_of, is_name, stranger, symbols_of
from fluxions.calculus.diagnosis.closure import WrongAnswer
from fluxions.calculus.diagnosis.diagnosis import Diagnosis
from fluxions.calculus.diagnosis.explain import candidates_for, explained, explained_at_length, mistaken
from fluxions.calculus.diagnosis.implicit import on_curve, slope_stands_in
from fluxions.calculus.diagnosis.matching import PLAIN, matching, same_value
from fluxions.calculus.diagnosis.predictions import one_mistake, predictions, unread
from fluxions.calculus.diagnosis.tangents import solved_for_height
from fluxions.calculus.expr import At, Diff, Expr, Fn, Operator, Rel, Set, Sym
from fluxions.calculus.language.lines import Line, read_line
from fluxions.calculus.language.read import read
from fluxions.calculus.language.reading import Kind, Reading, Syntax
from fluxions.calculus.numbers.agreement import apart
from fluxions.calculus.problem import Problem
from fluxions.calculus.shapes import is_shaped
from fluxions.calculus.solve import solve, strategy_with
from fluxions.calculus.trees import mapped, nodes, symbols
from fluxions.calculus.verdict import Right, Text, Undecided, Unreadable, Wrong
from fluxions.calculus.vocabulary import FUNCTIONS, VERDICTS, Vocabulary

VALUE_IS_RIGHT = ("wrong-form", "rounded", "operator-left-standing")  # what is wrong is not the value
READ_VALUES = Undecided("unfinished", Text("Right so far. Read the values and work it out."))
UNFINISHED = Undecided("unfinished", Text("Right so far. Carry on to the end."))
SLOPE_STANDS = Undecided("unfinished", Text("True so far. The slope itself still stands in it: carry on to the end."))


def diagnose(problem: Problem, text: str, *, syntax: Syntax = "auto", budget: Budget | None = None) -> Diagnosis:
    """What is right or wrong about an answer; a mistake is named only where exactly one explains it."""
    want = wanted(problem) if "," in text else None
    line = solved_for_height(problem, read_line(text, words(problem), syntax=syntax, want=want))
    reading = line.reading if accepts_name(problem, line) else read(text, words(problem), syntax=syntax, want=want)
    return reading if isinstance(reading, Unreadable) else diagnose_read(problem, reading, budget)


def wanted(problem: Problem) -> Kind | None:
    """What a bare list or a pair of brackets means as an answer to this task."""
    derivation = derived(problem)
    expected = derivation.answer if isinstance(derivation, Derivation) else problem.task
    if is_shaped(expected):
        return None
    return SAME_READER.get(kind_of(expected) if problem.type == "auto" else problem.type)


def expected_of(problem: Problem, derivation: Derivation | Unsolved) -> Expr:
    """What an answer is compared with: the value worked out, or an integral itself, judged by the derivative."""
    return derivation.answer if isinstance(derivation, Derivation) and not indefinite(problem.task) else problem.task


def diagnose_read(problem: Problem, reading: Reading, budget: Budget | None = None) -> Diagnosis:
    """The same for an answer that is read already."""
    unknown = foreign_prime(reading.expr, problem)
    if unknown is not None:
        return undefined(unknown)
    derivation = derived(problem)
    expected = expected_of(problem, derivation)
    answer = _in_our_constants(with_given(_as_equation(reading.expr, expected), problem), problem, derivation)
    kind = "family" if problem.type == "auto" and _is_family(expected, answer, problem) else problem.type
    verdict = check_read(
        replace(reading, expr=answer), expected, kind=kind, vocabulary=words(problem), form=problem.form,
        assume=problem.assume, budget=budget or check_budget(), task=problem.task,
    )  # fmt: skip
    if isinstance(verdict, Wrong) and verdict.reason == "wrong-type" and elements(answer) is None:
        mistake = _explained(derivation, answer, verdict, problem)
        if mistake is not verdict:
            return mistake
        if is_shaped(expected):
            return verdict
        return Undecided("wrong-type", verdict.message)  # how it is written is in question, not what it says
    if is_shaped(expected):
        return _explained(derivation, answer, verdict, problem) if isinstance(verdict, Wrong) else verdict
    if isinstance(verdict, Wrong) and verdict.reason not in ("wrong-type", "wrong-form"):
        unknown = None if _in_our_names(problem, derivation, answer) else stranger(answer, problem)
        if unknown is not None:
            return undefined(unknown)
        if _not_yet_at_the_point(problem, answer):
            return UNFINISHED
        if slope_stands_in(problem.task, answer):
            return SLOPE_STANDS if answer.stands else UNFINISHED
    if isinstance(verdict, Right) and problem.given and unread(reading.expr):
        return READ_VALUES
    if isinstance(verdict, Right) and left_standing(answer):
        return UNFINISHED
    if not isinstance(verdict, Wrong) or isinstance(derivation, Unsolved):
        return verdict
    if isinstance(derivation.answer, Set) and (found := elements(answer)) is not None:
        return explained(derivation, Set(found), verdict, problem)
    return _with_its_mistake(problem, answer, derivation, verdict)


def _as_equation(answer: Expr, expected: Expr) -> Expr:
    """`2x + C` for `y = 2x + C`, where the solution of an equation for y is sought."""
    match expected:
        case Rel("=", Sym() | Fn() as left, _) if kind_of(answer) in PLAIN and not is_shaped(answer):
            return Rel("=", left, answer)
    return answer


def _in_our_constants(answer: Expr, problem: Problem, derivation: Derivation | Unsolved) -> Expr:
    """`K e^x` for `C e^x`, where the solution brings in one constant and the answer another."""
    if isinstance(derivation, Unsolved) or indefinite(problem.task) or is_shaped(answer):
        return answer
    if symbols(derivation.answer) <= symbols(problem.task):
        return answer
    return matching(derivation, problem).settled(answer) or answer


def _in_our_names(problem: Problem, derivation: Derivation | Unsolved, answer: Expr) -> bool:
    """Is nothing foreign in the answer but constants of integration, or a word that is an answer by itself?"""
    if indefinite(problem.task) or (isinstance(answer, Sym) and answer.name in VERDICTS):
        return True
    brought = frozenset() if isinstance(derivation, Unsolved) else symbols(derivation.answer) - symbols(problem.task)
    return bool(brought) and symbols(answer) <= symbols_of(problem) | brought


def _is_family(expected: Expr, answer: Expr, problem: Problem) -> bool:
    """Are both y = …, and is a constant wanted that the task does not name: all solutions of an equation?"""
    match expected, answer:
        case Rel("=", Sym() as y, value), Rel("=", left, _) if left == y:
            return bool(symbols(value) - {y.name} - named(problem))
    return False


def _explained(derivation: Derivation | Unsolved, answer: Expr, verdict: Wrong, problem: Problem) -> Diagnosis:
    """A wrong answer of any kind with the mistake that leads to it, where the task was worked out."""
    if isinstance(derivation, Unsolved) or verdict.reason in VALUE_IS_RIGHT:
        return verdict
    return explained_at_length(derivation, answer, verdict, problem)


def _with_its_mistake(problem: Problem, answer: Expr, derivation: Derivation, verdict: Wrong) -> Diagnosis:
    """The misconceptions that lead to a wrong value; a slope may be right on the curve alone."""
    if isinstance(problem.task, Operator) and problem.task.name == "implicit":
        seen = on_curve(problem.task, answer, derivation.answer)
        if not isinstance(seen, Wrong):
            return seen
        verdict = seen
    return _explained(derivation, answer, verdict, problem)


def _not_yet_at_the_point(problem: Problem, answer: Expr) -> bool:
    """Is the answer what the task would be without its point?"""
    match problem.task:
        case At(At() as inner):  # a point of a curve has two coordinates
            found = solve(inner)
            return isinstance(found, Derivation) and same_value(answer, found.answer, problem)
        case At(inner):
            return same_value(answer, inner, problem)
    return False


def words(problem: Problem) -> Vocabulary:
    """The names a learner may use: those declared, and every symbol of the task (so `h(2x + h)` is a product)."""
    found = function_of(problem.task)
    vocabulary = problem.vocabulary if found is None else replace(problem.vocabulary, variable=found[1].name)
    match problem.task:
        case Operator("ode", (_, Sym(y), Sym(x), *_)):  # y(x) is y
            vocabulary = replace(vocabulary, dependent=vocabulary.dependent | {y}, variable=x)
    return vocabulary.declaring(*named(problem))


def named(problem: Problem) -> frozenset[str]:
    """Every symbol that stands in the task, bound ones too."""
    return frozenset(each.name for each in nodes(problem.task) if isinstance(each, Sym))


def accepts_name(problem: Problem, line: Line) -> bool:
    """May the name before `=` be left out: `f'(x) = 2x` for the answer `2x`?"""
    if problem.type not in ("auto", "expression", "number"):
        return False
    if line.name is None or is_name(line.name, problem):
        return True
    return isinstance(line.reading, Reading) and same_value(line.name, line.reading.expr, problem)


def with_given(e: Expr, problem: Problem) -> Expr:
    """e with the given values looked up, f'(2) by its number; operators that stand for them are carried out."""
    if not problem.given:
        return e
    strategy = strategy_of(problem)
    try:
        return valued(e, strategy, solve_budget())
    except (Stuck, OutOfBudget, RecursionError):
        return mapped(e, lambda node: strategy.given.get(node, node))


def foreign_prime(e: Expr, problem: Problem) -> str | None:
    """A name that the task does not know, used as a function: `u'` without `let u = …`."""
    known = named(problem) | problem.vocabulary.symbols
    primed = (each.arg for each in nodes(e) if isinstance(each, Diff))
    return next((each.name for each in primed if isinstance(each, Sym) and each.name not in known), None)


def undefined(name: str) -> Unreadable:
    """What is said where a name has no meaning yet."""
    said = "{name} is not in the task. Write what it stands for, or first a line such as: let {name} = 2x + 1."
    if name in ("sigma", *FUNCTIONS):
        said = "Write in brackets what {name} is taken of: {name}(x)."
    elif name == "E":
        said = "{name} is not in the task. The number e is written with a small letter."
    message = Text(said, (("name", name),))
    return Unreadable("undefined-name", (0, 0), message)


def derived(problem: Problem) -> Derivation | Unsolved:
    """The worked solution of a problem, made once."""
    return problem.derivation or solve(problem.task, given=problem.given, assume=problem.assume)


def strategy_of(problem: Problem) -> Strategy:
    """The sound strategy with what the problem gives."""
    return strategy_with(problem.task, problem.given, assume=problem.assume)


def wrong_answers(problem: Problem) -> tuple[WrongAnswer, ...]:
    """The answers of one mistake that really are wrong, in the order of the steps."""
    derivation = derived(problem)
    if not isinstance(derivation, Derivation):
        return ()
    table = predictions(derivation, problem)
    return tuple(row.wrong for row in table.rows if table.is_wrong(row))


def really_wrong(wrong: WrongAnswer, derivation: Derivation) -> bool:
    """Is the answer of a mistake proved to differ from the right one?"""
    return wrong.answer != derivation.answer and apart(wrong.answer, derivation.answer)


__all__ = [
    "candidates_for",
    "derived",
    "diagnose",
    "diagnose_read",
    "explained",
    "foreign_prime",
    "mistaken",
    "one_mistake",
    "really_wrong",
    "same_value",
    "strategy_of",
    "undefined",
    "with_given",
    "words",
    "wrong_answers",
]  # fmt: skip
