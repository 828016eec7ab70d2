"""Visitors who answer as fast as they can, until the server is gone; what was acknowledged is remembered."""

import http.client
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from uuid import uuid4

FIELDS = re.compile(r'name="(key|token|names|csrfmiddlewaretoken)"(?: id="key")? value="([^"]+)"')


@dataclass
class Crowd:
    """Several visitors at once."""

    address: str
    acknowledged: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def start(self, visitors: int) -> list[threading.Thread]:
        """The threads, running."""
        threads = [threading.Thread(target=self._visit) for _ in range(visitors)]
        for each in threads:
            each.start()
        return threads

    def wait_for(self, answers: int, seconds: float = 60) -> None:
        """Until so many answers are acknowledged, and others are on their way."""
        until = time.monotonic() + seconds
        while len(self.acknowledged) < answers and not self.refused and time.monotonic() < until:
            time.sleep(0.02)

    def _visit(self) -> None:
        try:
            visitor = Visitor(self.address)
            while not self.ended.is_set():
                self.acknowledged.append(visitor.answer())
        except urllib.error.HTTPError as error:
            self.refused.append(str(error))
        except (OSError, http.client.HTTPException):  # the server is gone
            return


class Visitor:
    """One browser: its first answer makes it a learner, the others go to the same task."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        with self.browser.open(address + "/", timeout=20) as page:
            self.fields = dict(FIELDS.findall(page.read().decode()))
        self.form = "/study/first"

    def answer(self) -> str:
        """A wrong answer; its key, once the site has acknowledged it."""
        sent = self.fields | {"key": str(uuid4()), "text": "x + 1"}
        request = urllib.request.Request(self.address + self.form, urllib.parse.urlencode(sent).encode())
        with self.browser.open(request, timeout=20) as answered:
            page = answered.read().decode()
        task = re.search(r"/study/tasks/\d+/answer", page)
        assert task, page
        self.form = task[0]
        return sent["key"]
