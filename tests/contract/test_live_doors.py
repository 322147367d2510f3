"""Who may connect, and what ends a connection: Origin, tokens, cookies, sign-out."""

import asyncio

import pytest

from foundation.cookies import new_reader_token
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room, Seat

AT_ONCE = 0.5
"""Seconds: sooner than any job looks."""


async def test_a_foreign_page_is_refused_whatever_it_holds(house: House, cast: Cast):
    for origin in ("https://evil.example", "null", house.url.replace("127.0.0.1", "localhost"), house.url + ".evil"):
        assert await house.refuses_live({"token": cast.rosa.token}, Origin=origin), origin
        assert await house.refuses_live(None, Origin=origin, Cookie=f"bluelamp_session={cast.rosa.token}"), origin


async def test_our_own_page_connects_with_its_cookie(room: Room, cast: Cast):
    live = await room.house.live(None, Origin=room.house.url, Cookie=f"bluelamp_session={cast.rosa.token}")
    entered = await live.ok("enter", room=room.id, after=0)
    assert entered["me"]["id"] == cast.rosa.id


async def test_a_missing_origin_needs_a_token(house: House, cast: Cast):
    assert await house.refuses_live(None, Cookie=f"bluelamp_session={cast.rosa.token}")
    await house.live(cast.rosa)


@pytest.mark.parametrize(
    "auth",
    [None, {}, {"token": None}, {"token": ""}, {"token": "dead"}, {"token": 5}, {"token": ["x"]}, "token", [1], 7,
     {"token": "\x00"}, {"token": "é" * 5000}, {"token": "reader.forged.0000"}],
)  # fmt: skip
async def test_a_token_that_is_none_is_refused(house: House, cast: Cast, auth: object):
    assert await house.refuses_live(auth)


async def test_a_signed_out_reader_follows_the_room_and_can_not_talk(room: Room, cast: Cast):
    token = new_reader_token(room.house.settings)
    reader = Seat(room, live := await room.house.live(None, Origin=room.house.url, Cookie=f"bluelamp_session={token}"),
                  await live.ok("enter", room=room.id, after=0))  # fmt: skip
    rosa = await room.enter(cast.rosa)
    said = await rosa.say("Who reads this?")
    await reader.hear("message_posted", id=said["id"])
    draft = {"client_id": "0f0f0f0f-0000-4000-8000-00000000000f", "body": "I do"}
    assert await reader.refused("send_message", **draft) == "not_allowed"
    assert await reader.refused("flag_message", id=said["id"], reason="abuse") == "not_allowed"
    assert await room.last_seq() == said["seq"]


async def test_signing_out_ends_open_connections_at_once(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    assert (await room.house.caller(cast.rosa).delete("/session")).status == 204
    await asyncio.wait_for(rosa.live.ended.wait(), AT_ONCE)
    assert await room.house.refuses_live({"token": cast.rosa.token})
    assert (await room.house.caller(cast.rosa).get("/me")).status == 401
    assert (await amir.say("Still here"))["status"] == "published"


async def test_events_before_entering_are_refused_or_do_no_harm(room: Room, cast: Cast):
    live = await room.house.live(cast.rosa)
    caught_up = await live.emit("catch_up", {"room": room.id, "after": 0})
    assert caught_up["ok"] is False or caught_up["last_seq"] == 1
    left = await live.emit("leave", {"room": room.id})
    assert isinstance(left["ok"], bool)
    said = await live.emit("send_message", {"room": room.id, "client_id": "0f0f0f0f-0000-4000-8000-00000000000f",
                                            "body": "Hello"})  # fmt: skip
    assert said["ok"] is False or said["status"] == "published"
    assert live.entries() == [], "who has not entered hears nothing"
    assert (await live.ok("enter", room=room.id, after=0))["room"]["id"] == room.id
