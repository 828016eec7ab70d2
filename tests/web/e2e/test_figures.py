"""Figures and articles in a browser: predict, drag, keys, table, source; without JavaScript; both themes and widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

AXE = Axe()
SECANT, COBWEB, ARTICLE = (
    "/figures/secant-to-tangent",
    "/figures/step-size-cobweb",
    "/articles/what-gradient-descent-really-does",
)


def predict(page: Page, option: str) -> None:
    page.get_by_label(option).check()
    page.get_by_role("button", name="That is my prediction").click()
    expect(page.locator("drag-figure[released]")).to_have_count(1)


def handle(page: Page, name: str):
    return page.locator(f"[data-handle='{name}']")


def reading(page: Page, place: int):
    return page.locator(f"[data-reading='{place}']")


def pull(page: Page, name: str, across: float, down: float) -> None:
    """Drag a handle by so many pixels."""
    handle(page, name).scroll_into_view_if_needed()
    box = handle(page, name).locator(".ring").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + across / 2, y + down / 2)
    page.mouse.move(x + across, y + down)
    page.mouse.up()


def test_a_figure_in_a_lesson_is_predicted_then_moved_by_hand_and_by_keys(visit, site):
    page = visit().page()
    page.goto(site.address + "/learn/derivative-definition")
    figure = page.locator("#figure-secant-to-tangent")
    expect(figure.locator("svg[role=group]")).to_be_visible()
    expect(figure.locator(".handle")).to_have_count(0)
    expect(figure.locator("input[name=a]")).to_be_disabled()
    figure.get_by_label("alone").check()
    figure.get_by_role("button", name="That is my prediction").click()
    expect(figure.locator(".handle")).to_have_count(2)
    expect(figure.locator(".is-right")).to_be_visible()
    assert page.url.endswith("/learn/derivative-definition")

    figure.scroll_into_view_if_needed()
    expect(reading(page, 0)).to_have_text("2.500")  # 2a + h at a = 0.75, h = 1
    pull(page, "a", -30, 0)
    moved = float(figure.locator("input[name=a]").input_value())
    assert moved < 0.75
    expect(reading(page, 0)).to_have_text(f"{2 * moved + 1:.3f}")

    handle(page, "a").focus()
    page.keyboard.press("Home")
    expect(handle(page, "a")).to_have_attribute("aria-valuetext", "−2.00")
    expect(reading(page, 1)).to_have_text("−4.000")
    for key in ("PageUp", "PageUp", "PageUp", "PageUp", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    expect(handle(page, "a")).to_have_attribute("aria-valuetext", "0.00")
    expect(handle(page, "a")).to_be_focused()
    handle(page, "a").dblclick()
    expect(handle(page, "a")).to_have_attribute("aria-valuenow", "0.75")


def test_a_kink_stays_a_kink_in_words_table_and_source(visit, site):
    context = visit(permissions=["clipboard-read", "clipboard-write"])
    page = context.page()
    page.goto(site.address + SECANT)
    predict(page, "alone")
    page.locator("input[value=abs]").check(force=True)
    page.locator("input[name=a]").fill("0")
    expect(page.locator("[data-said]")).to_contain_text("the kink stays")
    expect(reading(page, 1)).to_have_text("−1.000")
    expect(reading(page, 2)).to_have_text("1.000")
    expect(reading(page, 3)).to_have_text("none")
    page.get_by_text("As a table").click()
    expect(page.locator("[data-rows] tr").last).to_have_text("0.0001−1.00001.0000")
    page.get_by_text("Source in Matplotlib").click()
    code = page.locator("#secant-to-tangent-matplotlib")
    expect(code).to_contain_text("a = np.float64(0)")
    expect(code).to_contain_text("return np.abs(x)")
    page.locator("copy-text[from$=matplotlib] button").click()
    expect(page.locator("copy-text[from$=matplotlib]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == code.text_content()
    with page.expect_download() as kept:
        page.locator("details[open]").get_by_role("button", name="Download").click()
    assert kept.value.path().read_text() == code.text_content()
    page.locator("input[value=wave]").check(force=True)
    expect(reading(page, 1)).to_have_text("none")
    expect(page.locator("[data-said]")).to_contain_text("no slope here")


def test_the_step_size_is_pulled_across_its_border(visit, site):
    page = visit().page()
    page.goto(site.address + COBWEB)
    predict(page, "1 on")
    expect(page.locator("[data-said]")).to_contain_text("comes in from one side")
    handle(page, "eta").focus()
    for _ in range(3):
        page.keyboard.press("PageUp")
    expect(handle(page, "eta")).to_have_attribute("aria-valuetext", "0.90")
    expect(page.locator("[data-said]")).to_contain_text("jumps across")
    expect(reading(page, 0)).to_have_text("−0.800")
    pull(page, "eta", 0, 70)
    expect(page.locator("[data-said]")).to_contain_text("farther from the minimum")
    page.get_by_text("As a table").click()
    first = page.locator("[data-rows] tr").first.text_content()
    pull(page, "s", 20, -20)
    expect(page.locator("[data-rows] tr").first).not_to_have_text(first)
    before = page.locator("input[name=a]").input_value()
    pull(page, "a", 0, 25)
    expect(page.locator("input[name=a]")).not_to_have_value(before)


def test_a_figure_is_drawn_again_for_a_narrow_page(visit, site):
    page = visit(viewport={"width": 360, "height": 780}).page()
    page.goto(site.address + SECANT)
    svg = page.locator("[data-drawing] svg")
    expect(svg).to_have_attribute("role", "group")
    box = svg.bounding_box()
    assert box["height"] > 1.8 * box["width"]  # one panel below the other
    page.set_viewport_size({"width": 1200, "height": 780})
    expect(page.locator("[data-drawing] svg[width='640'], [data-drawing] svg[width='641']")).to_be_visible()


def test_a_figure_without_javascript(visit, site):
    page = visit(java_script_enabled=False).page()
    page.goto(site.address + "/learn/derivative-definition")
    page.get_by_label("none of them").check()
    page.locator("#secant-to-tangent-say").click()
    page.wait_for_url("**/figures/secant-to-tangent?**")
    assert page.locator(".is-wrong").count() == 1
    assert page.locator(".only-wide svg").is_visible()
    page.locator("input[value=relu]").check(force=True)
    page.locator("input[name=a]").fill("0")
    page.get_by_role("button", name="Draw").click()
    assert page.locator("[data-reading='2']").text_content() == "1.000"
    page.get_by_text("Source in Plotly").click()
    assert "np.maximum(x, 0)" in page.locator("#secant-to-tangent-plotly").text_content()


def test_a_formula_of_an_article_leads_to_its_skill_and_to_a_task(visit, site):
    page = visit().page()
    page.goto(site.address + ARTICLE)
    page.locator("button.live").first.click()
    expect(page.get_by_role("link", name="Chain rule").locator("visible=true").first).to_be_visible()
    page.get_by_role("button", name="Try one yourself").locator("visible=true").click()
    page.wait_for_url("**/study/tasks/*")
    page.goto(site.address + ARTICLE)
    page.locator("a.live").first.click()
    page.wait_for_url("**/learn/gradient-descent-1d")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_on_figures_and_articles(visit, site, scheme, width):
    page = visit(color_scheme=scheme, viewport={"width": width, "height": 900}).page()
    for path in (
        "/figures/",
        SECANT,
        SECANT + "?predict=1&choice=abs&a=0",
        COBWEB + "?predict=0",
        "/articles/",
        ARTICLE,
    ):
        page.goto(site.address + path)
        if "articles" not in path and path != "/figures/":
            expect(page.locator("[data-drawing] svg[role=group]")).to_be_visible()
        if "predict" in path:
            for each in page.locator("summary").all():
                each.click()
        found = AXE.run(page)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
