"""A guest who was put out returns in another browser: what new guests from the same network write waits for a day."""

import ipaddress
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from foundation import clock
from foundation.settings import Settings
from tests.cast import Cast
from tests.clients import JSON, Caller
from tests.house import House
from tests.moderation.decisions.deciding import Desk
from tests.rooms_from_outside import Room, Seat

TOWER, COFFEE_SHOP = "198.51.100.77", "203.0.113.5"


@pytest.fixture
async def house(settings: Settings) -> AsyncIterator[House]:
    """The application behind a proxy of this machine, which says for whom it asks."""
    served = House(replace(settings, trusted_proxies=(ipaddress.ip_network("127.0.0.1"),)))
    await served.open()
    yield served
    await served.close()


async def _guest(room: Room, name: str, address: str) -> Seat:
    """Somebody joins from there, in a browser of their own, and comes in."""
    there = {"X-Forwarded-For": address}
    caller = Caller(room.house.url, None, None, **there)
    try:
        token = (await caller.post("/guest", {"name": name})).json["token"]
    finally:
        await caller.close()
    live = await room.house.live(None, token=token, **there)
    return Seat(room, live, await live.ok("enter", room=room.id, after=0))


async def _put_out(room: Room, **more: Any) -> Seat:
    """Wyn joins, and is put out of the room by its host; gives the host."""
    wyn, ada = await _guest(room, "Wyn", TOWER), await room.enter(room.host)
    await ada.ok("remove_person", person=wyn.entered["me"]["id"], reason="Shouting at people", **more)
    return ada


async def test_who_joins_from_there_afterwards_is_read_first_and_nobody_is_refused(room: Room, cast: Cast) -> None:
    before = await _guest(room, "Ifan", TOWER)
    ada = await _put_out(room)
    again, other = await _guest(room, "Nobody Special", TOWER), await _guest(room, "Lowri", COFFEE_SHOP)
    held = await again.say("Good evening again")
    assert held["status"] == "held"
    assert "new here" in held["reason"], "and is told no more than that"
    assert (await other.say("Good evening from the shop"))["status"] == "published"
    assert (await before.say("I was here all along"))["status"] == "published"
    assert (await (await room.enter(cast.rosa)).say("Good evening, I have an account"))["status"] == "published"
    await ada.ok("approve_message", id=held["id"])
    assert (await again.say("I only came to ask about the bins"))["status"] == "published", "a person has read them"


async def test_it_is_over_after_a_day_and_holds_in_that_room_alone(room: Room, cast: Cast) -> None:
    await _put_out(room)
    elsewhere = await _guest(await room.beside(), "Mali", TOWER)
    assert (await elsewhere.say("Good evening in the other room"))["status"] == "published"
    clock.move(timedelta(hours=24, minutes=1))
    later = await _guest(room, "Tegan", TOWER)
    assert (await later.say("Good evening a day later"))["status"] == "published"


async def test_it_ends_when_they_are_let_back(room: Room, cast: Cast) -> None:
    wyn, ada = await _guest(room, "Wyn", TOWER), await room.enter(room.host)
    person = wyn.entered["me"]["id"]
    await ada.ok("remove_person", person=person, reason="Shouting at people")
    await ada.ok("readmit_person", person=person)
    assert (await (await _guest(room, "Non", TOWER)).say("Good evening"))["status"] == "published"


async def test_who_was_removed_for_good_is_looked_for_in_every_room_of_the_force(room: Room, cast: Cast) -> None:
    wyn = await _guest(room, "Wyn", TOWER)
    said: JSON = await wyn.say("The bins were late again")
    await (await room.enter(cast.rosa)).ok("flag_message", id=said["id"], reason="abuse")
    await Desk(room).decided(cast.mo, said["id"], "remove")
    again = await _guest(await room.beside(), "Somebody", TOWER)
    assert (await again.say("Good evening in the other room"))["status"] == "held"
