"""Two questions that are alike become one: askers are told, votes counted once, and it can be undone."""

import asyncio

import pytest

from foundation.models import AuditEntry
from notices.models import Notice
from tests.cast import Cast
from tests.clients import JSON
from tests.rooms_from_outside import Room, Seat


class Pair:
    """Rosa's and Amir's questions about the same lights, and who holds the room."""

    def __init__(self, room: Room, ada: Seat, rosas: str, amirs: str) -> None:
        self.room, self.ada, self.rosas, self.amirs = room, ada, rosas, amirs

    async def counts(self, cast: Cast) -> JSON:
        return dict((await self.room.enter(cast.mo)).entered["votes"])


@pytest.fixture
async def pair(room: Room, cast: Cast) -> Pair:
    rosa, amir, ada = await room.enter(cast.rosa), await room.enter(cast.amir), await room.enter(cast.ada)
    rosas = await rosa.ask("Why is Salisbury Road dark?")
    amirs = await amir.ask("When will the lights on Salisbury Road be mended?")
    return Pair(room, ada, rosas, amirs)


async def test_votes_for_both_count_once_and_come_back_when_they_are_taken_apart(pair: Pair, cast: Cast):
    gwen, olga, huw = [await pair.room.enter(one) for one in (cast.gwen, cast.olga, cast.huw)]
    for seat, questions in ((gwen, (pair.rosas, pair.amirs)), (olga, (pair.amirs,)), (huw, (pair.rosas,))):
        for question in questions:
            await seat.ok("vote_question", id=question)
    await pair.ada.ok("merge_question", id=pair.amirs, into=pair.rosas)
    assert (await gwen.hear("question_merged", id=pair.amirs))["data"]["into"] == pair.rosas
    assert await pair.counts(cast) == {pair.rosas: 3}
    await pair.ada.ok("unmerge_question", id=pair.amirs)
    await gwen.hear("question_unmerged", id=pair.amirs)
    assert await pair.counts(cast) == {pair.rosas: 2, pair.amirs: 2}


async def test_a_vote_for_the_merged_one_is_for_its_target_and_taken_back_from_both(pair: Pair, cast: Cast):
    gwen, amir = await pair.room.enter(cast.gwen), await pair.room.enter(cast.amir)
    await gwen.ok("vote_question", id=pair.amirs)
    await pair.ada.ok("merge_question", id=pair.amirs, into=pair.rosas)
    assert (await amir.ok("vote_question", id=pair.amirs))["id"] == pair.rosas
    assert await pair.counts(cast) == {pair.rosas: 2}
    await gwen.ok("unvote_question", id=pair.rosas)
    assert await pair.counts(cast) == {pair.rosas: 1}


async def test_rosas_vote_for_the_other_is_her_own_once_they_are_one(pair: Pair, cast: Cast):
    await (await pair.room.enter(cast.rosa)).ok("vote_question", id=pair.amirs)
    await pair.ada.ok("merge_question", id=pair.amirs, into=pair.rosas)
    assert await pair.counts(cast) == {}


async def test_both_askers_are_told_once_and_it_is_in_the_audit(pair: Pair, cast: Cast):
    await pair.ada.ok("merge_question", id=pair.amirs, into=pair.rosas)
    told = await Notice.filter(kind="question_merged").values("person_id", "path", "sentence")
    assert {one["person_id"] for one in told} == {cast.rosa.id, cast.amir.id}
    assert {one["path"] for one in told} == {f"/surgeries/{pair.room.id}#q-{pair.rosas}"}
    assert all("Salisbury" not in one["sentence"] for one in told), "nobody’s words"
    entry = await AuditEntry.get(act="question.merge")
    assert (entry.subject_id, entry.actor_id, entry.details["into"]) == (pair.amirs, cast.ada.id, pair.rosas)


async def test_two_hosts_who_merge_each_into_the_other_leave_one_standing(pair: Pair, cast: Cast):
    answers = await asyncio.gather(
        pair.ada.send("merge_question", id=pair.amirs, into=pair.rosas),
        (await pair.room.enter(cast.ada)).send("merge_question", id=pair.rosas, into=pair.amirs),
    )
    assert [answer["ok"] for answer in answers].count(True) == 1
    listed = (await pair.room.house.caller().get(f"/surgeries/{pair.room.id}/questions")).json["items"]
    assert sorted(one["stands"] for one in listed) == ["merged", "waiting"]


async def test_what_was_merged_before_goes_along(pair: Pair, cast: Cast):
    third = await (await pair.room.enter(cast.gwen)).ask("Is the council going to light Salisbury Road?")
    await pair.ada.ok("merge_question", id=third, into=pair.amirs)
    await pair.ada.ok("merge_question", id=pair.amirs, into=pair.rosas)
    listed = (await pair.room.house.caller().get(f"/surgeries/{pair.room.id}/questions")).json["items"]
    assert {one["id"]: one["into"] for one in listed} == {pair.rosas: None, pair.amirs: pair.rosas, third: pair.rosas}


async def test_a_question_waits_for_itself_again_when_its_target_is_taken_down(pair: Pair, cast: Cast):
    gwen, mo = await pair.room.enter(cast.gwen), await pair.room.enter(cast.mo)
    await gwen.ok("vote_question", id=pair.amirs)
    await pair.ada.ok("merge_question", id=pair.amirs, into=pair.rosas)
    await mo.ok("hide_message", id=pair.rosas, reason="Somebody is named")
    assert await pair.counts(cast) == {pair.amirs: 1}
    listed = (await pair.room.house.caller().get(f"/surgeries/{pair.room.id}/questions")).json["items"]
    assert [(one["id"], one["stands"]) for one in listed] == [(pair.amirs, "waiting")]


async def test_nothing_is_merged_into_itself_into_what_is_hidden_or_by_a_resident(pair: Pair, cast: Cast):
    rosa, mo = await pair.room.enter(cast.rosa), await pair.room.enter(cast.mo)
    assert await pair.ada.refused("merge_question", id=pair.amirs, into=pair.amirs) == "invalid"
    assert await rosa.refused("merge_question", id=pair.amirs, into=pair.rosas) == "not_allowed"
    assert await mo.refused("merge_question", id=pair.amirs, into=pair.rosas) == "not_allowed"
    await mo.ok("hide_message", id=pair.rosas, reason="Somebody is named")
    assert await pair.ada.refused("merge_question", id=pair.amirs, into=pair.rosas) == "not_found"


async def test_the_merged_one_is_not_answered_beside_its_target(pair: Pair, cast: Cast):
    await pair.ada.ok("merge_question", id=pair.amirs, into=pair.rosas)
    answer = {"client_id": "6d1a4e1c-5b8d-4b8e-9e5c-0c5a2f4e7d11", "body": "On Tuesday"}
    assert await pair.ada.refused("answer_question", id=pair.amirs, **answer) == "conflict"
    await pair.ada.ok("answer_question", id=pair.rosas, **answer)
