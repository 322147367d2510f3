"""Two devices that write at the same moment: each is handed what it took the place of, and nothing is lost."""

import asyncio

import pytest

from forums.drafts import store
from forums.drafts.models import Draft
from forums.drafts.service import keep
from forums.drafts.words import Words
from foundation.ids import new_id
from tests.cast import Cast
from tests.house import House


def words(body: str) -> Words:
    return Words(title="", body=body, section="", reply_to="")


async def test_every_word_of_two_devices_is_in_the_draft_or_was_handed_back(house: House, cast: Cast) -> None:
    place, handed = f"reply:{new_id()}", set()
    for turn in range(6):
        known = (await Draft.filter(place=place).first().values("version") or {"version": 0})["version"]
        devices = [keep(house.app, cast.rosa.viewer, place, words(f"{device} {turn}"), known) for device in range(4)]
        kept = await asyncio.gather(*devices)
        handed |= {other["body"] for _draft, other in kept if other}
        last = (await Draft.get(place=place)).body
        assert {f"{device} {turn}" for device in range(4)} <= handed | {last}
    assert (await Draft.get(place=place)).version == 24


async def test_devices_that_begin_a_draft_at_the_same_moment_are_handed_what_they_take_the_place_of(
    house: House, cast: Cast
) -> None:
    for turn in range(40):
        place = f"reply:{new_id()}"
        kept = await asyncio.gather(
            *(keep(house.app, cast.rosa.viewer, place, words(f"{device} {turn}"), 0) for device in range(6))
        )
        handed = {other["body"] for _draft, other in kept if other}
        assert handed | {(await Draft.get(place=place)).body} == {f"{device} {turn}" for device in range(6)}


async def test_a_device_that_has_nothing_throws_nothing_away_of_another(
    house: House, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = f"reply:{new_id()}"
    await keep(house.app, cast.rosa.viewer, place, words("By the telephone"), 0)
    real = store.draft_in

    async def draft_in(person: str, where: str) -> dict[str, object] | None:
        monkeypatch.setattr(store, "draft_in", real)
        found = await real(person, where)
        await keep(house.app, cast.rosa.viewer, place, words("By the computer"), 1)
        return found

    monkeypatch.setattr(store, "draft_in", draft_in)
    draft, other = await keep(house.app, cast.rosa.viewer, place, words(" "), 1)
    assert draft is None
    assert other is not None
    assert other["body"] == (await Draft.get(place=place)).body == "By the computer"
