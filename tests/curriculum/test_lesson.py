import pytest

from fluxions.calculus import Problem, Unreadable
from fluxions.curriculum.lesson import LessonError, Predict, Prose, Try, Worked, parsed

LESSON = """\
## Why it matters

A loss $L(w) = w^2$ and $$L'(w) = 2w.$$ See the [chain rule](skill:chain-rule).

```predict
What is it at $0$?

- [ ] $1$
- [x] $0$

Because it is flat.
```

## The idea

```python
print("not a block of ours")
```

```worked
diff(w^2, w)
symbols: w, b
```

```try
one-power
```
"""


def test_a_lesson_is_read_into_blocks():
    prose, predict, idea, worked, tried = parsed(LESSON).blocks
    assert isinstance(prose, Prose) and prose.markdown.startswith("## Why it matters")
    assert predict == Predict("What is it at $0$?", ("$1$", "$0$"), 1, "Because it is flat.")
    assert isinstance(idea, Prose) and "not a block of ours" in idea.markdown
    assert worked == Worked("diff(w^2, w)", ("w", "b"))
    assert tried == Try("one-power")


def test_a_note_to_authors_is_not_shown():
    (prose,) = parsed("Before.\n\n<!-- a figure comes here -->\n\nAfter.").blocks
    assert isinstance(prose, Prose) and prose.markdown.split() == ["Before.", "After."]


def test_what_a_lesson_says_of_itself():
    found = parsed(LESSON)
    assert found.headings == ("Why it matters", "The idea")
    assert found.links == ("chain-rule",)
    assert found.formulas == ("L(w) = w^2", "L'(w) = 2w.", "0", "1", "0")


def test_a_formula_counts_as_one_word():
    assert parsed("One $x + y + z$ three $$a\n+ b$$").words == 4


def test_a_worked_example_is_a_problem_or_says_why_not():
    assert isinstance(Worked("diff(x^2, x)").problem, Problem)
    problem = Worked("rate(x^2, x, 1, 1 + h)", ("h",)).problem
    assert isinstance(problem, Problem) and "h" in problem.vocabulary.symbols
    assert isinstance(Worked("diff(x^2, x").problem, Unreadable)


@pytest.mark.parametrize("text, line, message", [
    ("a\n```try\nname", 2, "not closed"),
    ("```try\n```", 1, "name one family"),
    ("```try\na\nb\n```", 1, "name one family"),
    ("```worked\n```", 1, "one task"),
    ("```worked\na\nb\n```", 1, "one task"),
    ("```predict\nQ\n- [x] a\n\nwhy\n```", 1, "at least two options"),
    ("```predict\nQ\n- [x] a\nor\n- [ ] b\n\nwhy\n```", 1, "one below the other"),
    ("```predict\nQ\n- [ ] a\n- [ ] b\n\nwhy\n```", 3, "exactly one option"),
    ("```predict\nQ\n- [x] a\n- [x] b\n\nwhy\n```", 3, "exactly one option"),
    ("```predict\n- [x] a\n- [ ] b\n\nwhy\n```", 1, "above the options"),
    ("```predict\nQ\n- [x] a\n- [ ] b\n```", 1, "why the answer holds"),
])  # fmt: skip
def test_a_fence_that_cannot_be_read_is_told_with_its_line(text, line, message):
    with pytest.raises(LessonError, match=message) as told:
        parsed(text)
    assert told.value.line == line
