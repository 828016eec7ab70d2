"""Where rows are kept: one SQLite file, or a PostgreSQL named by its address."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA foreign_keys=ON; "
    "PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=27103364; PRAGMA cache_size=2000"
)


def database(data_dir: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    """The database that the environment asks for."""
    url = environment.get("FLUXIONS_DATABASE_URL", "")
    if url:
        return postgres(url)
    synchronous = environment.get("FLUXIONS_SQLITE_SYNCHRONOUS", "NORMAL")
    if synchronous not in ("NORMAL", "FULL"):
        raise ImproperlyConfigured("FLUXIONS_SQLITE_SYNCHRONOUS is NORMAL or FULL")
    return sqlite(data_dir / "fluxions.sqlite3", synchronous)


def sqlite(file: Path, synchronous: str = "NORMAL") -> dict[str, Any]:
    """A file in write-ahead mode; every transaction takes the write lock when it begins."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": None,
        "TEST": {"NAME": file.with_name("test.sqlite3")},
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": PRAGMAS.format(synchronous=synchronous),
        },
    }


def postgres(url: str) -> dict[str, Any]:
    """`postgresql://user:password@host:port/name`, with the driver's own options after a question mark."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ImproperlyConfigured("FLUXIONS_DATABASE_URL looks like postgresql://user:password@host:5432/name")
    options = dict(parse_qsl(parts.query))
    limits = "-c statement_timeout=10s -c idle_in_transaction_session_timeout=30s"
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": limits, **options},
    }
