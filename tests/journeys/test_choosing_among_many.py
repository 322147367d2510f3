"""Staff choose replies and topics from lists: each line says enough to choose by."""

import pytest
from playwright.async_api import expect

from tests.cast import Cast
from tests.forums.conftest import limits as limits
from tests.forums.talk import TITLE, Talk
from tests.journeys.conftest import Browse

pytestmark = pytest.mark.browser


async def test_who_said_it_and_how_a_topic_stands(browse: Browse, talk: Talk, cast: Cast) -> None:
    topic = (await talk.topic(cast.rosa)).topic_id
    await talk.reply(cast.amir, topic, "Two bikes, sometimes three")
    mo = talk.house.caller(cast.mo)
    for asked in ({"action": "pin"}, {"action": "lock", "reason": "The case is in court."}):
        assert (await mo.post(f"/topics/{topic}/arrangement", asked)).status == 200, asked
    page = await browse(cast.mo)
    await page.goto(f"/topics/{topic}/split")
    await expect(page.get_by_label("Two bikes, sometimes three")).to_have_accessible_name(
        f"2. {cast.amir.name}: Two bikes, sometimes three"
    )
    await page.goto(f"/forums/{(await talk.forum())['id']}/tidy")
    line = page.locator("label", has_text=TITLE)
    await expect(line).to_contain_text("Pinned")
    await expect(line).to_contain_text("Locked")
    await expect(page.get_by_label("What is to be done?")).to_have_value("")
