"""Somebody may be in danger: who is called, how they answer, and that they are called again where nobody looks."""

import asyncio
from datetime import timedelta
from typing import Any

from foundation import clock
from foundation.models import AuditEntry
from moderation.items.models import ReviewItem
from moderation.paging.models import Page
from moderation.paging.service import tell_again
from notices.models import Notice
from tests.cast import Cast, Member
from tests.clients import Live
from tests.house import House
from tests.rooms_from_outside import Room, Seat

DANGER = "Help, he has a knife and he is in my house right now!"


async def in_danger(room: Room, cast: Cast) -> tuple[Seat, Page]:
    """Rosa says that she is in danger; gives her seat and the call."""
    rosa = await room.enter(cast.rosa)
    answer = await rosa.say(DANGER)
    assert answer["notice"] == "emergency"
    return rosa, await Page.get()


async def watching(house: House, member: Member) -> tuple[Live, Any]:
    """Somebody at the queue; gives their connection and what it was answered."""
    live = await house.live(member)
    return live, await live.ok("watch_queue")


async def called(member: Member) -> int:
    return await Notice.filter(person_id=member.id, kind="paged").count()


async def test_the_host_and_the_moderators_are_called_at_once(room: Room, cast: Cast) -> None:
    ada = await room.enter(cast.ada)
    mo, _ack = await watching(room.house, cast.mo)
    _rosa, page = await in_danger(room, cast)
    for live in (ada.live, mo):
        heard = await live.wait("paged", id=page.id)
        assert (heard["room"], heard["kind"], heard["again"]) == (room.id, "emergency", False)
        assert DANGER not in str(heard), "a call has no words in it"
    assert await called(cast.ada) == await called(cast.mo) == 1
    sentence = (await Notice.get(person_id=cast.ada.id)).sentence
    assert "knife" not in sentence
    assert "danger" in sentence
    assert await AuditEntry.filter(act="page.call", subject_id=page.id, actor_id=None).count() == 1


async def test_nobody_else_is_called(room: Room, cast: Cast) -> None:
    max_, _ack = await watching(room.house, cast.max)
    amir = await room.enter(cast.amir)
    rosa, page = await in_danger(room, cast)
    await amir.live.quiet()
    assert max_.of("paged") == amir.live.of("paged") == rosa.live.of("paged") == []
    for outsider in (cast.rosa, cast.amir, cast.max, cast.nia, cast.olga):
        assert await called(outsider) == 0
        assert (await room.house.page(f"/moderation/paged/{page.id}", outsider)).status in (403, 404)


async def test_the_words_reach_everybody_all_the_same(room: Room, cast: Cast) -> None:
    amir = await room.enter(cast.amir)
    await in_danger(room, cast)
    await amir.hear("message_posted", body=DANGER)


async def test_ada_says_that_she_has_seen_it_and_the_others_hear_that(room: Room, cast: Cast) -> None:
    ada = await room.enter(cast.ada)
    mo, _ack = await watching(room.house, cast.mo)
    _rosa, page = await in_danger(room, cast)
    await ada.live.ok("see_page", id=page.id)
    seen = await mo.wait("page_seen", id=page.id)
    assert seen["by"]["name"] == "Ada Okafor"
    await page.refresh_from_db()
    assert page.seen_by_id == cast.ada.id
    await mo.ok("see_page", id=page.id)
    await page.refresh_from_db()
    assert page.seen_by_id == cast.ada.id, "the first one counts"


async def test_outsiders_can_not_say_so(room: Room, cast: Cast) -> None:
    _rosa, page = await in_danger(room, cast)
    for outsider in (cast.amir, cast.max, cast.nia, cast.rosa):
        live = await room.house.live(outsider)
        assert (await live.refused("see_page", id=page.id))["code"] in ("not_allowed", "not_found")
    await page.refresh_from_db()
    assert page.seen_at is None


async def test_whoever_opens_the_call_has_seen_it_but_no_browser_that_guesses(room: Room, cast: Cast) -> None:
    _rosa, page = await in_danger(room, cast)
    guess = {"Accept": "text/html", "Sec-Purpose": "prefetch"}
    answer = await room.house.caller(cast.mo).send("GET", f"/moderation/paged/{page.id}", headers=guess)
    assert answer.status == 204
    assert await Page.filter(seen_at=None).exists()
    shown = await room.house.page(f"/moderation/paged/{page.id}", cast.mo)
    assert shown.status == 200
    assert "he is in my house right now" in shown.text
    assert await Page.filter(seen_by_id=cast.mo.id).exists()


async def test_whoever_takes_the_item_has_looked(room: Room, cast: Cast) -> None:
    ada = await room.enter(cast.ada)
    _rosa, page = await in_danger(room, cast)
    answer = await room.house.caller(cast.mo).post(f"/moderation/items/{page.item_id}/claim")
    assert answer.status == 200, answer.text
    assert (await ada.live.wait("page_seen", id=page.id))["by"]["name"] == "Mo Evans"


async def test_whoever_decides_has_looked(room: Room, cast: Cast) -> None:
    _rosa, page = await in_danger(room, cast)
    ada = await room.enter(cast.ada)
    item = await ReviewItem.get(id=page.item_id)
    await ada.ok("hide_message", id=item.target_id, reason="The police are with her.")
    assert await Page.filter(seen_by_id=cast.ada.id).exists()


async def test_all_who_could_look_are_called_again_after_a_minute_once(room: Room, cast: Cast) -> None:
    clock.move(timedelta(minutes=20))
    mo, _ack = await watching(room.house, cast.mo)
    _rosa, page = await in_danger(room, cast)
    assert (await called(cast.mo), await called(cast.dee)) == (1, 0), "Dee must not be here for this to mean anything"
    clock.move(timedelta(seconds=59))
    await tell_again(room.house.app)
    assert await called(cast.dee) == 0
    clock.move(timedelta(seconds=2))
    await asyncio.gather(tell_again(room.house.app), tell_again(room.house.app))
    await mo.wait("paged", id=page.id, again=True)
    await mo.quiet()
    assert len([call for call in mo.of("paged") if call["again"]]) == 1
    assert (await called(cast.mo), await called(cast.dee), await called(cast.dai)) == (2, 1, 1)
    clock.move(timedelta(minutes=5))
    await tell_again(room.house.app)
    assert (await called(cast.mo), await called(cast.max), await called(cast.rosa)) == (2, 0, 0)


async def test_nobody_is_called_again_once_somebody_has_looked(room: Room, cast: Cast) -> None:
    _rosa, page = await in_danger(room, cast)
    mo, _ack = await watching(room.house, cast.mo)
    await mo.ok("see_page", id=page.id)
    clock.move(timedelta(minutes=2))
    await tell_again(room.house.app)
    assert await called(cast.mo) == 1


async def test_two_of_one_kind_about_one_message_are_one_call(room: Room, cast: Cast) -> None:
    _rosa, page = await in_danger(room, cast)
    item = await ReviewItem.get(id=page.item_id)
    amir = await room.enter(cast.amir)
    await amir.ok("flag_message", id=item.target_id, reason="danger")
    assert await Page.all().count() == 1


async def test_who_comes_later_finds_the_call_and_can_answer_without_scripts(room: Room, cast: Cast) -> None:
    _rosa, page = await in_danger(room, cast)
    for path, member in ((f"/surgeries/{room.id}", cast.ada), ("/moderation", cast.mo)):
        assert f'data-call="{page.id}"' in (await room.house.page(path, member)).text
    assert "data-call=" not in (await room.house.page(f"/surgeries/{room.id}", cast.amir)).text
    assert [call["id"] for call in (await room.enter(cast.ada)).entered["paged"]] == [page.id]
    assert "paged" not in (await room.enter(cast.amir)).entered
    _live, ack = await watching(room.house, cast.mo)
    assert [call["id"] for call in ack["paged"]] == [page.id]
    assert (await watching(room.house, cast.max))[1]["paged"] == []
