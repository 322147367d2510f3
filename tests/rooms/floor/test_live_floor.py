"""The floor as its people meet it, over live connections."""

from datetime import timedelta

import pytest

from accounts.staffing.service import suspend
from foundation import clock
from foundation.cookies import new_reader_token
from rooms.floor.crowds import CROWDS
from rooms.floor.plans import PLANS
from tests.cast import Cast
from tests.clients import JSON
from tests.rooms_from_outside import Room, Seat, plan


async def on_floor(room: Room, member: object) -> tuple[Seat, JSON]:
    seat = await room.enter(member)  # type: ignore[arg-type]
    return seat, await seat.ok("step_in")


def names(snapshot: JSON) -> list[str]:
    return sorted(one["person"]["name"] for one in snapshot["people"])


async def test_rosa_steps_in_and_amir_sees_her_walk(room: Room, cast: Cast):
    amir, _ = await on_floor(room, cast.amir)
    rosa, shown = await on_floor(room, cast.rosa)
    assert names(shown) == ["Amir Khan", "Rosa Jones"]
    assert [came["person"]["name"] for came in amir.live.of("stepped_in")] == ["Amir Khan", "Rosa Jones"]
    walk = await rosa.ok("walk", to=[6, 3])
    heard = await amir.live.wait("walked", room=room.id, person=cast.rosa.id)
    assert {name: heard[name] for name in ("floor", "path", "at", "speed")} == {
        name: walk[name] for name in ("floor", "path", "at", "speed")
    }
    assert heard["path"][-1] == [6, 3]
    assert [entry["kind"] for entry in await room.log()] == ["surgery_opened"], "walks are not in the log"


async def test_the_officer_stands_behind_the_desk_of_every_floor_and_does_not_walk(room: Room, cast: Cast):
    ada, shown = await on_floor(room, cast.ada)
    assert shown["behind_desk"] is True
    assert [person["name"] for person in shown["officers"]] == ["Ada Okafor"]
    assert shown["officers"][0]["avatar"]["uniform"] is True
    assert await ada.refused("walk", to=[6, 3]) == "not_allowed"
    _rosa, seen = await on_floor(room, cast.rosa)
    assert [person["id"] for person in seen["officers"]] == [cast.ada.id]
    assert names(seen) == ["Rosa Jones"]


FORGED = [
    {"to": [4, 1]},
    {"to": [5, 0]},
    {"to": [99, 2]},
    {"to": [-1, 2]},
    {"to": [2**70, 2]},
    {"to": [1.5, 2]},
    {"to": ["1", 2]},
    {"to": [1]},
    {"to": [1, 2, 3]},
    {"to": None},
    {},
    {"to": [3, 3], "path": [[1, 2], [1, 3]]},
    {"path": []},
    {"path": [[1, 2]] * 5000},
    {"path": [[1, 2], [12, 8]]},
    {"path": [[1, 2], [2, 2], [3, 2], [4, 2], [5, 2], [5, 1]]},
    {"path": [[1, 2], [1.0001, 3]]},
    {"path": "up"},
    {"to": [True, False]},
]


@pytest.mark.parametrize("forged", FORGED, ids=str)
async def test_a_forged_walk_is_refused_and_told_to_nobody(room: Room, cast: Cast, forged: JSON):
    amir, _ = await on_floor(room, cast.amir)
    rosa, _ = await on_floor(room, cast.rosa)
    assert await rosa.refused("walk", **forged) == "invalid"
    await amir.live.quiet()
    assert amir.live.of("walked") == []


async def test_who_is_not_on_the_floor_or_in_another_room_does_not_walk(room: Room, cast: Cast):
    rosa, _ = await on_floor(room, cast.rosa)
    other = await room.beside()
    assert (await rosa.live.refused("walk", room=other.id, to=[3, 3]))["code"] == "not_allowed"
    assert (await rosa.live.refused("walk", room="nowhere", to=[3, 3]))["code"] == "not_found"
    await rosa.ok("step_out")
    assert await rosa.refused("walk", to=[3, 3]) == "not_allowed"
    reader = await room.enter(token=new_reader_token(room.house.settings))
    assert await reader.refused("step_in") == "not_allowed"
    assert await reader.refused("walk", to=[3, 3]) == "not_allowed"


async def test_a_reader_looks_at_a_floor_without_standing_on_it(room: Room, cast: Cast):
    reader = await room.enter(token=new_reader_token(room.house.settings))
    assert (await reader.ok("look_at_floor"))["people"] == []
    await on_floor(room, cast.rosa)
    assert (await reader.live.wait("stepped_in"))["person"]["id"] == cast.rosa.id


async def test_who_comes_in_unseen_never_stands_on_the_floor(room: Room, cast: Cast):
    live = await room.house.live(cast.rosa)
    await live.ok("enter", room=room.id, after=0, unseen=True)
    assert (await live.refused("step_in", room=room.id))["code"] == "not_allowed"


async def test_gone_with_the_connection_and_with_the_last_tab_only(room: Room, cast: Cast):
    amir, _ = await on_floor(room, cast.amir)
    first, _ = await on_floor(room, cast.rosa)
    second, _ = await on_floor(room, cast.rosa)
    await first.live.close()
    await amir.live.quiet()
    assert amir.live.of("stepped_out") == []
    await second.live.close()
    assert (await amir.live.wait("stepped_out"))["person"] == cast.rosa.id


@pytest.mark.parametrize("act", ["silence_person", "remove_person"])
async def test_who_is_silenced_or_removed_is_off_the_floor_at_once(room: Room, cast: Cast, act: str):
    amir, _ = await on_floor(room, cast.amir)
    rosa, _ = await on_floor(room, cast.rosa)
    ada = await room.enter(cast.ada)
    await ada.ok(act, person=cast.rosa.id, reason="Shouting", seconds=60)
    await amir.live.wait("stepped_out", person=cast.rosa.id)
    assert await rosa.refused("step_in") == "not_allowed"
    assert names(await amir.ok("look_at_floor")) == ["Amir Khan"]
    if act == "remove_person":
        await amir.ok("walk", to=[6, 4])
        await rosa.live.quiet()
        assert rosa.live.of("walked") == []


async def test_an_officer_who_is_suspended_leaves_the_floor(room: Room, cast: Cast):
    amir, _ = await on_floor(room, cast.amir)
    _huw, shown = await on_floor(room, cast.huw)
    assert cast.huw.id in [one["person"]["id"] for one in shown["people"]], "no host here: a visitor in uniform"
    await suspend(room.house.app, cast.dee.viewer, cast.huw.id, "An inquiry")
    await amir.live.wait("stepped_out", person=cast.huw.id)


async def test_a_closed_surgery_has_an_empty_floor(room: Room, cast: Cast):
    rosa, _ = await on_floor(room, cast.rosa)
    await room.act("close")
    assert await rosa.refused("walk", to=[3, 3]) == "closed"
    assert await rosa.refused("step_in") == "closed"
    assert (await rosa.ok("look_at_floor"))["people"] == []


async def test_nobody_steps_in_before_it_opens(scheduled: Room, cast: Cast):
    rosa = await scheduled.enter(cast.rosa)
    assert await rosa.refused("step_in") == "closed"


async def test_who_walks_without_pause_is_told_to_wait(room: Room, cast: Cast):
    rosa, _ = await on_floor(room, cast.rosa)
    answers = [await rosa.send("walk", to=[2 + number % 3, 3]) for number in range(30)]
    refused = [answer["error"]["code"] for answer in answers if not answer["ok"]]
    assert set(refused) == {"too_fast"}
    assert len(answers) - len(refused) == 20


async def test_the_close_takes_everybody_off_and_the_sign_says_when_it_opens_next(room: Room, cast: Cast):
    coming = plan(title="Another evening")
    assert (await room.house.caller(cast.ada).post("/surgeries", coming)).status == 201
    rosa, shown = await on_floor(room, cast.rosa)
    assert shown["door"] == {"state": "open", "at": None}
    await room.act("close")
    await rosa.live.wait("stepped_out", room=room.id, person=cast.rosa.id)
    assert await room.house.app[CROWDS].change(room.id, dict) == {}
    assert (await rosa.ok("look_at_floor"))["door"] == {"state": "closed", "at": coming["starts_at"]}


async def test_the_clock_that_ends_a_surgery_clears_its_floor(room: Room, cast: Cast):
    rosa, _ = await on_floor(room, cast.rosa)
    clock.move(timedelta(hours=3))
    await room.house.run_jobs()
    await rosa.live.wait("stepped_out", room=room.id, person=cast.rosa.id)
    assert await room.house.app[CROWDS].change(room.id, dict) == {}


async def test_nothing_of_it_is_left_in_memory(room: Room, cast: Cast):
    rosa, _ = await on_floor(room, cast.rosa)
    await rosa.live.close()
    await rosa.live.quiet()
    assert await room.house.app[CROWDS].change(room.id, dict) == {}
    assert room.house.app[PLANS].usual.id == "front-office"
