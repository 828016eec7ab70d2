"""The solutions in golden/ are printed as they were read and approved."""

import pytest

from tests.calculus.written_solutions import FOLDER, written


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.stem)
def test_solutions_are_written_as_they_were_approved(file):
    advice = "read the new lines; if they are better: python -m tests.calculus.written_solutions"
    assert written(file) == file.read_text(), advice
