"""Killed in the middle of answers, three times over: nothing that was acknowledged is lost."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from django.db import connections

from fluxions.web.databases import database
from tests.web.crash import Crowd

ROUNDS, VISITORS, ANSWERS = 3, 4, 20
KEPT_OUT = ("DJANGO_SETTINGS_MODULE", "FLUXIONS_MODE", "FLUXIONS_DATABASE_URL", "PYTEST_VERSION")


@pytest.fixture
def environment(tmp_path):
    """A folder and a database of their own, SQLite or PostgreSQL as the other tests use."""
    kept = {name: value for name, value in os.environ.items() if name not in KEPT_OUT}
    kept["FLUXIONS_DATA_DIR"] = str(tmp_path)
    url = os.environ.get("FLUXIONS_DATABASE_URL")
    if url is None:
        yield kept
        return
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("CREATE DATABASE crash")
        yield kept | {"FLUXIONS_DATABASE_URL": url.replace("/postgres?", "/crash?")}
        server.execute("DROP DATABASE crash WITH (FORCE)")


class Server:
    """`fluxions serve` with its worker processes, which end together."""

    def __init__(self, environment: dict[str, str]) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "fluxions", "serve", "--port", str(port)]
        self.process = subprocess.Popen(command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL)
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(self.address + "/healthz", timeout=2).close()
                return
            except OSError:
                time.sleep(0.05)
        pytest.fail("the server did not start")

    def end(self, how: signal.Signals) -> None:
        os.killpg(self.process.pid, how)
        self.process.wait(10)


def rows(environment: dict[str, str], question: str) -> list[tuple]:
    """What the database of the site answers."""
    made = database(Path(environment["FLUXIONS_DATA_DIR"]), environment)
    connections.databases["crashed"] = connections.databases["default"] | made
    try:
        with connections["crashed"].cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchall()
    finally:
        connections["crashed"].close()
        del connections["crashed"], connections.databases["crashed"]


def test_nothing_acknowledged_is_lost(environment, django_db_blocker):
    acknowledged: set[UUID] = set()
    for _ in range(ROUNDS):
        server = Server(environment)
        crowd = Crowd(server.address)
        threads = crowd.start(VISITORS)
        crowd.wait_for(ANSWERS)
        server.end(signal.SIGKILL)
        crowd.ended.set()
        for each in threads:
            each.join()
        assert len(crowd.acknowledged) >= ANSWERS and not crowd.refused
        acknowledged |= {UUID(each) for each in crowd.acknowledged}
    server = Server(environment)  # it starts again on what it finds
    server.end(signal.SIGTERM)
    with django_db_blocker.unblock():
        kept = {UUID(str(key)) for (key,) in rows(environment, "SELECT key FROM study_answer")}
        unseen = rows(
            environment,
            "SELECT DISTINCT a.attempt_id FROM study_answer a WHERE a.verdict IN ('right', 'wrong') "
            "AND NOT EXISTS (SELECT 1 FROM study_observation o WHERE o.attempt_id = a.attempt_id)",
        )
    assert acknowledged <= kept
    assert unseen == []
