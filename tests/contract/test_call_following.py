"""PUT /topics/{id}/read, PUT and DELETE /topics/{id}/watch, GET /unread."""

import pytest

from tests.cast import HOME, Cast
from tests.clients import JSON
from tests.house import House


@pytest.fixture
def limits() -> bool:
    return False


async def _topic(house: House, cast: Cast) -> str:
    answer = await house.caller(cast.rosa).post(
        f"/neighbourhoods/{HOME}/topics", {"title": "The lamp by the school", "body": "It is dark"}
    )
    assert answer.status == 201, answer.text
    return str(answer.json["id"])


async def _reply(house: House, cast: Cast, topic: str) -> JSON:
    answer = await house.caller(cast.amir).post(f"/topics/{topic}/replies", {"body": "I saw it too"})
    assert answer.status == 201, answer.text
    return dict(answer.json)


async def test_what_rosa_follows_is_unread_until_she_says_that_she_read_it(house: House, cast: Cast):
    topic = await _topic(house, cast)
    reply = await _reply(house, cast, topic)
    answer = await house.caller(cast.rosa).get("/unread")
    [item] = answer.json["items"]
    assert (answer.status, answer.json["next"]) == (200, None)
    assert (item["id"], item["title"], item["first_unread"]) == (topic, "The lamp by the school", reply["number"])
    assert (item["last_number"], item["replies"], item["neighbourhood"], item["state"]) == (2, 1, HOME, "open")
    assert (await house.caller(cast.rosa).put(f"/topics/{topic}/read", {"number": 2})).status == 204
    assert (await house.caller(cast.rosa).get("/unread")).json["items"] == []


async def test_olga_watches_a_topic_and_no_more(house: House, cast: Cast):
    topic = await _topic(house, cast)
    olga = house.caller(cast.olga)
    assert (await olga.put(f"/topics/{topic}/read", {"number": 1})).status == 204
    assert (await olga.put(f"/topics/{topic}/watch")).status == 204
    assert (await olga.put(f"/topics/{topic}/watch")).status == 204, "however often it is said"
    await _reply(house, cast, topic)
    assert [item["first_unread"] for item in (await olga.get("/unread")).json["items"]] == [2]
    assert (await olga.delete(f"/topics/{topic}/watch")).status == 204
    assert (await olga.get("/unread")).json["items"] == []
    assert (await olga.get(f"/topics/{topic}/watch")).json["watching"] is False


async def test_what_olga_has_read_is_unread_when_it_goes_on(house: House, cast: Cast):
    topic = await _topic(house, cast)
    await house.caller(cast.olga).put(f"/topics/{topic}/read", {"number": 1})
    assert (await house.caller(cast.olga).get("/unread")).json["items"] == []
    await _reply(house, cast, topic)
    assert [item["id"] for item in (await house.caller(cast.olga).get("/unread")).json["items"]] == [topic]


@pytest.mark.parametrize("body", [{}, {"number": 0}, {"number": -1}, {"number": "two"}, {"number": 2**40}])
async def test_a_number_that_is_none_is_refused(house: House, cast: Cast, body: JSON):
    topic = await _topic(house, cast)
    assert (await house.caller(cast.rosa).put(f"/topics/{topic}/read", body)).status == 422


async def test_nobody_reads_or_watches_what_is_not_there_or_without_a_name(house: House, cast: Cast):
    topic = await _topic(house, cast)
    for path, body in (("read", {"number": 1}), ("watch", None)):
        assert (await house.caller(cast.rosa).put(f"/topics/d20pdtqz7sxj2bmk/{path}", body)).status == 404
        assert (await house.caller().put(f"/topics/{topic}/{path}", body)).status == 401
    assert (await house.caller().delete(f"/topics/{topic}/watch")).status == 401
    assert (await house.caller().get("/unread")).status == 401


async def test_what_olga_follows_is_listed_by_pages(house: House, cast: Cast):
    topics = [await _topic(house, cast) for _each in range(3)]
    olga = house.caller(cast.olga)
    for topic in topics:
        assert (await olga.put(f"/topics/{topic}/watch")).status == 204
    first = (await olga.get("/watches?limit=2")).json
    rest = (await olga.get(f"/watches?limit=2&cursor={first['next']}")).json
    assert [item["id"] for page in (first, rest) for item in page["topics"]] == topics[::-1]
    assert rest["next"] is None


@pytest.mark.parametrize("path", ["/watches", "/unread", "/search?q=lamp", f"/neighbourhoods/{HOME}/topics"])
async def test_a_cursor_that_no_page_gave_out_is_named(house: House, cast: Cast, path: str):
    answer = await house.caller(cast.rosa).get(f"{path}{'&' if '?' in path else '?'}cursor=no.cursor!")
    assert (answer.status, [error["field"] for error in answer.json["errors"]]) == (422, ["cursor"])


async def test_feeds_are_answered_as_they_are_described(house: House, cast: Cast):
    topic = await _topic(house, cast)
    forum = (await house.caller().get(f"/topics/{topic}")).json["forum"]
    places = (f"/neighbourhoods/{HOME}/forum", f"/forums/{forum}", f"/forums/{forum}/sections/general",
              f"/topics/{topic}")  # fmt: skip
    for place in places:
        feed = await house.caller().get(f"{place}/feed.atom")
        assert (feed.status, feed.headers["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
        known = {"If-None-Match": feed.headers["ETag"]}
        assert (await house.caller().get(f"{place}/feed.atom", headers=known)).status == 304
