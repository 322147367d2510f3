"""axe finds nothing to complain of where topics are arranged, decided about, followed and taken out, and in between."""

import pytest
from playwright.async_api import Page, expect

from foundation.mail.unsubscribing import signed
from notices.kinds import NoticeKind
from notices.preferences.links import path_of
from tests.cast import Cast, Member
from tests.forums.conftest import limits as limits
from tests.forums.following.acts import follow, told
from tests.forums.talk import TITLE, Talk
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations

pytestmark = pytest.mark.browser
Doors = list[tuple[str, Member | None]]
_NOWHERE = """[...document.querySelectorAll('.govuk-error-summary a')].map(({hash}) => hash)
    .filter((hash) => !document.getElementById(hash.slice(1)))"""
"""What the summary of a problem leads to, and is not there."""
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2


async def clean(page: Page, axe: str, name: str) -> None:
    assert await violations(page, axe) == [], name
    await fits(page, name)


@pytest.mark.parametrize("device", DEVICES)
async def test_where_staff_arrange_and_decide(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    forum, ada = (await talk.forum())["id"], talk.house.caller(cast.ada)
    old, topic = [str((await talk.topic(cast.rosa, title)).topic_id) for title in (TITLE, LONG)]
    assert (await ada.post(f"/topics/{old}/arrangement", {"action": "merge", "into": topic})).status == 200
    reply = (await talk.reply(cast.amir, topic, LONG)).id
    held = (await talk.reply(cast.amir, topic, "You are a spastic")).id
    doors: Doors = [(f"/topics/{topic}/{page}", cast.mo) for page in ("arrange", "split")]
    doors += [(f"/forums/{forum}/{page}", cast.mo) for page in ("tidy", "exchange", "mode")]
    doors += [(f"/replies/{each}/decide", cast.mo) for each in (reply, held)]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_what_they_did_wrong_is_said(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    topic, forum = (await talk.topic(cast.rosa)).topic_id, (await talk.forum())["id"]
    await talk.reply(cast.amir, topic)
    page = await browse(cast.mo, **DEVICES[device])
    doors = {
        f"/topics/{topic}/arrange": ("Lock", "Merge"),
        f"/topics/{topic}/split": ("Make a topic of them",),
        f"/forums/{forum}/tidy": ("Do it",),
        f"/forums/{forum}/exchange": ("Bring in",),
    }
    for path, buttons in doors.items():
        for button in buttons:
            await page.goto(path)
            await page.get_by_role("button", name=button, exact=True).click()
            await expect(page.get_by_text("There is a problem")).to_be_visible()
            assert await page.evaluate(_NOWHERE) == [], f"{path}, {button}"
            await clean(page, axe, f"{path}, {button}")
    await page.goto(f"/forums/{forum}/tidy")
    await page.get_by_label("What is to be done?").select_option("archive")
    await page.get_by_role("button", name="Do it").click()
    await expect(page.get_by_role("link", name="Choose the topics first.")).to_be_visible()
    assert await page.evaluate(_NOWHERE) == [], "no topics"
    await page.goto(f"/forums/{forum}/tidy")
    await page.get_by_label(TITLE).check()
    await page.get_by_role("button", name="Do it").click()
    await expect(page.get_by_text("Choose what is to be done.").last).to_be_visible()
    await expect(page.get_by_label(TITLE)).to_be_checked()
    await page.get_by_label("What is to be done?").select_option("archive")
    await page.get_by_role("button", name="Do it").click()
    await expect(page.get_by_text("Done with 1 topic.")).to_be_visible()
    await clean(page, axe, "done")


@pytest.mark.parametrize("device", DEVICES)
async def test_where_one_follows(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    topic = await talk.topic(cast.amir, LONG)
    forum = (await talk.forum())["id"]
    for path in (f"/topics/{topic.topic_id}", f"/forums/{forum}", f"/forums/{forum}/sections/traffic"):
        await follow(talk.house, cast.rosa, path)
    await talk.reply(cast.amir, topic.topic_id)
    await told(talk.house, cast.rosa)
    draft = await talk.house.caller(cast.rosa).post("/drafts", {"place": f"reply:{topic.topic_id}", "body": LONG})
    assert draft.status in (200, 201), draft.text
    doors: Doors = [(path, cast.rosa) for path in ("/following", "/unread", "/drafts", "/notices", "/notices/pace")]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_two_devices_that_changed_the_same(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    reply = (await talk.reply(cast.amir, (await talk.topic(cast.rosa)).topic_id)).id
    page = await browse(cast.amir, **DEVICES[device])
    await page.goto(f"/replies/{reply}/edit")
    meanwhile = await talk.house.caller(cast.amir).patch(f"/replies/{reply}", {"body": LONG, "version": 1})
    assert meanwhile.status == 200, meanwhile.text
    await page.get_by_label("Your words").fill("I saw them both")
    await page.get_by_role("button", name="Save the change").click()
    await expect(page.get_by_role("region", name="What stands there now")).to_contain_text(LONG)
    await expect(page.get_by_label("Your words")).to_have_value("I saw them both")
    await clean(page, axe, "the conflict")


@pytest.mark.parametrize("device", DEVICES)
async def test_topics_that_are_like_ones_own_without_scripts(
    browse: Browse, talk: Talk, cast: Cast, axe: str, device: str
) -> None:
    await talk.topic(cast.amir, f"The lamp by the school {LONG[:58]}")
    page = await browse(cast.rosa, **DEVICES[device])
    await page.goto(f"/topics/new?forum={(await talk.forum())['id']}")
    await page.get_by_label("Title").fill("The lamp by the school")
    await page.get_by_label("Your words").fill("Dark again")
    await page.get_by_role("button", name="Post the topic").click()
    await expect(page.get_by_role("region", name="Others may be talking")).to_be_visible()
    await clean(page, axe, "topics that are like it")
    await page.get_by_role("button", name="Look at it first").click()
    await expect(page.get_by_role("region", name="How it will look")).to_be_visible()
    await clean(page, axe, "a look at it")


@pytest.mark.parametrize("device", DEVICES)
async def test_the_link_that_ends_the_mails(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    link = signed(talk.house.settings, path_of(cast.rosa.id, NoticeKind.DIGEST))
    page = await browse(**DEVICES[device])
    await page.goto(link)
    for button in ("Stop these emails", "I did not mean to stop them: send them again"):
        await clean(page, axe, button)
        await page.get_by_role("button", name=button).click()
        await expect(page.get_by_role("button", name=button)).to_have_count(0)
    await clean(page, axe, "again")
