"""What the learner model says, put into sentences; a sentence is its own message id."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from fluxions.calculus import Text
from fluxions.calculus.misconceptions import MISCONCEPTIONS
from fluxions.curriculum import curriculum
from fluxions.learner import (
    AllDone,
    Audit,
    Chosen,
    DebtStopsNew,
    Due,
    InLab,
    Maintenance,
    New,
    Note,
    Plan,
    Practice,
    Price,
    Reason,
    Remedy,
    RunsShort,
    Skip,
    Standing,
)  # fmt: skip

NAMED = {each.name: each for each in MISCONCEPTIONS}
COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FADING = " Recall has fallen below 70 %: it is fading."
MOST_LISTED = 3
KINDS = {
    "remedy": ("one mistake to mend", "{n} mistakes to mend"),
    "review": ("one review", "{n} reviews"),
    "check": ("one check", "{n} checks"),
    "new": ("one new skill", "{n} new skills"),
    "practice": ("one task of practice", "{n} tasks of practice"),
    "lab": ("one lab", "{n} labs"),
}


def why(reason: Reason, *, day: int) -> Text:
    """Why a task is in today's plan."""
    match reason:
        case Due(recall=recall, days_ago=ago, refreshes=()):
            slots = ("recall", percent(recall)), ("when", past(day - ago, day))
            return Text("Recall has fallen to {recall} %. It was last asked {when}.", slots)
        case Due(recall=recall, refreshes=others):
            slots = ("recall", percent(recall)), ("skills", listed(others))
            return Text("Recall has fallen to {recall} %. One success here also practises {skills}.", slots)
        case New():
            return _why_new(reason)
        case Practice():
            return _why_practice(reason, day)
        case Remedy(misconception=name, seen_days_ago=ago):
            return _why_remedy(name, past(day - ago, day))
        case Audit():
            return Text("It counts as learned without a task of its own. One answer settles it.")
        case Maintenance(recall=recall):
            said = "Nothing is more pressing. Recall is {recall} %, and a harder task keeps the skill ready."
            return Text(said, (("recall", percent(recall)),))
        case InLab(step=True):
            return Text("Its skills are begun. Today's minutes are enough for a part of it; your code is kept.")
        case InLab():
            return Text("Its skills are begun, and today's minutes are enough for all of it.")
        case Chosen(missing=()):
            return Text("You chose it.")
        case Chosen(missing=others):
            return Text("You chose it. It rests on {skills}: not learned yet.", (("skills", listed(others)),))
    assert_never(reason)


def _why_new(reason: New) -> Text:
    """Open since what it rests on is learned; and how many skills of the path wait for it."""
    if reason.unwritten:
        opened = "New, and open: what it rests on is learned or has no lesson yet."
    elif reason.rests_on:
        opened = "New, and open: everything it rests on is learned."
    else:
        opened = "New, and open: it rests on no other skill."
    match len(reason.unlocks):
        case 0:
            return Text(opened)
        case 1:
            return Text(opened + " One skill on your path rests on it.")
        case count:
            return Text(opened + " {n} skills on your path rest on it.", (("n", str(count)),))


def _why_practice(reason: Practice, day: int) -> Text:
    match reason.success_days_ago:
        case None if reason.begun_days_ago == 0:
            return Text("Begun today: the same idea in another task, while the lesson is fresh.")
        case None:
            slots = (("when", past(day - reason.begun_days_ago, day)),)
            return Text("Begun {when}, and not yet solved without help. Two such days make it learned.", slots)
        case 0:
            return Text(
                "Solved without help today, and practised further. One success on another day makes it learned."
            )
        case ago:
            slots = (("when", past(day - ago, day)),)
            return Text("Solved without help {when}. One more such success today makes it learned.", slots)


def _why_remedy(name: str, when: str) -> Text:
    if name not in NAMED or not NAMED[name].title:
        return Text("A mistake was named {when}. This task isolates it.", (("when", when),))
    slots = ("when", when), ("mistake", NAMED[name].title)
    return Text("A mistake was named {when}: “{mistake}”. This task isolates it.", slots)


def standing_words(standing: Standing, *, day: int) -> Text:
    """How far a skill is learned, and the days that earned it."""
    days = tuple(past(each, day) for each in standing.earned)
    since = past(standing.since, day) if standing.since is not None else ""
    more = FADING if standing.fading else ""
    match standing.word:
        case "new":
            return Text("Not begun.")
        case "learning" if not days:
            return Text("Begun {since}, and not yet solved without help.", (("since", since),))
        case "learning":
            return Text("Solved without help {first}. One more such day makes it learned.", (("first", days[0]),))
        case "learned" if standing.inferred:
            return Text("It counts as learned from your other answers, without a task of its own." + more)
        case "learned" if standing.earned[0] == standing.earned[1]:
            return Text(
                "Learned {since}: your other answers showed it, and a task of its own." + more, (("since", since),)
            )
        case "learned":
            slots = ("first", days[0]), ("second", days[1])
            return Text("Learned: solved without help {first} and {second}." + more, slots)
        case "retained":
            slots = ("since", since), ("n", str(standing.earned[-1] - standing.earned[1]))
            return Text("Retained: solved without help {since}, {n} days after it was learned." + more, slots)
    assert_never(standing.word)


def price_words(price: Price, *, day: int) -> Text:
    """The price of a change as a sentence."""
    skill, days = quoted(price.change.skill), f"{price.days:.1f}"
    minutes = str(max(round(price.minutes), 1))
    points = round(100 * price.recall_lost)
    if price.kind == "lab":
        return Text("The lab waits with your code. {minutes} minutes of it stay to be done.", (("minutes", minutes),))
    if price.kind == "new":
        if price.days < 0.05:
            return Text("{skill} is begun later. The end of your path stays where it is.", (("skill", skill),))
        return Text("{skill}, and all that rests on it, come {days} days later.", (("skill", skill), ("days", days)))
    if points < 1:
        slots = ("skill", skill), ("minutes", minutes)
        return Text("Recall of {skill} hardly changes in three days. Catching up takes {minutes} minutes.", slots)
    slots4 = ("skill", skill), ("points", str(points)), ("when", coming(price.by_day, day)), ("minutes", minutes)
    said = (
        "Without it, recall of {skill} falls by about {points} points by {when}. Catching up takes {minutes} minutes."
    )
    return Text(said, slots4)


def price_tag(price: Price) -> Text:
    """The price of a change on its button: Skip, +0.4 days."""
    days = f"{price.days:.1f}"
    if isinstance(price.change, Skip):
        return Text("Skip, no delay") if price.days < 0.05 else Text("Skip, +{days} days", (("days", days),))
    return Text("Swap, no delay") if price.days < 0.05 else Text("Swap, +{days} days", (("days", days),))


def note_words(note: Note, *, day: int) -> Text:
    """What else is to be said about a plan."""
    match note:
        case DebtStopsNew(reviews=reviews, minutes=minutes):
            slots = ("n", str(reviews)), ("minutes", str(minutes))
            return Text("{n} reviews are due and take {minutes} minutes, so nothing new is begun today.", slots)
        case RunsShort(minutes=minutes):
            said = "{minutes} minutes are enough today: more of the same would help little."
            return Text(said, (("minutes", str(minutes)),))
        case AllDone():
            return _all_done(note, day)
    assert_never(note)


def _all_done(note: AllDone, day: int) -> Text:
    """The day is over: what tomorrow brings, and when the next review is."""
    if note.next_review is None:
        if note.learning:
            return Text("That is all for today. Tomorrow you go on with what you have begun.")
        return Text("Nothing is left for today.")
    slots = (("when", ahead(note.next_review, day)),)
    if note.learning:
        said = "That is all for today. Tomorrow you go on with what you have begun; the next review is {when}."
        return Text(said, slots)
    return Text("That is all for today. The next review is {when}.", slots)


def plan_words(plan: Plan) -> tuple[Text, ...]:
    """What a plan holds, part by part: three reviews, one new skill, one lab."""
    found = []
    for kind, (one, several) in KINDS.items():
        count = sum(1 for each in plan.tasks if each.kind == kind)
        if count:
            found.append(Text(one) if count == 1 else Text(several, (("n", counted(count)),)))
    return tuple(found)


def quoted(skill: str) -> str:
    """The title of a skill in a sentence, in quotes since it may hold commas; its id where it is no longer taught."""
    known = curriculum().skills.get(skill)
    return f"“{known.title if known else skill}”"


def listed(skills: Sequence[str]) -> str:
    """Titles of skills in a sentence, at most three of them and the count of the rest."""
    shown = skills if len(skills) <= MOST_LISTED else skills[: MOST_LISTED - 1]
    parts = [quoted(each) for each in shown]
    if len(shown) < len(skills):
        parts.append(f"{counted(len(skills) - len(shown))} more")
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def counted(count: int) -> str:
    """A count in words up to ten."""
    return COUNTS[count] if count < len(COUNTS) else str(count)


def percent(share: float) -> str:
    """A share as whole per cent."""
    return str(round(100 * share))


def past(when: int, day: int) -> str:
    """A day of the past in a sentence: today, yesterday, on Tuesday, on 12 March, on 12 March 2025."""
    if when >= day:
        return "today"
    return "yesterday" if when == day - 1 else f"on {_named(when, day)}"


def ahead(when: int, day: int) -> str:
    """A day to come in a sentence: today, tomorrow, on Friday, on 12 March."""
    if when <= day:
        return "today"
    return "tomorrow" if when == day + 1 else f"on {_named(when, day)}"


def coming(when: int, day: int) -> str:
    """A day to come after `by`."""
    return "tomorrow" if when == day + 1 else _named(when, day)


def _named(when: int, day: int) -> str:
    found, today = date.fromordinal(when), date.fromordinal(day)
    if abs(when - day) < 7:
        return found.strftime("%A")
    return f"{found.day} {found:%B}" + (f" {found.year}" if found.year != today.year else "")
