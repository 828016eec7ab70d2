"""A first day and the second, lived in a browser: without an account first, then with one; the clock moved."""

import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import fluxions.curriculum
from fluxions.calculus import ascii
from tests.web.e2e.conftest import Site, serving
from tests.web.e2e.tasks import task_of
from tests.web.e2e.test_accounts import signed_up
from tests.web.e2e.test_first_answer import faults, first_task

LABS = Path(fluxions.curriculum.__file__).parent / "units/shape_extrema_descent/gradient_descent_1d/lab"
MODES = {"local": {}, "server": {"mode": "server", "url": "{address}", "sign_up": "open"}}
MINUTES = re.compile(r"Today, (\d+) min")


def plain(page: Page) -> None:
    """Answers are typed into the plain field, so that a script can give them."""
    page.evaluate("localStorage.setItem('fluxions.answer-field', 'plain')")


def solve(page: Page, site: Site) -> None:
    """Answer the task of the page rightly, and go back to today."""
    page.wait_for_url("**/study/tasks/*")
    page.fill("#answer", ascii(task_of(page, site).derivation.answer))
    page.click("#check")
    expect(page.locator("#actions")).to_contain_text("Next task")


def begin(page: Page) -> str:
    """Begin the first entry of the queue; its title."""
    title = page.locator(".queue .title").first.inner_text()
    page.locator(".queue .btn.primary").click()
    page.wait_for_url(lambda url: not url.endswith("/study/"))
    return title


def first_day(page: Page, site: Site, mode: str) -> None:
    page.goto(site.address + "/")
    plain(page)
    known = first_task(page, site)
    page.fill("#answer", known.lost)
    page.click("text=Check")
    expect(page.locator("#said")).to_contain_text("The inner derivative is missing")
    page.fill("#answer", known.right)
    page.click("text=Check")
    expect(page.locator("#said")).to_contain_text("Right.")

    page.goto(site.address + "/study/")
    before = int(MINUTES.search(page.locator("h1").inner_text())[1])
    expect(page.locator(".queue .why")).to_have_count(page.locator(".queue > li").count())
    begin(page)
    expect(page.locator("h1")).to_have_text("Derivative as a limit of difference quotients")
    page.locator(".predict input").first.check()
    page.locator(".predict button").first.click()
    expect(page.locator(".predict .verdict").first).to_be_visible()
    page.locator("text=Try one").first.click()
    solve(page, site)

    page.goto(site.address + "/study/")
    expect(page.locator("main")).to_contain_text("Done today")
    assert int(MINUTES.search(page.locator("h1").inner_text())[1]) < before
    price = page.locator(".queue .acts button[value=skip]").last
    assert "Skip, " in price.inner_text()
    price.click()
    expect(page.locator("[role=status]").first).to_contain_text("minutes")

    if mode == "local":
        page.click("text=Keep my work")
        page.fill("#id_name", "Ada")
        page.click("main button.primary")
        page.wait_for_url("**/settings/")
    else:
        signed_up(page, site.address + "/sign-up", "ada@example.org", "Ada")
    page.goto(site.address + "/")
    page.wait_for_url("**/study/")  # whoever is signed in begins with today
    expect(page.locator("main")).to_contain_text("Done today")
    expect(page.locator(".who")).to_have_text("Ada")
    page.goto(site.address + "/careers/")
    page.get_by_label("ML engineer").check()
    page.click("text=Follow this")
    page.goto(site.address + "/study/")
    expect(page.locator("aside")).to_contain_text("ML engineer")

    page.goto(site.address + "/labs/lab-gd-1d")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text((LABS / "solution.py").read_text())
    page.click("#submit")
    expect(page.locator("#report")).to_contain_text("Passed", timeout=30_000)


def second_day(page: Page, site: Site) -> None:
    page.goto(site.address + "/study/")
    plain(page)
    expect(page.locator("main")).not_to_contain_text("Done today")
    expect(page.locator(".queue")).to_contain_text("Solved without help yesterday")
    title = begin(page)
    solve(page, site)
    page.goto(site.address + "/study/progress")
    expect(page.locator("main")).to_contain_text("Learned: solved without help yesterday and today")
    page.goto(site.address + "/study/map?all=yes")
    expect(page.locator(f'[aria-label^="{title}"]')).to_have_attribute("aria-label", re.compile("learned"))


def weeks_later(page: Page, site: Site) -> None:
    page.goto(site.address + "/study/")
    expect(page.locator(".queue")).to_contain_text("Recall has fallen to")
    expect(page.locator(".queue")).to_contain_text("Review")
    expect(page.locator("figure svg").first).to_be_visible()
    found = faults(page)
    page.goto(site.address + "/study/progress")
    expect(page.locator("main")).to_contain_text("Derivative as a limit")
    found += faults(page)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 360, "height": 800})
    for address in ("/study/", "/study/progress", "/study/map"):
        page.goto(site.address + address)
        found += faults(page)
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        found += [f"{page.url} scrolls sideways"] if page.evaluate(wide) else []
    assert found == []


@pytest.mark.timeout(300)
@pytest.mark.parametrize("mode", MODES)
def test_two_days_and_some_weeks(visit, tmp_path, mode):
    kept = None
    for days, live in ((0, first_day), (1, second_day), (25, weeks_later)):
        with ExitStack() as stack:
            site = stack.enter_context(serving(tmp_path, days, **MODES[mode]))
            here = visit(site, **({"storage_state": kept} if kept else {}))
            page = here.page()
            live(*((page, site, mode) if live is first_day else (page, site)))
            page.goto("about:blank")
            kept = here.context.storage_state()
