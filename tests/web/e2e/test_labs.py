"""A lab in a real browser: fail with a named mistake, mend it, pass, come back; by keyboard; without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from fluxions.curriculum import load_labs

AXE = Axe()
LAB = "lab-gd-1d"
RIGHT = load_labs.solution(LAB, "numpy")
UPHILL = dict(load_labs.programs(LAB, "wrong", "numpy"))["wrong_uphill.py"]
PATIENCE = 60_000  # a busy machine first tests its isolation


def write(page: Page, code: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(code)


def test_a_mistake_is_named_mended_and_the_work_is_there_again(visit, site):
    here = visit()
    page = here.page()
    page.goto(f"{site.address}/labs/")
    page.click("text=Descent on a line")
    expect(page.locator(".cm-content")).to_be_visible()
    expect(page.locator("textarea#code")).to_be_hidden()
    write(page, UPHILL)
    page.click("#submit")
    expect(page.locator("#report .failed")).to_contain_text("You add the slope, which climbs", timeout=PATIENCE)
    expect(page.locator(".cm-line.bad")).to_have_count(1)
    expect(page.locator("#figure svg").first).to_be_visible()
    expect(page.locator("#figure .c-mine").first).to_be_attached()
    page.locator("#report a[data-line]").click()
    expect(page.locator(".cm-content")).to_be_focused()
    write(page, RIGHT)
    expect(page.locator(".cm-line.bad")).to_have_count(0)
    page.click("#submit")
    expect(page.locator("#report")).to_contain_text("Passed: everything holds", timeout=PATIENCE)
    expect(page.locator("#earlier")).to_contain_text("Handed in before: 2")
    page.reload()
    expect(page.locator("#report")).to_contain_text("Passed: everything holds")
    expect(page.locator(".cm-content")).to_contain_text("trace[k + 1] = trace[k] - eta")
    page.locator("#earlier summary").click()
    page.locator("#earlier button").last.click()
    expect(page.locator(".cm-content")).to_contain_text("trace[k + 1] = trace[k] + eta")


def test_an_endless_loop_is_waited_for_and_told(visit, site):
    page = visit().page()
    page.goto(f"{site.address}/labs/{LAB}")
    write(page, "while True: pass")
    page.click("#run")
    expect(page.locator("#report")).to_contain_text("a loop that never ends", timeout=PATIENCE)


def test_by_keyboard_alone(visit, site):
    page = visit().page()
    page.goto(f"{site.address}/labs/{LAB}")
    expect(page.locator(".cm-content")).to_be_visible()
    for _ in range(40):
        if page.evaluate("document.activeElement.classList.contains('cm-content')"):
            break
        page.keyboard.press("Tab")
    expect(page.locator(".cm-content")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(RIGHT)
    page.keyboard.press("Escape")
    expect(page.locator("#run")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#submit")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#report")).to_contain_text("Passed: everything holds", timeout=PATIENCE)


def test_without_javascript(visit, site):
    page = visit(java_script_enabled=False).page()
    page.goto(f"{site.address}/labs/{LAB}")
    page.fill("#code", UPHILL)
    page.click("#run")
    expect(page.locator("#report .failed")).to_contain_text("You add the slope", timeout=PATIENCE)
    page.fill("#code", RIGHT)
    page.click("#submit")
    expect(page.locator("#report")).to_contain_text("Passed: everything holds", timeout=PATIENCE)
    expect(page.locator("#figure table")).to_be_attached()
    page.click("text=Start again from the beginning")
    expect(page.locator("#code")).to_have_value(load_labs.starter(LAB, "numpy"))


@pytest.mark.parametrize("scheme, width", [("light", 1440), ("dark", 1440), ("light", 360), ("dark", 360)])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(visit, site, scheme, width):
    page = visit(color_scheme=scheme, viewport={"width": width, "height": 900}).page()
    found = []

    def look() -> None:
        page.wait_for_load_state("networkidle")
        for each in AXE.run(page).response["violations"]:
            found.extend(f"{page.url} {each['id']}: {node['html'][:160]}" for node in each["nodes"])
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append(f"{page.url} is wider than {width}")

    page.goto(f"{site.address}/labs/")
    look()
    page.goto(f"{site.address}/labs/{LAB}")
    expect(page.locator(".cm-content")).to_be_visible()
    look()
    write(page, UPHILL + "\nprint('x' * 300)")
    page.click("#submit")
    expect(page.locator("#report .failed")).to_be_visible(timeout=PATIENCE)
    page.locator("#earlier summary").click()
    page.locator("#figure summary").click()
    look()
    assert not found, "\n".join(dict.fromkeys(found))


CHECKER = "lab-gradcheck"


def test_a_lab_that_gives_a_function_to_ask(visit, site):
    """A hint opens by keyboard; a gradient checker that asks f on one side alone is told so; the right one passes."""
    page = visit().page()
    page.goto(f"{site.address}/labs/{CHECKER}")
    hint = page.locator("details.hint").first
    hint.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(hint.locator(".prose")).to_be_visible()
    write(page, dict(load_labs.programs(CHECKER, "wrong", "numpy"))["wrong_forward_difference.py"])
    page.click("#submit")
    failed = page.locator("#report .failed")
    expect(failed).to_contain_text("the quotient of the definition, with an error of order h", timeout=PATIENCE)
    expect(failed).to_have_count(1)
    expect(page.locator("#figure figcaption b")).to_have_text("How the error depends on the step.")
    write(page, load_labs.solution(CHECKER, "numpy"))
    page.click("#submit")
    expect(page.locator("#report")).to_contain_text("Passed: everything holds", timeout=PATIENCE)


def test_no_lab_scrolls_sideways_on_a_telephone(visit, site):
    page = visit(viewport={"width": 360, "height": 800}).page()
    for lab in load_labs.labs():
        page.goto(f"{site.address}/labs/{lab}")
        expect(page.locator(".cm-content")).to_be_visible()
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{lab} is {wider} px wider than 360"
