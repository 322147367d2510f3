"""GET /forums, /forums/{id}, /neighbourhoods/{id}/forum and the lists of topics."""

import pytest

from forums.models import TopicState
from forums.places.service import forum_of_neighbourhood, staff_forum
from foundation import clock
from tests.cast import HOME, Cast
from tests.forums.places.rows import add_topic
from tests.house import House


async def test_a_forum_says_who_writes_in_which_section(house: House, cast: Cast) -> None:
    answer = await house.caller().get(f"/neighbourhoods/{HOME}/forum")
    notices = answer.json["sections"][0]
    assert (answer.status, answer.json["kind"], answer.json["neighbourhood"]) == (200, "neighbourhood", HOME)
    assert (notices["slug"], notices["who_posts"], notices["who_replies"], notices["guests"], notices["archived"]) == (
        "notices", "staff", "email", False, False,
    )  # fmt: skip
    assert (await house.caller().get(f"/forums/{answer.json['id']}")).json == answer.json


async def test_rosa_and_ada_are_each_given_their_forums(house: House, cast: Cast) -> None:
    for member, kinds in ((cast.rosa, ["neighbourhood", "force"]), (cast.ada, ["neighbourhood", "force", "staff"])):
        answer = await house.caller(member).get("/forums")
        assert [(answer.status, forum["kind"]) for forum in answer.json["items"]] == [(200, kind) for kind in kinds]
    assert {forum["force"] for forum in (await house.caller().get("/forums")).json["items"]} == {"gwent", "south-wales"}


async def test_topics_are_listed_as_the_contract_has_them(house: House, cast: Cast) -> None:
    forum = await forum_of_neighbourhood(HOME)
    topic = await add_topic(forum, cast.rosa, "Who mends the gate?", "traffic", replies=2, solved_at=clock.now())
    answer = await house.caller().get(f"/neighbourhoods/{HOME}/topics")
    [listed] = answer.json["items"]
    assert (answer.status, answer.json["next"], listed["id"], listed["title"]) == (
        200,
        None,
        topic,
        "Who mends the gate?",
    )
    assert (listed["neighbourhood"], listed["section"], listed["state"]) == (HOME, "traffic", TopicState.SOLVED)
    assert (listed["replies"], listed["last_number"], listed["author"]["id"]) == (2, 3, cast.rosa.id)
    assert (await house.caller().get(f"/forums/{forum['id']}/topics?section=traffic")).json == answer.json


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "cursor=x", "section=gossip", f"section={'x' * 65}"]
)
async def test_what_can_not_be_asked_is_refused(house: House, cast: Cast, query: str) -> None:
    assert (await house.caller().get(f"/neighbourhoods/{HOME}/topics?{query}")).status == 422


async def test_what_is_not_there_or_not_for_them_is_not_found(house: House, cast: Cast) -> None:
    staff = (await staff_forum("south-wales"))["id"]
    assert (await house.caller(cast.ada).get(f"/forums/{staff}/topics")).status == 200
    for path in ("/neighbourhoods/atlantis/forum", "/neighbourhoods/atlantis/topics", f"/forums/{staff}", "/forums/x"):
        assert (await house.caller(cast.rosa).get(path)).status == 404
