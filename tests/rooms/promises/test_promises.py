"""Parking a question with a promise, keeping it days later, and being told when its day has passed."""

import asyncio
from datetime import timedelta

import pytest

from foundation import clock
from foundation.models import AuditEntry
from notices.models import Notice
from server.app import SCHEDULER
from tests.accounts.browsing import Browser
from tests.cast import HOME, Cast, Member
from tests.clients import JSON
from tests.rooms_from_outside import Room, Seat

WORDS = "I will ask the council and bring you their plan."


@pytest.fixture
async def ada(room: Room, cast: Cast) -> Seat:
    return await room.enter(cast.ada)


@pytest.fixture
async def lights(room: Room, cast: Cast) -> str:
    return await (await room.enter(cast.rosa)).ask("When will the lights on Salisbury Road be mended?")


def _day(days: int) -> str:
    return (clock.now() + timedelta(days=days)).date().isoformat()


async def _promise(ada: Seat, question: str, **more: str) -> str:
    wanted = {"text": WORDS, "due_on": _day(3), "owner": "Cardiff Council"} | more
    return str((await ada.ok("promise_question", id=question, **wanted))["promise"])


async def _register(room: Room) -> JSON:
    answer = await room.house.caller().get(f"/neighbourhoods/{HOME}/promises")
    assert answer.status == 200, answer.text
    return dict(answer.json)


async def _keep(room: Room, member: Member, promise: str, **fields: str) -> int:
    browser = Browser(room.house.url, member)
    try:
        await browser.get("/account")
        return (await browser.post(f"/promises/{promise}/keep", **fields)).status
    finally:
        await browser.close()


async def test_rosa_is_promised_an_answer_by_a_day_and_everybody_sees_it(
    room: Room, cast: Cast, ada: Seat, lights: str
):
    rosa = await room.enter(cast.rosa)
    promise = await _promise(ada, lights, owner_id=cast.huw.id)
    told = (await rosa.hear("question_promised", id=lights))["data"]["promise"]
    assert (told["owner"], told["text"], told["due_on"]) == ("Sgt Huw Hughes", WORDS, _day(3))
    register = await _register(room)
    assert register["counts"] == {"made": 1, "kept": 0, "open": 1, "late": 0, "withdrawn": 0}
    assert [(one["id"], one["standing"]) for one in register["items"]] == [(promise, "open")]
    assert await Notice.filter(person_id=cast.rosa.id, kind="question_promised").count() == 1
    page = (await room.house.page(f"/neighbourhoods/{HOME}/promises")).text
    assert WORDS in page
    assert f"/neighbourhoods/{HOME}/promises" in (await room.house.page(f"/neighbourhoods/{HOME}")).text
    assert await ada.refused("promise_question", id=lights, text="Again", due_on=_day(2), owner="Me") == "conflict"


async def test_a_promise_kept_three_days_after_the_close_tells_rosa_what_came_of_it(
    room: Room, cast: Cast, ada: Seat, lights: str
):
    promise = await _promise(ada, lights, owner_id=cast.ada.id)
    await room.act("close")
    clock.move(timedelta(days=3))
    await _renew(cast.huw)
    assert await _keep(room, cast.huw, promise, outcome="They were mended on Tuesday.") == 303
    told = await Notice.get(person_id=cast.rosa.id, kind="promise_kept")
    assert told.path == f"/surgeries/{room.id}#q-{lights}"
    last = (await room.log())[-1]
    assert (last["kind"], last["data"]["promise"]["outcome"]) == ("promise_kept", "They were mended on Tuesday.")
    assert (await _register(room))["counts"]["kept"] == 1
    assert "They were mended on Tuesday." in (await room.house.page(f"/surgeries/{room.id}")).text
    assert await _keep(room, cast.huw, promise, outcome="Once more") == 409
    acts = await AuditEntry.filter(act__startswith="promise.").order_by("id").values_list("act", "actor_id")
    assert list(acts) == [("promise.make", cast.ada.id), ("promise.kept", cast.huw.id)]


async def _renew(member: Member) -> None:
    """Their session lives on after the clock was moved."""
    from accounts.models import Session

    now = clock.now()
    await Session.filter(id=member.session).update(
        last_seen_at=now, expires_at=now + timedelta(days=1), proved_at=now
    )  # fmt: skip


async def test_the_owner_is_told_once_when_the_day_has_passed_though_two_processes_tick(
    room: Room, cast: Cast, ada: Seat, lights: str
):
    await _promise(ada, lights, owner_id=cast.huw.id)
    await room.house.run_jobs()
    assert await Notice.filter(kind="promise_late").count() == 0
    clock.move(timedelta(days=4))
    scheduler = room.house.app[SCHEDULER]
    await asyncio.gather(scheduler.run_all(), scheduler.run_all())
    told = await Notice.filter(kind="promise_late").values_list("person_id", flat=True)
    assert [str(person) for person in told] == [cast.huw.id]
    assert (await _register(room))["counts"]["late"] == 1


async def test_who_made_it_is_told_where_its_owner_is_not_one_of_ours(room: Room, cast: Cast, ada: Seat, lights: str):
    await _promise(ada, lights)
    clock.move(timedelta(days=4))
    await room.house.run_jobs()
    told = await Notice.filter(kind="promise_late").values_list("person_id", flat=True)
    assert [str(person) for person in told] == [cast.ada.id]


@pytest.mark.parametrize(
    "wrong",
    [
        {"due_on": "2026-02-30"},
        {"due_on": "soon"},
        {"due_on": "2020-01-01"},
        {"due_on": "9999-01-01"},
        {"text": "   "},
        {"owner": "", "owner_id": ""},
        {"owner": "x" * 121},
        {"owner_id": "nobody"},
    ],
)
async def test_a_promise_without_a_day_that_comes_words_or_an_owner_is_none(
    room: Room, ada: Seat, lights: str, wrong: JSON
):
    wanted = {"text": WORDS, "due_on": _day(3), "owner": "Cardiff Council"} | wrong
    assert await ada.refused("promise_question", id=lights, **wanted) == "invalid"
    assert (await _register(room))["items"] == []


async def test_an_officer_of_elsewhere_owns_nothing_here_and_keeps_nothing(
    room: Room, cast: Cast, ada: Seat, lights: str
):
    wanted = {"text": WORDS, "due_on": _day(3), "owner_id": cast.nia.id}
    assert await ada.refused("promise_question", id=lights, **wanted) == "invalid"
    promise = await _promise(ada, lights)
    for outsider, status in ((cast.nia, 403), (cast.max, 403), (cast.mo, 403), (cast.rosa, 403)):
        assert await _keep(room, outsider, promise, outcome="Done") == status, outsider.name
    assert (await _register(room))["counts"]["kept"] == 0


async def test_what_was_promised_about_a_question_goes_with_its_words(room: Room, cast: Cast, ada: Seat, lights: str):
    promise = await _promise(ada, lights)
    assert await _keep(room, cast.ada, promise, outcome="Mended on Tuesday") == 303
    mo = await room.enter(cast.mo)
    await mo.ok("hide_message", id=lights, reason="Somebody is named")
    [shown] = (await _register(room))["items"]
    assert (shown["text"], shown["outcome"], shown["owner"], shown["standing"]) == (None, None, None, "kept")
    assert all(WORDS not in str(entry) and "Mended" not in str(entry) for entry in await room.log())
    for path in (f"/surgeries/{room.id}", f"/neighbourhoods/{HOME}/promises"):
        page = (await room.house.page(path)).text
        assert WORDS not in page, path
        assert "Mended on Tuesday" not in page, path


async def test_an_answer_in_the_room_keeps_the_promise(room: Room, cast: Cast, ada: Seat, lights: str):
    await _promise(ada, lights)
    await ada.ok("answer_question", id=lights, client_id="6d1a4e1c-5b8d-4b8e-9e5c-0c5a2f4e7d11", body="On Tuesday")
    assert (await _register(room))["counts"] == {"made": 1, "kept": 1, "open": 0, "late": 0, "withdrawn": 0}
    [listed] = (await room.house.caller().get(f"/surgeries/{room.id}/questions")).json["items"]
    assert listed["stands"] == "answered"


async def test_a_promise_that_cannot_be_kept_says_why(room: Room, cast: Cast, ada: Seat, lights: str):
    promise = await _promise(ada, lights)
    browser = Browser(room.house.url, cast.ada)
    await browser.get(f"/promises/{promise}")
    assert (await browser.post(f"/promises/{promise}/withdraw", reason="")).status == 422
    assert (await browser.post(f"/promises/{promise}/withdraw", reason="The council has no money.")).status == 303
    await browser.close()
    [shown] = (await _register(room))["items"]
    assert (shown["standing"], shown["outcome"]) == ("withdrawn", "The council has no money.")
    [listed] = (await room.house.caller().get(f"/surgeries/{room.id}/questions")).json["items"]
    assert (listed["stands"], listed["reason"]) == ("closed", "The council has no money.")
    assert await Notice.filter(person_id=cast.rosa.id, kind="question_closed").count() == 1


@pytest.mark.parametrize("owner", ["PC Smith", "Sgt. Huw Hughes", "P.C. Okafor", "Inspector Evans", "pc ada okafor"])
async def test_nobody_is_named_with_a_rank_who_is_not_chosen_from_the_officers(ada: Seat, lights: str, owner: str):
    error = (await ada.send("promise_question", id=lights, text=WORDS, due_on=_day(3), owner=owner))["error"]
    assert error["code"] == "invalid"
    assert "rank" in error["message"]


@pytest.mark.parametrize("owner", ["Cardiff Council", "The roads policing team", "South Wales Police", "Jo Bevan"])
async def test_a_team_or_organisation_may_own_a_promise(room: Room, ada: Seat, lights: str, owner: str):
    promise = await _promise(ada, lights, owner=owner)
    assert owner in (await room.house.page(f"/neighbourhoods/{HOME}/promises")).text, promise


async def test_only_who_may_keep_it_is_led_to_say_what_came_of_the_councils_promise(
    room: Room, cast: Cast, ada: Seat, lights: str
):
    promise = await _promise(ada, lights)
    for member, led in ((None, False), (cast.rosa, False), (cast.ada, True)):
        page = (await room.house.page(f"/neighbourhoods/{HOME}/promises", member)).text
        assert (f'href="/promises/{promise}"' in page) is led, member


async def test_the_promises_come_page_by_page(room: Room, cast: Cast, ada: Seat, lights: str):
    gritting = await (await room.enter(cast.amir)).ask("Who grits Crwys Road?")
    made = {await _promise(ada, question) for question in (lights, gritting)}
    caller, path = room.house.caller(), f"/neighbourhoods/{HOME}/promises?limit=1"
    first = (await caller.get(path)).json
    second = (await caller.get(f"{path}&cursor={first['next']}")).json
    assert {page["items"][0]["id"] for page in (first, second)} == made
    assert (second["next"], second["counts"]["made"]) == (None, 2)
