"""What hosts decide: answering now, answered aloud, closed with a reason; told to all, and gone with what is hidden."""

from uuid import uuid4

import pytest

from foundation.models import AuditEntry
from notices.models import Notice
from tests.cast import Cast
from tests.rooms_from_outside import Room, Seat


@pytest.fixture
async def ada(room: Room, cast: Cast) -> Seat:
    return await room.enter(cast.ada)


@pytest.fixture
async def rosa(room: Room, cast: Cast) -> Seat:
    return await room.enter(cast.rosa)


@pytest.fixture
async def lights(rosa: Seat) -> str:
    return await rosa.ask("When will the lights on Salisbury Road be mended?")


async def test_everybody_sees_which_question_is_answered_now(
    room: Room, cast: Cast, ada: Seat, rosa: Seat, lights: str
):
    await ada.ok("pick_question", id=lights)
    assert "Salisbury" in (await rosa.hear("question_picked", id=lights))["data"]["excerpt"]
    assert (await room.enter(cast.olga)).entered["answering"] == lights
    assert "Now answering: When will the lights" in (await room.house.page(f"/surgeries/{room.id}")).text
    await ada.ok("pick_question", id=None)
    await rosa.hear("question_picked", id=None)
    assert (await room.enter(cast.olga)).entered["answering"] is None


async def test_an_answer_ends_the_answering(room: Room, cast: Cast, ada: Seat, lights: str):
    await ada.ok("pick_question", id=lights)
    await ada.ok("answer_question", id=lights, client_id=str(uuid4()), body="On Tuesday")
    assert (await room.enter(cast.olga)).entered["answering"] is None
    assert await ada.refused("pick_question", id=lights) == "conflict"


async def test_a_hidden_question_is_not_shown_as_being_answered_nor_quoted_anywhere(
    room: Room, cast: Cast, ada: Seat, lights: str
):
    await ada.ok("pick_question", id=lights)
    await ada.ok("close_question", id=lights, reason="Salisbury Road is the council's")
    mo = await room.enter(cast.mo)
    await mo.ok("hide_message", id=lights, reason="Somebody is named")
    assert (await room.enter(cast.olga)).entered["answering"] is None
    for entry in await room.log():
        assert "Salisbury" not in str(entry["data"]), entry
    assert "Salisbury" not in (await room.house.page(f"/surgeries/{room.id}")).text


async def test_answered_aloud_is_marked_told_and_can_be_opened_again(
    room: Room, cast: Cast, ada: Seat, rosa: Seat, lights: str
):
    await ada.ok("mark_question", id=lights)
    await rosa.hear("question_marked", id=lights)
    assert await Notice.filter(person_id=cast.rosa.id, kind="question_answered").count() == 1
    assert await ada.refused("mark_question", id=lights) == "conflict"
    await ada.ok("reopen_question", id=lights)
    await rosa.hear("question_reopened", id=lights)
    assert await ada.refused("reopen_question", id=lights) == "conflict"
    acts = await AuditEntry.filter(act__startswith="question.").order_by("id").values_list("act", flat=True)
    assert [str(act) for act in acts] == ["question.mark", "question.reopen"]


async def test_a_closed_question_says_why_to_everybody_and_its_asker_is_told(
    room: Room, cast: Cast, ada: Seat, rosa: Seat, lights: str
):
    assert await ada.refused("close_question", id=lights, reason="") == "invalid"
    await ada.ok("close_question", id=lights, reason="The council mends lights: 029 2087 2087")
    assert (await rosa.hear("question_closed", id=lights))["data"]["reason"].startswith("The council")
    assert await Notice.filter(person_id=cast.rosa.id, kind="question_closed").count() == 1
    page = (await room.house.page(f"/surgeries/{room.id}")).text
    assert "The council mends lights" in page
    entry = await AuditEntry.get(act="question.close")
    assert entry.reason.startswith("The council")


@pytest.mark.parametrize("who", ["rosa", "gwen", "mo", "huw", "nia"])
async def test_nobody_but_a_host_decides(room: Room, cast: Cast, lights: str, who: str):
    seat = await room.enter(getattr(cast, who))
    for event, more in (
        ("pick_question", {}),
        ("mark_question", {}),
        ("reopen_question", {}),
        ("unmerge_question", {}),
        ("close_question", {"reason": "No"}),
        ("promise_question", {"text": "Soon", "due_on": "2030-01-01"}),
    ):
        assert await seat.refused(event, id=lights, **more) == "not_allowed", event


async def test_an_asker_who_has_left_is_told_of_the_answer_and_one_who_is_here_reads_it_here(
    room: Room, cast: Cast, ada: Seat, rosa: Seat, lights: str
):
    amir = await room.enter(cast.amir)
    bins = await amir.ask("Who empties the bins on Crwys Road?")
    await amir.ok("leave")
    await ada.ok("answer_question", id=lights, client_id=str(uuid4()), body="On Tuesday")
    await ada.ok("answer_question", id=bins, client_id=str(uuid4()), body="The council")
    told = await Notice.filter(kind="question_answered").values_list("person_id", flat=True)
    assert [str(person) for person in told] == [cast.amir.id]


async def test_an_officer_of_the_place_decides_later_when_the_host_is_gone(room: Room, cast: Cast, lights: str):
    huw = await room.enter(cast.huw)
    assert await huw.refused("close_question", id=lights, reason="Later") == "not_allowed"
    await room.act("close")
    await huw.ok("close_question", id=lights, reason="It is the council's")
    nia = await room.enter(cast.nia)
    assert await nia.refused("reopen_question", id=lights) == "not_allowed"
