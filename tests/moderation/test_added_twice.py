"""Two moderators add the same at the same moment: it stands once on the list."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from moderation.decisions.models import Preset
from moderation.decisions.shipped_presets import SHIPPED
from moderation.lists.models import AllowedSite, ListedWord
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room

PRESET = {"action": "hide", "clause": "private", "reason": "It says who people are."}


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
async def moderators(house: House, cast: Cast) -> AsyncIterator[list[Browser]]:
    pages = [Browser(house.url, each) for each in (cast.mo, cast.dee, cast.dai) for _ in range(2)]
    yield pages
    for page in pages:
        await page.close()


async def _all_post(moderators: list[Browser], path: str, **fields: str) -> list[int]:
    """What each of them gets who posts the form at the same moment."""
    for page in moderators:
        assert (await page.get(path)).status == 200
    answers = await asyncio.gather(*(page.post(path, **fields) for page in moderators))
    return sorted(answer.status for answer in answers)


async def test_a_site_that_six_allow_at_once_stands_once(moderators: list[Browser]) -> None:
    assert await _all_post(moderators, "/moderation/sites", domain="example.org") == [303] + [409] * 5
    assert await AllowedSite.filter(domain="example.org", removed_at=None).count() == 1


async def test_a_site_of_a_room_stands_on_another_list(room: Room, moderators: list[Browser]) -> None:
    await _all_post(moderators, "/moderation/sites", domain="example.org")
    assert await _all_post(moderators, f"/surgeries/{room.id}/sites", domain="example.org") == [303] + [409] * 5
    assert await AllowedSite.filter(domain="example.org", removed_at=None).count() == 2


async def test_a_word_that_six_list_at_once_stands_once(moderators: list[Browser]) -> None:
    word = {"list": "abuse", "entry": "zonkwit", "why": "Heard at the game", "save": "1"}
    assert await _all_post(moderators, "/moderation/words", **word) == [303] + [409] * 5
    assert await ListedWord.filter(entry="zonkwit", removed_at=None).count() == 1


async def test_what_was_shipped_becomes_the_forces_own_once(moderators: list[Browser]) -> None:
    assert await _all_post(moderators, "/moderation/presets", name="Lamps", **PRESET) == [303] * 6
    assert await Preset.filter(made_by_id=None).count() == len(SHIPPED)
    assert await Preset.filter(name="Lamps").count() == 6, "two moderators may call theirs the same"
