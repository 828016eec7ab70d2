import json
import math

import pytest

from fluxions.calculus import ascii, equal, read
from fluxions.calculus.diagnosis.diagnosis import MOST_TOLD
from fluxions.calculus.verdict import Equal
from fluxions.curriculum import curriculum, families
from fluxions.tutor.contract import BadItem, check_item, diagnose_item, generate_items, solve_item


@pytest.mark.parametrize("answer, expected, more, verdict, reason", [
    ("2x cos(x^2)", "diff(sin(x^2), x)", {}, "right", "equal"),
    ("cos(2x)", "diff(sin(x^2), x)", {}, "wrong", "different-value"),
    ("2x cos(x^2", "diff(sin(x^2), x)", {}, "unreadable", "unclosed"),
    (r"\frac{1}{2}", "1/2", {"syntax": "latex"}, "right", "equal"),
    ("0.33", "1/3", {"tolerance": {"abs": 0.01}}, "right", "equal"),
    ("0.3", "1/3", {"tolerance": {"rel": 0.01}}, "wrong", "out-of-tolerance"),
    ("2,5", "5/2", {"decimal": ","}, "right", "equal"),
    ("x = 3", "3", {"unknown": "x"}, "right", "equal"),
    ("(x+1)^2", "x^2+2x+1", {"form": ["expanded"]}, "wrong", "wrong-form"),
    ("x^3/3", None, {"type": "antiderivative", "integrand": "x^2", "variables": ["x"]}, "wrong", "missing-constant"),
    ("x^3/3 + C", None, {"type": "antiderivative", "integrand": "x^2", "variables": ["x"]}, "right", None),
    ("w x", "x w", {"variables": ["w", "x"]}, "right", "equal"),
])  # fmt: skip
def test_check(answer, expected, more, verdict, reason):
    found = check_item({"id": 7, "answer": answer, "expected": expected, **more})
    assert (found["id"], found["verdict"]) == (7, verdict)
    assert reason in (None, found["reason"])
    assert {"id", "verdict", "reason", "message", "witness", "proof"} <= set(found)


def test_a_wrong_value_comes_with_a_point_that_shows_it():
    witness = check_item({"answer": "cos(2x)", "expected": "diff(sin(x^2), x)"})["witness"]
    at = float(witness["at"]["x"])
    assert math.isclose(float(witness["answer"]), math.cos(2 * at), rel_tol=0.01)
    assert math.isclose(float(witness["expected"]), 2 * at * math.cos(at * at), rel_tol=0.01)


@pytest.mark.parametrize("item, error", [
    (None, "each line is one JSON object"),
    ([1, 2], "each line is one JSON object"),
    ({}, "answer is missing"),
    ({"answer": "x"}, "expected is missing"),
    ({"answer": 5, "expected": "x"}, "answer is text, not a number"),
    ({"answer": ["x"], "expected": "x"}, "answer is text, not a list"),
    ({"answer": "x", "expected": "x", "colour": 1}, "unknown field 'colour'"),
    ({"answer": "x", "expected": "x^"}, "expected: "),
    ({"answer": "x", "expected": "x", "type": "essay"}, "type is one of"),
    ({"answer": "x", "expected": "x", "type": "plot"}, "type plot is judged on the page"),
    ({"answer": "x", "expected": "x", "syntax": "html"}, "syntax is one of auto, ascii, latex"),
    ({"answer": "x", "expected": "x", "variables": "x"}, "variables is a list"),
    ({"answer": "x", "expected": "x", "variables": ["2x"]}, "'2x' is not a name"),
    ({"answer": "x", "expected": "x", "variables": ["x"] * 5000}, "at most 1000"),
    ({"answer": "x", "expected": "x", "form": ["pretty"]}, "there is no form 'pretty'"),
    ({"answer": "x", "expected": "x", "tolerance": 0.1}, "tolerance is"),
    ({"answer": "x", "expected": "x", "tolerance": {"abs": -1}}, "tolerance is"),
    ({"answer": "x", "expected": "x", "tolerance": {"abs": math.inf}}, "tolerance is"),
    ({"answer": "x", "expected": "x", "tolerance": {"abs": True}}, "tolerance is"),
    ({"answer": "x", "expected": "x", "tolerance": {"abs": 1, "rel": 1}}, "tolerance is"),
    ({"answer": "x", "expected": "x", "assume": ["x"]}, "equations or inequalities"),
    ({"answer": "x", "expected": "x", "shapes": [1]}, "shapes is an object"),
    ({"answer": "x", "expected": "x", "shapes": {"X": 3}}, "shapes: X has a list of sizes"),
    ({"answer": "x", "expected": "x", "shapes": {"X": ["m", "n", "k"]}}, "shapes: X has at most two sizes"),
    ({"answer": "x", "expected": "x", "shapes": {"X": ["m", "n", "symmetric"]}}, "shapes: X has at most two sizes"),
    ({"answer": "x", "expected": "x", "shapes": {"X": ["m", 0]}}, "shapes: X has at most two sizes"),
    ({"answer": "x", "expected": "X*X", "shapes": {"X": ["m", "n"]}}, "expected: X*X: X is m×n"),
    ({"answer": "x", "type": "antiderivative"}, "integrand is missing"),
    ({"answer": "x", "expected": "x", "decimal": ";"}, "decimal is one of"),
])  # fmt: skip
def test_an_item_that_does_not_fit_gets_an_error(item, error):
    found = check_item(item)
    assert set(found) == {"id", "error"}
    assert error in found["error"] and "ours" not in found["error"]


@pytest.mark.parametrize(
    "given, back", [(3, 3), ("a", "a"), (1.5, 1.5), (None, None), ([1], None), (math.nan, None), (True, None)]
)
def test_an_id_is_given_back(given, back):
    assert check_item({"id": given})["id"] == back


HOSTILE = ["8^8^8^8^8", "(" * 1900, "x^" * 900 + "2", "-" * 1900 + "x", "1" * 1900, "\x00", "\ud800",
           "__import__('os')", "sin(" * 400 + "x" + ")" * 400, "x" * 1_000_000, "", "|" * 1000, "\\frac" * 300,
           "{" * 900]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii_id(text))
def test_no_text_brings_a_command_down(text):
    assert check_item({"answer": text, "expected": "x"})["verdict"] in ("wrong", "undecided", "unreadable")
    assert solve_item({"task": text})["status"] in ("solved", "unsolved", "unreadable")
    assert "ours" not in diagnose_item({"task": "diff(x^2, x)", "answer": text}).get("error", "")
    assert "ours" not in diagnose_item({"task": text, "lines": [text, text]}).get("error", "")


def ascii_id(text):
    return repr(text[:12])


# --- solve -----------------------------------------------------------------------------------------------------------
def test_solve_gives_steps_whose_last_line_is_the_answer():
    found = solve_item({"id": "s", "task": "diff(x^2*sin(3x), x)"})
    assert (found["status"], found["checked"]) == ("solved", "numeric")
    assert found["steps"][0]["before"] == "diff(x^2*sin(3*x), x)"
    assert found["steps"][-1]["after"] == found["answer"]
    assert all(
        above["after"] == below["before"] for above, below in zip(found["steps"], found["steps"][1:], strict=False)
    )
    for step in every(found["steps"]):
        assert set(step) == {
            "rule", "title", "skill", "says", "before", "after", "checked", "method", "conditions", "children",
        }  # fmt: skip
        assert step["rule"] and step["says"] and "{" not in step["rule"]
        before, after = read(step["before"]).expr, read(step["after"]).expr
        assert isinstance(equal(before, after), Equal)


def test_solve_writes_the_lines_in_the_detail_that_is_asked():
    wanted = {level: solve_item({"task": "diff(x*ln(x), x)", "detail": level}) for level in ("short", "usual", "full")}
    sizes = [len(found["lines"]) for found in wanted.values()]
    assert sizes == sorted(sizes) and sizes[0] < sizes[-1]
    for found in wanted.values():
        assert found["lines"][-1]["line"] == found["answer"] == "ln(x) + 1"
        assert found["lines"][-1]["spoken"] == found["spoken"] == "natural logarithm of x plus one"
        assert all(len(line["hints"]) == 4 and line["title"] for line in found["lines"])


def test_solve_tells_what_has_to_hold_and_what_is_assumed_to():
    task = {"task": "diff(ln(x^3), x)"}
    assert solve_item(task)["conditions"] == [{"needs": "x > 0", "status": "assumed"}]
    assert solve_item(task | {"assume": ["x > 0"]})["conditions"] == [{"needs": "x > 0", "status": "proved"}]
    assert solve_item({"task": "diff(sqrt(x^2), x)", "assume": ["x < 0"]})["answer"] == "-1"


def test_solve_shows_another_way_where_there_is_one():
    found = solve_item({"task": "diff((x^2 + 1)/x, x)", "ways": 2})
    assert [way["lines"][0]["rule"] for way in found["ways"]] == ["quotient"]
    assert solve_item({"task": "diff(x^2, x)", "ways": 2})["ways"] == []


def every(steps):
    for step in steps:
        yield step
        yield from every(step["children"])


@pytest.mark.parametrize("item, status", [
    ({"task": "diff(x^"}, "unreadable"),
    ({"task": "int(x^x, x)"}, "unsolved"),
    ({"task": "at(diff(f(x)*g(x), x), x, 2)", "given": ["f(2)=3", "f'(2)=-1", "g(2)=4", "g'(2)=5"]}, "solved"),
    ({"task": "diff(x^2, x)", "assume": ["x > 0"], "variables": ["x"]}, "solved"),
])  # fmt: skip
def test_solve_says_how_far_it_came(item, status):
    found = solve_item(item)
    assert found["status"] == status
    assert (found["answer"] is not None) == (status == "solved")
    assert (found["steps"] == []) == (status != "solved")


def test_solve_needs_a_task():
    assert solve_item({"id": 1}) == {"id": 1, "error": "task is missing"}


# --- diagnose --------------------------------------------------------------------------------------------------------
def test_a_named_mistake():
    found = diagnose_item({"id": 1, "task": "diff(sin(3x), x)", "answer": "cos(3x)"})
    assert (found["verdict"], found["ambiguous"], found["first_wrong_line"], found["lines"]) == (
        "wrong",
        False,
        None,
        [],
    )
    (named,) = found["misconceptions"]
    assert (named["id"], named["skill"]) == ("inner-derivative-lost", "chain-rule")
    assert named["says"].startswith("You differentiated the outside.") and named["at"] == "diff(sin(3*x), x)"
    assert "multiply by the derivative of the inside" in found["next_hint"]


def test_several_mistakes_that_give_the_same_are_ambiguous():
    found = diagnose_item({"task": "diff(x^2 e^x, x)", "answer": "2x e^x"})
    assert found["ambiguous"] is True
    assert {each["id"] for each in found["misconceptions"]} == {"product-of-derivatives", "second-turn-missing"}


def test_a_mistake_in_a_gradient_of_arrays_is_named():
    sizes = {"X": ["m", "n"], "w": ["n"], "y": ["m"]}
    found = diagnose_item({"task": "matgrad(norm(X*w - y)^2, w)", "answer": "X'(X w - y)", "shapes": sizes})
    assert found["verdict"] == "wrong"
    assert [each["id"] for each in found["misconceptions"]] == ["two-of-the-square-lost"]


def test_the_first_wrong_line_is_found():
    lines = ["2x sin 3x + x^2 * d/dx sin(3x)", "2x sin 3x + x^2 cos 3x", "x(2 sin 3x + x cos 3x)"]
    found = diagnose_item({"task": "diff(x^2*sin(3x), x)", "lines": lines})
    assert found["first_wrong_line"] == 2
    assert [each["verdict"] for each in found["lines"]] == ["right", "wrong", "right"]
    assert found["lines"][2]["reason"] == "carried"
    assert [each["id"] for each in found["misconceptions"]] == ["inner-derivative-lost"]


LEAST_SQUARES = {"X": ["m", "n"], "w": ["n"], "y": ["m"]}


@pytest.mark.parametrize("item, verdict", [
    ({"task": "diff(x^2, x)", "answer": "2x"}, "right"),
    ({"task": "diff(x^2, x)", "lines": ["2x"]}, "right"),
    ({"task": "diff(x^2, x)", "lines": []}, "undecided"),
    ({"task": "diff(x^2, x)", "answer": "2x)"}, "unreadable"),
    ({"task": "matgrad(norm(X*w - y)^2, w)", "answer": "2X'(X w - y)", "shapes": LEAST_SQUARES}, "right"),
    ({"task": "matgrad(norm(X*w - y)^2, w)", "answer": "X*y", "shapes": LEAST_SQUARES}, "unreadable"),
    ({"task": "matgrad(norm(X*w - y)^2, w)", "lines": ["df = 2(X w - y)'X dw", "2X'(X w - y)"],
      "shapes": LEAST_SQUARES}, "right"),
])  # fmt: skip
def test_diagnose_verdicts(item, verdict):
    found = diagnose_item(item)
    assert found["verdict"] == verdict
    assert found["misconceptions"] == [] and found["ambiguous"] is False
    if verdict == "right":
        assert found["next_hint"] is None


@pytest.mark.parametrize("item, error", [
    ({"task": "diff(x^2, x)"}, "give either answer or lines"),
    ({"task": "diff(x^2, x)", "answer": "x", "lines": ["x"]}, "give either answer or lines"),
    ({"answer": "x"}, "task is missing"),
    ({"task": "diff(x^", "answer": "x"}, "task: "),
    ({"task": "diff(x^2, x)", "lines": "2x"}, "lines is a list"),
    ({"task": "diff(x^2, x)", "lines": [2]}, "lines is text, not a number"),
])  # fmt: skip
def test_a_diagnosis_that_cannot_be_made_is_an_error(item, error):
    assert error in diagnose_item(item)["error"]


# --- generate --------------------------------------------------------------------------------------------------------
def test_problems_take_the_families_in_turn_and_never_repeat():
    items = list(generate_items("chain-rule", n=30))
    names = [each.name for each in families("chain-rule")]
    assert [each["family"] for each in items[: len(names)]] == names
    assert len({(each["task"], *each["given"]) for each in items}) == 30
    json.dumps(items, allow_nan=False)


def test_the_same_seed_gives_the_same_problems():
    assert list(generate_items("power-rule", n=6, seed=11)) == list(generate_items("power-rule", n=6, seed=11))
    assert list(generate_items("power-rule", n=6, seed=11)) != list(generate_items("power-rule", n=6, seed=12))


@pytest.mark.parametrize("skill", [each.id for each in curriculum().written])
def test_what_is_generated_holds(skill):
    for item in generate_items(skill, n=len(families(skill)), seed=77):
        more = {"given": item["given"]}
        assert item["skill"] == skill and item["checked"] in ("proved", "numeric")
        assert item["steps"][-1]["after"] == item["answer"]
        variables = {"h", "w", "x", "lambda", "p", "b"} & set(words(item["task"]))
        declared = {"variables": sorted(each for each in variables if f"{each}(" not in item["task"])}
        right = diagnose_item({"task": item["task"], "answer": item["answer"], **more, **declared})
        assert right["verdict"] == "right"
        for wrong in item["misconceptions"]:
            found = diagnose_item({"task": item["task"], "answer": wrong["answer"], **more, **declared})
            assert found["verdict"] == "wrong"
            named = {each["id"] for each in found["misconceptions"]}
            assert wrong["id"] in named or len(named) == MOST_TOLD


def words(task):
    return "".join(letter if letter.isalpha() else " " for letter in task).split()


def test_difficulty_and_family_choose():
    items = list(generate_items("chain-rule", "logistic-loss-of-a-weight", 3, 0, (0.4, 0.6)))
    assert [each["family"] for each in items] == ["logistic-loss-of-a-weight"] * 3
    assert all(0.4 <= each["difficulty"] <= 0.6 for each in items)


def test_when_no_more_are_to_be_found_a_last_line_says_so():
    (only,) = generate_items("chain-rule", "power-of-a-line", 5, 0, (0.9, 1.0))
    assert only == {"error": "only 0 different problems were found, 5 were asked for"}


@pytest.mark.parametrize("asked, message", [
    (("nowhere",), "there is no skill 'nowhere'"),
    (("limit-algebraic",), "has no problems yet"),
    (("chain-rule", "nothing"), "it has outer-derivative, "),
    (("chain-rule", None, -1), "-n is from 0 to"),
])  # fmt: skip
def test_what_cannot_be_generated_is_said(asked, message):
    with pytest.raises(BadItem, match=message):
        generate_items(*asked)


def test_tasks_are_printed_in_the_language():
    for item in generate_items("product-rule", n=5):
        assert ascii(read(item["task"]).expr) == item["task"]


PAIRS = [("inner-derivative-lost", "outer-taken-at-x"), ("derivative-put-inside", "exponent-not-in-front")]


@pytest.mark.parametrize("pair", PAIRS)
def test_problems_that_tell_two_mistakes_apart_lead_them_to_different_answers(pair):
    items = list(generate_items("chain-rule", n=12, separates=pair))
    assert len(items) == 12
    for item in items:
        answers = {each["id"]: each["answer"] for each in item["misconceptions"]}
        assert answers[pair[0]] != answers[pair[1]]
        assert check_item({"expected": answers[pair[0]], "answer": answers[pair[1]]})["verdict"] == "wrong"
