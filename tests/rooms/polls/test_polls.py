"""Polls of the moment: a show of hands that everybody in the room sees, and its result in the log."""

import asyncio

import pytest

from foundation import clock
from foundation.ids import new_id
from foundation.models import AuditEntry
from rooms.paper.models import PaperCount
from tests.cast import Cast
from tests.clients import JSON
from tests.rooms_from_outside import Room, Seat

ASKED: JSON = {"question": "Where should we walk?", "options": ["The park", "The station", "The shops"]}


async def _open(seat: Seat) -> str:
    return str((await seat.ok("open_poll", **ASKED))["id"])


async def _polls(room: Room, cast: Cast) -> JSON:
    return dict((await room.enter(cast.rosa)).entered["polls"][0])


async def test_rosa_hears_of_a_poll_votes_and_changes_her_mind_until_the_close(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    poll = await _open(ada)
    opened = (await rosa.hear("poll_opened", id=poll))["data"]
    assert (opened["question"], opened["options"]) == (ASKED["question"], ASKED["options"])
    await rosa.ok("vote_poll", id=poll, option=0)
    await rosa.live.wait("poll_votes", poll=poll, counts=[1, 0, 0], people=1)
    await rosa.ok("vote_poll", id=poll, option=2)
    await ada.live.wait("poll_votes", poll=poll, counts=[0, 0, 1], people=1)
    assert (await _polls(room, cast))["mine"] == 2
    await ada.ok("close_poll", id=poll)
    assert (await rosa.hear("poll_closed", id=poll))["data"]["counts"] == [0, 0, 1]
    assert await rosa.refused("vote_poll", id=poll, option=0) == "closed"


async def test_guests_vote_and_who_is_signed_out_or_silenced_does_not(room: Room, cast: Cast):
    gwen, ada, amir = await room.enter(cast.gwen), await room.enter(cast.ada), await room.enter(cast.amir)
    poll = await _open(ada)
    await ada.ok("set_mode", mode="locked")
    await gwen.ok("vote_poll", id=poll, option=1)
    await ada.ok("silence_person", person=cast.amir.id, reason="Shouting", seconds=60)
    assert await amir.refused("vote_poll", id=poll, option=1) == "not_allowed"
    posted = await room.house.caller().send("POST", f"/surgeries/{room.id}/polls/{poll}/vote", data={"option": "0"})
    assert posted.status in {401, 403}
    assert (await _polls(room, cast))["counts"] == [0, 1, 0]


@pytest.mark.parametrize("name", ["rosa", "gwen", "huw", "nia", "max"])
async def test_only_the_rooms_staff_hold_a_poll(room: Room, cast: Cast, name: str):
    ada, outsider = await room.enter(cast.ada), await room.enter(getattr(cast, name))
    assert await outsider.refused("open_poll", **ASKED) == "not_allowed"
    poll = await _open(ada)
    for act in ("close_poll", "withdraw_poll"):
        assert await outsider.refused(act, id=poll) == "not_allowed"
    assert (await _polls(room, cast))["state"] == "open"


async def test_one_poll_is_open_at_a_time_also_when_two_of_the_staff_ask_at_once(room: Room, cast: Cast):
    ada, mo = await room.enter(cast.ada), await room.enter(cast.mo)
    answers = await asyncio.gather(*(seat.send("open_poll", **ASKED) for seat in (ada, mo)))
    assert sorted(answer["ok"] for answer in answers) == [False, True]
    assert await ada.refused("open_poll", **ASKED) == "conflict"
    assert len([entry for entry in await room.log() if entry["kind"] == "poll_opened"]) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"options": ["Only one"]},
        {"options": [f"Option {n}" for n in range(7)]},
        {"options": ["The park", " the  PARK "]},
        {"options": ["The park", "x" * 101]},
        {"options": ["The park", "!?"]},
        {"question": "   "},
        {"question": "x" * 301},
    ],
)
async def test_a_poll_that_makes_no_sense_is_refused(room: Room, cast: Cast, wrong: JSON):
    ada = await room.enter(cast.ada)
    assert await ada.refused("open_poll", **{**ASKED, **wrong}) == "invalid"
    assert await room.last_seq() == 1


async def test_nobody_votes_for_what_is_not_there(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    poll = await _open(ada)
    assert await rosa.refused("vote_poll", id=poll, option=3) == "invalid"
    assert await rosa.refused("vote_poll", id=new_id(), option=0) == "not_found"
    beside = await room.beside()
    other = await beside.enter(cast.rosa)
    assert await other.refused("vote_poll", id=poll, option=0) == "not_found"


async def test_a_poll_that_is_taken_back_loses_its_words_everywhere(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    poll = await _open(ada)
    await rosa.ok("vote_poll", id=poll, option=0)
    await ada.ok("close_poll", id=poll)
    assert ASKED["question"] in str(await room.log())
    await ada.ok("withdraw_poll", id=poll)
    gone = (await rosa.hear("poll_withdrawn", id=poll))["data"]
    assert gone["question"] is gone["options"] is gone["counts"] is None
    page = await room.house.page(f"/surgeries/{room.id}", cast.rosa)
    for seen in (await room.log(), (await room.enter(cast.amir)).entered, page.text):
        assert "station" not in str(seen)
        assert ASKED["question"] not in str(seen)
    assert await ada.refused("withdraw_poll", id=poll) == "not_found"


async def test_ticks_on_paper_count_alike_and_are_said_apart(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    poll = await _open(ada)
    await rosa.ok("vote_poll", id=poll, option=0)
    await PaperCount.create(
        id=new_id(), room_id=room.id, subject_type="poll", subject_id=poll, option=0, count=4,
        entered_by=cast.ada.id, entered_at=clock.now(),
    )  # fmt: skip
    await ada.ok("close_poll", id=poll)
    closed = (await rosa.hear("poll_closed", id=poll))["data"]
    assert (closed["counts"], closed["paper"], closed["people"]) == ([5, 0, 0], [4, 0, 0], 5)
    page = await room.house.page(f"/surgeries/{room.id}", cast.rosa)
    assert "The park: 5, 4 of them on paper; The station: 0" in page.text


async def test_a_poll_that_is_open_at_the_close_ends_with_its_result_in_the_log(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    poll = await _open(ada)
    await rosa.ok("vote_poll", id=poll, option=1)
    await room.act("close")
    log = await room.log()
    assert [entry["kind"] for entry in log][-2:] == ["poll_closed", "surgery_closed"]
    assert log[-2]["data"]["counts"] == [0, 1, 0]
    for form in ("", ".txt"):
        transcript = await room.house.page(f"/surgeries/{room.id}/transcript{form}")
        assert "Where should we walk? The park: 0; The station: 1; The shops: 0." in transcript.text
    assert await ada.refused("open_poll", **ASKED) == "closed"


async def test_forty_votes_at_once_are_told_at_most_twice_a_second(room: Room, cast: Cast):
    ada, *voters = [await room.enter(who) for who in (cast.ada, cast.rosa, cast.amir, cast.gwen, cast.olga)]
    poll = await _open(ada)
    began = asyncio.get_running_loop().time()
    for turn in range(10):
        await asyncio.gather(*(voter.ok("vote_poll", id=poll, option=turn % 3) for voter in voters))
    await ada.live.wait("poll_votes", counts=[4, 0, 0])
    took = asyncio.get_running_loop().time() - began
    assert len(ada.live.of("poll_votes")) <= 2 + took / 0.5


async def test_holding_a_poll_is_in_the_audit(room: Room, cast: Cast):
    ada = await room.enter(cast.ada)
    poll = await _open(ada)
    await ada.ok("close_poll", id=poll)
    await ada.ok("withdraw_poll", id=poll)
    entries = AuditEntry.filter(subject_id=poll, actor_id=cast.ada.id).order_by("at")
    assert [entry.act for entry in await entries] == ["poll.open", "poll.close", "poll.withdraw"]
