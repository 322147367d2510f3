"""Wanting somebody else's question answered too: once each, counted live, and never for what is taken down."""

import asyncio
from typing import Any

import pytest

from foundation.database import atomic
from foundation.ids import new_id
from rooms.paper.models import PaperCount
from rooms.questions import store
from rooms.questions.models import QuestionVote
from tests.cast import Cast
from tests.clients import JSON
from tests.rooms_from_outside import Room, Seat


@pytest.fixture
async def rosa(room: Room, cast: Cast) -> Seat:
    return await room.enter(cast.rosa)


@pytest.fixture
async def lights(rosa: Seat) -> str:
    """The question that Rosa asked."""
    return await rosa.ask("When will the lights on Salisbury Road be mended?")


async def _votes(room: Room, cast: Cast) -> JSON:
    return dict((await room.enter(cast.olga)).entered["votes"])


async def test_amir_votes_once_however_often_he_asks_and_takes_it_back(room: Room, cast: Cast, rosa: Seat, lights: str):
    amir = await room.enter(cast.amir)
    for _turn in range(3):
        assert (await amir.ok("vote_question", id=lights))["id"] == lights
    await rosa.live.wait("question_votes", votes={lights: 1})
    assert (await room.enter(cast.amir)).entered["my_votes"] == [lights]
    await amir.ok("unvote_question", id=lights)
    await rosa.live.wait("question_votes", votes={lights: 0})
    again = (await room.enter(cast.amir)).entered
    assert (again["votes"], again["my_votes"]) == ({}, [])


async def test_rosa_does_not_vote_for_her_own(room: Room, cast: Cast, rosa: Seat, lights: str):
    assert await rosa.refused("vote_question", id=lights) == "not_allowed"
    assert await _votes(room, cast) == {}


async def test_two_tabs_and_two_processes_make_one_vote(room: Room, cast: Cast, lights: str):
    tabs = [await room.enter(cast.amir) for _tab in range(2)]
    await asyncio.gather(*(tab.ok("vote_question", id=lights) for tab in tabs))
    # Another process knows nothing of these: the unique row decides.
    await asyncio.gather(
        *(atomic(lambda: store.add_vote(room.id, lights, cast.amir.id)) for _process in range(4))
    )  # fmt: skip
    assert await QuestionVote.filter(question_id=lights).count() == 1
    assert await _votes(room, cast) == {lights: 1}


async def test_votes_by_the_hundred_are_stopped(room: Room, cast: Cast, lights: str):
    caller = room.house.caller(cast.amir)
    path = f"/api/v1/surgeries/{room.id}/questions/{lights}/vote"
    statuses = [(await caller.send(verb, path)).status for _turn in range(50) for verb in ("PUT", "DELETE")]
    assert statuses[0] == 204
    assert statuses[-1] == 429


async def test_who_is_signed_out_reads_the_counts_and_does_not_vote(room: Room, cast: Cast, lights: str):
    await (await room.enter(cast.amir)).ok("vote_question", id=lights)
    anybody = room.house.caller()
    assert (await anybody.send("PUT", f"/api/v1/surgeries/{room.id}/questions/{lights}/vote")).status == 401
    listed = (await anybody.get(f"/surgeries/{room.id}/questions")).json["items"]
    assert [(one["id"], one["votes"], one["wanted"]) for one in listed] == [(lights, 1, False)]


async def test_another_rooms_question_and_a_message_take_no_votes(room: Room, cast: Cast, rosa: Seat, lights: str):
    other = await room.beside()
    amir = await other.enter(cast.amir)
    assert await amir.refused("vote_question", id=lights) == "not_found"
    said = (await rosa.say("It is dark"))["id"]
    assert await (await room.enter(cast.amir)).refused("vote_question", id=said) == "not_found"


async def test_a_question_that_is_taken_down_is_not_voted_nor_counted_until_it_is_back(
    room: Room, cast: Cast, lights: str
):
    amir, mo = await room.enter(cast.amir), await room.enter(cast.mo)
    await amir.ok("vote_question", id=lights)
    await mo.ok("hide_message", id=lights, reason="Somebody is named")
    assert await amir.refused("vote_question", id=lights) == "not_found"
    assert await _votes(room, cast) == {}
    assert (await room.house.caller().get(f"/surgeries/{room.id}/questions")).json["items"] == []
    await mo.ok("restore_message", id=lights, reason="Nobody is")
    assert await _votes(room, cast) == {lights: 1}


async def test_votes_end_with_the_surgery_and_with_being_removed(room: Room, cast: Cast, lights: str):
    amir, gwen, ada = await room.enter(cast.amir), await room.enter(cast.gwen), await room.enter(cast.ada)
    await ada.ok("remove_person", person=cast.gwen.id, reason="Shouting")
    assert await gwen.refused("vote_question", id=lights) == "not_allowed"
    await room.act("close")
    assert await amir.refused("vote_question", id=lights) == "closed"


async def test_an_answered_question_takes_no_more_votes_but_gives_them_back(room: Room, cast: Cast, lights: str):
    amir, gwen, ada = await room.enter(cast.amir), await room.enter(cast.gwen), await room.enter(cast.ada)
    await amir.ok("vote_question", id=lights)
    await ada.ok("mark_question", id=lights)
    assert await gwen.refused("vote_question", id=lights) == "conflict"
    await amir.ok("unvote_question", id=lights)
    assert await _votes(room, cast) == {}


async def test_what_was_ticked_on_paper_counts_alike(room: Room, cast: Cast, lights: str):
    await (await room.enter(cast.amir)).ok("vote_question", id=lights)
    entered: dict[str, Any] = {"entered_by": cast.ada.id, "entered_at": cast.ada.began}
    await PaperCount.create(
        id=new_id(), room_id=room.id, subject_type="question", subject_id=lights, count=4, **entered
    )  # fmt: skip
    assert await _votes(room, cast) == {lights: 5}


async def test_the_room_hears_of_votes_at_most_twice_a_second(room: Room, cast: Cast, rosa: Seat, lights: str):
    people = [await room.enter(member) for member in (cast.amir, cast.gwen, cast.olga, cast.huw)]
    for _turn in range(5):
        await asyncio.gather(*(one.ok("vote_question", id=lights) for one in people))
        await asyncio.gather(*(one.ok("unvote_question", id=lights) for one in people))
    await asyncio.gather(*(one.ok("vote_question", id=lights) for one in people))
    await rosa.live.wait("question_votes", votes={lights: 4})
    assert len(rosa.live.of("question_votes")) <= 4
