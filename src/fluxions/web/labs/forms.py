"""What a learner sends from a lab: a program of bounded size, and what is to be done with it."""

from __future__ import annotations

from django import forms

from fluxions.web.labs.models import LabRun

LONGEST = 64_000
INCOMPLETE = "This form is not complete. Reload the page and send it again."


class Program(forms.CharField):
    """A program with line ends of one kind, without what no database keeps; never missing, never shortened."""

    def to_python(self, value: str | None) -> str:
        """The text that will be run and kept."""
        text = (
            (value or "")
            .removeprefix("\ufeff")
            .replace("\r\n", "\n")
            .replace("\r", "\n")
            .replace("\x00", "\N{REPLACEMENT CHARACTER}")
        )
        return text.encode("utf-8", "replace").decode("utf-8")


class DraftForm(forms.Form):
    """What stands in the editor."""

    framework = forms.CharField(max_length=20)
    code = Program(required=False, strip=False)

    def clean_code(self) -> str:
        """At most 64,000 characters."""
        code: str = self.cleaned_data["code"]
        if len(code) > LONGEST:
            raise forms.ValidationError(f"This is longer than {LONGEST:,} characters, too long for a lab.")
        return code

    @property
    def message(self) -> str:
        """The first thing that does not fit."""
        return next((str(each) for errors in self.errors.values() for each in errors), "")


class RunForm(DraftForm):
    """A program to be run, or handed in."""

    key = forms.UUIDField(error_messages={"required": INCOMPLETE, "invalid": INCOMPLETE})
    do = forms.ChoiceField(
        choices=LabRun.Purpose.choices, error_messages=dict.fromkeys(("required", "invalid_choice"), INCOMPLETE)
    )
