"""Each kind of answer, clicked on the on-screen keyboard and typed on the keys, is read, judged and explained."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

NEXT, RIGHT = "Next empty place", "[right]"
CLICKED = {  # signs by their names, digits and letters as they are
    "expression": (["x", "+", "1"], ["x", "-", "1"], "x + 1"),
    "number": (["Fraction", "1", NEXT, "3"], ["Fraction", "2", NEXT, "3"], "1/3"),
    "vector": (["Two entries", "1", NEXT, "2"], ["Two entries", "2", NEXT, "1"], "(1, 2)"),
    "matrix": (
        ["Matrix with two rows and two columns", "1", NEXT, "2", NEXT, "3", NEXT, "4"],
        ["Matrix with two rows and two columns", "1", NEXT, "3", NEXT, "2", NEXT, "4"],
        "[[1, 2], [3, 4]]",
    ),
    "set": (["Braces", "2", ",", "-", "2"], ["Braces", "2"], "{-2, 2}"),
    "multiset": (["Braces", "1", "Comma", "1", "Comma", "2"], ["Braces", "1", "Comma", "2"], "{1, 1, 2}"),
    "interval": (
        ["Open interval", "1", NEXT, "2", RIGHT, "Union", "Interval closed on the left", "3", NEXT, "Infinity"],
        ["Closed interval", "1", NEXT, "2"],
        "(1, 2) ∪ [3, inf)",
    ),
    "interval without": (
        ["Real numbers", "Without", "Braces", "1"],
        ["Real numbers", "Without", "Braces", "2"],
        "x < 1 or x > 1",
    ),
    "equation": (["y", "=", "2", "x", "+", "1"], ["y", "=", "2", "x"], "y = 2x + 1"),
    "system": (["x", "=", "2", ",", "y", "=", "1"], ["x", "=", "1", "And", "y", "=", "2"], "x + y = 3, x - y = 1"),
    "inequality": (["x", "Less than", "1", "Or", "x", "At least", "2"], ["x", "At most", "1"], "x < 1 or x >= 2"),
    "piecewise": (
        ["Two cases", "x", NEXT, "x", "Greater than", "0", NEXT, "0", NEXT, "x", "At most", "0"],
        ["Two cases", "x", NEXT, "x", "Greater than", "0", NEXT, "1", NEXT, "Otherwise"],
        r"\begin{cases}x & x > 0\\0 & x \le 0\end{cases}",
    ),
    "family": (["Constant C", "Exponential", "x"], ["Exponential", "x"], "C*e^x"),
    "density": (
        ["Two cases", "2", "x", NEXT, "0", "Less than", "x", "Less than", "1", NEXT, "0", NEXT, "Otherwise"],
        ["Two cases", "x", NEXT, "0", "Less than", "x", "Less than", "1", NEXT, "0", NEXT, "Otherwise"],
        r"\begin{cases}2x & 0 < x < 1\\0 & \text{otherwise}\end{cases}",
    ),
    "antiderivative": (["x", "Power", "2", RIGHT, "+", "Constant C"], ["x", "Power", "2"], "2x"),
}
TYPED = [
    ("expression", "2x cos(x^2)", "x^2", "diff(sin(x^2), x)"),
    ("number", "2/6", "1/6", "1/3"),
    ("vector", "(1,2,3)", "(1,2,4)", "(1, 2, 3)"),
    ("matrix", "[[1,2],[3,4]]", "[[1,3],[2,4]]", "[[1, 2], [3, 4]]"),
    ("set", "{2,-2}", "{2}", "{-2, 2}"),
    ("set", "x=pm 2", "x=pm 3", "{-2, 2}"),
    ("interval", "x!=1", "x>1", "ℝ ∖ {1}"),
    ("density", "2e^-2x ,x>0", "e^-2x ,x>0", "2*e^(-2*x), x > 0"),
    ("multiset", "{1,2,1}", "{1,2}", "{1, 1, 2}"),
    ("interval", "(2,inf)", "[2,inf)", "(2, inf)"),
    ("interval", "(1,2]cup(3,4)", "(1,2)cup(3,4)", "(1, 2] ∪ (3, 4)"),
    ("equation", "2x-y+1=0", "y=2x", "y = 2x + 1"),
    ("system", "x=2 and y=1", "x=1,y=2", "x + y = 3, x - y = 1"),
    ("inequality", "x<1 or x>=2", "x<=1 or x>=2", "x < 1 or x >= 2"),
    ("family", "Ae^x", "e^x", "C*e^x"),
    ("antiderivative", "x^2 +C", "x^2", "2x"),
    ("choice", "b", "a", "B"),
]


def trying(page: Page, site, kind: str, expected: str) -> None:
    page.goto(f"{site.address}/try/answer?kind={kind}")
    page.get_by_label("What is " + ("integrated" if kind == "antiderivative" else "right")).fill(expected)
    expect(page.locator("math-field")).to_be_visible()
    page.locator("math-field").focus()
    expect(page.locator("math-field")).to_be_focused()


def told(page: Page, verdict: str) -> None:
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(f"#verdict .verdict.is-{verdict}")).to_be_visible()
    expect(page.locator("#verdict")).to_contain_text("Read as")


def press(page: Page, key: str) -> None:
    """Click a key of the keyboard that is shown: by its name, or by the sign that it puts into the field."""
    name = "data-keycap-value" if len(key) == 1 else "data-tooltip"
    if key == RIGHT:
        page.locator(".MLK__layer.is-visible .MLK__row [data-command*=moveToNextChar]").click()
        return
    page.locator(f'.MLK__layer.is-visible .MLK__row [{name}="{key}"]').first.click()


@pytest.mark.parametrize("kind", CLICKED)
def test_each_kind_is_answered_by_the_on_screen_keyboard(visit, site, kind):
    page = visit().page()
    right, wrong, expected = CLICKED[kind]
    for keys, verdict in ((right, "right"), (wrong, "wrong")):
        trying(page, site, kind.partition(" ")[0], expected)
        page.locator("math-field").evaluate("() => window.mathVirtualKeyboard.show()")
        expect(page.locator(".ML__keyboard.is-visible")).to_be_visible()
        for key in keys:
            press(page, key)
        page.locator("math-field").evaluate("() => window.mathVirtualKeyboard.hide()")
        told(page, verdict)


@pytest.mark.parametrize("kind, right, wrong, expected", TYPED)
def test_each_kind_is_answered_by_the_keys(visit, site, kind, right, wrong, expected):
    page = visit().page()
    for text, verdict in ((right, "right"), (wrong, "wrong")):
        trying(page, site, kind, expected)
        page.keyboard.type(text, delay=8)
        told(page, verdict)


def test_the_signs_under_the_field_are_reached_by_tab(visit, site):
    page = visit().page()
    trying(page, site, "interval", "(-inf, 2]")
    page.get_by_role("button", name="Interval closed on the right").focus()
    page.keyboard.press("Enter")
    expect(page.locator("math-field")).to_be_focused()
    page.keyboard.type("-inf")
    page.keyboard.press("Tab")
    page.keyboard.type("2")
    told(page, "right")


def test_the_signs_write_into_the_plain_field_too(visit, site):
    page = visit().page()
    trying(page, site, "interval", "(1, 2) ∪ [3, inf)")
    page.get_by_role("button", name="Use a plain text field").click()
    answer = page.locator("#answer")
    answer.fill("(1, 2)")
    page.get_by_role("button", name="Union").click()
    expect(answer).to_be_focused()
    page.keyboard.type("[3, ")
    page.get_by_role("button", name="Infinity").click()
    page.keyboard.type(")")
    told(page, "right")


def test_what_cannot_be_read_is_shown_with_a_caret_and_mended_by_one_click(visit, site):
    page = visit().page()
    trying(page, site, "expression", "sin(x)")
    page.get_by_role("button", name="Use a plain text field").click()
    page.locator("#answer").fill("sin(x))")
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("#verdict .verdict.is-open")).to_be_visible()
    expect(page.locator("#verdict pre.caret")).to_contain_text("^")
    page.get_by_role("button", name="Put sin(x) into the field").click()
    expect(page.locator("#answer")).to_have_value("sin(x)")
    told(page, "right")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_the_pages_are_accessible(visit, site, width, scheme):
    page = visit(viewport={"width": width, "height": 900}, color_scheme=scheme).page()
    for address in ("/api/", "/try/answer?kind=matrix", "/try/answer?kind=interval"):
        page.goto(site.address + address)
        if "answer" in address:
            expect(page.locator("math-field")).to_be_visible()
            page.locator("math-field").focus()
            page.keyboard.type("x+1")
            page.get_by_role("button", name="Check", exact=True).click()
            expect(page.locator("#verdict .verdict")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
