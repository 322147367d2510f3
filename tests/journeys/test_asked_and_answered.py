"""A resident asks, an officer answers officially, a neighbour gets the digest and jumps to the first unread."""

import re
from dataclasses import replace

import pytest
from playwright.async_api import Page, expect

from foundation.settings import Settings
from tests.cast import Cast
from tests.forums.following.acts import evening, mails_to, text_of
from tests.house import House
from tests.journeys.conftest import Browse
from tests.running.smtp import Postbox

pytestmark = pytest.mark.browser
FORUM = "/neighbourhoods/cathays/forum"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def dialect(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
def settings(settings: Settings, postbox: Postbox) -> Settings:
    return replace(settings, smtp_url=f"smtp://127.0.0.1:{postbox.port}")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no_scripts"])
async def test_a_neighbour_is_told_by_digest_and_jumps_to_what_is_new(
    house: House, cast: Cast, browse: Browse, postbox: Postbox, scripts: bool
):
    rosa, ada = await browse(cast.rosa, scripts=scripts), await browse(cast.ada, scripts=scripts)
    amir = await browse(cast.amir, scripts=scripts, width=360)
    await _ask(rosa)
    topic = rosa.url.partition("?")[0].partition("#")[0]
    await _follow(amir, topic)
    await _answer(ada, topic)
    await evening(house)
    [mail] = mails_to(postbox, cast.amir)
    text = text_of(mail)
    assert "“The lamp by the school is dark” (Cathays, General)" in text
    assert "PC Ada Okafor answered for the police: “The council mends it on Friday.”" in text
    link = re.search(r"^/topics/\S+$", text, re.MULTILINE)
    assert link, text
    await _jump(amir, link[0])
    [mail] = mails_to(postbox, cast.rosa)
    assert "PC Ada Okafor" in text_of(mail)
    assert mails_to(postbox, cast.ada) == []


async def _ask(rosa: Page) -> None:
    await rosa.goto(FORUM)
    await rosa.get_by_role("button", name="Start a topic").click()
    await rosa.get_by_label("Title").fill("The lamp by the school is dark")
    await rosa.get_by_label("Section").select_option("general")
    await rosa.get_by_label("Your words").fill("It has been dark for a week. Who mends it?")
    await rosa.get_by_role("button", name=re.compile("^Post")).click()
    await expect(rosa.get_by_role("heading", level=1, name="The lamp by the school is dark")).to_be_visible()


async def _follow(amir: Page, topic: str) -> None:
    """He reads it without being in it."""
    await amir.goto(topic)
    await expect(amir.get_by_text("It has been dark for a week.").first).to_be_visible()
    await amir.get_by_role("button", name="Follow this topic").click()
    await expect(amir.get_by_text("You follow this topic.")).to_be_visible()


async def _answer(ada: Page, topic: str) -> None:
    await ada.goto(topic)
    await ada.get_by_label("Your words").fill("The council mends it on Friday.")
    await ada.get_by_label("This is the official answer of the police").check()
    await ada.get_by_role("button", name="Post the reply").click()
    await expect(ada.locator("#topic-official")).to_contain_text("The council mends it on Friday.")


async def _jump(amir: Page, link: str) -> None:
    await amir.goto(link)
    reply = amir.locator("#replies article, #replies [id^=r-]").filter(has_text="The council mends it on Friday.").first
    await expect(reply).to_be_in_viewport()
    assert "#r-" in amir.url
    await expect(amir.locator("#new")).to_have_text("New since you last read")
    await amir.goto("/unread")
    await expect(amir.get_by_text("You have read everything.")).to_be_visible()


async def test_rosas_own_page_says_at_once_that_somebody_replied(house: House, cast: Cast, browse: Browse):
    rosa, amir = await browse(cast.rosa), await browse(cast.amir, width=360)
    await _ask(rosa)
    topic = rosa.url.partition("?")[0].partition("#")[0]
    await rosa.goto("/notices")
    await expect(rosa.get_by_text("Nothing yet.")).to_be_visible()
    await amir.goto(topic)
    await amir.get_by_label("Your words").fill("I saw it too.")
    await amir.get_by_role("button", name="Post the reply").click()
    await expect(amir.get_by_text("I saw it too.").first).to_be_visible()
    await expect(rosa.get_by_role("link", name="Notices, not read: 1")).to_be_visible()
    await expect(rosa.get_by_text("The lamp by the school is dark", exact=True)).to_be_visible()
    await rosa.get_by_role("button", name=re.compile("Go there")).click()
    await expect(rosa.get_by_text("I saw it too.").first).to_be_in_viewport()
    await rosa.goto("/forums")
    await expect(rosa.get_by_role("link", name="Notices", exact=True)).to_be_visible()
