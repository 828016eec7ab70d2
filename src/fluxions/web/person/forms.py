"""What a person chooses about themselves."""

from functools import cache
from itertools import groupby
from zoneinfo import available_timezones

from django import forms

from fluxions.curriculum import curriculum
from fluxions.web.accounts.models import LEAST_MINUTES, MOST_MINUTES

MINUTES = f"A day has from {LEAST_MINUTES} to {MOST_MINUTES} minutes here. Nothing was changed."
FIELDS = {"": "As this browser remembers", "no": "The maths field", "yes": "A plain text field"}
PLAIN = {"": None, "no": False, "yes": True}


@cache
def zones() -> list[tuple[str, list[tuple[str, str]]]]:
    """The time zones by continent, as a select shows them."""
    named = sorted(each for each in available_timezones() if "/" in each and not each.startswith("Etc/"))
    groups = groupby(named, key=lambda each: each.partition("/")[0])
    return [("Universal", [("UTC", "UTC")])] + [
        (continent, [(each, each.partition("/")[2].replace("_", " ")) for each in members])
        for continent, members in groups
    ]


class PersonForm(forms.Form):
    """Name, learning and the answer field."""

    name = forms.CharField(
        required=False,
        max_length=120,
        label="Name",
        help_text="Shown to nobody but you.",
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    time_zone = forms.ChoiceField(
        label="Time zone",
        help_text="Your day turns at four in the morning there.",
        error_messages={"invalid_choice": "This time zone is not known here. Nothing was changed."},
    )
    career = forms.ChoiceField(
        required=False,
        label="Career",
        help_text="What queue and map follow.",
        error_messages={"invalid_choice": "There is no such career here. Nothing was changed."},
    )
    minutes = forms.IntegerField(
        min_value=LEAST_MINUTES,
        max_value=MOST_MINUTES,
        label="Minutes a day",
        help_text=f"From {LEAST_MINUTES} to {MOST_MINUTES}.",
        error_messages={"min_value": MINUTES, "max_value": MINUTES, "invalid": MINUTES, "required": MINUTES},
    )
    plain = forms.ChoiceField(
        required=False,
        label="Answer field",
        choices=list(FIELDS.items()),
        help_text="The plain field suits any screen reader.",
    )

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self.fields["time_zone"].choices = zones()  # type: ignore[attr-defined]
        known = [(each.id, each.title) for each in curriculum().careers]
        self.fields["career"].choices = [("", "None: all skills"), *known]  # type: ignore[attr-defined]

    @property
    def plain_field(self) -> bool | None:
        """The choice of the answer field; None leaves it to the browser."""
        return PLAIN[self.cleaned_data["plain"]]


class FileForm(forms.Form):
    """A file that was exported here or elsewhere."""

    file = forms.FileField(
        label="A file exported from Fluxions",
        error_messages={"required": "No file was chosen.", "empty": "This file is empty."},
        widget=forms.FileInput({"accept": ".json,application/json"}),
    )


class DeleteForm(forms.Form):
    """The word that shows that deleting is meant."""

    word = forms.CharField(
        required=False, label="Type the word delete", max_length=20, widget=forms.TextInput({"autocomplete": "off"})
    )

    def clean_word(self) -> str:
        """Exactly this word."""
        if self.cleaned_data["word"].strip().lower() != "delete":
            raise forms.ValidationError("This is not the word. Nothing was deleted.")
        return "delete"
