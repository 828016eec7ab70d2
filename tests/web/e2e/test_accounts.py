"""From a visit to an account, on one's own computer and on a server."""

import json
import re
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web.e2e.conftest import Site, Visit

AXE = Axe()
PASSWORD = "four plain words suffice"
VIRTUAL = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip
LOOKS = [("light", 1440), ("dark", 1440), ("light", 360), ("dark", 360)]


def press(page: Page, text: str) -> None:
    """Reach what is called so by the Tab key alone, and press Enter."""
    script = (
        "t => { const e = document.activeElement; return e.matches('a, button') && e.innerText.trim().startsWith(t) }"
    )
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(script, text):
            page.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not reach {text}")


def begun(page: Page, site: Site) -> str:
    """A task that this visitor has begun."""
    page.goto(site.address + "/learn/chain-rule")
    page.click("text=Try one >> nth=0")
    page.wait_for_url("**/study/tasks/*")
    return page.url


def expected(here: Visit, *statuses: str) -> None:
    """Forget the answers of these kinds that the browser complains of."""
    here.unusual[:] = [each for each in here.unusual if not any(status in each for status in statuses)]


def signed_up(page: Page, address: str, email: str, name: str = "") -> None:
    page.goto(address)
    page.fill("#id_name", name)
    page.fill("#id_email", email)
    page.fill("#id_password1", PASSWORD)
    page.click("main button")
    page.wait_for_url(lambda url: "/sign-up" not in url)


def set_up_link(site: Site) -> str:
    return re.search(r"http\S+/sign-up\?key=\w+", site.terminal)[0]


def test_an_own_computer_from_a_visit_to_leaving(visit, own_site, tmp_path):
    here = visit(own_site)
    page = here.page()
    task = begun(page, own_site)
    page.goto(own_site.address + "/careers/")
    page.get_by_label("ML engineer").focus()
    page.keyboard.press("Space")
    press(page, "Follow this")
    expect(page.locator("[role=status]").first).to_contain_text("Kept.")

    page.goto(own_site.address + "/")
    press(page, "Keep my work")
    page.locator("#id_name").focus()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    page.wait_for_url("**/settings/")
    expect(page.locator(".who")).to_have_text("Ada")
    expect(page.locator("#id_career")).to_have_value("ml-engineer")
    page.goto(task)
    expect(page.locator("math-field")).to_be_visible()

    elsewhere = visit(own_site)
    other = elsewhere.page()
    other.goto(task)
    expect(other.locator(".who")).to_have_text("Ada")
    expect(other.locator("math-field")).to_be_visible()
    with other.expect_response("**/settings/answer-field") as kept:
        other.click("text=Use a plain text field")
    assert kept.value.status == 204
    page.reload()
    expect(page.locator("#answer")).to_be_visible()
    expect(page.locator("math-field")).to_have_count(0)

    page.goto(own_site.address + "/settings/")
    expect(page.locator("#id_plain")).to_have_value("yes")
    page.select_option("#theme", "dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    with page.expect_download() as download:
        page.click("text=Export all my data")
    found = json.loads(download.value.path().read_text())
    assert found["person"]["name"] == "Ada" and len(found["study"]["attempts"]) == 1

    page.set_input_files("#id_file", {"name": "x.json", "mimeType": "application/json", "buffer": b"nonsense"})
    page.click("button >> text=Import")
    expect(page.locator("#id_file_error")).to_contain_text("not a JSON file")
    (tmp_path / "large.json").write_bytes(b" " * 21_000_000)
    page.set_input_files("#id_file", tmp_path / "large.json")
    page.click("button >> text=Import")
    expect(page.locator("h1")).to_have_text("This is too large")
    page.goto(own_site.address + "/settings/")
    found["origin"] = "another account"
    raw = json.dumps(found).encode()
    page.set_input_files("#id_file", {"name": "x.json", "mimeType": "application/json", "buffer": raw})
    page.click("button >> text=Import")
    expect(page.locator(".told")).to_contain_text("Taken in: the work of 1 learner.")
    expect(page.locator("aside")).to_contain_text("imported on")

    other.goto(task)
    page.click("text=Delete my account")
    page.fill("#id_word", "delete")
    page.click("button >> text=Delete my account")
    expect(page.locator("h1")).to_have_text("Your account is deleted")
    expect(page.locator(".who")).to_have_text("Keep my work")
    other.fill("#answer", "1")
    other.keyboard.press("Enter")
    expect(other.locator("#verdict")).to_contain_text("This task is not known here")
    expected(here, "422", "413")
    expected(elsewhere, "404")


def test_a_server_from_the_set_up_link_to_an_invited_person(visit, server_site):
    boss = visit(server_site).page()
    signed_up(boss, set_up_link(server_site), "grace@example.org", "Grace")
    boss.goto(server_site.address + "/site/people")
    boss.click("text=Make an invitation link")
    invitation = boss.locator(".link code").inner_text()

    guests = visit(server_site)
    guest = guests.page()
    task = begun(guest, server_site)
    signed_up(guest, invitation, "Alan@Example.org", "Alan")
    guest.goto(task)
    expect(guest.locator(".who")).to_have_text("Alan")
    expect(guest.locator("#check")).to_be_visible()

    boss.goto(server_site.address + "/site/people")
    boss.locator("tr", has_text="alan@example.org").locator("button").click()
    reset = boss.locator(".link code").inner_text()
    laptop = visit(server_site).page()
    laptop.goto(reset)
    laptop.fill("#id_password1", PASSWORD + " now")
    laptop.fill("#id_password2", PASSWORD + " now")
    laptop.click("main button")
    laptop.click("main >> text=Sign in")
    laptop.fill("#id_login", "alan@example.org")
    laptop.fill("#id_password", PASSWORD + " now")
    laptop.keyboard.press("Enter")
    laptop.wait_for_url(server_site.address + "/study/")
    laptop.goto(task)
    expect(laptop.locator("#check")).to_be_visible()
    guest.reload()  # the old password signed this browser in
    expect(guest.locator("h1")).to_have_text("This task is not known here")
    late = visit(server_site).page()
    late.goto(invitation)
    expect(late.locator("main")).to_contain_text("not valid any more")
    expected(guests, "404")


def test_passkeys_and_codes(visit, server_site):
    page = visit(server_site).page()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": VIRTUAL})
    signed_up(page, server_site.address + "/sign-up", "ada@example.org", "Ada")
    page.goto(server_site.address + "/settings/passkeys/add")
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Add a passkey")
    page.locator("#id_name").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Recovery codes")
    recovery = page.locator(".codes code").first.inner_text()

    page.goto(server_site.address + "/settings/codes")
    page.fill("#id_code", code(page.locator("code.key").inner_text()))
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("One-time codes are on.")

    page.goto(server_site.address + "/settings/")
    press(page, "Sign out")
    page.wait_for_url(server_site.address + "/")
    page.goto(server_site.address + "/sign-in")
    expect(page.locator("button", has_text="Sign in with a passkey")).to_be_visible()
    press(page, "Sign in with a passkey")
    page.wait_for_url(server_site.address + "/study/")
    expect(page.locator(".who")).to_have_text("Ada")

    phone = visit(server_site).page()
    phone.goto(server_site.address + "/sign-in")
    phone.fill("#id_login", "ADA@example.org")
    phone.fill("#id_password", PASSWORD)
    phone.keyboard.press("Enter")
    expect(phone.locator("h1")).to_have_text("The second step")
    phone.fill("#id_code", "000000")
    phone.keyboard.press("Enter")
    expect(phone.locator(".unfit").first).to_contain_text("This does not fit")
    phone.fill("#id_code", recovery)
    phone.keyboard.press("Enter")
    phone.wait_for_url(server_site.address + "/study/")
    expect(phone.locator(".who")).to_have_text("Ada")


def code(secret: str) -> str:
    """What an authenticator app shows (RFC 6238): six digits of an HMAC of the half minute."""
    from base64 import b32decode
    from hmac import digest

    made = digest(b32decode(secret), int(time.time() // 30).to_bytes(8, "big"), "sha1")
    place = made[-1] & 15
    return f"{(int.from_bytes(made[place : place + 4], 'big') & 0x7FFFFFFF) % 10**6:06}"


def test_axe_finds_nothing_on_an_own_computer(visit, own_site):
    found: set[str] = set()
    page = visit(own_site).page()
    look(page, own_site, ["/keep", "/careers/"], found)
    page.goto(own_site.address + "/keep")
    page.click("main button")
    look(page, own_site, ["/settings/", "/settings/delete", "/site/people"], found)
    assert not found, "\n".join(sorted(found))


@pytest.mark.timeout(300)
def test_axe_finds_nothing_on_a_server(visit, server_site):
    found: set[str] = set()
    page = visit(server_site).page()
    link = set_up_link(server_site).removeprefix(server_site.address)
    invitation = "/sign-up?invitation=misspelt"
    look(page, server_site, ["/sign-in", "/keep", invitation, link, "/password/reset", "/password/reset/1-x"], found)
    signed_up(page, server_site.address + link, "grace@example.org")
    own = ["/settings/", "/settings/password", "/settings/passkeys", "/settings/second-steps", "/site/people"]
    look(page, server_site, [*own, "/settings/codes", "/sign-out"], found)  # codes: is it still you?
    page.goto(server_site.address + "/settings/codes")
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("img.code")).to_be_visible()
    look(page, server_site, ["/settings/address", "/settings/codes", "/settings/passkeys/add"], found)
    page.goto(server_site.address + "/settings/codes")
    page.fill("#id_code", code(page.locator("code.key").inner_text()))
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("One-time codes are on.")
    look(page, server_site, ["/settings/recovery-codes", "/settings/recovery-codes/new", "/settings/codes/end"], found)
    assert not found, "\n".join(sorted(found))


def look(page: Page, site: Site, addresses: list[str], found: set[str]) -> None:
    for address in addresses:
        page.goto(site.address + address)
        page.wait_for_load_state("networkidle")
        for scheme, width in LOOKS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            for each in AXE.run(page).response["violations"]:
                found.update(f"{address} {scheme} {width} {each['id']}: {node['html'][:120]}" for node in each["nodes"])
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                found.add(f"{address} is wider than {width}")
