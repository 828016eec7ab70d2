"""What other features may use of this one."""

from collections.abc import Callable, Mapping
from typing import Any

from fluxions.web.accounts.models import LEAST_MINUTES, MOST_MINUTES
from fluxions.web.exchange import Row, Unusable, calendar_day, dumped, moment, taken, text, whole
from fluxions.web.today.models import Override

OVERRIDE = {
    "learner": whole(1), "kind": text(8, *Override.Kind.values), "skill": text(80), "lab": text(80),
    "minutes": whole(0, 1000), "price": text(1000), "day": calendar_day, "made": moment,
}  # fmt: skip


def exported(learners: tuple[int, ...]) -> dict[str, list[Row]]:
    """Every row of this feature about these learners."""
    return {"overrides": dumped(Override.objects.filter(learner__in=learners).order_by("pk"), *OVERRIDE)}


def checked(section: Any, learners: set[int]) -> Callable[[Mapping[int, int]], None]:
    """The rows of a file, found to fit; called with the numbers of the new learners, the result keeps them."""
    rows = taken(section, "overrides", OVERRIDE)
    for place, row in enumerate(rows, start=1):
        if row["learner"] not in learners:
            raise Unusable(f"overrides, row {place}: there is no learner {row['learner']} in this file")
        if row["kind"] == Override.Kind.MINUTES and not LEAST_MINUTES <= row["minutes"] <= MOST_MINUTES:
            raise Unusable(f"overrides, row {place}: a day has {LEAST_MINUTES} to {MOST_MINUTES} minutes")

    def keep(made: Mapping[int, int]) -> None:
        Override.objects.bulk_create(
            Override(learner_id=made[row["learner"]], **{name: row[name] for name in OVERRIDE if name != "learner"})
            for row in rows
        )

    return keep


__all__ = ["checked", "exported"]
