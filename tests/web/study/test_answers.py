"""One answer: what is told, what is kept, what counts."""

import re
import threading
from uuid import uuid4

import pytest
from django.db import connection, connections
from django.urls import reverse

from fluxions.calculus import Text, Undecided
from fluxions.tutor.marking import Marked
from fluxions.web.study import services
from fluxions.web.study.models import Answer, Attempt, HintShown, Observation

pytestmark = pytest.mark.django_db
RIGHT, LOST = "10(2x+1)^4", "5(2x+1)^4"  # the inner derivative is lost in the second


def told(response) -> str:
    return response.content.decode()


def test_a_right_answer_closes_the_task_and_shows_every_skill_that_was_used(ada):
    attempt = ada.attempt()
    page = told(ada.answers(attempt, RIGHT))
    attempt.refresh_from_db()
    assert "Right" in page and "Next task" in page
    assert attempt.closed_how == "right"
    assert ("chain-rule", "asked", True) in ada.observations()
    assert ("power-rule", "used", True) in ada.observations()


def test_a_named_misconception_is_told_with_the_point_that_shows_it(ada):
    page = told(ada.answers(ada.attempt(), LOST))
    assert "The inner derivative is missing" in page
    assert "The inside changes too" in page
    assert "it should be" in page and "6250" in page and "3125" in page
    assert "Check again" in page
    assert ada.observations() == [("chain-rule", "asked", False)]
    assert Answer.objects.get().misconceptions == ["inner-derivative-lost"]


def test_two_mistakes_in_one_answer_are_both_kept_for_certain(ada):
    ada.answers(ada.attempt("diff((2x + 1)^5 + cos(x), x)"), "5*(2x + 1)^4 + sin(x)")
    answer = Answer.objects.get()
    assert set(answer.misconceptions) == {"inner-derivative-lost", "cosine-sign-lost"} and answer.certain


def test_several_candidates_are_kept_as_such(ada):
    ada.answers(ada.attempt("diff(x^2*exp(x), x)"), "2x*exp(x)")
    answer = Answer.objects.get()
    assert len(answer.misconceptions) > 1 and not answer.certain


def test_a_slip_of_algebra_in_the_working_counts_against_algebra_alone(ada):
    lines = "6(2x + 1)^2*(x - 2) + (2x + 1)^3", "(4x^2 + 1)*(6x - 12 + 2x + 1)"
    ada.works(ada.attempt("diff((2x + 1)^3*(x - 2), x)"), "\n".join(lines))
    seen = ada.observations()
    assert ("algebraic-manipulation", "blamed", False) in seen
    assert not any(skill == "chain-rule" and not correct for skill, _, correct in seen)
    assert ("product-rule", "used", True) in seen


def test_a_wrong_answer_shows_both_curves_but_never_the_answer(ada):
    page = told(ada.answers(ada.attempt("diff(sin(x^2), x)"), "cos(x^2)"))
    assert "<plot-figure" in page and "application/json" in page
    assert "2x" not in page.replace(" ", "").replace("</mi>", "").replace("<mi>", "").replace("<mn>", "")


@pytest.mark.parametrize("task, wrong", [("at(diff(x^2, x), x, 3071)", "3071"), ("diff(6142*x, x)", "x")])
def test_where_the_answer_is_a_number_a_wrong_one_does_not_give_it_away(ada, task, wrong):
    attempt = ada.attempt(task)
    for page in (ada.answers(attempt, wrong), ada.works(attempt, wrong)):
        assert "Wrong" in told(page) and "6142" not in told(page) and "<plot-figure" not in told(page)
    page = told(ada.client.get(reverse("study:task", args=[attempt.pk])))
    assert "Wrong" in page and "it should be" not in page


@pytest.mark.parametrize(
    "typed, says",
    [
        ("2x+", "Something is missing"),
        ("(2x+1", "Cannot be read"),
        ("3x^", "Cannot be read"),
        ("\\frac{1}{", "Cannot be read"),
        ("((((((((((" * 30, "Cannot be read"),
        ("9" * 4000, "Cannot be read"),
        ("x" + "^9" * 900, "not"),
    ],
)
def test_what_cannot_be_read_or_decided_counts_for_nothing(ada, typed, says):
    attempt = ada.attempt()
    response = ada.answers(attempt, typed)
    assert response.status_code == 200
    assert says.lower() in told(response).lower()
    assert ada.observations() == []
    assert attempt.answers.get().verdict in ("unreadable", "undecided")
    assert told(ada.answers(attempt, RIGHT)) and ("chain-rule", "asked", True) in ada.observations()


def test_unreadable_input_shows_the_place_and_what_would_be_read_instead(ada):
    attempt = ada.attempt()
    page = told(ada.answers(attempt, "2x+"))
    assert "2x+\n  ^" in page
    assert '<input type="hidden" name="text" value="2x">' in page
    assert attempt.draft.text == "2x+"


def test_a_letter_that_the_task_does_not_know_is_asked_about(ada):
    page = told(ada.answers(ada.attempt(), "10(2x+1)^4 + q"))
    assert "q is not in the task" in page and "Not judged" in page and "<pre" not in page
    assert ada.observations() == []


def test_an_undecided_answer_is_never_held_against_anyone(ada, monkeypatch):
    undecided = Marked(Undecided("budget", Text("We could not decide this. It does not count against you.")))
    monkeypatch.setattr(services, "marked", lambda *_: undecided)
    page = told(ada.answers(ada.attempt(), "x"))
    assert "Not decided" in page and "does not count against you" in page
    assert ada.observations() == []


def test_a_failure_of_ours_is_undecided(ada, monkeypatch):
    def fails(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(services, "marked", fails)
    page = told(ada.answers(ada.attempt(), "x"))
    assert "the fault is ours" in page
    assert Answer.objects.get().verdict == "undecided" and ada.observations() == []


def test_only_the_first_decided_answer_is_evidence(ada):
    attempt = ada.attempt()
    for text in ("2x+", LOST, "7x", RIGHT):
        ada.answers(attempt, text)
    assert ada.observations() == [("chain-rule", "asked", False)]
    assert [each.verdict for each in attempt.answers.order_by("pk")] == ["unreadable", "wrong", "wrong", "right"]


def test_the_same_form_counts_once_and_tells_the_same(ada):
    attempt, key = ada.attempt(), uuid4()
    first, again = ada.answers(attempt, LOST, key), ada.answers(attempt, LOST, key)
    assert attempt.answers.count() == 1
    assert "The inner derivative is missing" in told(first) and "The inner derivative is missing" in told(again)
    other = told(ada.answers(attempt, RIGHT, key))
    assert attempt.answers.count() == 1 and "handed in before" in other


def test_a_closed_task_takes_no_more_answers(ada):
    attempt = ada.attempt()
    ada.answers(attempt, RIGHT)
    page = told(ada.answers(attempt, LOST))
    assert "This task is closed" in page
    assert attempt.answers.count() == 1


@pytest.mark.parametrize(
    "lines, first_wrong, says",
    [
        (("5*(2*x+1)^4*diff(2*x+1, x)", "5(2x+1)^4 * 2", "10(2x+1)^4"), None, "The last line is the answer"),
        (("5*(2*x+1)^4*diff(2*x+1, x)", "5(2x+1)^4", "5(2x+1)^4 + 0"), 2, "Follows from 2"),
        (("5(2x+1)^4",), 1, "The inner derivative is missing"),
        (("5*(2*x+1)^4*diff(2*x+1, x)",), None, "Right so far"),
        (("5*(2*x+1)^4*diff(2*x+1, x)", "5(2x+"), None, "Cannot be read"),
    ],
)
def test_working_is_judged_line_by_line(ada, lines, first_wrong, says):
    attempt = ada.attempt()
    page = told(ada.works(attempt, *lines))
    assert says in page
    assert attempt.answers.get().first_wrong_line == first_wrong
    assert page.count("Wrong here") == (1 if first_wrong else 0)


def test_an_answer_needs_few_queries_whatever_it_says(ada, queries):
    ada.answers(ada.attempt(), LOST)  # the first of all folds what there is; one of the others asks who owns this place
    for text in (LOST, "2x+", RIGHT):
        attempt = ada.attempt()
        with queries() as asked:
            ada.answers(attempt, text)
        assert len(asked) <= 12, "\n".join(asked)


@pytest.mark.parametrize("text", ["", "   ", "x" * 5000, "x\n" * 3000])
def test_what_is_no_answer_is_refused_kindly(ada, text):
    attempt = ada.attempt()
    response = ada.answers(attempt, text)
    assert response.status_code == 422
    assert "Nothing was counted" in told(response)
    assert attempt.answers.count() == 0


STRANGE = ["2\x00x", "x\u202e+1", "<script>alert(1)</script>", "{{ 7*7191 }}", "\ud800x", "é" * 300]


@pytest.mark.parametrize("text", STRANGE)
def test_strange_characters_do_no_harm(ada, text):
    attempt = ada.attempt()
    response = ada.answers(attempt, text.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
    assert response.status_code == 200
    assert "<script>alert" not in told(response) and "50337" not in told(response)


def test_a_form_without_its_key_is_refused(ada):
    attempt = ada.attempt()
    response = ada.client.post(reverse("study:answer", args=[attempt.pk]), {"text": RIGHT})
    assert response.status_code == 422 and attempt.answers.count() == 0
    assert RIGHT in told(response)


def test_the_tasks_of_others_are_not_known_here(ada, bob):
    attempt = bob.attempt()
    for name in ("answer", "hint", "solution"):
        assert ada.client.post(reverse(f"study:{name}", args=[attempt.pk])).status_code == 404
    assert ada.client.get(reverse("study:task", args=[attempt.pk])).status_code == 404
    assert ada.client.post(reverse("study:draft", args=[attempt.pk]), {"text": "x"}).status_code == 204
    assert not hasattr(Attempt.objects.get(pk=attempt.pk), "draft")


def test_without_javascript_the_same_answer_gives_a_whole_page(ada):
    attempt = ada.attempt()
    response = ada.client.post(reverse("study:answer", args=[attempt.pk]), {"text": LOST, "key": str(uuid4())})
    page = told(response)
    assert response.status_code == 200
    assert page.startswith("<!doctype html>") and "The inner derivative is missing" in page
    assert f'value="{LOST}"' in page


def test_the_page_of_an_open_task_holds_no_answer(ada):
    attempt = ada.attempt("diff(3*x^4, x)")
    page = told(ada.client.get(reverse("study:task", args=[attempt.pk])))
    shown = page.split("<main", 1)[1].split("</main>")[0].replace("12px", "").split('name="names"')[0]
    # the token, the key and the number of the attempt are drawn by chance
    assert "12" not in re.sub(r'name="(csrfmiddlewaretoken|key)"[^>]*|/tasks/\d+', "", shown)


@pytest.mark.parametrize("model", [Answer, HintShown, Observation])
def test_what_happened_cannot_be_rewritten(ada, model):
    attempt = ada.attempt()
    ada.client.post(reverse("study:hint", args=[attempt.pk]), {"rank": "1"})
    ada.answers(attempt, LOST)
    row = model.objects.get()
    with pytest.raises(Exception, match="append-only"):
        model.objects.filter(pk=row.pk).update(attempt=attempt)


@pytest.mark.django_db(transaction=True)
def test_two_tabs_at_once_do_not_corrupt_the_task(ada):
    """Eight answers from different tabs at the same moment: each kept once, one of them counts."""
    attempt = ada.attempt()
    start = threading.Barrier(8)
    failed: list[Exception] = []

    def tab(number: int) -> None:
        try:
            start.wait()
            text = services.Written(LOST if number % 2 else f"{number}x")
            services.submit_answer(Attempt.objects.get(pk=attempt.pk), text, key=uuid4(), now=attempt.opened, day=1)
        except Exception as error:
            failed.append(error)
        finally:
            connections.close_all()

    tabs = [threading.Thread(target=tab, args=[number]) for number in range(8)]
    for each in tabs:
        each.start()
    for each in tabs:
        each.join()
    assert failed == []
    assert attempt.answers.count() == 8
    assert ada.observations() == [("chain-rule", "asked", False)]
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_double_click_counts_once_even_at_the_same_moment(ada):
    attempt, key = ada.attempt(), uuid4()
    start = threading.Barrier(4)

    def click() -> None:
        start.wait()
        try:
            services.submit_answer(
                Attempt.objects.get(pk=attempt.pk), services.Written(LOST), key=key, now=attempt.opened, day=1
            )
        finally:
            connections.close_all()

    clicks = [threading.Thread(target=click) for _ in range(4)]
    for each in clicks:
        each.start()
    for each in clicks:
        each.join()
    assert attempt.answers.count() == 1
    assert len(ada.observations()) == 1
    connection.close()
