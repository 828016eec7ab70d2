import io
import json
import os
import shutil
import subprocess
import sys

import pytest

from fluxions.cli import main
from fluxions.cli.jsonl import LONGEST, answer_lines
from fluxions.curriculum import curriculum, load
from fluxions.curriculum.golden import golden
from fluxions.tutor.contract import check_item


def said(capsys, *arguments):
    """Status, output and errors of one command."""
    status = main(arguments)
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize("arguments, lines", [
    (["check", "2x cos(x^2)", "--expected", "diff(sin(x^2), x)"], ["right", "shown by: polynomial-identity"]),
    (["check", "-2x", "--expected", "diff(-x^2, x)"], ["right"]),
    (["check", "2x cos(x^2", "--expected", "x"],
     ["unreadable: ", "2x cos(x^2", "      ^", "readable would be: 2x cos(x^2)"]),
    (["check", "cos(2x)", "--expected", "diff(sin(x^2), x)"], ["wrong: At x = 2 yours is", "shown by: counterexample"]),
    (["check", "(x+1)^2", "--expected", "x^2+2x+1", "--form", "expanded"], ["wrong: Equal, but"]),
    (["solve", "diff(x^3, x)"], ["diff(x^3, x)", "[power]", "answer: 3*x^2"]),
    (["solve", "diff(x^"], ["unreadable: "]),
    (["solve", "int(x^x, x)"], ["unsolved: "]),
    (["diagnose", "diff(sin(3x), x)", "cos(3x)"],
     ["wrong: You differentiated the outside", "inner-derivative-lost", "next: "]),
    (["diagnose", "diff(x^2, x)", "2x", "-2x"], ["line 1: right", "line 2: wrong"]),
    (["diagnose", "diff(x^2 e^x, x)", "2x e^x"], ["perhaps: product-of-derivatives"]),
    (["diagnose", "diff(x^2, x)", "2x)"], ["unreadable: ", "readable would be: 2x"]),
    (["generate", "chain-rule", "-n", "2"], ["chain-rule/outer-derivative 0", "chain-rule/scaled-input 0"]),
    (["generate", "chain-rule", "-n", "2", "--separates", "inner-derivative-lost,outer-taken-at-x"],
     ["inner-derivative-lost: ", "outer-taken-at-x: "]),
    (["curriculum", "preview", "power-rule"], ["## one-power", "Answer: `"]),
    (["curriculum", "power", "chain-rule", "--seeds", "3"],
     ["chain-rule/scaled-input, 3 variants", "inner-derivative-lost 3", "- Never told apart: "]),
    (["curriculum", "power", "chain-rule", "--seeds", "2", "--json"], ['"chain-rule/scaled-input": {', '"shows": [']),
])  # fmt: skip
def test_a_command_for_people(capsys, arguments, lines):
    status, out, err = said(capsys, *arguments)
    assert (status, err) == (0, "")
    for line in lines:
        assert line in out


@pytest.mark.parametrize("arguments, message", [
    (["check"], "give an answer and --expected, or --jsonl"),
    (["check", "x"], "give an answer and --expected"),
    (["check", "x", "--expected", "x^"], "expected: "),
    (["check", "x", "--expected", "x", "--form", "pretty"], "there is no form 'pretty'"),
    (["solve"], "give a task, or --jsonl"),
    (["diagnose", "diff(x, x)"], "give a task and an answer"),
    (["generate", "nowhere"], "there is no skill 'nowhere'"),
    (["generate", "chain-rule", "--family", "none"], "it has outer-derivative"),
    (["generate", "chain-rule", "--difficulty", "hard"], "--difficulty is LOW:HIGH"),
    (["generate", "chain-rule", "--difficulty", "0.9:0.1"], "--difficulty is LOW:HIGH"),
    (["generate", "chain-rule", "-n", "-3"], "-n is from 0 to"),
    (["generate", "chain-rule", "--separates", "chain"], "--separates is A,B"),
    (["generate", "chain-rule", "--separates", "inner-derivative-lost,none"], "there is no misconception 'none'"),
    (["curriculum", "power", "--seeds", "0"], "--seeds is at least 1"),
    (["curriculum", "preview", "limit-algebraic"], "has no families yet"),
    (["curriculum", "lint", "limit-algebraic"], "has no lesson.md yet"),
    (["curriculum", "lint", "--seeds", "0"], "--seeds is at least 1"),
    (["curriculum", "new", "nowhere"], "a new skill begins with its skill.toml"),
    (["curriculum", "new", "chain-rule"], "chain-rule has lesson.md and families.py already"),
])  # fmt: skip
def test_a_command_that_cannot_be_carried_out_says_why(capsys, arguments, message):
    status, out, err = said(capsys, *arguments)
    assert (status, out) == (1, "")
    assert err.startswith("fluxions: ") and message in err
    assert "Traceback" not in err


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["generate"], ["check", "--colour", "x"]])
def test_unknown_arguments_are_told_with_the_usage(capsys, arguments):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "usage: fluxions" in capsys.readouterr().err


def test_generated_lines_are_json_and_carry_their_time(capsys):
    status, out, _ = said(capsys, "generate", "chain-rule", "-n", "3", "--seed", "4", "--jsonl")
    items = [json.loads(line) for line in out.splitlines()]
    assert status == 0 and [each["variant"] for each in items] == [4, 4, 4]
    assert all(each["ms"] > 0 for each in items)


# --- JSON Lines ------------------------------------------------------------------------------------------------------
LINES = [
    (b'{"id": 1, "answer": "x", "expected": "x"}', ("verdict", "right")),
    (b"not json", ("error", "the line is not JSON at character 1: Expecting value")),
    (b"", ("error", "the line is not JSON at character 1: Expecting value")),
    (b'"\xff"', ("error", "the line is not UTF-8")),
    (b"[" * 100_000, ("error", "the line is not JSON")),
    (b'{"id": ' + b"1" * 10_000 + b"}", ("error", "the line is not JSON")),
    (b"7", ("error", "each line is one JSON object")),
    (b" " * (LONGEST + 1), ("error", f"the line is longer than {LONGEST} bytes")),
    (b'{"id": "\\ud800", "answer": "x", "expected": "x"}', ("verdict", "right")),
    (b'{"id": 2, "answer": "3x", "expected": "x"}', ("verdict", "wrong")),
]


def test_every_line_is_answered_in_order():
    sink = io.StringIO()
    assert answer_lines(check_item, io.BytesIO(b"\n".join(line for line, _ in LINES) + b"\n"), sink) == 0
    found = [json.loads(line) for line in sink.getvalue().splitlines()]
    assert len(found) == len(LINES)
    for answer, (_, (name, value)) in zip(found, LINES, strict=True):
        assert answer[name] == value
        assert answer["ms"] >= 0


def test_each_answer_is_written_before_the_next_line_is_read():
    asked = subprocess.Popen(
        [sys.executable, "-m", "fluxions", "check", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with asked:
        assert asked.stdin is not None and asked.stdout is not None
        for number in (1, 2):
            asked.stdin.write(b'{"id": %d, "answer": "x", "expected": "x"}\n' % number)
            asked.stdin.flush()
            assert json.loads(asked.stdout.readline())["id"] == number
        asked.stdin.close()
    assert asked.returncode == 0


def test_the_same_seed_gives_the_same_lines_in_two_processes():
    def lines(hash_seed):
        command = [sys.executable, "-m", "fluxions", "generate", "chain-rule", "-n", "12", "--jsonl"]
        environment = os.environ | {"PYTHONHASHSEED": hash_seed}
        out = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
        return [{**json.loads(line), "ms": 0} for line in out.splitlines()]

    assert lines("1") == lines("2")


def test_engine_commands_start_without_django_numpy_and_sympy():
    seen = (
        "import sys; from fluxions.cli import main; main(['check', 'x', '--expected', 'x']);"
        "print(sorted({'django', 'numpy', 'sympy', 'granian'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", seen], capture_output=True, check=True, text=True).stdout
    assert out.splitlines()[-1] == "[]"


# --- a new lesson ----------------------------------------------------------------------------------------------------
@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The curriculum in a folder where files may be written."""
    for name in ("careers.toml", "conventions.toml"):
        shutil.copy(load.ROOT / name, tmp_path / name)
    shutil.copytree(load.ROOT / "units", tmp_path / "units", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr("fluxions.curriculum.load.ROOT", tmp_path)
    return tmp_path


def test_new_writes_what_an_author_fills_in(capsys, copy):
    status, out, _ = said(capsys, "curriculum", "new", "limit-algebraic")
    target = copy / "units/limits_and_derivative/limit_algebraic"
    assert status == 0 and "what is missing: fluxions curriculum lint limit-algebraic" in out
    assert {each.name for each in target.iterdir()} == {"skill.toml", "__init__.py", "lesson.md", "families.py"}


def test_golden_rewrites_only_what_has_changed(capsys, copy):
    path = copy / "units/differentiation_rules/chain_rule/golden.md"
    path.write_text("old")
    assert said(capsys, "curriculum", "golden", "chain-rule")[:2] == (0, f"wrote {path}\n")
    assert path.read_text() == golden(curriculum().skill("chain-rule"))
    assert said(capsys, "curriculum", "golden", "chain-rule") == (0, "", "")


def test_lint_says_what_to_repair_and_ends_with_1(capsys, copy):
    said(capsys, "curriculum", "golden", "chain-rule")
    assert said(capsys, "curriculum", "lint", "chain-rule", "--seeds", "6") == (0, "nothing to repair\n", "")
    (copy / "units/differentiation_rules/chain_rule/golden.md").write_text("old")
    status, out, _ = said(capsys, "curriculum", "lint", "chain-rule", "--seeds", "6")
    file = "curriculum/units/differentiation_rules/chain_rule/golden.md"
    message = "is not what the families give: run `make golden`, read the difference"
    assert (status, out) == (1, f"{file}: {message}\n1 findings\n")
    status, out, _ = said(capsys, "curriculum", "lint", "chain-rule", "--seeds", "6", "--json")
    assert (status, json.loads(out)) == (1, {"findings": [{"file": file, "message": message}]})


def test_a_spoiled_file_is_named_whatever_the_command(capsys, copy, monkeypatch):
    path = copy / "units/limits_and_derivative/limit_algebraic/skill.toml"
    path.write_text(path.read_text().replace("minutes = ", "minutes = 0."))
    monkeypatch.setattr("fluxions.curriculum.curriculum", lambda: load.curriculum_in(copy))
    for arguments in (["curriculum", "preview", "chain-rule"], ["curriculum", "lint", "chain-rule"]):
        assert said(capsys, *arguments) == (1, "", f"fluxions: {path}: minutes is a whole number\n")
