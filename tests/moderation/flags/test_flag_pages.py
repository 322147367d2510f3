"""The forms of flags, and one's own flags, as people without scripts meet them."""

import pytest

from moderation.flags.models import FlaggerRecord
from moderation.models import Flag
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.house import House
from tests.moderation.flags.people import flags
from tests.rooms_from_outside import Room

WORDS = "Whoever parks there should be ashamed"
NOTE = "She has lived here for forty years"


@pytest.fixture
def limits() -> bool:
    return False


async def _said(room: Room, cast: Cast) -> str:
    return str((await (await room.enter(cast.amir)).say(WORDS))["id"])


async def _muted(house: House, cast: Cast, message: str) -> None:
    """Rosa has flagged a message, and is kept from flagging for a week."""
    await flags(house, cast.rosa, message)
    mo = Browser(house.url, cast.mo)
    page = f"/moderation/flaggers/{cast.rosa.id}"
    await mo.get(page)
    assert (await mo.post(f"{page}/mute", days="7", reason="It is about every line of his.")).status == 303
    assert (await FlaggerRecord.get(person_id=cast.rosa.id)).muted_until is not None
    await mo.close()


async def test_the_words_to_be_flagged_are_shown_as_the_room_shows_them(house: House, cast: Cast, room: Room) -> None:
    page = (await house.page(f"/flags/new?type=message&id={await _said(room, cast)}", cast.gwen)).text
    assert f"<p>{WORDS}</p>" in page
    assert "&lt;p&gt;" not in page


@pytest.mark.parametrize("door", ["of its own", "of the room"])
async def test_who_flagged_it_already_is_told_what_came_of_it(house: House, cast: Cast, room: Room, door: str) -> None:
    message = await _said(room, cast)
    path = f"/flags/new?type=message&id={message}"
    if door == "of the room":
        path = f"/surgeries/{room.id}/messages/{message}/flag"
    assert "You have flagged this already" not in (await house.page(path, cast.rosa)).text
    await flags(house, cast.rosa, message)
    page = (await house.page(path, cast.rosa)).text
    assert "You have flagged this already: It is abusive or hateful. Waiting for a moderator." in page
    assert "You have flagged this already" not in (await house.page(path, cast.gwen)).text


@pytest.mark.parametrize("door", ["of its own", "of the room"])
async def test_who_is_muted_keeps_what_they_typed_and_can_still_say_that_a_child_is_named(
    house: House, cast: Cast, room: Room, door: str
) -> None:
    message = await _said(room, cast)
    await _muted(house, cast, message)
    path, more = f"/surgeries/{room.id}/messages/{message}/flag", {}
    if door == "of its own":
        path, more = "/flags/new", {"type": "message", "id": message}
    rosa = Browser(house.url, cast.rosa)
    await rosa.get(path if not more else f"{path}?type=message&id={message}")
    answer = await rosa.post(path, reason="other", note=NOTE, **more)
    assert answer.status == 403
    for said in (
        "You can’t flag for now.",
        "It is about every line of his.",
        "This ends on",
        NOTE,
        "This names a child",
    ):
        assert said in answer.text, said
    assert 'value="other" checked' in answer.text
    assert (await rosa.post(path, reason="child", **more)).status == 200
    assert (await Flag.get(person_id=cast.rosa.id)).reason == "child"
    await rosa.close()


async def test_ones_own_flags_say_what_was_flagged_while_it_is_shown(house: House, cast: Cast, room: Room) -> None:
    message = await _said(room, cast)
    await flags(house, cast.rosa, message)
    page = (await house.page("/flags", cast.rosa)).text
    assert f"<bdi>{WORDS}</bdi>" in page
    assert "· <bdi>" in page, "and where"
    await (await room.enter(cast.ada)).ok("hide_message", id=message, reason="Abuse")
    assert WORDS not in (await house.page("/flags", cast.rosa)).text


async def test_ones_own_flags_say_nothing_of_a_place_that_one_was_removed_from(
    house: House, cast: Cast, room: Room
) -> None:
    await flags(house, cast.rosa, await _said(room, cast))
    await room.enter(cast.rosa)
    assert WORDS in (await house.page("/flags", cast.rosa)).text
    await (await room.enter(cast.ada)).ok("remove_person", person=cast.rosa.id, reason="Loud")
    assert WORDS not in (await house.page("/flags", cast.rosa)).text


@pytest.mark.parametrize("door", ["of its own", "of the room"])
async def test_a_flag_counts_though_the_version_that_it_names_is_no_number(
    house: House, cast: Cast, room: Room, door: str
) -> None:
    message = await _said(room, cast)
    path, more = f"/surgeries/{room.id}/messages/{message}/flag", {}
    if door == "of its own":
        path, more = "/flags/new", {"type": "message", "id": message}
    rosa = Browser(house.url, cast.rosa)
    await rosa.get(path if not more else f"{path}?type=message&id={message}")
    assert (await rosa.post(path, reason="abuse", revision="1" * 5000, **more)).status == 200
    assert (await Flag.get(person_id=cast.rosa.id)).reason == "abuse"
    await rosa.close()


async def test_nobody_is_muted_for_more_days_than_a_number_has_digits(house: House, cast: Cast, room: Room) -> None:
    await flags(house, cast.rosa, await _said(room, cast))
    page, mo = f"/moderation/flaggers/{cast.rosa.id}", Browser(house.url, cast.mo)
    await mo.get(page)
    assert (await mo.post(f"{page}/mute", days="1" * 5000, reason="It is about every line of his.")).status == 422
    await mo.close()
