"""A moderator locks, splits, merges and moves topics by keys alone, and readers see what came of it."""

import pytest
from playwright.async_api import Page, expect

from tests.cast import HOME, Cast
from tests.forums.conftest import limits as limits
from tests.forums.talk import TITLE, Talk
from tests.journeys.conftest import Browse
from tests.journeys.keys import press, tab_to, write

pytestmark = pytest.mark.browser
COURT = "The case is in court."
LOCAL = f"/neighbourhoods/{HOME}/forum"


async def submit(page: Page, leads_to: str) -> None:
    """Press Enter where the focus is; the page that follows is the one of this path."""
    async with page.expect_navigation():
        await press(page, "Enter")
    assert page.url.endswith(leads_to), page.url


async def test_mo_locks_a_topic_with_a_reason_and_who_reads_it_sees_so_at_once(
    talk: Talk, cast: Cast, browse: Browse
) -> None:
    topic = f"/topics/{(await talk.topic(cast.rosa)).topic_id}"
    mo, amir = await browse(cast.mo), await browse(cast.amir, width=360)
    await amir.goto(topic)
    await amir.get_by_label("Your words").fill("I was about to say")
    await mo.goto(topic)
    await mo.get_by_role("heading", name="For staff").scroll_into_view_if_needed()
    await mo.get_by_role("link", name="Pin, move, merge, split, lock or archive").focus()
    await submit(mo, f"{topic}/arrange")
    await tab_to(mo, "Lock it: why? Everybody reads this", within=30)
    await press(mo, "Enter")
    await expect(mo.get_by_text("There is a problem")).to_be_visible()
    await tab_to(mo, "Lock it: why? Everybody reads this", within=30)
    await write(mo, COURT)
    await submit(mo, f"{topic}?done=lock")
    await expect(mo.get_by_role("alert", name="Done")).to_contain_text("This topic is locked.")
    await expect(amir.locator("#topic-standing")).to_contain_text(COURT)
    olga = await browse(scripts=False)
    await olga.goto(topic)
    await expect(olga.get_by_text(COURT).first).to_be_visible()


async def test_mo_makes_a_topic_of_a_reply_and_puts_it_back(talk: Talk, cast: Cast, browse: Browse) -> None:
    topic = f"/topics/{(await talk.topic(cast.rosa)).topic_id}"
    reply = await talk.reply(cast.amir, topic.rpartition("/")[2], "And who empties the bins?")
    await talk.reply(cast.olga, topic.rpartition("/")[2], "Not for weeks", reply_to=reply.id)
    mo, olga = await browse(cast.mo), await browse(width=360)
    await mo.goto(f"{topic}/split")
    await tab_to(mo, "Title of the new topic", within=40)
    await write(mo, "Bins")
    await tab_to(mo, "2. Amir Khan: And who empties the bins?", within=4)
    await press(mo, "Space")
    await tab_to(mo, "Make a topic of them")
    async with mo.expect_navigation():
        await press(mo, "Enter")
    bins = mo.url.partition("?")[0]
    await expect(mo.get_by_role("heading", name="Bins", level=1)).to_be_visible()
    await expect(mo.get_by_text("Not for weeks")).to_be_visible()
    await olga.goto(f"{topic}/replies/{reply.id}")
    assert olga.url.startswith(bins)
    await mo.goto(f"{bins}/arrange")
    await tab_to(mo, "Merge it into another topic", within=40)
    await write(mo, f"{talk.house.url}{topic}")
    await submit(mo, f"{topic}?done=merge")
    for link in (bins, f"{bins}/replies/{reply.id}", f"{topic}/replies/{reply.id}"):
        await olga.goto(link)
        assert olga.url.partition("#")[0].endswith(topic), link
        await expect(olga.get_by_text("And who empties the bins?")).to_be_visible()


async def test_mo_moves_many_topics_at_once(talk: Talk, cast: Cast, browse: Browse) -> None:
    for title in (TITLE, "Lamps of our street", "A fair on Sunday"):
        await talk.topic(cast.rosa, title)
    mo = await browse(cast.mo)
    await mo.goto(f"/forums/{(await talk.forum())['id']}/tidy")
    for title in ("Lamps of our street", TITLE):
        await mo.get_by_role("checkbox", name=title).focus()
        await press(mo, "Space")
    await mo.get_by_label("What is to be done?").focus()
    await mo.keyboard.type("Move")
    await mo.get_by_label("Section").focus()
    await mo.keyboard.type("Events")
    await tab_to(mo, "Do it")
    async with mo.expect_navigation():
        await press(mo, "Enter")
    await expect(mo.get_by_text("Done with 2 topics.")).to_be_visible()
    await mo.goto(f"{LOCAL}/events")
    for title, there in ((TITLE, 1), ("Lamps of our street", 1), ("A fair on Sunday", 0)):
        await expect(mo.get_by_role("link", name=title)).to_have_count(there)
