"""Closing an account: the person goes at once and on every screen, their words go or stay as they chose."""

import asyncio
from datetime import timedelta

from accounts.leaving.models import Departure
from accounts.models import Person
from accounts.people import NewPerson
from accounts.ports import WORDS_LEAVE, Words
from accounts.sessions.starting import start_session
from accounts.store import add_person
from foundation import clock
from foundation.models import OutboxMail
from foundation.permissions import Role
from rooms.models import Message, MessageState
from tests.accounts.leaving.conftest import Close
from tests.cast import Cast
from tests.house import House
from tests.rooms_from_outside import Room


async def test_amir_sees_rosa_and_her_words_go_within_a_second(
    house: House, cast: Cast, room: Room, close: Close
) -> None:
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await rosa.say("I live at the corner")
    phone = await house.live(token=(await start_session(cast.rosa.id, Role.RESIDENT, "phone", "password")).token)
    began = clock.now()
    assert "Your account is closed" in (await close(cast.rosa, "go")).text
    await asyncio.wait_for(asyncio.gather(rosa.live.ended.wait(), phone.ended.wait()), 1)
    changed = await amir.live.wait("person_changed")
    assert (changed["person"]["id"], changed["person"]["name"]) == (cast.rosa.id, "a former member")
    await amir.hear("message_withdrawn", id=said["id"])
    assert (clock.now() - began).total_seconds() < 1
    posted = next(entry for entry in await room.log() if entry["kind"] == "message_posted")
    assert posted["data"]["body"] is None
    assert posted["data"]["author"]["name"] == "a former member"
    assert (await Message.get(id=said["id"])).body == ""


async def test_a_closed_account_opens_nothing_and_its_address_is_free(
    house: House, cast: Cast, close: Close, everyone_has_a_password: None
) -> None:
    await close(cast.rosa)
    assert (await house.caller(cast.rosa).get("/me")).status == 401
    assert await house.refuses_live({"token": cast.rosa.token})
    refused = await house.caller().post("/session", {"email": cast.rosa.email, "password": "correct horse battery"})
    assert refused.status == 401
    again = await add_person(NewPerson(name="Rosa Jones", role=Role.RESIDENT, email=cast.rosa.email))
    assert again != cast.rosa.id
    assert (await Person.get(id=cast.rosa.id)).closed_at is not None


async def test_the_old_address_is_told(house: House, cast: Cast, close: Close) -> None:
    await OutboxMail.create(
        id="m" * 16, key="old", recipient=cast.rosa.email, subject="An older mail", text="a link",
        created_at=clock.now(), due_at=clock.now(),
    )  # fmt: skip
    await close(cast.rosa)
    [mail] = await OutboxMail.filter(recipient=cast.rosa.email)
    assert mail.subject == "Your account is closed"
    assert "If this was not you" in mail.text


async def test_rosas_words_stay_under_a_former_member_if_she_says_so(
    house: House, cast: Cast, room: Room, close: Close
) -> None:
    rosa = await room.enter(cast.rosa)
    said = await rosa.say("The lights are out")
    held = await rosa.say("Ring me on 07700 900123", confirm=True)
    gone = await rosa.say("A slip")
    await rosa.ok("withdraw_message", id=gone["id"])
    assert held["status"] == "held"
    await close(cast.rosa, "stay")
    page = (await house.page(f"/surgeries/{room.id}")).text
    assert "The lights are out" in page
    assert "a former member" in page
    assert "Rosa" not in page
    assert (await Message.get(id=said["id"])).state == MessageState.PUBLISHED
    for id_ in (held["id"], gone["id"]):
        unseen = await Message.get(id=id_)
        assert (unseen.state, unseen.body, unseen.html) == (MessageState.WITHDRAWN, "", "")


async def test_a_closed_rooms_transcript_loses_the_words(house: House, cast: Cast, room: Room, close: Close) -> None:
    await (await room.enter(cast.rosa)).say("The lights are out")
    await room.act("close")
    assert "The lights are out" in (await house.page(f"/surgeries/{room.id}/transcript")).text
    await close(cast.rosa, "go")
    assert "The lights are out" not in (await house.page(f"/surgeries/{room.id}/transcript")).text


async def test_what_a_crash_left_behind_goes_by_the_clock(house: House, cast: Cast, room: Room, close: Close) -> None:
    said = await (await room.enter(cast.rosa)).say("The lights are out")
    words, *_others = house.app[WORDS_LEAVE]

    async def crash(*_whose: object, **_what: object) -> bool:
        raise ConnectionError("the power went")

    house.app._state[WORDS_LEAVE] = (Words(crash, words.keeps),)
    assert "Your account is closed" in (await close(cast.rosa, "go")).text
    assert (await Message.get(id=said["id"])).body == "The lights are out", "the crash must have left it"
    await house.restart()
    await house.run_jobs()
    assert (await Message.get(id=said["id"])).body == ""
    clock.move(timedelta(minutes=1))
    await house.run_jobs()
    assert (await Departure.get(id=cast.rosa.id)).done_at is not None
    before = await room.last_seq()
    await house.run_jobs()
    assert await room.last_seq() == before, "what is done is not done twice"
