"""Sets and multisets: elements matched both ways, in any order."""

from __future__ import annotations

from fluxions.calculus.answers.expression import kind_in_words
from fluxions.calculus.answers.question import AnswerType, Example, Question, undecided, wrong
from fluxions.calculus.answers.solutions import compare_equation, is_equation
from fluxions.calculus.answers.truth import SPARE, STATEMENTS, Agree, Apart, compared
from fluxions.calculus.equality.ladder import equal
from fluxions.calculus.expr import And, Expr, Interval, Matrix, Operator, Or, Rel, Set, Sym, Union, Vector
from fluxions.calculus.language.ascii import ascii
from fluxions.calculus.numbers.balls import Ball, value_at
from fluxions.calculus.numbers.points import seeded_points
from fluxions.calculus.numbers.tape import rational_value
from fluxions.calculus.regions import Belongs, SetBuilder
from fluxions.calculus.trees import canonical_key, symbols
from fluxions.calculus.verdict import Comparison, Different, Equal, Proof, Right, Text, Unknown, Verdict, Witness, Wrong

_NO_VALUE = (Rel, Set, Or, And, Interval, Union, Belongs, SetBuilder)


FEW = 6  # elements of both sets together that are compared one with the other at once


def elements(e: Expr, unknown: str | None = None) -> tuple[Expr, ...] | None:
    """The elements that are written: {1, 2}, x = 1 or x = 2, 1 and 2; None where it is no set."""
    match e:
        case Set(found):
            return found
        case Belongs(Sym(name), within) if unknown in (None, name):
            return elements(within, unknown)
        case SetBuilder(variable, condition, None):
            return elements(condition, variable.name)
        case Rel("=", Sym(name), value) if unknown in (None, name):
            return (value,)
        case Or(parts) | And(parts) if len(_solved_names(parts)) > 1:
            return None  # a = 0 or b = 0 are no values of one unknown
        case Or(parts) | And(parts) | Union(parts):
            found_parts = [elements(part, unknown) if isinstance(part, _NO_VALUE) else (part,) for part in parts]
            if any(each is None for each in found_parts):
                return None
            return tuple(value for each in found_parts if each is not None for value in each)
    return None


def _solved_names(parts: tuple[Expr, ...]) -> set[str]:
    return {each.left.name for each in parts if isinstance(each, Rel) and isinstance(each.left, Sym)}


def compare_set(question: Question, answer: Expr) -> Verdict:
    """A set against the right one, in any order and with any repetition."""
    wanted, given = elements(question.expected), elements(answer, question.unknown)
    if given is None and wanted is not None and question.stated and not isinstance(answer, _NO_VALUE):
        given = answer.entries if isinstance(answer, Vector) and not _vectors(wanted) else (answer,)
    if (wanted is None or given is None) and is_equation(question.expected) and is_equation(answer):
        return compare_equation(question, answer)
    if wanted is None or given is None:
        return wrong("wrong-type", "You gave {given}, a set is wanted.", given=kind_in_words(answer))
    proofs: list[Proof] = []
    values = _values(question, (*given, *wanted))
    for these, those, extra in ((given, wanted, True), (wanted, given, False)):
        for element in these:
            found = _found(question, element, _likely(element, those, values))
            if isinstance(found, Verdict):
                return found
            if found is None:
                return _astray(element, extra)
            proofs.append(found)
    return Right("equal", _weakest(proofs))


def compare_multiset(question: Question, answer: Expr) -> Verdict:
    """A list in which repetition counts and order does not."""
    wanted, given = elements(question.expected), elements(answer, question.unknown)
    wanted = question.expected.children if wanted is None and isinstance(question.expected, Vector) else wanted
    if given is None and not isinstance(answer, _NO_VALUE):
        given = answer.entries if isinstance(answer, Vector) and not _vectors(wanted or ()) else (answer,)
    if wanted is None or given is None:
        return wrong("wrong-type", "You gave {given}, a list of values is wanted.", given=kind_in_words(answer))
    once = compare_set(question.about(Set(wanted)), Set(given))
    if not isinstance(once, Right):
        return once
    left = list(wanted)
    for element in given:
        place = next((i for i, each in enumerate(left) if isinstance(same(question, element, each), Equal)), None)
        if place is None:
            return _repeated(element, "{element} stands in your list too often.")
        left.pop(place)
    return _repeated(left[0], "{element} must stand in the list more often.") if left else once


def _repeated(element: Expr, words: str) -> Wrong:
    return Wrong("multiplicity", Text(words, (("element", ascii(element)),)))


def _astray(element: Expr, extra: bool) -> Wrong:
    """The witness is the element that only one of the sets has."""
    at = (("element", ascii(element)),)
    if extra:
        message = Text("{element} does not belong to the set.", at)
        return Wrong("extra-element", message, Witness(at, "inside", "outside"), "counterexample")
    message = Text("The set is not complete.")
    return Wrong("missing-element", message, Witness(at, "outside", "inside"), "counterexample")


def _vectors(found: tuple[Expr, ...]) -> bool:
    return any(isinstance(each, (Vector, Matrix)) for each in found)


def _weakest(proofs: list[Proof]) -> Proof:
    return "probed" if "probed" in proofs else proofs[0] if proofs else "same"


def _values(question: Question, found: tuple[Expr, ...]) -> dict[Expr, Ball]:
    """The values of elements at one point; none under assumptions, which it may not meet."""
    names = sorted(frozenset().union(*map(symbols, found)))
    if question.assume or len(found) <= FEW:
        return {}
    at = seeded_points(names, 1)[0] if names else {}
    values = ((each, value_at(each, at, budget=question.budget)) for each in found)
    return {each: value for each, value in values if value is not None}


def _likely(element: Expr, among: tuple[Expr, ...], values: dict[Expr, Ball]) -> tuple[Expr, ...]:
    """Those that do not differ from the element at that point for certain."""
    value = values.get(element)
    if value is None:
        return among
    return tuple(each for each in among if each not in values or value.overlaps(values[each]))


def _found(question: Question, element: Expr, among: tuple[Expr, ...]) -> Proof | Verdict | None:
    unsure = False
    key = canonical_key(element)
    if any(canonical_key(other) == key for other in among):
        return "same"
    for other in among:
        match same(question, element, other):
            case Equal(certificate):
                return certificate
            case Different():
                continue
        unsure = True
    return undecided("element") if unsure else None


def same(question: Question, a: Expr, b: Expr) -> Comparison:
    """Are two elements equal? Points and classified points part by part."""
    if isinstance(a, (Vector, Matrix, Operator)) or isinstance(b, (Vector, Matrix, Operator)):
        if type(a) is not type(b) or len(a.children) != len(b.children) or _names(a) != _names(b):
            return Different((), None)
        parts = [same(question, one, other) for one, other in zip(a.children, b.children, strict=True)]
        different = next((each for each in parts if isinstance(each, Different)), None)
        unknown = next((each for each in parts if isinstance(each, Unknown)), None)
        return different or unknown or Equal(_weakest([each.certificate for each in parts if isinstance(each, Equal)]))
    if isinstance(a, STATEMENTS) and isinstance(b, STATEMENTS):
        match compared(a, b, SPARE, question.assume, question.budget):
            case Agree(proved):
                return Equal("polynomial-identity" if proved else "probed")
            case Apart():
                return Different((), None)
        return Unknown("statement")
    if isinstance(a, STATEMENTS) or isinstance(b, STATEMENTS):
        return Different((), None)
    one, other = rational_value(a), rational_value(b)
    if one is not None and other is not None:
        return Equal("polynomial-identity") if one == other else Different((), None)
    return equal(a, b, assume=question.assume, budget=question.budget, witnessed=False)


def _names(e: Expr) -> str:
    return e.name if isinstance(e, Operator) else ""


def _examples(expected: Expr) -> tuple[Example, ...]:
    text = ascii(expected)
    return (Example(text, "right"), Example("{12345, 1/77}", "wrong"), Example(text[:-1] + "(", "unreadable"))


SET = AnswerType("set", "a set", compare_set, _examples)
MULTISET = AnswerType("multiset", "a list of values", compare_multiset, _examples)
