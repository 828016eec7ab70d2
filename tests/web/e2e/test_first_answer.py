"""From the first visit to the second task: with the keyboard alone, with a closed tab, without JavaScript."""

import json
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import signing
from playwright.sync_api import Page, expect

from fluxions.calculus import Mistaken, Problem, ascii, diagnose, wrong_answers
from fluxions.tutor.stated import drawn, problem_of
from fluxions.web.study.forms import FIRST
from tests.web.e2e.tasks import task_of

AXE = Axe()
LOST = "inner-derivative-lost"


@dataclass(frozen=True)
class Answers:
    """What can be said to a task."""

    right: str
    lost: str  # the inner derivative is missing


def answers(problem: Problem) -> Answers:
    wrong = next(each.answer for each in wrong_answers(problem) if each.misconception.name == LOST)
    return Answers(ascii(problem.derivation.answer), ascii(wrong))


def first_task(page: Page, site) -> Answers:
    """The first page with a task that is a power of something: its answers can be typed straight through."""
    key = (site.folder / "secret-key").read_text().strip()
    for _ in range(300):  # about one in twelve is one
        page.goto(site.address + "/")
        token = page.locator("input[name=token]").get_attribute("value")
        skill, family, seed, _ = signing.loads(token, key=key, salt=FIRST)
        task = drawn(skill, family, seed)
        known = answers(problem_of(task)) if task.task.startswith("diff((") and "sqrt" not in task.task else None
        if known and isinstance(diagnose(problem_of(task), known.lost), Mistaken):
            return known
    pytest.fail("no power came up in three hundred visits")


def tab_to(page: Page, script: str) -> None:
    """Press Tab until the focused element is the one that is meant."""
    for _ in range(80):
        if page.evaluate(f"(e => {script})(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {script}")


def to_text(page: Page, text: str) -> None:
    tab_to(page, f"e.textContent.trim().startsWith({json.dumps(text)}) && e !== document.body")


def to_field(page: Page) -> None:
    expect(page.locator("math-field").first).to_be_visible()
    tab_to(page, "e.tagName === 'MATH-FIELD'")


def test_a_first_answer_by_keyboard_alone(visit, site):
    page = visit().page()
    known = first_task(page, site)
    to_field(page)
    page.keyboard.type(known.lost)
    expect(page.locator("#preview")).to_contain_text("Read as")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("The inner derivative is missing")
    expect(page.locator("math-field")).to_be_focused()

    to_text(page, "Open the task")
    page.keyboard.press("Enter")
    page.wait_for_url("**/study/tasks/*")
    expect(page.locator(".remark")).to_contain_text("The inside changes too")
    expect(page.locator("plot-figure svg").first).to_be_visible()
    to_text(page, "Write several lines")
    page.keyboard.press("Enter")
    page.wait_for_url("**working=yes")

    to_field(page)
    page.keyboard.press("Control+a")
    page.keyboard.type(known.right)
    page.keyboard.press("Enter")
    expect(page.locator("math-field")).to_have_count(2)
    expect(page.locator("math-field").nth(1)).to_be_focused()
    page.keyboard.type(known.lost)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#verdict .line.wrong .n")).to_have_text("2")
    expect(page.locator("#verdict .line.wrong")).to_contain_text("Wrong here")
    expect(page.locator("#verdict .line").first).to_contain_text("Right")
    expect(page.locator("math-field").nth(1)).to_be_focused()

    to_text(page, "Show hint")
    page.keyboard.press("Enter")
    expect(page.locator(".ladder li").first).to_contain_text("Look at")
    to_text(page, "Show hint 2")
    page.keyboard.press("Enter")
    expect(page.locator("#help")).to_contain_text("no longer counts as solved unaided")

    page.locator("math-field").nth(1).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type(known.right)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#verdict")).to_contain_text("The last line is the answer")
    expect(page.locator("worked-steps")).to_be_visible()
    solved = page.url.split("?")[0]

    to_text(page, "Read the lesson")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Chain rule")
    page.go_back()
    to_text(page, "Next task")
    page.keyboard.press("Enter")
    page.wait_for_url("**/learn/*")  # what is new begins with its lesson
    to_text(page, "Try one")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/study/tasks/" in url and not url.startswith(solved))
    second = ascii(task_of(page, site).derivation.answer)
    to_text(page, "Use a plain text field")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type(second)
    page.keyboard.press("Enter")
    expect(page.locator("#verdict .is-right")).to_be_visible()


def test_a_closed_tab_is_gone_on_with(visit, site):
    here = visit()
    page = here.page()
    known = first_task(page, site)
    to_field(page)
    page.keyboard.type(known.lost)
    page.keyboard.press("Enter")
    page.locator("text=Open the task").click()
    page.wait_for_url("**/study/tasks/*")
    page.goto(page.url + "?working=yes")
    page.evaluate("localStorage.setItem('fluxions.answer-field', 'plain')")
    page.reload()
    line = page.locator("working-lines input").first
    line.fill("x^2")
    with page.expect_response("**/draft"):
        line.fill("7(x^2 + ")
    page.close()

    again = here.page()
    again.goto(site.address + "/")
    again.locator("text=Go on where you stopped").click()
    expect(again.locator("working-lines input").first).to_have_value("7(x^2 + ")


def test_the_whole_way_without_javascript(visit, site):
    page = visit(java_script_enabled=False).page()
    known = first_task(page, site)
    page.fill("#answer", "2x+")
    page.click("text=Check")
    expect(page.locator("pre.caret")).to_contain_text("^")
    page.click("text=into the field")
    expect(page.locator("#answer")).to_have_value("2x")
    page.fill("#answer", known.lost)
    page.click("#check")
    expect(page.locator(".remark")).to_contain_text("The inner derivative is missing")
    expect(page.locator("plot-figure table")).to_be_visible()
    page.click("text=Write several lines")
    page.fill("#lines", f"{known.right}\n{known.lost}")
    page.click("#check")
    expect(page.locator(".line.wrong .n")).to_have_text("2")
    page.click("#show-hint")
    expect(page.locator(".ladder li").first).to_contain_text("Look at")
    page.fill("#lines", known.right)
    page.click("#check")
    expect(page.locator(".line .is-right")).to_be_visible()
    page.click("text=Next task")
    assert "/learn/" in page.url
    page.locator("text=Try one").first.click()
    page.click("text=Show the solution")
    expect(page.locator("worked-steps summary").first).to_be_visible()
    page.goto(site.address + "/learn/chain-rule")
    page.locator(".predict input").first.check()
    page.locator(".predict button").first.click()
    expect(page.locator(".predict .verdict")).to_be_visible()
    page.goto(site.address + "/study/map?skill=chain-rule")
    expect(page.locator("text=Chain rule rests on")).to_be_visible()


def faults(page: Page) -> list[str]:
    page.wait_for_load_state("networkidle")
    found = AXE.run(page).response["violations"]
    return [f"{page.url} {each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize(
    "scheme, width", [("light", 1440), ("dark", 1440), ("light", 360), ("dark", 360), ("light", 320)]
)
def test_axe_finds_nothing_and_no_page_scrolls_sideways(visit, site, scheme, width):
    page = visit(color_scheme=scheme, viewport={"width": width, "height": 900}).page()
    found: set[str] = set()

    def look() -> None:
        found.update(faults(page))
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.add(f"{page.url} is wider than {width}")

    for address in (
        "/careers/",
        "/learn/",
        "/learn/chain-rule",
        "/learn/gradient-descent-1d",
        "/learn/riemann-sums",
        "/study/",
        "/study/progress",
        "/study/map",
    ):
        page.goto(site.address + address)
        look()
    page.goto(site.address + "/learn/chain-rule")
    page.locator(".predict input").first.check()
    page.locator(".predict button").first.click()
    expect(page.locator(".predict .verdict")).to_be_visible()
    look()
    first_task(page, site)
    look()
    page.evaluate("localStorage.setItem('fluxions.answer-field', 'plain')")
    known = first_task(page, site)
    page.fill("#answer", "2x+")
    page.keyboard.press("Enter")
    expect(page.locator("pre.caret")).to_be_visible()
    look()
    page.click("text=Open the task")
    look()
    page.fill("#answer", known.lost)
    page.keyboard.press("Enter")
    expect(page.locator(".remark")).to_be_visible()
    page.locator("#figure").scroll_into_view_if_needed()
    expect(page.locator("plot-figure svg").first).to_be_visible()
    look()
    page.click("text=Write several lines")
    page.locator("working-lines input").first.fill(known.lost)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".line.wrong")).to_be_visible()
    page.click("#show-hint")
    expect(page.locator(".ladder li").first).to_contain_text("Look at")
    look()
    page.click("text=Show the solution")
    page.locator("worked-steps .unfold").click()
    look()
    assert not found, "\n".join(sorted(found))


def test_a_wrong_address_is_a_calm_page(visit, site):
    here = visit()
    page = here.page()
    page.goto(site.address + "/nowhere")
    expect(page.locator("h1")).to_have_text("There is no such page")
    assert faults(page) == []
    here.unusual[:] = [each for each in here.unusual if "404 (Not Found)" not in each]
