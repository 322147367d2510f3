"""A topic on paper has the whole width of it, and a list of keys leaves a small screen an edge."""

import pytest

from tests.cast import Cast
from tests.forums.conftest import limits as limits
from tests.forums.talk import Talk
from tests.journeys.conftest import Browse

pytestmark = pytest.mark.browser
PHONE = 360


async def test_words_go_from_edge_to_edge(browse: Browse, talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.amir)).topic_id
    await talk.reply(cast.ada, topic, "A new one comes on Monday.", official=True)
    page = await browse()
    await page.emulate_media(media="print")
    await page.goto(f"/topics/{topic}")
    main, replies = [await page.locator(part).bounding_box() for part in (".forum-topic", "#replies")]
    assert main
    assert replies
    assert replies["width"] == pytest.approx(main["width"], abs=2)
    assert await page.get_by_text("Go to the answer of the police").is_hidden()


async def test_the_list_of_keys_is_no_wider_than_a_phone(browse: Browse, talk: Talk, cast: Cast) -> None:
    page = await browse(cast.rosa, width=PHONE)
    await page.goto(f"/topics/{(await talk.topic(cast.amir)).topic_id}")
    await page.keyboard.press("?")
    box = await page.get_by_role("dialog").bounding_box()
    assert box
    assert box["x"] >= 10
    assert box["x"] + box["width"] <= PHONE - 10
