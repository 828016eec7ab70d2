"""The learner model: FSRS beside py-fsrs in one run, a rebuild, one answer, a plan.

Run `python benchmarks/memory.py`. The status is 1 where an answer differs or a bar is missed: 300 times py-fsrs, equal
to 1e-9; 10,000 observations folded in 100 ms; one answer in 1 ms; a plan over all skills in 5 ms (median, warm).
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import process_time

import numpy as np
from fsrs import Card, Rating, Scheduler

from fluxions.learner import (
    Evidence,
    LearnerState,
    NotNewest,
    SkillGraph,
    fold,
    fsrs,
    goal,
    plan_session,
    recall,
    updated,
)
from fluxions.tutor.graph import skill_graph

START = datetime(2026, 1, 1, tzinfo=UTC)
DAY = START.toordinal()
CARDS, REVIEWS, LANES = 400, 25, 10_000
GAPS = (0, 1, 1, 2, 3, 7, 14, 30, 90, 365, 5 * 365)


def best(run: Callable[[], object], times: int = 7) -> float:
    """The shortest of a few runs, in seconds of the processor, which other work on the machine does not count in."""
    found = []
    for _ in range(times):
        began = process_time()
        run()
        found.append(process_time() - began)
    return min(found)


def by_peer(grades: np.ndarray, days: np.ndarray) -> np.ndarray:
    """Stability and difficulty of each card after its last review, by py-fsrs."""
    peer = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    cards = []
    for row, when in zip(grades.tolist(), days.tolist(), strict=True):
        card = Card(card_id=1)  # without an id each new card sleeps for a millisecond
        for grade, day in zip(row, when, strict=True):
            card, _ = peer.review_card(card, Rating(grade), START + timedelta(days=day))
            card.stability = min(card.stability, fsrs.MOST)
        cards.append((card.stability, card.difficulty))
    return np.array(cards)


def by_arrays(grades: np.ndarray, days: np.ndarray) -> np.ndarray:
    """The same, all cards at once."""
    stability = np.take(fsrs.FIRST_STABILITY, grades[:, 0])
    difficulty = np.take(fsrs.FIRST_DIFFICULTY, grades[:, 0])
    for k in range(1, grades.shape[1]):
        elapsed = (days[:, k] - days[:, k - 1]).astype(np.float64)
        stability, difficulty = fsrs.afters(stability, difficulty, elapsed, grades[:, k])
    return np.stack([stability, difficulty], axis=1)


def one_by_one(grades: np.ndarray, days: np.ndarray) -> np.ndarray:
    """The same, as an answer in a request is worked out."""
    found = []
    for row, when in zip(grades.tolist(), days.tolist(), strict=True):
        state = fsrs.first(row[0])
        for k in range(1, len(row)):
            state = fsrs.after(*state, when[k] - when[k - 1], row[k])
        found.append(state)
    return np.array(found)


def reviews(cards: int) -> tuple[np.ndarray, np.ndarray]:
    """Grades and days of so many cards, drawn with a fixed seed."""
    random = np.random.default_rng(3)
    gaps = random.choice(GAPS, size=(cards, REVIEWS))
    grades = random.choice((1, 2, 3, 3, 3, 4), size=(cards, REVIEWS))
    return np.asfortranarray(grades), np.asfortranarray(np.cumsum(gaps, axis=1))


def memory() -> bool:
    """Reviews a second beside py-fsrs, and the largest difference."""
    grades, days = reviews(CARDS)
    peer, ours, single = by_peer(grades, days), by_arrays(grades, days), one_by_one(grades, days)
    apart = max(float(np.max(np.abs(each - peer) / peer)) for each in (ours, single))
    many = reviews(LANES)
    rates = {
        "py-fsrs": CARDS * REVIEWS / best(lambda: by_peer(grades, days), 3),
        "one by one": CARDS * REVIEWS / best(lambda: one_by_one(grades, days)),
        f"{CARDS} at once": CARDS * REVIEWS / best(lambda: by_arrays(grades, days)),
        f"{LANES:,} at once": LANES * REVIEWS / best(lambda: by_arrays(*many), 3),
    }
    for name, rate in rates.items():
        print(f"  {name:>16}: {rate:12,.0f} reviews a second, {rate / rates['py-fsrs']:7.0f} times py-fsrs")
    print(f"  largest relative difference over {CARDS * REVIEWS:,} reviews: {apart:.1e}")
    return apart <= 1e-9 and rates[f"{LANES:,} at once"] >= 300 * rates["py-fsrs"]


def lived(graph: SkillGraph, observations: int) -> list[Evidence]:
    """What a learner leaves behind in a year and a half: an answer each, and the skills used on the way."""
    random = np.random.default_rng(5)
    found: list[Evidence] = []
    while len(found) < observations:
        attempt = len(found)
        facts = graph.facts[int(random.integers(len(graph.facts)))]
        at = START + timedelta(minutes=75 * attempt)
        asked = Evidence(
            facts.name, bool(random.random() < 0.8), at, f"{attempt:06}", day=at.toordinal(),
            hints=int(random.integers(3)), seconds=float(random.integers(20, 400)), difficulty=0.3,
        )  # fmt: skip
        found.append(asked)
        if asked.correct:
            found += [asked._replace(skill=each, role="used", credit=0.4) for each in facts.needs[:2]]
    return found[:observations]


def answers(graph: SkillGraph) -> bool:
    """A rebuild of one learner, and one more answer."""
    evidence = lived(graph, 10_000)
    whole = best(lambda: fold(evidence))
    state = fold(evidence)
    last = datetime(2030, 1, 1, tzinfo=UTC)
    names = graph.names[:3]
    one = [Evidence(name, True, last, "new", "used" if k else "asked", DAY + 1500) for k, name in enumerate(names)]
    single = best(lambda: updated(state, one), 200)
    try:
        updated(state, evidence[:1])
    except NotNewest:
        print(
            f"  10,000 observations folded in {1e3 * whole:.1f} ms; one answer on three skills in {1e6 * single:.0f} µs"
        )
    return whole <= 0.1 and single <= 0.001


def plans(graph: SkillGraph) -> bool:
    """A plan over all skills, each with a lesson, at several budgets; the first one is cold."""
    full = SkillGraph(tuple(replace(each, written=True) for each in graph.facts))
    wanted = goal("all", full.names, (), full)
    evidence = lived(full, 10_000)
    state, last = fold(evidence), evidence[-1].day
    print(f"  {sum(recall(state, name, last) > 0.9 for name in full.names)} of {len(full.names)} skills above 90 %")
    median = 0.0
    for minutes in (15, 30, 60, 240):
        times = []
        for seed in range(60):
            began = process_time()
            plan_session(state, full, wanted, day=last + 1 + seed % 7, minutes=minutes, seed=seed)
            times.append(1e3 * (process_time() - began))
        first, warm = times[0], sorted(times[1:])
        middle = statistics.median(warm)
        median = max(median, middle) if minutes <= 60 else median
        print(f"  {minutes:3} minutes: median {middle:.2f} ms, p95 {warm[56]:.2f} ms, first {first:.1f} ms")
    empty = best(lambda: plan_session(LearnerState(), full, wanted, day=last, minutes=30, seed=1), 50)
    print(f"  30 minutes, the very first day: {1e3 * empty:.2f} ms")
    return median <= 5


def main() -> int:
    """All three parts; 1 where one of them misses its bar."""
    graph = skill_graph()
    print("Memory")
    kept = [memory()]
    print("Answers")
    kept.append(answers(graph))
    print("Plans")
    kept.append(plans(graph))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
