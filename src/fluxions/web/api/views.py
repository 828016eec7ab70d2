"""Check, solve, diagnose, generate: one item in, one answer out, and nothing kept of it."""

import logging
import math
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Status
from ninja.decorators import decorate_view
from ninja.errors import HttpError, ValidationError

from fluxions import __version__
from fluxions.tutor.contract import BadItem, check_item, diagnose_item, generate_items, solve_item
from fluxions.web import clock
from fluxions.web.api.answered import Checked, Diagnosed, Generated, Refusal, Solved
from fluxions.web.api.asked import CheckItem, DiagnoseItem, GenerateItem, Item, SolveItem
from fluxions.web.pages import SAID
from fluxions.web.security import View, address, taken

log = logging.getLogger(__name__)
OURS = "an error of ours"
UNSUPPORTED = "The body is JSON: send Content-Type: application/json."
REFUSED = dict.fromkeys((400, 403, 413, 415, 422, 429, 500), Refusal)
PER_MINUTE = {"check": 60, "solve": 30, "diagnose": 30, "generate": 12}
Work = Callable[[object], dict[str, Any]]

api = NinjaAPI(
    title="Fluxions",
    version=__version__,
    description="Is a free-form answer right, what went wrong, and what comes next. Nothing that is sent is kept.",
    docs_url=None,
    urls_namespace="api",
)


def admitted(name: str) -> Callable[[View], View]:
    """JSON of at most 64 kB, at most so many times a minute from one address."""

    def decorate(view: View) -> View:
        @wraps(view)
        def admitted_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.content_type != "application/json":
                return _refused(415, UNSUPPORTED)
            if len(request.body) > settings.LARGEST_ITEM:
                return _refused(413, SAID[413])
            key = f"api-{name}:{address(request)}"
            wait = taken(key, PER_MINUTE[name], clock.seconds()) if settings.RATE_LIMITS else 0.0
            if not wait:
                return view(request, *args, **kwargs)
            response = _refused(429, SAID[429])
            response["Retry-After"] = str(math.ceil(wait))
            return response

        return admitted_view

    return decorate


@api.post("check", response={200: Checked, **REFUSED}, exclude_unset=True, summary="Is the answer right?")
@decorate_view(admitted("check"))
def check(request: HttpRequest, item: CheckItem) -> Status:
    """The verdict, with a point that shows it where an answer is wrong."""
    return _answer(check_item, item)


@api.post("solve", response={200: Solved, **REFUSED}, exclude_unset=True, summary="Work it out")
@decorate_view(admitted("solve"))
def solve(request: HttpRequest, item: SolveItem) -> Status:
    """The answer with its steps, each a named rule that was checked."""
    return _answer(solve_item, item)


@api.post("diagnose", response={200: Diagnosed, **REFUSED}, exclude_unset=True, summary="What went wrong?")
@decorate_view(admitted("diagnose"))
def diagnose(request: HttpRequest, item: DiagnoseItem) -> Status:
    """The misconception that leads to this answer, or the first wrong line of the working."""
    return _answer(diagnose_item, item)


@api.post("generate", response={200: Generated, **REFUSED}, exclude_unset=True, summary="Problems of a skill")
@decorate_view(admitted("generate"))
def generate(request: HttpRequest, item: GenerateItem) -> Status:
    """Problems with answers, steps and the wrong answers to expect; the same seed gives the same problems."""
    begun = clock.seconds()
    try:
        found = list(generate_items(item.skill, item.family, item.n, item.seed))
    except BadItem as bad:
        return Status(422, {"error": str(bad)})
    problems = [each for each in found if "error" not in each]
    return Status(200, {"items": problems, "ms": _since(begun)})


def _answer(work: Work, item: Item) -> Status:
    """The line that the batch command would write, and its status."""
    begun = clock.seconds()
    answer = work(item.dict(exclude_unset=True))
    error = answer.get("error")
    if error is None:
        return Status(200, answer | {"ms": _since(begun)})
    if error.startswith(OURS):
        log.error("the API could not answer: %s", error)
        return Status(500, {"id": answer["id"], "error": SAID[500]})
    return Status(422, answer)


def _since(begun: float) -> float:
    return round((clock.seconds() - begun) * 1000, 3)


def _refused(status: int, error: str) -> HttpResponse:
    return JsonResponse(Refusal(error=error).dict(exclude_unset=True), status=status)


@api.exception_handler(ValidationError)
def unfit(request: HttpRequest, reason: ValidationError) -> HttpResponse:
    """A field that does not fit: which, and what it should be."""
    first = reason.errors[0]
    place = ".".join(str(each)[:40] for each in first["loc"] if each not in ("body", "item"))
    return _refused(422, f"{place}: {first['msg']}" if place else first["msg"])


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, reason: HttpError) -> HttpResponse:
    """A body that is not JSON."""
    return _refused(reason.status_code, SAID.get(reason.status_code, str(reason)))
