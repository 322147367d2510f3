"""axe finds nothing to complain of in what the police promise, in what waits, in what was changed, and in searching."""

import re
from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from forums.models import Reply
from foundation import clock
from tests.cast import Cast, Member
from tests.forums.conftest import limits as limits
from tests.forums.talk import Talk
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations

pytestmark = pytest.mark.browser
Doors = list[tuple[str, Member | None]]
HURTS = "You are a spastic"


async def clean(page: Page, axe: str, name: str) -> None:
    assert await violations(page, axe) == [], name
    await fits(page, name)


@pytest.mark.parametrize("device", DEVICES)
async def test_what_the_police_promise(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    doors: Doors = []
    for words, days in {"To be kept": 3, "Late": -3, "Kept": 2}.items():
        topic = (await talk.topic(cast.rosa, words)).topic_id
        answer = (await talk.reply(cast.ada, topic, words, official=True)).id
        await Reply.filter(id=answer).update(promised_for=clock.now().date() + timedelta(days=days))
        if words == "Kept":
            assert (await talk.house.caller(cast.ada).put(f"/replies/{answer}/kept")).status == 204
        assert ("forum-promise--late" in await talk.shown(topic)) is (words == "Late")
        doors += [(f"/topics/{topic}", reader) for reader in (None, cast.rosa, cast.ada)]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_where_an_officer_answers(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    page = await browse(cast.ada, **DEVICES[device])
    await page.goto(f"/topics/{(await talk.topic(cast.rosa)).topic_id}")
    await page.get_by_label("Your words").fill("The council mends it")
    await page.get_by_label("This is the official answer of the police").check()
    await clean(page, axe, "ticked")
    await page.get_by_role("button", name="Look at it first").click()
    await expect(page.get_by_role("region", name="How it will look")).to_contain_text("PC 4127")
    await clean(page, axe, "looked at")
    await page.get_by_label("If you promise something in it").fill("2001-01-01")
    await page.get_by_role("button", name="Post the reply").click()
    await expect(page.get_by_text("There is a problem")).to_be_visible()
    await clean(page, axe, "a day that is over")


@pytest.mark.parametrize("device", DEVICES)
async def test_what_waits_and_what_was_changed(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic, HURTS)
    reply = (await talk.reply(cast.amir, topic, "At fuor each day, by the gate")).id
    words = {"body": "At four each day, and on Sundays by the school", "version": 1}
    assert (await talk.house.caller(cast.amir).patch(f"/replies/{reply}", words)).status == 200
    doors: Doors = [(f"/topics/{topic}", reader) for reader in (cast.amir, cast.mo)]
    assert await look(browse, axe, [*doors, (f"/replies/{reply}/revisions", cast.mo)], device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_new_replies_that_were_asked_for(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    page = await browse(cast.amir, **DEVICES[device])
    await page.goto(f"/topics/{topic}")
    await page.wait_for_timeout(1_000)
    for number in range(3):
        await talk.reply(cast.rosa, topic, f"New, number {number}")
    await page.get_by_role("button", name="3 new replies").click()
    await expect(page.get_by_role("heading", name="Reply 2, by")).to_be_visible()
    await clean(page, axe, "the new ones")


@pytest.mark.parametrize("device", DEVICES)
async def test_searching_for_nothing_and_narrowed(
    browse: Browse, talk: Talk, cast: Cast, axe: str, device: str
) -> None:
    await talk.topic(cast.rosa)
    asked = ("", "?q=-lamp", "?q=%22%22+-", "?q=zeppelin", "?q=zeppelin&kind=reply&answered=yes", "?q=lamp&since=never")
    assert await look(browse, axe, [(f"/search{query}", cast.rosa) for query in asked], device) == {}
    page = await browse(cast.rosa, **DEVICES[device])
    await page.goto("/search?q=lamp")
    await page.get_by_text("Narrow it down").click()
    await clean(page, axe, "narrowed")
    await page.get_by_label("Kind").select_option("reply")
    await page.get_by_role("search").get_by_role("button", name="Search").last.click()
    await expect(page.get_by_role("heading", name="Nothing found")).to_be_visible()


@pytest.mark.parametrize("device", DEVICES)
async def test_when_somebody_is_told(browse: Browse, cast: Cast, axe: str, device: str) -> None:
    page = await browse(cast.rosa, **DEVICES[device])
    await page.goto("/notices/pace")
    await page.get_by_label("From").select_option("22:00")
    for until, said in (("No quiet hours", "There is a problem"), ("07:00", "We have saved your choice.")):
        await page.get_by_label("Until").select_option(until)
        await page.get_by_role("button", name="Save").click()
        await expect(page.get_by_text(said)).to_be_visible()
        await clean(page, axe, said)


async def test_signs_that_are_drawn_are_not_read_aloud(browse: Browse, talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    first = (await talk.reply(cast.amir, topic)).id
    await talk.reply(cast.rosa, topic, reply_to=first)
    page = await browse()
    await page.goto(f"/topics/{topic}")
    read = await page.locator("#replies").aria_snapshot()
    assert "address of number 3" in read
    assert "Reply to Amir Khan 2" in read
    assert not {"#", "↳"} & set(re.sub(r"/url: .*", "", read)), read
