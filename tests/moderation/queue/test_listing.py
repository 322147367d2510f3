"""What a moderator finds in the queue, in which order, and what is not theirs to see."""

from accounts.models import Person, PersonNeighbourhood
from foundation import clock
from foundation.ids import new_id
from moderation.items.models import ReviewItem
from tests.cast import ELSEWHERE, Cast
from tests.house import House
from tests.moderation.queue.waiting import HELD, add_items, hold, ids, queue
from tests.rooms_from_outside import Room


async def test_mo_finds_what_waits_with_its_words_and_what_a_rule_found(house: House, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    [found] = await queue(house, cast.mo)
    assert found["id"] == item
    assert found["target"]["type"] == "message"
    assert (found["text"], found["kind"], found["cause"]) == (HELD, "personal_data", "held")
    assert [HELD[hit["start"] : hit["end"]] for hit in found["hits"]] == ["07700 900123"]
    assert (found["claimed_by"], found["version"], found["flags"]) == (None, 1, 0)
    assert found["author"]["name"] == cast.rosa.name
    assert found["due_at"].endswith("Z")


async def test_only_moderators_of_the_force_see_it(house: House, cast: Cast, room: Room):
    await hold(room, cast.rosa)
    assert cast.max.force != cast.mo.force, "Max must serve another force"
    assert await ids(house, cast.max) == []
    assert len(await ids(house, cast.dee)) == 1
    for member in (cast.rosa, cast.gwen, cast.ada):
        assert (await house.caller(member).get("/moderation/queue")).status == 403
        assert (await house.page("/moderation", member)).status == 403
    assert (await house.caller().get("/moderation/queue")).status == 401


async def test_an_item_of_another_force_is_not_there_for_max(house: House, cast: Cast, room: Room):
    item = await hold(room, cast.rosa)
    assert (await house.page(f"/moderation/items/{item}", cast.max)).status == 404
    assert (await house.caller(cast.max).post(f"/moderation/items/{item}/claim")).status == 404
    assert (await house.page(f"/moderation/items/{item}", cast.mo)).status == 200


async def test_the_most_urgent_comes_first_and_pages_follow_each_other(house: House, cast: Cast):
    late = await add_items(cast, 3, priority=999)
    soon = await add_items(cast, 3, priority=150, kind="danger", kinds=["danger"])
    first = await house.caller(cast.mo).get("/moderation/queue?limit=4")
    assert [item["id"] for item in first.json["items"]] == [*soon, late[0]]
    rest = await house.caller(cast.mo).get(f"/moderation/queue?limit=4&cursor={first.json['next']}")
    assert [item["id"] for item in rest.json["items"]] == late[1:]
    assert rest.json["next"] is None
    assert (await house.caller(cast.mo).get("/moderation/queue?cursor=nonsense")).status == 422


async def test_filters_leave_out_what_was_not_asked_for(house: House, cast: Cast):
    [link] = await add_items(cast, kind="link", kinds=["link"], priority=1000, place_id="0" * 16)
    [flagged] = await add_items(cast, cause="flagged", author_id=cast.amir.id)
    assert await ids(house, cast.mo, "?kind=link") == [link]
    assert await ids(house, cast.mo, "?cause=flagged") == [flagged]
    assert await ids(house, cast.mo, f"?author={cast.amir.id}") == [flagged]
    assert await ids(house, cast.mo, f"?place={'0' * 16}") == [link]
    assert await ids(house, cast.mo, "?mine=1") == []
    assert (await house.caller(cast.mo).post(f"/moderation/items/{link}/claim")).status == 200
    assert await ids(house, cast.mo, "?mine=1") == [link]


async def test_counts_say_how_many_of_each_kind_wait_for_mo(house: House, cast: Cast):
    await add_items(cast, 3)
    await add_items(cast, 2, kind="abuse", kinds=["abuse"], priority=950)
    await add_items(cast, 1, author_id=cast.mo.id)
    await add_items(cast, 4, force_id="gwent", neighbourhood_id="newport-central")
    await add_items(cast, 1, state="decided", open_key=None)
    answer = await house.caller(cast.mo).get("/moderation/queue")
    assert answer.json["counts"] == {"personal_data": 3, "abuse": 2}
    assert len(answer.json["items"]) == 5
    assert "(5) Review queue" in (await house.page("/moderation", cast.mo)).text


async def test_a_moderator_of_one_neighbourhood_hears_of_no_other(house: House, cast: Cast):
    [here], [there] = await add_items(cast), await add_items(cast, neighbourhood_id=ELSEWHERE)
    await Person.filter(id=cast.mo.id).update(scope="neighbourhoods")
    await PersonNeighbourhood.create(id=new_id(), person_id=cast.mo.id, neighbourhood_id=ELSEWHERE, since=clock.now())
    assert await ids(house, cast.mo) == [there]
    assert (await house.caller(cast.mo).get("/moderation/queue")).json["counts"] == {"personal_data": 1}
    assert (await house.page(f"/moderation/items/{here}", cast.mo)).status == 404


async def test_dee_s_own_words_are_for_somebody_else(house: House, cast: Cast):
    [own] = await add_items(cast, author_id=cast.dee.id)
    assert await ids(house, cast.dee) == []
    assert (await house.caller(cast.dee).post(f"/moderation/items/{own}/claim")).status == 403
    assert (await house.page(f"/moderation/items/{own}", cast.dee)).status == 403
    assert await ids(house, cast.mo) == [own]


async def test_the_room_s_console_leads_to_its_items(house: House, cast: Cast, room: Room):
    await hold(room, cast.rosa)
    assert f'href="/moderation?place={room.id}"' in (await house.page(f"/surgeries/{room.id}", cast.mo)).text
    assert await ReviewItem.filter(place_id=room.id).count() == 1
    assert len(await ids(house, cast.mo, f"?place={room.id}")) == 1


async def test_the_menu_says_how_many_wait(house: House, cast: Cast):
    assert "data-waiting></span>" in (await house.page("/rules", cast.mo)).text
    await add_items(cast, 3)
    assert "data-waiting>3</span>" in (await house.page("/rules", cast.mo)).text
    assert "data-waiting" not in (await house.page("/rules", cast.ada)).text
