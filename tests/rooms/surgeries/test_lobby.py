"""The lobby: a quarter of an hour before it opens a room takes questions, and nothing else."""

from datetime import timedelta
from uuid import uuid4

from foundation import clock
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.rooms_from_outside import Room


def _in_the_lobby() -> None:
    clock.move(timedelta(minutes=46))


async def test_rosa_puts_a_question_early_and_finds_it_when_it_opens(scheduled: Room, cast: Cast):
    _in_the_lobby()
    rosa, ada = await scheduled.enter(cast.rosa), await scheduled.enter(cast.ada)
    question = await rosa.ask("When do you patrol the park?")
    await ada.hear("message_posted", id=question)
    await scheduled.act("open")
    assert [entry["kind"] for entry in await scheduled.log()] == ["message_posted", "surgery_opened"]


async def test_an_hour_before_nothing_is_taken_yet(scheduled: Room, cast: Cast):
    rosa = await scheduled.enter(cast.rosa)
    early = {"client_id": str(uuid4()), "body": "Too early?", "kind": "question"}
    assert await rosa.refused("send_message", **early) == "closed"
    assert await scheduled.log() == []


async def test_the_lobby_takes_no_messages_and_none_after_a_cancellation(scheduled: Room, cast: Cast):
    _in_the_lobby()
    rosa = await scheduled.enter(cast.rosa)
    assert await rosa.refused("send_message", client_id=str(uuid4()), body="Hello") == "closed"
    await scheduled.act("cancel")
    question = {"client_id": str(uuid4()), "body": "And now?", "kind": "question"}
    assert await rosa.refused("send_message", **question) == "closed"


async def test_rosa_mends_and_takes_back_what_she_asked_early(scheduled: Room, cast: Cast):
    _in_the_lobby()
    rosa = await scheduled.enter(cast.rosa)
    question = await rosa.ask("When do you patrol?")
    await rosa.ok("edit_message", id=question, body="When do you patrol the park?")
    await rosa.ok("withdraw_message", id=question)
    kinds = [entry["kind"] for entry in await scheduled.log()]
    assert kinds == ["message_posted", "message_edited", "message_withdrawn"]


async def test_the_page_says_who_waits_and_takes_a_question_without_scripts(scheduled: Room, cast: Cast):
    path = f"/surgeries/{scheduled.id}"
    amir = Browser(scheduled.house.url, cast.amir)
    try:
        assert "Questions can be put early from" in (await amir.get(path)).text
        _in_the_lobby()
        await scheduled.enter(cast.rosa)
        page = (await amir.get(path)).text
        assert 'People waiting: <strong data-count="people" data-zero="0">1</strong>' in page
        assert "You can put your question now" in page
        asked = await amir.post(f"{path}/messages", body="Is the park lit?", kind="question", client_id=str(uuid4()))
        assert asked.status == 303
        assert "Is the park lit?" in (await amir.get(path)).text
    finally:
        await amir.close()


async def test_a_host_who_only_looked_long_before_is_still_missed(scheduled: Room, cast: Cast):
    await scheduled.house.page(f"/surgeries/{scheduled.id}", cast.ada)
    clock.move(timedelta(hours=1))
    await scheduled.house.run_jobs()
    clock.move(timedelta(minutes=6))
    await scheduled.house.run_jobs()
    assert [entry["kind"] for entry in await scheduled.log()] == ["surgery_opened", "host_late"]
