"""What was taken down is served at no door, and the words of before an edit never again."""

import asyncio
from typing import Any
from uuid import uuid4

from moderation.decisions.reading import decisions_on
from moderation.models import Decision
from tests.cast import Cast
from tests.clients import JSON
from tests.rooms_from_outside import Room, Seat

WORDS = "Zanzibar is lovely"


async def _at_every_door(room: Room, seat: Seat, cast: Cast) -> str:
    """Everything that anybody is given about the room, as one text."""
    entered = (await room.enter(cast.olga)).entered
    page = await room.house.page(f"/surgeries/{room.id}")
    assert page.status == 200
    others = [await seat.events(), entered["events"], await room.log(), await room.log(member=cast.rosa)]
    return " ".join(map(str, [*others, page.text, await _transcripts(room)]))


async def _transcripts(room: Room) -> str:
    texts = []
    for accept in ("text/plain", "text/html", "application/json"):
        answer = await room.house.caller().get(f"/surgeries/{room.id}/transcript", headers={"Accept": accept})
        texts.append(answer.text if answer.status == 200 else "")
    return " ".join(texts)


def _about(entries: list[JSON], message: str) -> dict[str, Any]:
    """The words that each entry about a message carries, by kind and number."""
    return {
        f"{entry['kind']} {entry['seq']}": (entry["data"].get("body"), entry["data"].get("html"))
        for entry in entries
        if entry["data"].get("id") == message
    }


async def test_amir_sees_a_hidden_message_disappear(room: Room, cast: Cast):
    rosa, amir, mo = await room.enter(cast.rosa), await room.enter(cast.amir), await room.enter(cast.mo)
    said = await rosa.say(WORDS)
    assert WORDS in await _at_every_door(room, amir, cast), "it must be there before it can go"
    hidden = await mo.ok("hide_message", id=said["id"], reason="Off topic")
    assert (await amir.hear("message_hidden"))["data"] == {"id": said["id"]}
    assert hidden["seq"] == said["seq"] + 1
    assert "Zanzibar" not in await _at_every_door(room, amir, cast)
    assert set(_about(await room.log(), said["id"]).values()) == {(None, None)}


async def test_the_decision_about_rosas_words_is_kept_under_her_name(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    said = await rosa.say(WORDS)
    await mo.ok("hide_message", id=said["id"], reason="Off topic")
    [decision] = await Decision.filter(author_id=cast.rosa.id)
    assert (decision.target_id, decision.actor_id, decision.reason) == (said["id"], cast.mo.id, "Off topic")


async def test_a_restored_message_carries_its_words_in_one_entry_only(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    said = await rosa.say(WORDS)
    for _ in range(2):
        await mo.ok("hide_message", id=said["id"], reason="Off topic")
        restored = await mo.ok("restore_message", id=said["id"], reason="It was fine")
    heard = await rosa.live.wait("event", seq=restored["seq"])
    assert heard["data"] == {"id": said["id"], "body": WORDS, "html": f"<p>{WORDS}</p>\n"}
    words = _about(await room.log(), said["id"])
    assert words.pop(f"message_restored {restored['seq']}") == (WORDS, f"<p>{WORDS}</p>\n")
    assert set(words.values()) == {(None, None)}


async def test_the_words_of_before_an_edit_are_gone(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await rosa.say(WORDS)
    edited = await rosa.ok("edit_message", id=said["id"], body="Cardiff is lovely")
    heard = await amir.hear("message_edited", id=said["id"])
    assert heard["data"] == {"id": said["id"], "body": "Cardiff is lovely", "html": "<p>Cardiff is lovely</p>\n"}
    assert edited["status"] == "published"
    assert "Zanzibar" not in await _at_every_door(room, amir, cast)
    assert _about(await room.log(), said["id"])[f"message_posted {said['seq']}"] == (None, None)


async def test_an_edited_message_is_hidden_and_restored_as_it_was_last(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    said = await rosa.say(WORDS)
    await rosa.ok("edit_message", id=said["id"], body="Cardiff is lovely")
    await mo.ok("hide_message", id=said["id"], reason="Off topic")
    assert "Cardiff is lovely" not in await _at_every_door(room, rosa, cast)
    restored = await mo.ok("restore_message", id=said["id"], reason="It was fine")
    words = _about(await room.log(), said["id"])
    assert [entry for entry, (body, _html) in words.items() if body] == [f"message_restored {restored['seq']}"]
    assert "Zanzibar" not in await _at_every_door(room, rosa, cast)


async def test_rosa_takes_her_words_back(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await rosa.say(WORDS)
    await rosa.ok("withdraw_message", id=said["id"])
    assert (await amir.hear("message_withdrawn"))["data"] == {"id": said["id"]}
    assert "Zanzibar" not in await _at_every_door(room, amir, cast)


async def test_withdrawn_words_can_not_be_restored_by_anybody(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    said = await rosa.say(WORDS)
    await rosa.ok("withdraw_message", id=said["id"])
    assert await mo.refused("restore_message", id=said["id"], reason="I want it back") == "conflict"
    assert "Zanzibar" not in await _at_every_door(room, rosa, cast)


async def test_a_hidden_question_takes_its_answer_along_and_brings_it_back(room: Room, cast: Cast):
    rosa, ada, mo = await room.enter(cast.rosa), await room.enter(cast.ada), await room.enter(cast.mo)
    question = await rosa.ask("Zanzibar?")
    await ada.ok("answer_question", id=question, client_id="11111111-2222-4333-8444-555555555555", body="Madagascar")
    assert "Madagascar" in await _at_every_door(room, rosa, cast)
    await mo.ok("hide_message", id=question, reason="Off topic")
    gone = await _at_every_door(room, rosa, cast)
    assert "Zanzibar" not in gone
    assert "Madagascar" not in gone
    await mo.ok("restore_message", id=question, reason="It was fine")
    back = await _at_every_door(room, rosa, cast)
    assert "Zanzibar" in back
    assert "Madagascar" in back


async def test_the_pages_about_one_message_are_gone_with_it(room: Room, cast: Cast):
    rosa, ada, mo = await room.enter(cast.rosa), await room.enter(cast.ada), await room.enter(cast.mo)
    question = await rosa.ask("Zanzibar?")
    answer = await ada.ok("answer_question", id=question, client_id=str(uuid4()), body="Madagascar")
    pages = [(question, "edit", cast.rosa), (answer["id"], "edit", cast.ada), (answer["id"], "flag", cast.olga)]
    addresses = [(f"/surgeries/{room.id}/messages/{id_}/{page}", member) for id_, page, member in pages]
    before = [(await room.house.page(*address)).status for address in addresses]
    assert before == [200, 200, 200], "they must be there before they can go"
    await mo.ok("hide_message", id=question, reason="Off topic")
    after = [await room.house.page(*address) for address in addresses]
    assert [page.status for page in after] == [409, 409, 404]
    assert not any("Zanzibar" in page.text or "Madagascar" in page.text for page in after)


async def test_nobody_replies_to_or_flags_an_answer_whose_question_is_down(room: Room, cast: Cast):
    rosa, ada, mo = await room.enter(cast.rosa), await room.enter(cast.ada), await room.enter(cast.mo)
    question = await rosa.ask("Zanzibar?")
    answer = (await ada.ok("answer_question", id=question, client_id=str(uuid4()), body="Madagascar"))["id"]
    await mo.ok("hide_message", id=question, reason="Off topic")
    reply = {"client_id": str(uuid4()), "body": "Where is that?", "reply_to": answer}
    assert await rosa.refused("send_message", **reply) == "not_found"
    assert await rosa.refused("flag_message", id=answer, reason="other") == "not_found"
    assert await ada.refused("edit_message", id=answer, body="Mauritius") == "conflict"


async def test_an_edit_that_waits_goes_from_the_screens_with_its_message(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    said = await rosa.say(WORDS)
    await rosa.ok("edit_message", id=said["id"], body="Ring me on 07700 900123", confirm=True)
    await mo.live.wait("held", id=said["id"])
    await mo.ok("hide_message", id=said["id"], reason="Off topic")
    for seat in (rosa, mo):
        assert (await seat.live.wait("held_decided", id=said["id"]))["status"] == "rejected"


async def test_a_decision_has_a_reason_that_can_be_read(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    said = await rosa.say(WORDS)
    await mo.ok("flag_message", id=said["id"], reason="other", note="Look\x00")
    for nothing in ("  ", "\u200b", "\x00"):
        assert await mo.refused("hide_message", id=said["id"], reason=nothing) == "invalid"
    await mo.ok("hide_message", id=said["id"], reason="Off\x00 topic")
    [decision] = await decisions_on("message", said["id"])
    assert decision["reason"] == "Off topic"


async def test_a_quote_of_a_hidden_message_is_gone_from_the_page(room: Room, cast: Cast):
    rosa, amir, mo = await room.enter(cast.rosa), await room.enter(cast.amir), await room.enter(cast.mo)
    said = await rosa.say(WORDS)
    await amir.say("I agree", reply_to=said["id"])
    await mo.ok("hide_message", id=said["id"], reason="Off topic")
    assert "Zanzibar" not in await _at_every_door(room, amir, cast)


async def test_taking_down_works_in_a_closed_room_and_mends_the_transcript(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    said = await rosa.say(WORDS)
    await room.act("close")
    assert (await _transcripts(room)).count("Zanzibar") >= 3, "it must be in all three before it can go"
    await mo.ok("hide_message", id=said["id"], reason="Off topic")
    assert "Zanzibar" not in await _at_every_door(room, rosa, cast)
    await mo.ok("restore_message", id=said["id"], reason="It was fine")
    assert "Zanzibar" in await _transcripts(room)


async def test_nobody_can_change_or_flag_what_was_taken_down(room: Room, cast: Cast):
    rosa, amir, mo = await room.enter(cast.rosa), await room.enter(cast.amir), await room.enter(cast.mo)
    said = await rosa.say(WORDS)
    await mo.ok("hide_message", id=said["id"], reason="Off topic")
    assert await rosa.refused("edit_message", id=said["id"], body="Cardiff") == "conflict"
    assert await amir.refused("flag_message", id=said["id"], reason="abuse") == "not_found"
    assert await mo.refused("hide_message", id=said["id"], reason="Again") == "conflict"


async def test_an_edit_in_between_does_not_save_a_message_from_being_taken_down(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    for _ in range(5):
        said = await rosa.say(WORDS)
        _edited, hidden = await asyncio.gather(
            rosa.live.emit("edit_message", {"room": room.id, "id": said["id"], "body": f"{WORDS}, really"}),
            mo.live.emit("hide_message", {"room": room.id, "id": said["id"], "reason": "Off topic"}),
        )
        assert hidden["ok"], hidden
    assert "Zanzibar" not in str(await room.log())
