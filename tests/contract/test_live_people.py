"""Silencing, removing and readmitting people."""

from datetime import timedelta

import pytest

from foundation import clock
from tests.cast import Cast
from tests.rooms_from_outside import Room

DRAFT = {"client_id": "0f0f0f0f-0000-4000-8000-00000000000f", "body": "Let me speak"}


async def test_a_silenced_person_reads_on_and_is_told_until_when(room: Room, cast: Cast):
    amir, rosa, mo = await room.enter(cast.amir), await room.enter(cast.rosa), await room.enter(cast.mo)
    await mo.ok("silence_person", person=cast.amir.id, seconds=600, reason="Shouting")
    refused = (await amir.send("send_message", **DRAFT))["error"]
    assert refused["code"] == "not_allowed"
    assert refused["until"].endswith("Z")
    assert "Shouting" in refused["message"]
    await rosa.say("Can Amir read this?")
    await amir.hear("message_posted", body="Can Amir read this?")


async def test_a_silence_ends_by_the_clock(room: Room, cast: Cast):
    amir, mo = await room.enter(cast.amir), await room.enter(cast.mo)
    await mo.ok("silence_person", person=cast.amir.id, seconds=60, reason="Shouting")
    assert await amir.refused("send_message", **DRAFT) == "not_allowed"
    clock.move(timedelta(seconds=61))
    assert (await amir.ok("send_message", **DRAFT))["status"] == "published"


async def test_a_removed_person_is_told_why_and_hears_no_more(room: Room, cast: Cast):
    amir, rosa, mo = await room.enter(cast.amir), await room.enter(cast.rosa), await room.enter(cast.mo)
    phone = await room.enter(cast.amir)
    await mo.ok("remove_person", person=cast.amir.id, seconds=600, reason="Threats")
    for seat in (amir, phone):
        told = await seat.live.wait("removed", room=room.id)
        assert told["reason"] == "Threats"
        assert told["until"].endswith("Z")
    await rosa.say("Is he gone?")
    await amir.live.quiet()
    assert amir.live.entries("message_posted") == []
    assert phone.live.entries("message_posted") == []
    assert rosa.live.of("removed") == []


async def test_a_removed_person_can_not_come_back_by_another_way(room: Room, cast: Cast):
    amir, mo = await room.enter(cast.amir), await room.enter(cast.mo)
    await mo.ok("remove_person", person=cast.amir.id, reason="Threats")
    assert await amir.refused("enter", after=0) == "not_allowed"
    assert await amir.refused("send_message", **DRAFT) == "not_allowed"
    again = await room.house.live(cast.amir)
    assert (await again.refused("enter", room=room.id, after=0))["code"] == "not_allowed"


async def test_a_readmitted_person_talks_again(room: Room, cast: Cast):
    amir, mo = await room.enter(cast.amir), await room.enter(cast.mo)
    for act in ("silence_person", "remove_person"):
        await mo.ok(act, person=cast.amir.id, reason="A mistake")
        assert await amir.refused("send_message", **DRAFT) == "not_allowed"
        await mo.ok("readmit_person", person=cast.amir.id)
    back = await room.enter(cast.amir)
    assert (await back.ok("send_message", **DRAFT))["status"] == "published"


async def test_the_host_may_silence_too(room: Room, cast: Cast):
    gwen, ada = await room.enter(cast.gwen), await room.enter(cast.ada)
    await ada.ok("silence_person", person=cast.gwen.id, seconds=60, reason="Shouting")
    assert await gwen.refused("send_message", **DRAFT) == "not_allowed"


@pytest.mark.parametrize("act", ["silence_person", "remove_person", "readmit_person"])
async def test_nobody_else_may(room: Room, cast: Cast, act: str):
    reason = {} if act == "readmit_person" else {"reason": "Because"}
    for member in (cast.rosa, cast.gwen, cast.olga, cast.nia, cast.huw, cast.max):
        seat = await room.enter(member)
        assert await seat.refused(act, person=cast.amir.id, **reason) == "not_allowed", member.name
    amir = await room.enter(cast.amir)
    assert (await amir.ok("send_message", **DRAFT))["status"] == "published"


async def test_a_person_who_does_not_exist_is_not_silenced(room: Room, cast: Cast):
    mo = await room.enter(cast.mo)
    assert await mo.refused("silence_person", person="0" * 16, reason="Who?") == "not_found"
    assert await mo.refused("silence_person", person=cast.amir.id, reason="") == "invalid"
    assert await mo.refused("silence_person", person=cast.amir.id, reason="x", seconds=-1) == "invalid"
    assert await mo.refused("readmit_person", person=cast.amir.id) == "not_found"


async def test_a_reason_is_kept_without_what_can_not_be_seen(room: Room, cast: Cast):
    amir, mo = await room.enter(cast.amir), await room.enter(cast.mo)
    assert await mo.refused("silence_person", person="\x00", reason="Loud") == "not_found"
    assert await mo.refused("readmit_person", person="\x00") == "not_found"
    assert await mo.refused("silence_person", person=cast.amir.id, reason="\u202e\x00 ") == "invalid"
    await mo.ok("silence_person", person=cast.amir.id, reason="Too\x00 loud\u202e")
    assert (await amir.live.wait("silenced"))["reason"] == "Too loud"
