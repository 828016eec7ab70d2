"""A real server on a fresh folder, and a real Chromium that reports everything unusual."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
NOTICE = """
+--------------------------------------------------------------------+
|  BROWSER TESTS DID NOT RUN: no Chromium was found.                 |
|  Install one, for example as root:  apt-get install chromium       |
|  or name one:                       FLUXIONS_TEST_CHROMIUM=/path   |
+--------------------------------------------------------------------+
"""


@dataclass
class Site:
    """A running server and the folder with its database."""

    address: str
    folder: Path

    @property
    def terminal(self) -> str:
        """What `fluxions serve` has printed."""
        return (self.folder / "terminal.txt").read_text()


@dataclass
class Visit:
    """A browser context whose pages are watched: what they complain of, and whom they ask."""

    context: BrowserContext
    site: Site
    unusual: list[str] = field(default_factory=list)

    def page(self) -> Page:
        """A new tab."""
        page = self.context.new_page()
        page.on("console", lambda said: self.unusual.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.unusual.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", self._asked)
        return page

    def _asked(self, request) -> None:
        if not request.url.startswith((self.site.address, "data:", "blob:")):
            self.unusual.append(f"asked {request.url}")

    def _failed(self, request) -> None:
        if "ERR_ABORTED" not in (request.failure or ""):  # a tab that is closed, a request that a later one replaced
            self.unusual.append(f"failed {request.url}: {request.failure}")


def chromium(own: str) -> str | None:
    """The browser to use: named, Playwright's own, or the system's."""
    named = os.environ.get("FLUXIONS_TEST_CHROMIUM")
    if named:
        return named
    return own if Path(own).exists() else next((found for name in NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = chromium(playwright.chromium.executable_path)
        if path is None:
            print(NOTICE, file=sys.__stderr__, flush=True)
            if os.environ.get("FLUXIONS_TEST_BROWSER") == "required":
                pytest.fail("a browser is required and none was found")
            pytest.skip("no Chromium was found")
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@contextmanager
def serving(folder: Path, days: int = 0, **settings: str) -> Iterator[Site]:
    """A server of its own, its clock so many days ahead; by `{address}` in a setting its address is meant."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://{'localhost' if settings else '127.0.0.1'}:{port}"
    environment = {key: value for key, value in os.environ.items() if key not in DROPPED}
    environment |= {f"FLUXIONS_{key.upper()}": value.format(address=address) for key, value in settings.items()}
    if days:  # a clock is moved in tests alone
        environment |= {"FLUXIONS_TEST_CLOCK_MOVED_BY": str(days * 86_400), "PYTEST_VERSION": pytest.__version__}
    command = [sys.executable, "-m", "fluxions", "serve", "--port", str(port), "--data", str(folder)]
    terminal = folder / "terminal.txt"
    with open(terminal, "w") as out, subprocess.Popen(command, env=environment, stdout=out) as server:
        try:
            wait_for(f"{address}/healthz", server)
            yield Site(address, folder)
        finally:
            server.terminate()
            server.wait(10)


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("data")) as started:
        yield started


@pytest.fixture
def own_site(tmp_path) -> Iterator[Site]:
    """A local installation that nobody has used."""
    with serving(tmp_path) as started:
        yield started


@pytest.fixture
def server_site(tmp_path) -> Iterator[Site]:
    """A new installation in server mode that lets anybody sign up, under a name that passkeys work with."""
    with serving(tmp_path, mode="server", url="{address}", sign_up="open") as started:
        yield started


DROPPED = {"DJANGO_SETTINGS_MODULE", "FLUXIONS_DATA_DIR", "FLUXIONS_DATABASE_URL", "FLUXIONS_MODE", "PYTEST_VERSION"}


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Until the server answers."""
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not start")


@pytest.fixture
def visit(browser, request):
    """Makes visits; afterwards none of them may have had anything unusual."""
    visits: list[Visit] = []

    def begin(at: Site | None = None, **options) -> Visit:
        context = browser.new_context(
            **{"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **options}
        )
        context.set_default_timeout(15_000)
        visits.append(Visit(context, at or request.getfixturevalue("site")))
        return visits[-1]

    yield begin
    unusual = [each for visit in visits for each in visit.unusual]
    for each in visits:
        each.context.close()
    assert not unusual, "\n".join(dict.fromkeys(unusual))
