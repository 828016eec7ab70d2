"""The folders of labs: what is read of them, and what the linter sees."""

import shutil

import pytest

from fluxions.curriculum import curriculum, load, load_labs
from fluxions.curriculum.linter.labs import lab_findings
from fluxions.labs.frameworks import installed

LAB = "lab-gd-1d"


def test_what_the_planner_knows_of_a_lab():
    found = load_labs.summary(LAB)
    assert (found.title, found.minutes) == ("Descent on a line", 40)
    assert found.skills == ("gradient-descent-1d", "learning-rate-stability-1d", "gradient-flow")
    assert [each.id for each in load_labs.labs_of("gradient-flow")] == [LAB]
    assert set(found.skills) == {each.id for each in curriculum().skills.values() if each.lab == LAB}
    with pytest.raises(load_labs.UnknownLab, match="there is no lab 'nothing'"):
        load_labs.lab("nothing")


def test_each_framework_sees_its_own_code():
    numpy, torch = load_labs.task(LAB, "numpy"), load_labs.task(LAB, "pytorch")
    assert "torch" not in numpy and "requires_grad" in torch and numpy.count("```") == torch.count("```") == 2
    assert load_labs.starter(LAB, "pytorch") == load_labs.starter(LAB, "numpy").replace(
        "import numpy as np", "import torch"
    )


def test_hints_stand_one_by_one():
    assert [head for head, _ in load_labs.hints("lab-linear-regression")][:2] == ["The gradient", "A free intercept"]
    assert all(text and "##" not in text for _, text in load_labs.hints("lab-linear-regression"))


@pytest.mark.parametrize(
    "lab, framework", [(each.id, name) for each in load_labs.labs().values() for name in each.variants]
)
def test_a_shipped_lab_holds_what_it_promises(lab, framework):
    if installed(framework) is None:
        pytest.skip(f"{framework.upper()} IS NOT INSTALLED: {lab} was not tested (fluxions labs install {framework})")
    assert [str(each) for each in lab_findings(lab, only=framework, seeds=(1,))] == []


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The lab in a folder where files may be spoiled."""
    shutil.copytree(load_labs.lab_folder(LAB), tmp_path / "lab")
    monkeypatch.setattr(load_labs, "lab_folder", lambda lab_id: tmp_path / "lab")
    monkeypatch.setattr(load, "ROOT", tmp_path)
    load_labs.lab.cache_clear()
    yield tmp_path / "lab"
    load_labs.lab.cache_clear()


@pytest.mark.parametrize("name, old, new, words", [
    ("starter.py", "def flow(", "def flowing(", "does not begin the function flow"),
    ("solution.py", "np.exp(-a * times)", "np.exp(a * times)", "solution: does not pass in numpy"),
    ("right_closed_form.py", "2 / a", "3 / a", "right_closed_form.py: does not pass"),
    ("wrong_sign_ignored.py", "expects: sign-ignored", "expects: none", "no wrong_*.py expects the misconception"),
    ("wrong_uphill.py", "says: You add", "says: We add", "must give uphill"),
    ("wrong_sign_ignored.py", "abs(1 - eta * a) < 1", "eta < 2 / a and eta < 1 / a", "must give sign-ignored"),
    ("checks.py", "FUNCTIONS =", "FUNCTION =", "cannot be imported"),
    ("checks.py", "(2.0, 0.75),", "(2.0,),", "classify has an example that is not what it takes"),
    ("hints.md", "## ", "# ", "hints.md: is missing, or has no section"),
])  # fmt: skip
def test_each_fault_is_told(copy, name, old, new, words):
    text = (copy / name).read_text()
    assert old in text
    (copy / name).write_text(text.replace(old, new))
    assert any(words in str(each) for each in lab_findings(LAB))
