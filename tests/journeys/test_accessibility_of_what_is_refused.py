"""axe finds nothing to complain of where a forum refuses or warns, and in topics that take nothing more."""

import pytest
from playwright.async_api import Page, expect

from tests.cast import Cast, Member
from tests.forums.conftest import limits as limits
from tests.forums.talk import Talk
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations

pytestmark = pytest.mark.browser
SAID = {
    "nothing": ("", "There is nothing to send yet."),
    "too much": ("x" * 20_001, "This is too long."),
    "a name": ("It was John Smith who did it, everybody knows", "This seems to name a person."),
    "danger": ("Help, somebody is breaking into my house right now", "Is it happening now? Call 999"),
    "to be read first": ("You are a spastic", "Waiting for a moderator"),
}


async def clean(page: Page, axe: str, name: str) -> None:
    assert await violations(page, axe) == [], name
    await fits(page, name)


@pytest.mark.parametrize("device", DEVICES)
async def test_what_is_said_to_who_replies(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    topic = (await talk.topic(cast.amir)).topic_id
    page = await browse(cast.rosa, **DEVICES[device])
    for name, (words, answer) in SAID.items():
        await page.goto(f"/topics/{topic}")
        await page.get_by_label("Your words").fill(words)
        async with page.expect_navigation():
            await page.get_by_role("button", name="Post the reply").click()
        await expect(page.get_by_text(answer).first).to_be_visible()
        await clean(page, axe, name)


@pytest.mark.parametrize("device", DEVICES)
async def test_topics_that_take_nothing_more(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    mo, paths = talk.house.caller(cast.mo), []
    for act in (
        {"action": "lock", "reason": "The case is in court."},
        {"action": "archive"},
        {"action": "mode", "mode": "slow", "seconds": 90},
    ):
        topic = (await talk.topic(cast.rosa, f"About {act['action']}")).topic_id
        await talk.reply(cast.amir, topic)
        answer = await mo.post(f"/topics/{topic}/arrangement", act)
        assert answer.status == 200, answer.text
        paths.append(f"/topics/{topic}")
    doors: list[tuple[str, Member | None]] = [(path, who) for path in paths for who in (None, cast.amir, cast.mo)]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_words_that_came_too_late(browse: Browse, talk: Talk, cast: Cast, axe: str, device: str) -> None:
    old, new = [str((await talk.topic(cast.amir, title)).topic_id) for title in ("A lamp", "All lamps")]
    mo, page = talk.house.caller(cast.mo), await browse(cast.rosa, **DEVICES[device])
    for act in ({"action": "merge", "into": new}, {"action": "lock", "reason": "The case is in court."}):
        topic = old if "into" in act else new
        await page.goto(f"/topics/{topic}")
        await page.get_by_label("Your words").fill("I saw it, too")
        assert (await mo.post(f"/topics/{topic}/arrangement", act)).status == 200
        await page.get_by_role("button", name="Post the reply").click()
        await expect(page.get_by_text("There is a problem")).to_be_visible()
        await expect(page.get_by_label("Your words")).to_have_value("I saw it, too")
        await clean(page, axe, act["action"])
