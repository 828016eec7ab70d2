"""A day and the next: the queue with its reasons, what is changed in it, and what it knows tomorrow."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from fluxions.calculus import ascii
from fluxions.curriculum import load_labs
from fluxions.tutor.stated import problem_of
from fluxions.web.accounts.models import Learner
from fluxions.web.labs import services
from fluxions.web.study.memory import evidence_of, rebuild_all, rebuilt, state_of
from fluxions.web.study.models import Attempt, Observation, StateRow
from fluxions.web.today.day import Day
from fluxions.web.today.models import Override

pytestmark = pytest.mark.django_db
TODAY = reverse("today:today")


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """A busy machine may take longer over a lab than a visitor would wait."""
    monkeypatch.setattr(services.awaited, "__defaults__", (60.0,))


def told(response) -> str:
    return response.content.decode()


def minutes(page: str) -> int:
    found = re.search(r"<h1>Today, (\d+) min</h1>", page)
    return int(found[1]) if found else 0


def names(page: str) -> list[str]:
    """The entries of the queue, as the forms name them."""
    return list(dict.fromkeys(re.findall(r'name="task" value="([^"]+)"', page)))


def solve(person, attempt: Attempt) -> None:
    person.answers(attempt, ascii(problem_of(attempt.stated).derivation.answer))


def solve_next(person) -> str:
    """Go on to the next task and solve it; where to the next led."""
    address = person.client.post(reverse("today:next")).url
    if address.startswith("/learn/"):
        skill = address.removeprefix("/learn/")
        family = re.search(r'name="family" value="([^"]+)"', told(person.client.get(address)))[1]
        address = person.client.post(reverse("study:begin"), {"skill": skill, "family": family}).url
    if address.startswith("/labs/"):
        code = load_labs.solution(address.removeprefix("/labs/"), "numpy")
        form = {"framework": "numpy", "code": code, "do": "submit", "key": str(uuid4())}
        assert person.client.post(f"{address}/run", form, headers={"HX-Request": "true"}).status_code == 200
    if "/tasks/" in address:
        solve(person, Attempt.objects.get(pk=int(address.rsplit("/", 1)[1])))
    return address


def test_a_visitor_sees_a_day_before_anything_is_kept(client):
    page = told(client.get(TODAY))
    assert 25 <= minutes(page) <= 30 and names(page)[0].startswith("new/")
    assert "New, and open" in page
    assert Learner.objects.count() == 0 and "fluxions" not in client.cookies


def test_a_new_skill_begins_with_its_lesson(client):
    page = told(client.get(TODAY))
    response = client.post(reverse("today:start"), {"task": names(page)[0]})
    assert response.url == reverse("skill", args=[names(page)[0].split("/")[1]])


def test_the_day_goes_on_until_nothing_is_left(ada):
    before = minutes(told(ada.client.get(TODAY)))
    for _ in range(20):
        if solve_next(ada) == TODAY:
            break
    page = told(ada.client.get(TODAY))
    assert "Done for today" in page and "Done today" in page and not names(page)
    spent = sum(int(each) for each in re.findall(r'<td class="r">(\d+)</td>', page))
    assert abs(spent - before) <= 0.15 * before


def test_the_next_day_knows_what_to_repeat_and_two_days_make_a_skill_learned(ada, settings):
    solve_next(ada)
    skill = Attempt.objects.get().skill
    settings.CLOCK_MOVED_BY = timedelta(days=1)
    page = told(ada.client.get(TODAY))
    assert names(page)[0].startswith(f"practice/{skill}/")
    assert "Solved without help yesterday" in page
    solve_next(ada)
    assert StateRow.objects.get(learner=ada.learner, skill=skill).standing == "learned"
    settings.CLOCK_MOVED_BY = timedelta(days=40)
    page = told(ada.client.get(TODAY))
    assert f"review/{skill}/" in " ".join(names(page)) and "Recall has fallen to" in page
    assert "Why these" in page and "As a table" in page


def test_each_entry_has_a_reason_and_a_price(ada):
    solve(ada, ada.attempt())
    page = told(ada.client.get(TODAY))
    rows = re.findall(r'<p class="why">(.+?)</p>', page)
    assert len(rows) == len(names(page)) and all(len(each) > 10 for each in rows)
    assert page.count('value="skip">Skip') == len(names(page))


def test_skipping_names_the_price_and_makes_the_day_shorter(ada):
    page = told(ada.client.get(TODAY))
    first = names(page)[0]
    response = ada.client.post(reverse("today:override"), {"kind": "skip", "task": first}, follow=True)
    kept = Override.objects.get()
    assert kept.price and kept.price in told(response)
    assert minutes(told(response)) <= minutes(page) - kept.minutes
    assert first not in names(told(response))


def test_where_everything_rests_on_one_skill_nothing_can_be_swapped(ada):
    page = told(ada.client.get(TODAY))
    sent = {"kind": "swap", "task": names(page)[0]}
    assert "Nothing else is open today" in told(ada.client.post(reverse("today:override"), sent, follow=True))
    assert Override.objects.count() == 0


def test_swapping_brings_something_else(ada, settings):
    for days in (0, 1, 2):
        settings.CLOCK_MOVED_BY = timedelta(days=days)
        solve_next(ada)
    page = told(ada.client.get(TODAY))
    first = names(page)[0]
    response = ada.client.post(reverse("today:override"), {"kind": "swap", "task": first}, follow=True)
    skill = first.split("/")[1]
    assert Override.objects.get().kind == "swap"
    assert names(told(response)) and not any(each.split("/")[1] == skill for each in names(told(response)))


@pytest.mark.parametrize("wanted", ["0", "10000", "-5", "4", "241", "x", "", "٣٠", "9" * 50])
def test_minutes_that_no_day_has_change_nothing(ada, wanted):
    response = ada.client.post(reverse("today:override"), {"kind": "minutes", "minutes": wanted})
    assert response.status_code == 422 and "A day has 5 to 240 minutes. Nothing was changed." in told(response)
    assert Override.objects.count() == 0


@pytest.mark.parametrize(
    "changes, minutes",
    [
        ((), 30),
        ((("skip", 10),), 20),
        ((("swap", 10),), 30),
        ((("minutes", 15),), 15),
        ((("minutes", 15), ("skip", 4)), 11),
        ((("skip", 10), ("minutes", 15)), 15),  # the minutes chosen last are meant as they stand
        ((("skip", 10), ("minutes", 15), ("skip", 20)), 0),
    ],
)
def test_the_minutes_of_a_day_are_those_chosen_last_less_what_was_skipped_since(changes, minutes):
    made = tuple(Override(kind=kind, minutes=each) for kind, each in changes)
    assert Day(1, (), "", 30, state_of(()), (), (), frozenset(), made).minutes == minutes


def test_where_nothing_else_is_open_no_minutes_are_offered_that_would_bring_nothing(ada, settings):
    page = told(ada.client.get(TODAY))
    ada.client.post(reverse("today:override"), {"kind": "skip", "task": names(page)[0]})
    page = told(ada.client.get(TODAY))
    assert "Nothing else is open today" in page and "What you left comes back tomorrow" in page
    assert "minutes more today" not in page and "Learn something new" in page
    settings.CLOCK_MOVED_BY = timedelta(days=1)
    assert minutes(told(ada.client.get(TODAY))) > 20


def test_minutes_hold_for_one_day(ada, settings):
    ada.client.post(reverse("today:override"), {"kind": "minutes", "minutes": "10"})
    assert 5 <= minutes(told(ada.client.get(TODAY))) <= 10
    settings.CLOCK_MOVED_BY = timedelta(days=1)
    assert minutes(told(ada.client.get(TODAY))) > 20


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "skip", "task": "no/such/thing/0"},
        {"kind": "burn", "task": "new/chain-rule//0"},
        {"kind": "swap"},
        {},
        {"kind": "skip", "task": "\x00" * 9},
    ],
)
def test_a_change_of_what_is_not_there_changes_nothing(ada, sent):
    response = ada.client.post(reverse("today:override"), sent, follow=True)
    assert response.redirect_chain == [(TODAY, 302)] and "The queue has moved on" in told(response)
    assert Override.objects.count() == 0


@pytest.mark.parametrize("skill", ["no-such-skill", "", "divergence-operator", "\x00"])
def test_a_skill_that_has_no_lesson_cannot_be_begun(ada, skill):
    assert ada.client.post(reverse("today:start"), {"skill": skill}).status_code == 404


def test_a_chosen_skill_begins_whatever_it_rests_on(ada):
    assert ada.client.post(reverse("today:start"), {"skill": "product-rule"}).url == "/learn/product-rule"
    solve(ada, ada.attempt())
    address = ada.client.post(reverse("today:start"), {"skill": "chain-rule"}).url
    assert "You chose it" in told(ada.client.get(address))


def test_an_open_task_is_gone_on_with_the_next_day(ada, settings):
    first = ada.attempt()
    ada.answers(first, "x")
    settings.CLOCK_MOVED_BY = timedelta(days=1)
    page = told(ada.client.get(TODAY))
    assert "You left a task open" in page and reverse("study:task", args=[first.pk]) in page
    assert ada.client.post(reverse("today:start"), {"skill": "chain-rule"}).url == reverse(
        "study:task", args=[first.pk]
    )


def test_rows_are_what_a_fold_of_all_evidence_gives(ada, settings):
    for days in range(4):
        settings.CLOCK_MOVED_BY = timedelta(days=days)
        solve_next(ada)
        ada.answers(ada.attempt(), "5(2x+1)^4")
    kept = state_of((ada.learner.pk,))
    assert kept == rebuilt((ada.learner.pk,)) == state_of((ada.learner.pk,))
    assert kept.skills and len(list(evidence_of((ada.learner.pk,)))) > 8


def test_a_second_learner_of_the_same_person_is_read_too(ada, bob):
    solve(ada, ada.attempt())
    solve(bob, bob.attempt())
    both = state_of((ada.learner.pk, bob.learner.pk))
    assert both.skill("chain-rule").asked == 2
    assert state_of((ada.learner.pk,)).skill("chain-rule").asked == 1


def test_progress_shows_what_earned_it_and_when_it_fades(ada, settings):
    assert "Here will stand" in told(ada.client.get(reverse("today:progress")))
    solve(ada, ada.attempt())
    settings.CLOCK_MOVED_BY = timedelta(days=2)
    solve(ada, ada.attempt())
    page = told(ada.client.get(reverse("today:progress")))
    assert "Learned: solved without help" in page and "Chain rule" in page and "100 %" in page
    settings.CLOCK_MOVED_BY = timedelta(days=400)
    page = told(ada.client.get(reverse("today:progress")))
    assert "fading now" in page and "it is fading" in page


def test_the_map_shows_how_things_stand_and_follows_the_career(ada):
    solve(ada, ada.attempt())
    page = told(ada.client.get(reverse("study:map")))
    assert 'aria-label="Chain rule, differential, learning"' in page and "248 skills" in page
    Learner.objects.update(career="ml-engineer")
    page = told(ada.client.get(reverse("study:map")))
    assert "147 of 248 skills" in page and page.count("data-skill=") == 147
    assert told(ada.client.get(reverse("study:map") + "?all=yes")).count("data-skill=") == 248


def test_todays_page_asks_little_of_a_large_record(ada, queries, record_of):
    record_of(ada.learner, 5000)
    ada.client.get(TODAY)  # folds what was just put there
    with queries() as asked:
        assert ada.client.get(TODAY).status_code == 200
    assert len(asked) <= 10, "\n".join(asked)


def test_everybody_can_be_rebuilt(ada, bob):
    solve(ada, ada.attempt())
    ada.answers(ada.attempt(), "x")
    kept = state_of((ada.learner.pk,))
    StateRow.objects.filter(skill="chain-rule").update(state={"nonsense": 1})
    people, pieces = rebuild_all()
    assert people == 2 and pieces == Observation.objects.count() > 1
    assert state_of((ada.learner.pk,)) == kept


def test_an_untouched_task_of_another_kind_does_not_stand_in_for_the_planned_one(ada, settings):
    first = ada.attempt("rate(2*x^2 + 3*x - 1, x, -3, 0)", "derivative-definition")
    ada.answers(first, "3")
    solve(ada, first)
    left = ada.attempt("rate(x^2, x, 1, 2)", "derivative-definition")
    Attempt.objects.filter(pk=left.pk).update(kind="practice")
    settings.CLOCK_MOVED_BY = timedelta(days=1)
    page = told(ada.client.get(TODAY))
    remedy = next(each for each in names(page) if each.startswith("remedy/"))
    begun = Attempt.objects.get(pk=int(ada.client.post(reverse("today:start"), {"task": remedy}).url.rsplit("/", 1)[1]))
    assert begun.pk != left.pk and begun.kind == "remedy" and "named yesterday" in begun.why
    assert "You left a task open" not in page
