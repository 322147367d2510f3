"""What was said at a surgery is found when it is over, exactly as its transcript gives it, and not a word more."""

from uuid import uuid4

import pytest

from foundation.models import SearchEntry
from rooms.finding import messages_changed, surgery_closed
from rooms.messages.drafts import Draft
from rooms.messages.questions import answer_what_remains
from rooms.models import Room as RoomRow
from tests.cast import ELSEWHERE, HOME, Cast, Member
from tests.clients import JSON
from tests.house import House
from tests.rooms_from_outside import Room

SECRET = "xylophone"


@pytest.fixture
def limits() -> bool:
    return False


async def _find(house: House, q: str, member: Member | None = None, **narrowed: str) -> list[JSON]:
    answer = await house.caller(member).get("/search", params={"q": q, **narrowed})
    assert answer.status == 200, answer.text
    return list(answer.json["items"])


async def _ids(house: House, q: str, **narrowed: str) -> list[str]:
    return [item["id"] for item in await _find(house, q, None, **narrowed)]


async def test_what_is_said_in_an_open_room_is_not_found_and_after_the_close_it_is(room: Room, cast: Cast) -> None:
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    said = await rosa.say(f"A {SECRET} at night")
    question = await rosa.ask(f"Who plays the {SECRET}?")
    answer = await ada.ok("answer_question", id=question, client_id=str(uuid4()), body=f"The {SECRET} is the band's")
    await rosa.ok("edit_message", id=said["id"], body=f"A {SECRET} every night")
    assert await _find(room.house, SECRET) == []
    await room.act("close")
    found = {item["id"]: item for item in await _find(room.house, SECRET)}
    assert set(found) == {said["id"], question, answer["id"]}
    assert [found[id_]["answered"] for id_ in (said["id"], question, answer["id"])] == [False, True, True]
    assert found[question]["url"] == f"/surgeries/{room.id}/transcript#m-{question}"
    assert found[question]["title"] == "Bikes and street lights"
    assert found[question]["neighbourhood"] == HOME
    [surgery] = await _find(room.house, "street lights", kind="surgery")
    assert (surgery["id"], surgery["url"]) == (room.id, f"/surgeries/{room.id}/transcript")
    assert set(await _ids(room.house, "street lights", kind="transcript")) == {room.id}
    assert await _ids(room.house, SECRET, kind="topic") == await _ids(room.house, SECRET, neighbourhood=ELSEWHERE) == []


async def test_what_is_hidden_or_taken_back_is_not_found_and_restored_it_is(room: Room, cast: Cast) -> None:
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    before = (await rosa.say(f"The {SECRET} one"))["id"]
    await mo.ok("hide_message", id=before, reason="A rumour")
    after, mine = [(await rosa.say(f"The {SECRET} {each}"))["id"] for each in ("two", "three")]
    held = await rosa.say(f"The {SECRET} player is on 07700 900123", confirm=True)
    assert held["status"] == "held", "must wait for a moderator for this to mean anything"
    await room.act("close")
    assert set(await _ids(room.house, SECRET)) == {after, mine}
    await mo.ok("hide_message", id=after, reason="A rumour")
    assert await _ids(room.house, SECRET) == [mine]
    await mo.ok("restore_message", id=before, reason="It is true")
    assert set(await _ids(room.house, SECRET)) == {before, mine}
    await rosa.ok("withdraw_message", id=mine)
    assert await _ids(room.house, SECRET) == [before]
    assert await SearchEntry.filter(words__contains=SECRET).count() == 1


async def test_the_answer_to_a_hidden_question_is_not_found(room: Room, cast: Cast) -> None:
    rosa, ada, mo = [await room.enter(member) for member in (cast.rosa, cast.ada, cast.mo)]
    question = await rosa.ask("Who plays?")
    answer = await ada.ok("answer_question", id=question, client_id=str(uuid4()), body=f"The {SECRET} player")
    await room.act("close")
    assert await _ids(room.house, SECRET) == [answer["id"]]
    await mo.ok("hide_message", id=question, reason="A rumour")
    assert await _ids(room.house, SECRET) == []
    await mo.ok("restore_message", id=question, reason="It is true")
    assert await _ids(room.house, SECRET) == [answer["id"]]


async def test_an_answer_that_comes_after_the_close_is_found(room: Room, cast: Cast) -> None:
    rosa = await room.enter(cast.rosa)
    question = await rosa.ask("Who plays?")
    await room.act("close")
    draft = Draft(str(uuid4()), f"The {SECRET} player")
    await answer_what_remains(room.house.app, cast.ada.viewer, room.id, question, draft)
    assert [item["kind"] for item in await _find(room.house, SECRET)] == ["message"]
    assert [item["answered"] for item in await _find(room.house, "plays")] == [True]


async def test_a_private_conversation_is_never_found(room: Room, cast: Cast) -> None:
    rosa = await room.enter(cast.rosa)
    said = await rosa.say(f"A {SECRET}")
    await RoomRow.filter(id=room.id).update(kind="booth", status="closed")
    await surgery_closed(room.id)
    await messages_changed([said["id"]])
    assert await _find(room.house, SECRET) == []
