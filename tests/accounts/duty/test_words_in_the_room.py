"""The words in a room's header follow who is on duty, in every open browser."""

import asyncio
from typing import Any

from accounts.duty import service
from tests.accounts.browsing import NewBrowser
from tests.accounts.duty.conftest import check, words_of
from tests.accounts.staffing.acts import act
from tests.cast import Cast
from tests.rooms_from_outside import Room, Seat


def _words(seat: Seat) -> list[str]:
    return [each["code"] for each in seat.entered["on_duty"]]


async def _told(seat: Seat, wanted: list[Any]) -> None:
    """Wait until the last telling is of these words."""

    async def look() -> None:
        while True:
            told = seat.live.of("duty_changed")
            if told and [each["code"] for each in told[-1]["officers"]] == wanted:
                return
            await asyncio.sleep(0.01)

    await asyncio.wait_for(look(), 1)


async def test_rosa_sees_who_is_on_duty_when_she_comes_in(room: Room, words: str, cast: Cast) -> None:
    for member in (cast.rosa, cast.gwen):
        seat = await room.enter(member)
        assert _words(seat) == [words]
        [duty] = seat.entered["on_duty"]
        assert (duty["person"]["id"], duty["person"]["officer"]["number"]) == (cast.ada.id, "4127")
        assert duty["until"].endswith("Z")


async def test_rosa_sees_the_words_come_and_go(scheduled: Room, cast: Cast) -> None:
    rosa = await scheduled.enter(cast.rosa)
    assert _words(rosa) == []
    await scheduled.act("open")
    words = await words_of(scheduled.house, cast.ada.id)
    await _told(rosa, [words])
    await service.end_shift(scheduled.house.app, cast.ada.id)
    await _told(rosa, [])
    await service.begin_shift(scheduled.house.app, cast.ada.id)
    await _told(rosa, [await words_of(scheduled.house, cast.ada.id)])
    await scheduled.act("close")
    await _told(rosa, [])
    assert _words(await scheduled.enter(cast.amir)) == []


async def test_a_suspended_hosts_words_are_gone_within_a_second_and_old(
    room: Room, words: str, cast: Cast, browser: NewBrowser
) -> None:
    rosa = await room.enter(cast.rosa)
    assert (await act(browser(cast.dee), cast.ada, "suspend")).status == 303
    await _told(rosa, [])
    assert (await check(room.house, words)).status == 410
    await act(browser(cast.dee), cast.ada, "readmit")
    assert (await check(room.house, words)).status == 410, "the shift is over for good"


async def test_a_moved_hosts_words_leave_the_room_that_is_not_theirs_any_more(
    room: Room, words: str, cast: Cast, browser: NewBrowser
) -> None:
    rosa = await room.enter(cast.rosa)
    assert _words(rosa) == [words]
    moved = await act(browser(cast.dee), cast.ada, "move", scope="neighbourhoods", neighbourhoods="penarth")
    assert moved.status == 303
    await _told(rosa, [])
    assert _words(await room.enter(cast.amir)) == []
    await act(browser(cast.dee), cast.ada, "move", scope="force", neighbourhoods="")
    assert _words(await room.enter(cast.gwen)) == [words]


async def test_another_officers_duty_is_none_of_this_rooms(room: Room, words: str, cast: Cast) -> None:
    rosa, huw = await room.enter(cast.rosa), await room.enter(cast.huw)
    assert _words(huw) == [words]
    await service.begin_shift(room.house.app, cast.huw.id)
    await rosa.live.quiet()
    assert rosa.live.of("duty_changed") == []


async def test_nobody_sends_the_rooms_words_themselves(room: Room, words: str, cast: Cast) -> None:
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    forged = {"room": room.id, "officers": [{"person": rosa.entered["me"], "code": "amber kettle river"}]}
    assert (await rosa.live.emit("duty_changed", forged))["ok"] is False
    await rosa.ok(
        "send_message", client_id="6f1c3c55-14f1-4c9a-9a1e-0a8d5c3f7b11", body="Hello", on_duty=True, code=words
    )
    await amir.hear("message_posted")
    assert amir.live.of("duty_changed") == []
    assert "code" not in amir.live.entries("message_posted")[0]["data"]
