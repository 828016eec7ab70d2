import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from fluxions.calculus import STANDARD
from fluxions.tutor.stated import Stated
from fluxions.web.study.forms import AnswerForm, WorkForm, clean_text, names_of, signed_names

ODD = st.text(st.characters(exclude_categories=[]), max_size=200)


@pytest.mark.parametrize(
    "text, kept",
    [("a\r\nb\rc", "a\nb\nc"), ("x\x00y", "xy"), ("e\u0301", "é"), ("2\ud800x", "2x"), ("−×·≤∞", "−×·≤∞")],
)
def test_text_in_normal_form(text, kept):
    assert clean_text(text) == kept


@given(ODD)
@settings(max_examples=200, deadline=None)
def test_what_is_kept_can_be_kept(text):
    kept = clean_text(text)
    assert "\x00" not in kept and "\r" not in kept
    assert clean_text(kept.encode().decode()) == kept


@pytest.mark.django_db
@given(st.one_of(ODD, st.text("0123456789x+-*/^(){}\\|.,=' ", max_size=60)))
@settings(max_examples=120, deadline=None)
def test_nothing_that_is_typed_breaks_the_preview(text):
    sent = {"text": text.encode("utf-8", "replace").decode()}
    response = Client().post(reverse("study:read"), sent, headers={"HX-Request": "true"})
    assert response.status_code in (200, 429)


@pytest.mark.parametrize(
    "data, fits",
    [
        ({"text": "x" * 4096}, True),
        ({"text": "x" * 4097}, False),
        ({"lines": "\n".join("x" * 40), "working": "yes"}, True),
        ({"lines": "\n".join("x" * 41), "working": "yes"}, False),
        ({}, True),
    ],
)
def test_the_size_of_what_is_handed_in(data, fits):
    assert WorkForm(data).is_valid() == fits


def test_one_answer_is_one_line():
    form = WorkForm({"text": "2x\n+1"})
    assert form.is_valid() and form.written.handed_in == "2x +1"


@pytest.mark.parametrize("key", ["", "x", "1" * 40])
def test_a_key_is_a_uuid(key):
    form = AnswerForm({"text": "x", "key": key})
    assert not form.is_valid() and "Reload the page" in form.message


def test_names_travel_signed():
    task = Stated("s", "f", 1, 1, "", "w", symbols=("w",), variable="w", functions=("g",))
    assert names_of(signed_names(task)) == task.vocabulary
    assert names_of(signed_names(task) + "x") == STANDARD
