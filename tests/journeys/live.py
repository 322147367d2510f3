"""A topic's open page, as others write in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Page, expect

from forums.posting.outcomes import Outcome
from tests.cast import Cast
from tests.forums.talk import Talk

WITHIN = 1_000
"""Milliseconds: the promise."""


async def long_topic(talk: Talk, cast: Cast) -> Outcome:
    """Long enough to be scrolled."""
    topic = await talk.topic(cast.rosa)
    for number in range(12):
        await talk.reply(cast.amir if number % 2 else cast.huw, topic.topic_id, f"Sentence {number}. " * 12)
    return topic


async def opened(page: Page, topic: Outcome, path: str = "") -> Page:
    """The topic's page, connected."""
    followed = page.wait_for_event("websocket")
    await page.goto(f"/topics/{topic.topic_id}{path}")
    socket = await followed
    await socket.wait_for_event("framereceived", lambda frame: '"ok":true' in str(frame))
    return page


async def places(page: Page) -> object:
    """Where everything stands that has words."""
    each = "node => [node.textContent, node.getBoundingClientRect().top]"
    return await page.locator("#topic h1, #topic h2:visible, #topic article").evaluate_all(f"all => all.map({each})")


@asynccontextmanager
async def drawn_anew(page: Page) -> AsyncIterator[None]:
    """What happens within makes the page draw anew what stands around its replies, which is awaited."""
    await page.locator("#topic-side > :first-child").evaluate("node => node.dataset.old = 'yes'")
    yield
    await expect(page.locator("#topic-side [data-old]")).to_have_count(0)


async def top_of(page: Page, words: str) -> float:
    box = await page.get_by_text(words).first.bounding_box()
    assert box is not None
    return box["y"]
