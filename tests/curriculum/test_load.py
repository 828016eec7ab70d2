import re
import shutil

import pytest

from fluxions.curriculum import BadContent, UnknownSkill, curriculum, families, family, lesson
from fluxions.curriculum.load import ROOT, curriculum_in, folder

WRITTEN = ("derivative-definition", "power-rule", "product-rule", "chain-rule", "derivative-sigmoid-tanh")


def test_all_skills_are_there_and_each_stands_after_what_it_rests_on():
    programme = curriculum()
    assert (len(programme.skills), len(programme.units), len(programme.careers)) == (248, 30, 4)
    assert tuple(programme.skills) == programme.graph.order
    assert tuple(unit.order for unit in programme.units) == tuple(range(1, 31))


def test_the_written_skills_have_a_lesson_and_families():
    assert {each.id for each in curriculum().written} >= set(WRITTEN)
    for skill in WRITTEN:
        assert lesson(skill) is not None
        assert len(families(skill)) >= 3


def test_a_skill_says_what_its_file_says():
    skill = curriculum().skill("chain-rule")
    assert (skill.title, skill.unit, skill.answer_type, skill.minutes) == (
        "Chain rule", "differentiation-rules", "expression", 20,
    )  # fmt: skip
    assert skill.encompasses["function-composition"] == 0.5
    assert skill.misconceptions[0].ids == ("inner-derivative-lost",)
    assert skill.written and skill.lab == "lab-autograd-engine"


@pytest.mark.parametrize("career, skills, hours", [
    ("data-scientist", 123, 42), ("ml-engineer", 147, 51), ("quantitative-analyst", 133, 47),
    ("research-scientist", 208, 77),
])  # fmt: skip
def test_the_path_of_a_career_is_its_core_skills_and_all_they_rest_on(career, skills, hours):
    path = curriculum().path(career)
    assert (len(path.skills), path.hours) == (skills, hours)
    assert not set(path.skills) & set(curriculum().useful(career))


def test_the_units_hold_every_skill_once():
    programme = curriculum()
    held = [skill.id for unit in programme.units for skill in programme.in_unit(unit.id)]
    assert sorted(held) == sorted(programme.skills)
    assert [each.id for each in programme.in_unit("differentiation-rules")][:2] == ["power-rule", "derivative-exp-log"]


def test_what_does_not_exist_is_said():
    with pytest.raises(UnknownSkill, match="there is no skill 'chain-rul'"):
        curriculum().skill("chain-rul")
    with pytest.raises(UnknownSkill):
        lesson("nowhere")
    assert lesson("limit-algebraic") is None
    assert families("limit-algebraic") == ()
    assert family("chain-rule", "nowhere") is None


@pytest.fixture
def copy(tmp_path):
    """Two units of the curriculum, to be spoiled."""
    for name in ("careers.toml", "conventions.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    for unit in ("functions_for_ml", "limits_and_derivative"):
        shutil.copytree(ROOT / "units" / unit, tmp_path / "units" / unit)
    return tmp_path


SPOILED = [
    (lambda text: text.replace('title = "', 'tittle = "'), "add title"),
    (lambda text: text + "colour = 3\n", "unknown field colour"),
    (lambda text: text + "minutes\n", "skill.toml: "),
    (lambda text: text.replace('id = "limit-algebraic"', 'id = "limits"'), "the folder of limits is"),
    (lambda text: re.sub(r"\{ says", "{ said", text), "misconceptions is a list of"),
    (lambda text: re.sub(r"minutes = (\d+)", r'minutes = "\1"', text), "minutes is a whole number"),
    (lambda text: re.sub(r"= 0.\d", '= "half"', text), "encompasses is a table of skills and numbers"),
    (lambda text: re.sub(r"(?m)^title = .*", "title = 3", text), "title is a text"),
    (lambda text: text.replace("confusable = []", 'confusable = "none"'), "confusable is a list of texts"),
]


@pytest.mark.parametrize("spoil, message", SPOILED)
def test_a_spoiled_file_is_named(copy, spoil, message):
    path = copy / "units/limits_and_derivative/limit_algebraic/skill.toml"
    path.write_text(spoil(path.read_text()))
    with pytest.raises(BadContent, match=message) as told:
        curriculum_in(copy)
    assert "limit_algebraic/skill.toml" in str(told.value)


def test_a_skill_that_no_unit_lists_comes_last_in_its_unit(copy):
    path = copy / "units/limits_and_derivative/unit.toml"
    path.write_text(path.read_text().replace('"limit-graph-numeric",', "").replace('"continuity-ivt",', ""))
    found = [each.id for each in curriculum_in(copy).in_unit("limits-and-derivative")]
    assert "continuity-ivt" in found and set(found) == {
        each.id for each in curriculum().in_unit("limits-and-derivative")
    }


def test_folders_are_the_ids_in_snake_case():
    skill = curriculum().skill("derivative-sigmoid-tanh")
    assert folder(skill).relative_to(ROOT).as_posix() == "units/ml_function_derivatives/derivative_sigmoid_tanh"
