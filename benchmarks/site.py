"""The site under load: a hundred learners at once on SQLite, beside one alone; and a day's page over a long record.

`python benchmarks/site.py [--learners 100] [--seconds 60] [--pause 5]` starts a server of its own on a fresh folder.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from random import Random
from uuid import uuid4

FIELDS = re.compile(r'name="(token|names|csrfmiddlewaretoken)" value="([^"]+)"')
ANSWERS = ("x + 1", "2x", "cos(x)*exp(x)", "3x^2/(x+1)", "sqrt(x)+1/x", "2x cos(x^2)", "e^(3x)", "ln(x)/x^2")


class Learner:
    """One browser that answers the task it has open, and goes on to the next when that is given up."""

    def __init__(self, address: str, number: int) -> None:
        self.address, self.random = address, Random(number)
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.fields: dict[str, str] = {}
        self.form, self.given = "/study/first", 0

    def visit(self) -> None:
        """The first page, with its task."""
        with self.browser.open(self.address + "/", timeout=60) as page:
            self.fields = dict(FIELDS.findall(page.read().decode()))

    def answer(self) -> float:
        """Hand one answer in; the seconds until its verdict is here."""
        if self.given == 4:
            self._next()
        sent = self.fields | {"key": str(uuid4()), "text": self.random.choice(ANSWERS)}
        body = urllib.parse.urlencode(sent).encode()
        request = urllib.request.Request(self.address + self.form, body, {"HX-Request": "true"})
        began = time.perf_counter()
        with self.browser.open(request, timeout=60) as verdict:
            page = verdict.read().decode()
        took = time.perf_counter() - began
        self.given += 1
        if self.form == "/study/first":
            self.form = re.search(r"/study/tasks/\d+", page)[0] + "/answer"  # type: ignore[index]
        return took

    def _next(self) -> None:
        """See the solution, then today's page, and begin another task of the skill."""
        self._post(self.form.replace("/answer", "/solution"), {})
        with self.browser.open(self.address + "/study/", timeout=60) as page:
            page.read()
        where = self._post("/study/start", {"skill": "chain-rule"})
        found = re.search(r"/study/tasks/\d+", where)
        if found:
            self.form, self.given = found[0] + "/answer", 0

    def _post(self, form: str, sent: dict[str, str]) -> str:
        token = {"csrfmiddlewaretoken": self.fields["csrfmiddlewaretoken"]}
        body = urllib.parse.urlencode(token | sent).encode()
        with self.browser.open(urllib.request.Request(self.address + form, body), timeout=60) as page:
            page.read()
            return str(page.url)


def p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * len(values))] * 1000


def alone(address: str, answers: int) -> list[float]:
    """One learner at a time, one answer after the other, of the same kinds that the crowd gives."""
    took: list[float] = []
    number = 0
    while len(took) < answers:
        learner = Learner(address, number := number + 1)
        learner.visit()
        took += [learner.answer() for _ in range(12)]
    return took


def crowd(address: str, learners: int, seconds: float, pause: float) -> tuple[list[float], list[str]]:
    """Many learners, each with one answer every `pause` seconds."""
    took: list[float] = []
    errors: list[str] = []
    until = time.perf_counter() + seconds

    def study(number: int) -> None:
        learner = Learner(address, number)
        time.sleep(pause * number / learners)
        try:
            learner.visit()
            while time.perf_counter() < until:
                began = time.perf_counter()
                took.append(learner.answer())
                time.sleep(max(0.0, pause - (time.perf_counter() - began)))
        except (OSError, TypeError) as error:
            said = error.read().decode()[:200] if isinstance(error, urllib.error.HTTPError) else ""
            errors.append(f"{type(error).__name__} {error} {said}")

    threads = [threading.Thread(target=study, args=(number,)) for number in range(1, learners + 1)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return took, errors


def main() -> None:
    """Start a server, measure, stop it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe, open(f"{folder}/log", "w+") as log:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        environment = {k: v for k, v in os.environ.items() if not k.startswith("FLUXIONS_")}
        command = [sys.executable, "-m", "fluxions", "serve", "--port", str(port), "--data", folder]
        server = subprocess.Popen(command, env=environment, stderr=log, stdout=log, start_new_session=True)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            alone(address, 20)  # warm
            idle = alone(address, 100)
            took, errors = crowd(address, arguments.learners, arguments.seconds, arguments.pause)
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(10)
        log.seek(0)
        said = log.read()
    print(f"idle: {len(idle)} answers, median {statistics.median(idle) * 1000:.1f} ms, p95 {p95(idle):.1f} ms")
    print(
        f"{arguments.learners} learners, {arguments.seconds:.0f} s: {len(took)} answers, median "
        f"{statistics.median(took) * 1000:.1f} ms, p95 {p95(took):.1f} ms, worst {max(took) * 1000:.0f} ms"
    )
    print(f"ratio of the p95: {p95(took) / p95(idle):.1f} (gate: at most 10)")
    print(f"errors: {len(errors)}; “database is locked” in the log: {said.count('database is locked')}")
    for each in errors[:5]:
        print(" ", each)


def wait_for(address: str) -> None:
    """Until the server answers."""
    for _ in range(300):
        try:
            urllib.request.urlopen(address + "/healthz", timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    sys.exit("the server did not start")


if __name__ == "__main__":
    main()
