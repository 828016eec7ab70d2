"""`fluxions labs`: what it prints, and how it says no."""

import json

import pytest

from fluxions.cli import main
from fluxions.curriculum import load_labs

LAB = "lab-gd-1d"


def said(capsys, *arguments):
    status = main(["labs", *map(str, arguments)])
    return status, *capsys.readouterr()


def test_a_right_program_passes_and_the_seed_fixes_everything_but_the_time(capsys):
    path = load_labs.lab_folder(LAB) / "solution.py"
    found = []
    for _ in range(2):
        status, out, _ = said(capsys, "grade", LAB, path, "--seed", "7", "--json")
        assert status == 0
        found.append({**json.loads(out), "ms": 0})
    assert found[0] == found[1]
    assert {"lab", "passed", "level", "checks", "stdout", "ms"} <= set(found[0])
    assert {"name", "passed", "message", "misconception"} <= set(found[0]["checks"][0])


def test_a_mistake_is_told_to_people(capsys):
    status, out, _ = said(capsys, "grade", LAB, load_labs.lab_folder(LAB) / "wrong_uphill.py")
    assert status == 1
    for words in ("not passed", "fails        Every step", "You add the slope", "not decided", "isolation "):
        assert words in out


@pytest.mark.parametrize("arguments, words", [
    (["grade", "nothing", "file.py"], "there is no lab 'nothing'; there are: "),
    (["grade", LAB, "no-such-file.py"], "cannot read no-such-file.py: No such file"),
    (["grade", LAB, "."], "cannot read .: Is a directory"),
    (["grade", LAB, "file.py", "--framework", "jax"], "not offered in 'jax'; it is in numpy, pytorch"),
    (["install", "cobol"], "nothing to install for 'cobol'"), (["install", "numpy"], "nothing to install"),
])  # fmt: skip
def test_bad_input_gets_a_clear_message(capsys, arguments, words):
    status, out, err = said(capsys, *arguments)
    assert (status, out) == (1, "") and words in err


def test_a_file_that_is_no_text(capsys, tmp_path):
    path = tmp_path / "program.py"
    path.write_bytes(b"\xff\xfe\x00")
    status, _, err = said(capsys, "grade", LAB, path)
    assert status == 1 and "is not UTF-8 text" in err


def test_a_missing_framework_is_named_with_the_way_to_it(capsys, monkeypatch):
    monkeypatch.setattr("fluxions.labs.frameworks.installed", lambda name: None)
    status, _, err = said(capsys, "grade", LAB, "file.py", "--framework", "pytorch")
    assert status == 1 and "PyTorch is not installed: fluxions labs install pytorch" in err
    status, out, _ = said(capsys, "list")
    assert status == 0 and "pytorch (not installed)" in out


def test_the_self_test_says_what_each_layer_does(capsys):
    status, out, _ = said(capsys, "selftest", "--json")
    found = json.loads(out)
    assert status == (1 if found["level"] == "none" else 0)
    assert {"name", "control", "contained", "detail"} == set(found["layers"][0])


def test_the_labs_as_json(capsys):
    _, out, _ = said(capsys, "list", "--json")
    (lab,) = [each for each in json.loads(out)["labs"] if each["id"] == LAB]
    assert (lab["id"], lab["minutes"], lab["variants"]) == (LAB, 40, ["numpy", "pytorch"])
