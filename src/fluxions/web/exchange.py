"""Rows as plain JSON and back: what a person takes out of one installation and into another."""

import math
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

Row = dict[str, Any]
Reader = Callable[[Any], Any]
MOST_ROWS = 100_000
DEEPEST = 20  # levels of a value that is kept as it is
BIG = 2**63 - 1


class Unusable(ValueError):
    """A file that cannot be taken in; the words say where and why."""


def dumped(rows: QuerySet, *names: str) -> list[Row]:
    """Rows as plain values, each moment in UTC."""
    return [{name: _plain(value) for name, value in row.items()} for row in rows.values(*names)]


def taken(section: Any, name: str, readers: Mapping[str, Reader]) -> list[Row]:
    """The rows of one table, each value read by the reader of its column; other columns are left out."""
    found = section.get(name, []) if isinstance(section, dict) else None
    if not isinstance(found, list) or len(found) > MOST_ROWS:
        raise Unusable(f"“{name}” is not a list of at most {MOST_ROWS} rows")
    return [_row(each, f"{name}, row {place}", readers) for place, each in enumerate(found, start=1)]


def numbered(rows: Iterable[Row], name: str) -> dict[int, Row]:
    """Rows by their number; two of one number are refused."""
    found: dict[int, Row] = {}
    for place, row in enumerate(rows, start=1):
        if row["id"] in found:
            raise Unusable(f"{name}, row {place}: the number {row['id']} stands there twice")
        found[row["id"]] = row
    return found


def text(most: int, *choices: str) -> Reader:
    """A text that every database keeps, of bounded length, one of the choices where there are any."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or len(value) > most:
            raise ValueError(f"is not a text of at most {most} characters")
        if any(each == "\x00" or "\ud800" <= each <= "\udfff" for each in value):
            raise ValueError("has characters that cannot be kept")
        if choices and value not in choices:
            raise ValueError("is none of " + ", ".join(f"“{each}”" for each in choices if each))
        return value

    return read


def whole(least: int = -BIG, most: int = BIG) -> Reader:
    """A whole number within bounds."""

    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"is not a whole number from {least} to {most}")
        return value

    return read


def number(value: Any) -> float:
    """A finite number."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise ValueError("is not a number")
    return float(value)


def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("is neither true nor false")
    return value


def moment(value: Any) -> datetime:
    """A moment with its zone, such as 2026-03-02T08:30:00+00:00."""
    try:
        found = datetime.fromisoformat(value)
        if found.tzinfo is None:
            raise ValueError
        return found.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise ValueError("is not a moment such as 2026-03-02T08:30:00+00:00") from None


def uuid(value: Any) -> UUID:
    """A key made with a form."""
    try:
        return UUID(value)
    except (AttributeError, TypeError, ValueError):
        raise ValueError("is not a key") from None


def optional(reader: Reader) -> Reader:
    """Nothing, or what the reader reads."""
    return lambda value: None if value is None else reader(value)


def several(most: int, reader: Reader) -> Reader:
    """A list of bounded length."""

    def read(value: Any) -> list[Any]:
        if not isinstance(value, list) or len(value) > most:
            raise ValueError(f"is not a list of at most {most}")
        return [reader(each) for each in value]

    return read


calendar_day = whole(1, 1_000_000)  # up to the year 2738, so that a century from then on is still a date


def as_it_is(value: Any, levels: int = DEEPEST) -> Any:
    """A plain value of bounded depth that every database keeps: finite numbers, texts, lists and rows."""
    match value:
        case None | bool() | int():
            return value
        case float():
            return number(value)
        case str():
            return text(100_000)(value)
        case list() if levels:
            return [as_it_is(each, levels - 1) for each in value]
        case dict() if levels:
            return {text(100)(name): as_it_is(each, levels - 1) for name, each in value.items()}
    raise ValueError(f"goes deeper than {DEEPEST} levels")


def _row(row: Any, where: str, readers: Mapping[str, Reader]) -> Row:
    if not isinstance(row, dict):
        raise Unusable(f"{where} is not a row")
    found: Row = {}
    for name, read in readers.items():
        if name not in row:
            raise Unusable(f"{where}: “{name}” is missing")
        try:
            found[name] = read(row[name])
        except ValueError as error:
            raise Unusable(f"{where}: “{name}” {error}") from None
    return found


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case UUID():
            return str(value)
    return value
