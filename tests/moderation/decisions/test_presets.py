"""Ready-made decisions: shipped ones to begin with, then a force's own."""

from collections.abc import AsyncIterator

import pytest

from foundation.models import AuditEntry
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.house import House

MINE = {"name": "Parking again", "action": "hide", "clause": "useful", "reason": "It is about parking.", "seconds": ""}


@pytest.fixture
async def mo(house: House, cast: Cast) -> AsyncIterator[Browser]:
    browser = Browser(house.url, cast.mo)
    await browser.get("/moderation/presets")
    yield browser
    await browser.close()


async def test_a_force_begins_with_what_is_shipped(mo: Browser) -> None:
    assert "Private details" in mo.page.text
    assert "It gives away private details." in mo.page.text


async def test_mo_adds_one_and_the_shipped_ones_stay(mo: Browser) -> None:
    assert (await mo.post("/moderation/presets", **MINE)).status == 303
    page = await mo.get("/moderation/presets?added")
    assert "Parking again" in page.text
    assert page.text.count("Private details") == mo.page.text.count("Private details") >= 1
    assert await AuditEntry.filter(act="preset.add").count() == 1


async def test_mo_removes_a_shipped_one_and_it_is_gone_for_this_force_alone(
    mo: Browser, house: House, cast: Cast
) -> None:
    assert (await mo.post("/moderation/presets/shipped-0/remove")).status == 303
    assert "Private details" not in (await mo.get("/moderation/presets")).text
    assert "Names a child" in mo.page.text
    assert "Private details" in (await house.page("/moderation/presets", cast.max)).text


@pytest.mark.parametrize(
    ("field", "wrong"), [("name", ""), ("name", "a" * 61), ("clause", "because"), ("reason", ""), ("action", "lock")]
)
async def test_one_that_lacks_something_is_refused_by_its_field(mo: Browser, field: str, wrong: str) -> None:
    answer = await mo.post("/moderation/presets", **(MINE | {field: wrong}))
    assert answer.status == 422
    assert f'href="#{field}"' in answer.text


async def test_somebody_else_s_is_not_there_to_be_removed(mo: Browser, house: House, cast: Cast) -> None:
    await mo.post("/moderation/presets", **MINE)
    max_ = Browser(house.url, cast.max)
    await max_.get("/moderation/presets")
    own = (await mo.get("/moderation/presets")).text.rpartition("/moderation/presets/")[2].partition("/remove")[0]
    assert (await max_.post(f"/moderation/presets/{own}/remove")).status == 404
    assert "Parking again" in (await mo.get("/moderation/presets")).text
    await max_.close()
