"""Input that no good client sends: each gets its code and a sentence, the connection stays, the log is untouched."""

from typing import Any
from uuid import uuid4

import pytest

from tests.cast import Cast
from tests.rooms_from_outside import Room

EVENTS = (
    "enter", "catch_up", "leave", "send_message", "answer_question", "edit_message", "withdraw_message",
    "flag_message", "hide_message", "restore_message", "approve_message", "reject_message", "set_mode",
    "silence_person", "remove_person", "readmit_person",
)  # fmt: skip
UUID = "0f0f0f0f-0000-4000-8000-00000000000f"
BIDI = "\u202e\u2066\u200f"


@pytest.fixture
def dialect() -> str:
    """What is wrong is refused before it comes to any database."""
    return "sqlite"


@pytest.mark.parametrize("event", EVENTS)
async def test_every_event_refuses_what_is_no_object(room: Room, cast: Cast, event: str):
    ada = await room.enter(cast.ada)
    wrong: tuple[Any, ...] = (None, "text", 7, True, [], [1, 2], {}, {"room": None}, {"room": 5}, {"room": ["x"]},
                              {"room": {"id": room.id}}, b"bytes", {"room": room.id + "\x00"})  # fmt: skip
    for data in wrong if event != "leave" else wrong[:-1]:  # leaving where one never was changes nothing
        answer = await ada.live.emit(event, data)
        assert answer["ok"] is False, (event, data)
        assert answer["error"]["code"] in {"invalid", "not_found"}, (event, data, answer)
        assert answer["error"]["message"]
    assert (await ada.live.emit(event, {"room": room.id}, {"room": room.id}))["error"]["code"] == "invalid"
    assert (await ada.live.emit(event))["ok"] is False
    assert await room.last_seq() == 1
    assert (await ada.say("The connection stays up"))["seq"] == 2


@pytest.mark.parametrize("event", EVENTS)
async def test_an_unknown_room_is_not_found(room: Room, cast: Cast, event: str):
    ada = await room.enter(cast.ada)
    whole = {"after": 0, "id": "0" * 16, "client_id": UUID, "body": "Hello", "reason": "abuse", "mode": "open",
             "person": cast.amir.id}  # fmt: skip
    for unknown in ("0" * 16, "nonsense", "../../etc", "x" * 5000, "", "' OR 1=1 --", "🚓", "a\u202eb"):
        answer = await ada.live.emit(event, {"room": unknown, **whole})
        if event == "leave" and answer["ok"]:
            continue  # leaving where one never was changes nothing
        assert answer["error"]["code"] in {"not_found", "invalid"}, (unknown, answer)
    assert await room.last_seq() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"body": 5}, {"body": None}, {"body": ["x"]}, {"body": {"a": 1}}, {"body": True}, {"client_id": 5},
        {"client_id": ""}, {"client_id": "not a uuid"}, {"client_id": "x" * 9999}, {"kind": "shout"},
        {"kind": "answer"}, {"kind": 5}, {"reply_to": 5}, {"reply_to": "nothing"}, {"confirm": "yes"},
        {"body": ""}, {"body": "    "},
        {"body": "\u200b\u200d\u2060"}, {"body": BIDI}, {"body": "\x00\x07\x1b"}, {"body": "x" * 4001},
        {"body": "x" * 10_000}, {"body": "\u3164\u2800"}, {"body": "\n\n\n\t"},
    ],
)  # fmt: skip
async def test_a_message_that_is_wrong_is_refused(room: Room, cast: Cast, wrong: dict):
    rosa = await room.enter(cast.rosa)
    code = await rosa.refused("send_message", **{"client_id": UUID, "body": "Hello", **wrong})
    assert code == ("not_found" if wrong == {"reply_to": "nothing"} else "invalid")
    assert await room.last_seq() == 1
    assert (await rosa.say("The connection stays up"))["seq"] == 2


@pytest.mark.parametrize("missing", ["room", "client_id", "body"])
async def test_a_missing_field_is_named(room: Room, cast: Cast, missing: str):
    rosa = await room.enter(cast.rosa)
    whole = {"room": room.id, "client_id": UUID, "body": "Hello"}
    refused = await rosa.live.emit("send_message", {name: value for name, value in whole.items() if name != missing})
    assert refused["error"]["code"] == "invalid"
    assert missing in refused["error"]["message"]


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("Police 🚓 and family 👩‍👩‍👧", "Police 🚓 and family 👩‍👩‍👧"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("\u202eevil\u202c", "evil"),
        ("line\r\nline", "line\nline"),
        ("cafe\u0301", "café"),
        ("Croeso i Gymru, Llŷn", "Croeso i Gymru, Llŷn"),
        ("x" * 4000, "x" * 4000),
        ("مرحبا", "مرحبا"),
    ],
)
async def test_what_is_odd_but_meant_is_kept(room: Room, cast: Cast, sent: str, shown: str):
    rosa = await room.enter(cast.rosa)
    assert (await rosa.say(sent))["status"] == "published"
    assert (await room.log())[-1]["data"]["body"] == shown


async def test_after_must_be_a_number_that_could_be(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    strange: list[Any] = ["0", 1.5, None, [], {}, "x"]
    for after in strange:
        assert await rosa.refused("catch_up", after=after) == "invalid", after
    for after in (-1, 2**31, 2**63, 2**70):
        answer = await rosa.send("catch_up", after=after)
        assert answer["ok"] or answer["error"]["code"] == "invalid", after
        answer = await rosa.send("enter", after=after)
        assert answer["ok"] or answer["error"]["code"] == "invalid", after


async def test_an_event_that_does_not_exist_is_refused(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    for name in ("shout", "__init__", "trigger_event", "connect_error", "message"):
        assert (await rosa.live.emit(name, {"room": room.id}))["error"]["code"] == "invalid", name


async def test_what_a_client_says_of_itself_counts_for_nothing(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    lies = {"role": "officer", "officer": {"rank": "Chief Constable", "verified": True}, "author": {"id": cast.ada.id},
            "author_id": cast.ada.id, "name": "PC Ada Okafor", "id": "0" * 16, "seq": 99}  # fmt: skip
    answer = await rosa.send("send_message", client_id=str(uuid4()), body="I am the police", **lies)
    if answer["ok"]:
        author = (await amir.hear("message_posted"))["data"]["author"]
        assert (author["id"], author["role"], author["officer"]) == (cast.rosa.id, "resident", None)


async def test_another_rooms_message_is_not_found(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    other = await room.beside()
    said = await (await other.enter(cast.rosa)).say("In the other room")
    for event in ("hide_message", "restore_message", "approve_message", "reject_message"):
        assert await mo.refused(event, id=said["id"], reason="Wrong room") == "not_found"
    assert await rosa.refused("edit_message", id=said["id"], body="Moved") == "not_found"
    assert await rosa.refused("flag_message", id=said["id"], reason="abuse") == "not_found"
    assert await other.last_seq() == said["seq"]
    assert await room.last_seq() == 1
