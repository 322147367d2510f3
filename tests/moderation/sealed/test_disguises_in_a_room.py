"""A sealed name in disguise waits at each door through which people talk, and nobody in the room reads it."""

from uuid import uuid4

import pytest

from rooms.models import Message
from tests.cast import Cast
from tests.moderation.sealed.conftest import Seal
from tests.rooms_from_outside import Room

DISGUISES = (
    "It was BLODWEN PUGH’S car", "It was Blód-\nwen Pùgh", "It was Blod\u200bwen\u00ad Pugh",
    "It was Ｂｌｏｄｗｅｎ Ｐｕｇｈ",
    "It was B.l.o.d.w.e.n Pugh", "It was Bl0dw3n Pu9h", "#justiceforblodwenpugh now", "PUGH, Blodwen they say",
    "write to blodwen_pugh", "Вlоdwеn Рugh did", "The Pugh girl: B*odwen Pugh, or Bl*dwen Pugh",
)  # fmt: skip


@pytest.fixture
def limits() -> bool:
    return False


@pytest.mark.parametrize("said", DISGUISES, ids=range(len(DISGUISES)))
async def test_said_asked_changed_or_answered_it_waits(room: Room, cast: Cast, seal: Seal, said: str) -> None:
    await seal("Blodwen Pugh")
    rosa, amir, ada = [await room.enter(member) for member in (cast.rosa, cast.amir, cast.ada)]
    plain = await rosa.say("The bins were late again")
    asked = await rosa.ask("When will the lights be mended?")
    outcomes = [
        await rosa.say(said, confirm=True),
        await rosa.say(f"{said}?", kind="question", confirm=True),
        await rosa.ok("edit_message", id=plain["id"], body=f"Yes. {said}", confirm=True),
        await ada.say(f"As I said: {said}", confirm=True),
    ]
    assert [outcome["status"] for outcome in outcomes] == ["held"] * 4
    answer = {"id": asked, "client_id": str(uuid4()), "body": said, "confirm": True}
    assert await ada.refused("answer_question", **answer) == "invalid"
    await amir.say("Good evening")
    await amir.hear("message_posted", body="Good evening")
    assert said not in str(amir.live.heard)
    assert amir.live.entries("message_edited") == []
    shown = await Message.filter(state="published").values_list("body", flat=True)
    assert {str(body) for body in shown} == {
        "The bins were late again",
        "When will the lights be mended?",
        "Good evening",
    }
