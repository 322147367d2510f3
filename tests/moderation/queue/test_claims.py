"""One at a time: claims, their end, and what others see of them."""

import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

from accounts.models import Person, PersonNeighbourhood, Session
from foundation import clock, database
from foundation.ids import new_id
from foundation.settings import Settings
from moderation.items.models import ReviewItem
from moderation.queue.watching import WATCHERS, settle_all_watchers, settle_watchers
from server.models import MODELS
from tests.accounts.browsing import Browser
from tests.cast import ELSEWHERE, Cast, Member
from tests.clients import Answer, Caller
from tests.house import House
from tests.moderation.queue.waiting import add_items, hold
from tests.rooms_from_outside import Room
from tests.running.server_process import running_server


async def _claim(house: House, member: Member, item: str) -> Answer:
    return await house.caller(member).post(f"/moderation/items/{item}/claim")


async def test_of_two_who_claim_at_once_one_has_it_and_the_other_is_told_who(house: House, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    answers = await asyncio.gather(_claim(house, cast.mo, item), _claim(house, cast.dee, item))
    won, lost = sorted(answers, key=lambda answer: answer.status)
    assert (won.status, lost.status) == (200, 409)
    assert lost.json["claimed_by"] == won.json["claimed_by"]
    assert won.json["claimed_by"]["id"] in {cast.mo.id, cast.dee.id}


async def test_a_claim_ends_by_itself_after_ten_minutes(house: House, cast: Cast):
    [item] = await add_items(cast)
    assert (await _claim(house, cast.mo, item)).status == 200
    clock.move(timedelta(minutes=9, seconds=50))
    assert (await _claim(house, cast.dee, item)).status == 409
    clock.move(timedelta(seconds=15))
    assert (await _claim(house, cast.dee, item)).status == 200


async def test_working_on_keeps_it_and_letting_go_frees_it(house: House, cast: Cast):
    [item] = await add_items(cast)
    await _claim(house, cast.mo, item)
    clock.move(timedelta(minutes=8))
    assert (await _claim(house, cast.mo, item)).status == 200, "ten more minutes"
    clock.move(timedelta(minutes=8))
    assert (await _claim(house, cast.dee, item)).status == 409
    assert (await house.caller(cast.mo).delete(f"/moderation/items/{item}/claim")).status == 204
    assert (await _claim(house, cast.dee, item)).status == 200


async def test_looking_at_one_s_own_item_keeps_it(house: House, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    await _claim(house, cast.mo, item)
    clock.move(timedelta(minutes=8))
    await house.page(f"/moderation/items/{item}", cast.mo)
    clock.move(timedelta(minutes=8))
    assert (await _claim(house, cast.dee, item)).status == 409


async def test_dee_takes_over_what_mo_has_left_lying(house: House, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    await _claim(house, cast.mo, item)
    dee = Browser(house.url, cast.dee)
    try:
        shown = await dee.get(f"/moderation/items/{item}")
        assert f"{cast.mo.name} has had this" in shown.text
        assert (await dee.post(f"/moderation/items/{item}/claim", over=cast.amir.id)).status == 409
        assert (await dee.post(f"/moderation/items/{item}/claim", over=cast.mo.id)).status == 303
    finally:
        await dee.close()
    assert (await ReviewItem.get(id=item)).claimed_by_id == cast.dee.id


async def test_the_other_moderators_see_it_at_once_and_nobody_else_does(house: House, cast: Cast):
    [item] = await add_items(cast)
    dee, abroad, rosa = await house.live(cast.dee), await house.live(cast.max), await house.live(cast.rosa)
    await dee.ok("watch_queue")
    await abroad.ok("watch_queue")
    assert (await rosa.refused("watch_queue"))["code"] == "not_allowed"
    await _claim(house, cast.mo, item)
    heard = await dee.wait("queue_changed", id=item)
    assert heard["claimed_by"]["name"] == cast.mo.name
    assert "text" not in heard
    await house.caller(cast.mo).delete(f"/moderation/items/{item}/claim")
    await dee.wait("queue_changed", id=item, claimed_by=None)
    await abroad.quiet()
    assert abroad.of("queue_changed") == rosa.of("queue_changed") == []


async def test_who_moderates_no_more_hears_no_more(house: House, cast: Cast):
    [first, second] = await add_items(cast, 2)
    mo, dai = await house.live(cast.mo), await house.live(cast.dai)
    await mo.ok("watch_queue")
    await dai.ok("watch_queue")
    await _claim(house, cast.dee, first)
    await mo.wait("queue_changed", id=first)
    assert len(house.app[WATCHERS]) == 2
    await Person.filter(id=cast.mo.id).update(role="resident")
    await settle_watchers(house.app, cast.mo.id)
    await _claim(house, cast.dee, second)
    await dai.wait("queue_changed", id=second)
    await mo.quiet()
    assert [heard["id"] for heard in mo.of("queue_changed")] == [first]
    assert len(house.app[WATCHERS]) == 1


async def test_a_moderator_of_one_neighbourhood_hears_live_of_no_other(house: House, cast: Cast):
    [here], [there] = await add_items(cast), await add_items(cast, neighbourhood_id=ELSEWHERE)
    await Person.filter(id=cast.mo.id).update(scope="neighbourhoods")
    await PersonNeighbourhood.create(id=new_id(), person_id=cast.mo.id, neighbourhood_id=ELSEWHERE, since=clock.now())
    mo = await house.live(cast.mo)
    await mo.ok("watch_queue")
    await _claim(house, cast.dee, here)
    await _claim(house, cast.dee, there)
    await mo.wait("queue_changed", id=there)
    await mo.quiet()
    assert {heard["id"] for heard in mo.of("queue_changed")} == {there}


async def test_of_two_who_ask_two_processes_at_once_one_has_each_item(settings: Settings, cast: Cast, tmp_path: Path):
    await database.connect(settings, MODELS)
    items = await add_items(cast, 12)
    await database.close()
    async with AsyncExitStack() as stack:
        servers = [stack.enter_context(running_server(settings=settings, folder=tmp_path)) for _server in range(2)]
        mo, dee = Caller(servers[0].url, cast.mo.token), Caller(servers[1].url, cast.dee.token)
        stack.push_async_callback(mo.close)
        stack.push_async_callback(dee.close)
        for item in items:
            path = f"/moderation/items/{item}/claim"
            answers = await asyncio.gather(mo.post(path), dee.post(path))
            assert sorted(answer.status for answer in answers) == [200, 409], item


async def test_what_another_process_took_from_a_moderator_ends_here_too(house: House, cast: Cast):
    [item] = await add_items(cast)
    mo, dai = await house.live(cast.mo), await house.live(cast.dai)
    await mo.ok("watch_queue")
    await dai.ok("watch_queue")
    seen = await Session.filter(id=cast.dai.session).values_list("last_seen_at", flat=True)
    await Person.filter(id=cast.mo.id).update(force_id="gwent")
    clock.move(timedelta(minutes=5))
    await settle_all_watchers(house.app)
    assert await Session.filter(id=cast.dai.session).values_list("last_seen_at", flat=True) == seen, "nobody acted"
    await _claim(house, cast.dee, item)
    await dai.wait("queue_changed", id=item)
    await mo.quiet()
    assert mo.of("queue_changed") == []
