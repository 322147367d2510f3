"""What a council's guest host may do in a surgery: speak for the hosts, and nothing that is the room's staff's."""

from uuid import uuid4

import pytest

from accounts.staffing import service
from tests.cast import ELSEWHERE, HOME, Cast, Member
from tests.guest_hosts import BADGE, add_partner, let_host
from tests.house import House
from tests.rooms_from_outside import Room


@pytest.fixture
async def jo(room: Room) -> Member:
    """A guest host of the open room."""
    member = await add_partner()
    await let_host(room.id, member)
    return member


async def test_rosas_question_is_answered_by_the_council(room: Room, cast: Cast, jo: Member) -> None:
    rosa, council = await room.enter(cast.rosa), await room.enter(jo)
    question = await rosa.ask("Who mends the street light?")
    await council.ok("answer_question", id=question, client_id=str(uuid4()), body="We do, by Friday.")
    answered = await rosa.hear("question_answered", id=question)
    assert answered["data"]["by"]["partner"] == BADGE
    assert answered["data"]["by"]["officer"] is None


async def test_a_partner_who_does_not_hold_this_room_answers_nothing(room: Room, cast: Cast) -> None:
    stranger = await room.enter(await add_partner("Sam Price-Hill"))
    question = await (await room.enter(cast.rosa)).ask("Who mends the street light?")
    refused = await stranger.refused("answer_question", id=question, client_id=str(uuid4()), body="We do.")
    assert refused == "not_allowed"


async def test_a_guest_in_another_place_or_force_holds_nothing_here(room: Room, cast: Cast) -> None:
    question = await (await room.enter(cast.rosa)).ask("Who mends the street light?")
    for guest in (await add_partner("Sam Price-Hill", "south-wales", ELSEWHERE), await add_partner("Kit Lowe", "gwent"),
                  await add_partner("Al Moss", confirmed=False)):  # fmt: skip
        await let_host(room.id, guest)
        seat = await room.enter(guest)
        code = await seat.refused("answer_question", id=question, client_id=str(uuid4()), body="We do.")
        assert code == "not_allowed", guest.name


async def test_a_guest_in_this_neighbourhood_speaks_here(room: Room, cast: Cast) -> None:
    guest = await add_partner("Sam Price-Hill", "south-wales", HOME)
    await let_host(room.id, guest)
    question = await (await room.enter(cast.rosa)).ask("Who mends the street light?")
    await (await room.enter(guest)).ok("answer_question", id=question, client_id=str(uuid4()), body="We do.")


async def test_a_guest_host_is_not_of_the_rooms_staff(house: House, room: Room, cast: Cast, jo: Member) -> None:
    council, rosa, ada = await room.enter(jo), await room.enter(cast.rosa), await room.enter(cast.ada)
    said = (await rosa.say("The lights are out"))["id"]
    await ada.ok("set_mode", mode="premoderated")
    held = (await rosa.say("Is anybody there?"))["id"]
    await council.live.quiet()
    assert council.live.of("held") == [], "what waits for a moderator is not the council's to read"
    assert (await room.enter(jo)).entered["held"] == []
    staffs = {
        "set_mode": {"mode": "open"},
        "hide_message": {"id": said, "reason": "Because"},
        "approve_message": {"id": held},
        "reject_message": {"id": held, "reason": "Because"},
        "silence_person": {"person": cast.rosa.id, "reason": "Because"},
        "remove_person": {"person": cast.rosa.id, "reason": "Because"},
        "readmit_person": {"person": cast.rosa.id},
    }
    for event, data in staffs.items():
        assert await council.refused(event, **data) == "not_allowed", event
    for verb in ("open", "close", "cancel"):
        assert (await house.caller(jo).post(f"/surgeries/{room.id}/{verb}")).status == 403, verb
    assert (await house.caller(jo).patch(f"/surgeries/{room.id}", {"title": "Ours"})).status == 403


async def test_a_guest_host_is_heard_where_residents_wait(room: Room, cast: Cast, jo: Member) -> None:
    council, ada = await room.enter(jo), await room.enter(cast.ada)
    for mode in ({"mode": "premoderated"}, {"mode": "slow", "seconds": 600}, {"mode": "locked"}):
        await ada.ok("set_mode", **mode)
        for words in ("Good evening", "Ask away"):
            assert (await council.say(f"{words} in {mode['mode']}"))["status"] == "published", mode


async def test_staff_can_silence_a_guest_host(room: Room, cast: Cast, jo: Member) -> None:
    council, ada = await room.enter(jo), await room.enter(cast.ada)
    await ada.ok("silence_person", person=jo.id, reason="Because")
    assert await council.refused("send_message", client_id=str(uuid4()), body="But") == "not_allowed"


async def test_the_badge_goes_from_old_words_when_the_partner_is_suspended(
    house: House, room: Room, cast: Cast, jo: Member
) -> None:
    council, rosa = await room.enter(jo), await room.enter(cast.rosa)
    await council.say("We mend the lights")
    assert "Cardiff Council" in (await house.page(f"/surgeries/{room.id}", cast.rosa)).text
    await service.suspend(house.app, cast.dee.viewer, jo.id, "Because")
    changed = await rosa.live.wait("person_changed")
    assert (changed["person"]["id"], changed["person"]["partner"]) == (jo.id, None)
    page = (await house.page(f"/surgeries/{room.id}", cast.rosa)).text
    assert "We mend the lights" in page
    assert 'data-person="' + jo.id in page
    assert "Cardiff Council" not in page


async def test_the_transcript_names_the_organisation_in_words(house: House, room: Room, jo: Member) -> None:
    await (await room.enter(jo)).say("We mend the lights")
    await room.act("close")
    answer = await house.caller().get(f"/surgeries/{room.id}/transcript", headers={"Accept": "text/plain"})
    assert "Jo Bevan [partner: Cardiff Council]" in answer.text


async def test_the_badge_is_outside_of_the_name_and_says_no_police(house: House, room: Room, jo: Member) -> None:
    await (await room.enter(jo)).say("We mend the lights")
    page = (await house.page(f"/surgeries/{room.id}")).text
    badge = page.partition("bl-badge--partner")[2].partition("</span></span>")[0]
    assert "Cardiff Council" in badge
    assert "Housing officer" in badge
    assert "olice" not in badge
    assert "erified" not in badge
    assert "bl-badge--officer" not in badge
