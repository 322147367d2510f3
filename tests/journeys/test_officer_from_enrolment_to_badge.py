"""From the form of one administrator to the badge in a live room: a passkey in a real browser, and no shorter way."""

import re

import pytest
from playwright.async_api import Locator, Page, expect

from tests.accounts.factors.passkeys.devices import add_authenticator, by_name
from tests.cast import HOME, Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.test_three_browsers import TITLE, join_as, open_it, plan_a_surgery, write
from tests.mails import last_link_to
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser
NAME, MAIL = "Ben Cole", "ben.cole@example.org"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def dialect(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def house(house: House) -> House:
    """Everybody goes to the name of this machine: a passkey belongs to a name."""
    house.url = by_name(house)
    return house


async def test_ben_is_enrolled_confirmed_comes_in_by_passkey_and_is_checked(browse: Browse, cast: Cast, room: Room):
    dee, dai, ben = await browse(cast.dee), await browse(cast.dai), await browse()
    rosa, gwen, beside = await browse(cast.rosa), await browse(scripts=False, width=360), await browse(scripts=False)
    namesake = await browse(width=360)
    await add_authenticator(ben)

    for page in (rosa, namesake):
        await page.goto(f"/surgeries/{room.id}")
    await join_as(namesake, NAME)
    await write(namesake, "I only have the same name")
    await dee_enters_him(dee)
    await dee_cannot_confirm(dee)
    await nothing_is_verified_for(rosa, gwen)

    await dai_confirms(dai)
    await the_namesake_becomes_a_number(rosa)
    await nobody_finds_the_link_but_in_bens_mail(dee, dai)
    await ben_sets_up_a_passkey(ben, await last_link_to(room.house.settings, MAIL))
    await ben_signs_out_and_in_by_passkey(ben)

    await plan_a_surgery(ben)
    for page in (rosa, gwen):
        await page.goto(ben.url)
    await open_it(ben)
    await write(ben, "Good evening, this is Ben")
    await expect(rosa.locator("#log-list")).to_contain_text("Good evening, this is Ben")
    await gwen.reload()
    words = await three_words_in(rosa)
    assert words == await three_words_in(gwen) == await three_words_in(ben)
    for page in (rosa, gwen):
        await he_is_shown_as_a_verified_officer(page)
    await beside_reads_yes(beside, words)


async def dee_enters_him(dee: Page) -> None:
    await dee.goto("/admin/people")
    await dee.get_by_role("button", name="Enrol somebody").click()
    typed = {
        "Name, as people will see it": NAME, "E-mail address": MAIL, "Rank": "PC", "Collar number": "7001",
        "Neighbourhoods": HOME,
    }  # fmt: skip
    for label, value in typed.items():
        await dee.get_by_label(label, exact=True).fill(value)
    await dee.get_by_role("button", name="Enter, for another to confirm").click()
    await expect(dee.get_by_role("heading", name=NAME)).to_be_visible()


async def dee_cannot_confirm(dee: Page) -> None:
    await expect(dee.get_by_text("It waits for another administrator.")).to_be_visible()
    await expect(dee.get_by_role("button", name="Confirm")).to_have_count(0)


async def nothing_is_verified_for(rosa: Page, reader: Page) -> None:
    """Neither in an open room, where somebody has his name, nor on the public page of the neighbourhood."""
    said = rosa.locator("#log-list li", has_text="I only have the same name")
    await expect(said.locator(".bl-person__name")).to_have_text(NAME)
    await expect(said.locator(".bl-badge--officer, .bl-avatar--uniform")).to_have_count(0)
    await reader.goto(f"/neighbourhoods/{HOME}")
    await expect(reader.get_by_text("Ada Okafor").first).to_be_visible()
    await expect(reader.get_by_text(NAME)).to_have_count(0)


async def dai_confirms(dai: Page) -> None:
    await dai.goto("/admin/people")
    await dai.get_by_role("link", name="Read it and decide").click()
    await dai.get_by_role("button", name="Confirm, and send the link").click()
    await expect(dai.get_by_role("heading", name=NAME)).to_be_visible()


async def the_namesake_becomes_a_number(rosa: Page) -> None:
    said = rosa.locator("#log-list li", has_text="I only have the same name")
    await expect(said.locator(".bl-person__name")).to_have_text(re.compile(r"^resident \d+$"))


async def nobody_finds_the_link_but_in_bens_mail(*administrators: Page) -> None:
    for page in administrators:
        await page.goto("/admin/people")
        await page.get_by_role("link", name=NAME).first.click()
        await expect(page.get_by_role("heading", name=NAME)).to_be_visible()
        assert "/link/" not in re.sub(r'"/admin/[^"]*"', "", await page.content())


async def ben_sets_up_a_passkey(ben: Page, link: str) -> None:
    await ben.goto(link)
    await ben.get_by_role("button", name="Set up a passkey").click()
    await expect(ben.get_by_role("banner").get_by_text(NAME)).to_be_visible()


async def ben_signs_out_and_in_by_passkey(ben: Page) -> None:
    await ben.get_by_role("button", name="Sign out", exact=True).click()
    await ben.get_by_role("link", name="Sign in", exact=True).click()
    await ben.get_by_role("button", name="Sign in with a passkey").click()
    await expect(ben.get_by_role("banner").get_by_text(NAME)).to_be_visible()


async def he_is_shown_as_a_verified_officer(page: Page) -> None:
    """In the log and in the head, outside of the name: a badge with rank and number, and the uniform."""
    said = page.locator("#log-list li", has_text="Good evening, this is Ben").locator(".bl-person")
    for person in (said, page.locator("[data-host] .bl-person")):
        await expect(_outside_the_name(person, ".bl-badge--officer")).to_have_text("Verified officer PC 7001")
        await expect(_outside_the_name(person, ".bl-avatar--uniform")).to_be_visible()
        await expect(person.locator(".bl-person__name")).to_have_text(NAME)


def _outside_the_name(person: Locator, mark: str) -> Locator:
    return person.locator(f"{mark}:not(.bl-person__name *):not(bdi *)")


async def three_words_in(page: Page) -> str:
    await expect(page.get_by_text("On duty. Words of this shift:")).to_be_visible()
    words = await page.locator("[data-host] .bl-words__word").all_inner_texts()
    assert len(words) == 3
    return " ".join(words)


async def beside_reads_yes(beside: Page, words: str) -> None:
    await beside.goto("/check")
    await beside.get_by_label("The three words").fill(words.upper().replace(" ", ", "))
    await beside.get_by_role("button", name="Check the words").click()
    await expect(beside.get_by_role("heading", name=f"Yes, this is PC {NAME}")).to_be_visible()
    await expect(beside.get_by_text("7001, South Wales Police")).to_be_visible()
    await expect(beside.get_by_role("link", name=f"{TITLE}, ")).to_be_visible()
    await expect(beside.get_by_text("The words hold until")).to_be_visible()
