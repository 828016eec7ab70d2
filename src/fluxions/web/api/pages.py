"""The page for people who build other learning systems, and the one on which the checker is tried."""

import json
from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from fluxions.calculus import Unreadable
from fluxions.tutor.contract import check_item, diagnose_item, solve_item
from fluxions.web.api.trying import tried
from fluxions.web.api.views import PER_MINUTE, Work
from fluxions.web.kinds import KINDS, TABLE
from fluxions.web.pages import is_fragment
from fluxions.web.security import limited
from fluxions.web.typed import LONGEST, clean_text

EMPTY = "Type an answer first."
TOO_LONG = f"This is longer than {LONGEST} characters, too long to be an answer."
ASKED: tuple[tuple[str, str, Work, dict[str, object]], ...] = (
    ("Is the answer right?", "check", check_item, {"answer": "x^2", "expected": "diff(x^2, x)"}),
    ("What went wrong?", "diagnose", diagnose_item, {"task": "diff((2x + 1)^3, x)", "answer": "3(2x + 1)^2"}),
    ("Work it out", "solve", solve_item, {"task": "diff(5*x^3, x)"}),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A question that can be asked, and what is answered."""

    title: str
    address: str
    per_minute: int
    item: str
    answer: str


@require_GET
def for_systems(request: HttpRequest) -> HttpResponse:
    """What may be asked over HTTP, by example."""
    site = f"{request.scheme}://{request.get_host()}"
    return render(request, "api/for_systems.html", {"examples": _examples(), "site": site})


@cache
def _examples() -> tuple[Shown, ...]:
    """The answers are those of this very engine."""
    return tuple(
        Shown(title, f"/api/{name}", PER_MINUTE[name], json.dumps(item), json.dumps(work(item), indent=1))
        for title, name, work, item in ASKED
    )


@require_http_methods(["GET", "HEAD", "POST"])
def trying(request: HttpRequest) -> HttpResponse:
    """Choose a kind of answer; or see what is said of one."""
    return _judged(request) if request.method == "POST" else _offered(request)


def _offered(request: HttpRequest) -> HttpResponse:
    kind = KINDS.get(request.GET.get("kind", ""), TABLE[0])
    context = {"kinds": TABLE, "kind": kind, "expected": kind.expected, "answer": ""}
    return render(request, "api/try.html", context)


@limited("try", 60)
def _judged(request: HttpRequest) -> HttpResponse:
    kind = KINDS.get(request.POST.get("kind", ""), TABLE[0])
    expected, answer = (clean_text(request.POST.get(name, "")).strip() for name in ("expected", "text"))
    context = {"kinds": TABLE, "kind": kind, "expected": expected[:LONGEST], "answer": answer[:LONGEST]}
    if max(len(expected), len(answer)) > LONGEST:
        context["unfit"] = TOO_LONG
    elif not answer:
        context["unfit"] = EMPTY
    else:
        found = tried(kind, expected, answer)
        told = (
            {"unfit": f"What is right cannot be read. {found.message}"}
            if isinstance(found, Unreadable)
            else {"said": found}
        )
        context |= told
    return render(request, "api/verdict.html" if is_fragment(request) else "api/try.html", context)


@limited("try", 60)
def suggestion(request: HttpRequest) -> HttpResponse:
    """Put a suggested reading into the field."""
    kind = KINDS.get(request.POST.get("kind", ""), TABLE[0])
    if request.method != "POST":
        return redirect("try-answer")
    expected, answer = (clean_text(request.POST.get(name, ""))[:LONGEST] for name in ("expected", "text"))
    context = {"kinds": TABLE, "kind": kind, "expected": expected, "answer": answer, "autofocus": True}
    return render(request, "api/field.html" if is_fragment(request) else "api/try.html", context)
