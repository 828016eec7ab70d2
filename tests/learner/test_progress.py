"""Learned by two unaided successes on two days; retained by one at least 14 days later."""

from datetime import UTC, datetime, timedelta

import pytest

from fluxions.learner import Evidence, fold, standing

START = datetime(2026, 3, 1, tzinfo=UTC)


def history(*rows: str):
    """`3+` is an unaided success on day 3, `3h` one with two hints, `3-` a failure, `3?` a failure with a name."""
    return fold(
        Evidence(
            "a", row[-1] in "+h", START + timedelta(minutes=k), str(k), day=int(row[:-1]), hints=2 * (row[-1] == "h"),
            misconception="constant-kept" if row[-1] == "?" else "",
        )
        for k, row in enumerate(rows)
    )  # fmt: skip


@pytest.mark.parametrize(
    "rows, word, since, earned",
    [
        ([], "new", None, ()),
        (["1-"], "learning", 1, ()),
        (["1h", "2h", "3h"], "learning", 1, ()),
        (["1+"], "learning", 1, (1,)),
        (["1+", "1+", "1+"], "learning", 1, (1,)),
        (["1-", "1+", "2h", "3+"], "learned", 3, (1, 3)),
        (["1+", "2-", "3+"], "learned", 3, (1, 3)),
        (["1+", "2+", "15+"], "learned", 2, (1, 2)),
        (["1+", "2+", "16+"], "retained", 16, (1, 2, 16)),
        (["1+", "2+", "16h", "17-", "18+"], "retained", 18, (1, 2, 18)),
        (["1+", "2+", "16+", "40+"], "retained", 16, (1, 2, 16)),
        (["5+", "3+"], "learning", 5, (5,)),  # the day ran backwards
    ],
)
def test_the_word_and_the_days_that_earned_it(rows, word, since, earned):
    found = standing(history(*rows), "a", 50)
    assert (found.word, found.since, found.earned) == (word, since, earned)


@pytest.mark.parametrize("day, fading", [(3, False), (400, True)])
def test_fading_is_a_mark_and_no_state(day, fading):
    found = standing(history("1+", "2+"), "a", day)
    assert (found.word, found.fading) == ("learned", fading)


def test_what_was_never_seen_does_not_fade():
    assert not standing(history(), "a", 9999).fading


@pytest.mark.parametrize(
    "rows, open_since",
    [
        (["1?"], 1),
        (["1?", "1+"], 1),  # the same day: it may be the numbers that were other
        (["1?", "2h"], 1),
        (["1?", "2+"], None),
        (["1?", "2+", "3?"], 3),
        (["1?", "4?"], 4),
        (["1-"], None),
    ],
)
def test_a_misconception_is_open_until_an_unaided_success_on_a_later_day(rows, open_since):
    row = history(*rows).skill("a")
    assert row.misconception_day == open_since and bool(row.misconception) == (open_since is not None)
