"""Flags by anybody, guests too: what is kept of each, and how they come together in one item."""

import pytest

from foundation import limits as rates
from tests.cast import Cast
from tests.moderation.flags.people import flags, flags_on, guest, open_items
from tests.rooms_from_outside import Room


async def test_gwen_a_guest_flags_a_message_and_it_waits_for_a_moderator(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = (await rosa.say("Number 14 are thieves"))["id"]
    answer = await flags(room.house, cast.gwen, said, "abuse", note=" Look at this ")
    assert answer.status == 201
    [flag] = await flags_on(said)
    assert (flag["id"], flag["person_id"], flag["note"], flag["revision"]) == (
        answer.json["id"], cast.gwen.id, "Look at this", 1,
    )  # fmt: skip
    [item] = await open_items(said)
    assert (item["cause"], item["kind"], item["flags"], item["weight"], item["live"]) == (
        "flagged",
        "abuse",
        1,
        50,
        True,
    )
    assert flag["item_id"] == item["id"]
    assert (await room.log())[-1]["data"]["body"] == "Number 14 are thieves", "a lone flag hides nothing"


async def test_the_same_person_again_replaces_their_first_flag_and_another_adds_to_it(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = (await rosa.say("Number 14 are thieves"))["id"]
    first = await flags(room.house, cast.amir, said, "abuse", note="first")
    again = await flags(room.house, cast.amir, said, "danger", note="he is outside")
    assert first.json["id"] == again.json["id"]
    await flags(room.house, cast.gwen, said, "other")
    assert [(flag["reason"], flag["note"]) for flag in await flags_on(said)] == [
        ("danger", "he is outside"), ("other", ""),
    ]  # fmt: skip
    [item] = await open_items(said)
    assert (item["flags"], item["kind"]) == (2, "danger")
    assert set(item["kinds"]) == {"abuse", "danger", "other"}
    assert item["version"] == 2, "whoever read it as abuse is to look again, and nobody twice"


async def test_a_flag_on_older_words_is_kept_with_them(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = (await rosa.say("Number 14 are thieves"))["id"]
    await rosa.ok("edit_message", id=said, body="Some people are thieves")
    assert (await flags(room.house, cast.amir, said, revision=1)).status == 201
    assert (await flags(room.house, cast.gwen, said)).status == 201
    await flags(room.house, cast.huw, said, revision=99)
    assert [flag["revision"] for flag in await flags_on(said)] == [1, 2, 2]


async def test_nobody_flags_what_is_gone_or_never_was(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    taken_back, hidden = [(await rosa.say(words))["id"] for words in ("One", "Two")]
    await rosa.ok("withdraw_message", id=taken_back)
    await ada.ok("hide_message", id=hidden, reason="Names a house")
    for target in (taken_back, hidden, "0" * 16, "nonsense", "a" * 64):
        assert (await flags(room.house, cast.amir, target)).status == 404, target
    for type_ in ("topic", "reply", "proposal"):
        assert (await flags(room.house, cast.amir, hidden, type=type_)).status == 404
    assert (await flags(room.house, cast.amir, hidden, type="surgery")).status == 422
    assert await open_items(taken_back) == []


async def test_an_answer_goes_with_its_question_for_who_flags_too(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    question = await rosa.ask("When do you patrol?")
    await ada.ok("answer_question", id=question, client_id="3d9f6f5e-5d7e-4f0e-8f0a-6f1de4f0a001", body="At eight")
    answer = (await ada.hear("question_answered"))["data"]["answer_id"]
    assert (await flags(room.house, cast.amir, answer)).status == 201
    await ada.ok("hide_message", id=question, reason="Not now")
    assert (await flags(room.house, cast.gwen, answer)).status == 404
    page = await room.house.page(f"/flags/new?type=message&id={answer}", cast.gwen)
    assert page.status == 404
    assert "At eight" not in page.text


@pytest.mark.parametrize("field", ["reason", "note", "target"])
async def test_a_flag_says_why_in_reach(room: Room, cast: Cast, field: str):
    rosa = await room.enter(cast.rosa)
    said = (await rosa.say("Good evening"))["id"]
    wrong = {"reason": "boring"} if field == "reason" else {"note": "a" * 1001} if field == "note" else {"type": 5}
    assert (await flags(room.house, cast.amir, said, **wrong)).status == 422
    assert await flags_on(said) == []


async def test_who_is_signed_out_is_asked_to_come_in_first(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = (await rosa.say("Good evening"))["id"]
    target = {"target": {"type": "message", "id": said}, "reason": "abuse"}
    assert (await room.house.caller().post("/flags", target)).status == 401


async def test_fifty_flags_from_one_address_are_one_item_and_weigh_as_one(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = (await rosa.say("Good evening"))["id"]
    crowd = [await guest(f"Gwyn {name}") for name in _names(50)]
    answers = [await flags(room.house, one, said) for one in crowd]
    most = rates._RATES["flag_address"].amount
    assert [answer.status for answer in answers] == [201] * most + [429] * (50 - most)
    assert int(answers[-1].headers["Retry-After"]) > 0
    [item] = await open_items(said)
    assert (item["flags"], item["weight"]) == (most, 50), "as many people, and no more than one voice"


async def test_amir_alone_can_t_flag_on_and_on(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = (await rosa.say("Good evening"))["id"]
    most = rates._RATES["flag"].amount
    answers = [await flags(room.house, cast.amir, said) for _each in range(most + 1)]
    assert [answer.status for answer in answers] == [201] * most + [429]
    amir = await room.enter(cast.amir)
    assert await amir.refused("flag_message", id=said, reason="abuse") == "too_fast"
    assert len(await flags_on(said)) == 1


async def test_moderators_and_the_rooms_staff_hear_of_it_and_its_author_does_not(room: Room, cast: Cast):
    rosa, ada, mo = [await room.enter(who) for who in (cast.rosa, cast.ada, cast.mo)]
    said = (await rosa.say("Good evening"))["id"]
    await mo.live.ok("watch_queue")
    await flags(room.house, cast.gwen, said, "danger")
    assert (await ada.live.wait("flagged", id=said))["reason"] == "danger"
    assert (await mo.live.wait("queue_changed"))["kind"] == "danger"
    await rosa.live.quiet()
    assert rosa.live.of("flagged") == []


def _names(count: int) -> list[str]:
    letters = "abcdefghij"
    return [f"{letters[number // 10]}{letters[number % 10]}" for number in range(count)]
