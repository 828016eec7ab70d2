import runpy

import pytest

from fluxions.curriculum import curriculum
from fluxions.curriculum.golden import golden
from fluxions.curriculum.load import folder
from fluxions.curriculum.new import skeleton


@pytest.mark.parametrize("skill", curriculum().written, ids=lambda skill: skill.id)
def test_golden_files_are_what_the_families_give(skill):
    assert (folder(skill) / "golden.md").read_text(encoding="utf-8") == golden(skill), (
        "run `make golden`, read the diff"
    )


def test_a_skeleton_has_the_sections_and_no_families_yet(tmp_path):
    files = skeleton(curriculum().skill("limit-algebraic"))
    assert set(files) == {"__init__.py", "lesson.md", "families.py"}
    assert files["lesson.md"].startswith("## Why it matters\n\n## The idea\n")
    (tmp_path / "families.py").write_text(files["families.py"])
    assert runpy.run_path(str(tmp_path / "families.py"))["FAMILIES"] == ()
