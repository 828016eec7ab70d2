"""What a learner sends: an answer or lines of working, of bounded size, without what cannot be kept."""

from django import forms
from django.core import signing

from fluxions.calculus import STANDARD, Vocabulary
from fluxions.tutor.stated import Stated, drawn
from fluxions.web.study.services import Written
from fluxions.web.typed import LONGEST, MOST_LINES, clean_text

FIRST, NAMES = "study.first", "study.names"
DAY = 24 * 3600
THIRTY_DAYS = 30 * DAY
INCOMPLETE = "This form is not complete. Reload the page and hand it in again."


class Typed(forms.CharField):
    """A text in normal form, never missing."""

    def to_python(self, value: str | None) -> str:
        """The text that will be judged and kept."""
        return clean_text(value or "")


class Seconds(forms.Field):
    """For how long the page was in view; None where that is not known."""

    def to_python(self, value: str | None) -> float | None:
        """Between a second and a day."""
        text = (value or "").strip()
        return float(text) if text.isascii() and text.isdigit() and 0 < len(text) < 6 and 0 < int(text) <= DAY else None


class WorkForm(forms.Form):
    """What stands in the field."""

    text = Typed(required=False)
    lines = Typed(required=False)
    working = forms.BooleanField(required=False)

    def clean_text(self) -> str:
        """One line, of at most 4096 characters."""
        return _bounded(self.cleaned_data["text"].replace("\n", " ").strip())

    def clean_lines(self) -> str:
        """At most 40 lines."""
        text = _bounded(self.cleaned_data["lines"])
        if text.count("\n") >= MOST_LINES:
            raise forms.ValidationError(f"This is more than {MOST_LINES} lines. Leave out those you no longer need.")
        return text

    @property
    def written(self) -> Written:
        """What stands in the field, as values."""
        found = self.cleaned_data
        return Written(found.get("text", ""), found.get("lines", ""), bool(found.get("working")))

    @property
    def message(self) -> str:
        """The first thing that does not fit."""
        return next((str(each) for errors in self.errors.values() for each in errors), "")


class AnswerForm(WorkForm):
    """What is handed in; the key is made with the form, so that one form counts once."""

    seconds = Seconds(required=False)
    key = forms.UUIDField(error_messages={"required": INCOMPLETE, "invalid": INCOMPLETE})


def _bounded(text: str) -> str:
    if len(text) > LONGEST:
        raise forms.ValidationError(f"This is longer than {LONGEST} characters, too long to be an answer.")
    return text


def first_token(task: Stated, origin: str) -> str:
    """The task of the first page as a signed text: it names the variant, never the answer."""
    return signing.dumps([task.skill, task.family, task.seed, origin], salt=FIRST, compress=True)


def task_of_token(token: str) -> tuple[Stated, str] | None:
    """The task that a signed text stands for; None where it is old, or was not made by us."""
    try:
        skill, family, seed, origin = signing.loads(token, salt=FIRST, max_age=THIRTY_DAYS)
    except (signing.BadSignature, ValueError):
        return None
    task = drawn(skill, family, seed)
    return None if task is None else (task, origin)


def signed_names(task: Stated) -> str:
    """What the names of a task mean, for the preview of an answer."""
    return signing.dumps([task.symbols, task.functions, task.variable, task.dependent], salt=NAMES, compress=True)


def names_of(token: str) -> Vocabulary:
    """The names that a task declares; the standard ones where the token is not ours."""
    try:
        symbols, functions, variable, dependent = signing.loads(token, salt=NAMES)
    except (signing.BadSignature, ValueError):
        return STANDARD
    return Vocabulary(frozenset(symbols), frozenset(functions), variable, frozenset(dependent))
