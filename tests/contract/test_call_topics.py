"""The calls of topics and replies: begin, read, reply, change, take back."""

from uuid import uuid4

import pytest

from forums.places.service import forum_of_neighbourhood
from tests.cast import HOME, Cast, Member
from tests.clients import JSON, Answer
from tests.forums.places.rows import add_topic
from tests.house import House

TITLE, WORDS = "Speeding by the school", "Every morning at *eight*"


async def _begin(house: House, member: Member, **more: object) -> JSON:
    answer = await house.caller(member).post(f"/neighbourhoods/{HOME}/topics", {"title": TITLE, "body": WORDS, **more})
    assert answer.status == 201, answer.text
    return dict(answer.json)


async def _reply(house: House, member: Member, topic: str, body: str, **more: object) -> Answer:
    return await house.caller(member).post(f"/topics/{topic}/replies", {"body": body, **more})


async def _said(house: House, topic: str, member: Member | None = None) -> list[JSON]:
    return list((await house.caller(member).get(f"/topics/{topic}/replies")).json["items"])


async def test_rosa_begins_a_topic(house: House, cast: Cast) -> None:
    topic = await _begin(house, cast.rosa, section="traffic")
    known = {name: topic[name] for name in ("title", "neighbourhood", "section", "state", "replies", "last_number")}
    assert known == {
        "title": TITLE, "neighbourhood": HOME, "section": "traffic", "state": "open", "replies": 0, "last_number": 1,
    }  # fmt: skip
    assert topic["author"]["id"] == cast.rosa.id
    assert (await house.caller().get(f"/topics/{topic['id']}")).json == topic
    assert [item["id"] for item in (await house.caller().get(f"/neighbourhoods/{HOME}/topics")).json["items"]] == [
        topic["id"]
    ]
    [first] = await _said(house, topic["id"])
    assert (first["number"], first["body"], first["version"]) == (1, WORDS, 1)
    assert first["html"] == "<p>Every morning at <em>eight</em></p>\n"


async def test_the_section_of_who_names_none_is_general(house: House, cast: Cast) -> None:
    assert (await _begin(house, cast.rosa))["section"] == "general"


async def test_replies_are_numbered_in_their_order(house: House, cast: Cast) -> None:
    topic = (await _begin(house, cast.rosa))["id"]
    first = (await _reply(house, cast.amir, topic, "I see it too")).json
    second = (await _reply(house, cast.rosa, topic, "Thank you", reply_to=first["id"])).json
    assert (first["number"], second["number"]) == (2, 3)
    assert (first["reply_to"], second["reply_to"]) == (None, first["id"])
    assert (first["official"], first["edited"]) == (False, False)
    caller = house.caller()
    page = (await caller.get(f"/topics/{topic}/replies?after=0&limit=2")).json
    assert ([item["number"] for item in page["items"]], page["next"]) == ([1, 2], 2)
    page = (await caller.get(f"/topics/{topic}/replies?after=2&limit=2")).json
    assert ([item["number"] for item in page["items"]], page["next"]) == ([3], None)
    known = (await caller.get(f"/topics/{topic}")).json
    assert (known["replies"], known["last_number"]) == (2, 3)


async def test_ten_replies_in_a_row_pass_with_limits_on(house: House, cast: Cast) -> None:
    topic = (await _begin(house, cast.rosa))["id"]
    for number in range(2, 12):
        answer = await _reply(house, cast.amir, topic, f"It is number {number}")
        assert (answer.status, answer.json.get("number")) == (201, number), answer.text


async def test_the_same_client_id_is_answered_the_same_and_posts_once(house: House, cast: Cast) -> None:
    sent = str(uuid4())
    topic = await _begin(house, cast.rosa, client_id=sent)
    assert await _begin(house, cast.rosa, client_id=sent) == topic
    replied = str(uuid4())
    first = await _reply(house, cast.amir, topic["id"], "Me too", client_id=replied)
    again = await _reply(house, cast.amir, topic["id"], "Me too", client_id=replied)
    assert (again.status, again.json) == (201, first.json)
    assert len(await _said(house, topic["id"])) == 2


async def test_a_client_id_that_was_used_in_another_topic_is_refused(house: House, cast: Cast) -> None:
    one, other = (await _begin(house, cast.rosa))["id"], (await _begin(house, cast.rosa))["id"]
    sent = str(uuid4())
    await _reply(house, cast.amir, one, "Here", client_id=sent)
    assert (await _reply(house, cast.amir, other, "And here", client_id=sent)).status == 409


async def test_what_waits_is_answered_with_202_and_its_reason(house: House, cast: Cast) -> None:
    topic = (await _begin(house, cast.rosa))["id"]
    held = await _reply(house, cast.amir, topic, "You are a spastic", client_id=str(uuid4()))
    assert (held.status, held.json["status"]) == (202, "held")
    assert held.json["reason"]
    assert len(await _said(house, topic)) == 1
    began = await house.caller(cast.amir).post(
        f"/neighbourhoods/{HOME}/topics", {"title": "You are a spastic", "body": "x"}
    )
    assert began.status == 202
    assert (await house.caller().get(f"/topics/{began.json['id']}")).status == 404
    assert (await house.caller(cast.amir).get(f"/topics/{began.json['id']}")).status == 200


async def test_who_is_warned_may_confirm(house: House, cast: Cast) -> None:
    topic = (await _begin(house, cast.rosa))["id"]
    words = "Call me on 07700 900123 tonight"
    warned = await _reply(house, cast.amir, topic, words)
    assert (warned.status, warned.json["type"]) == (422, "urn:bluelamp:problem:warned")
    assert (await _reply(house, cast.amir, topic, words, confirm=True)).status == 202


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"title": "", "body": "x"}, "title"), ({"title": "x" * 121, "body": "x"}, "title"),
        ({"title": "x", "body": ""}, "body"), ({"title": "x", "body": "x" * 4001}, "body"),
        ({"title": "x", "body": "x" * 30_000}, "body"), ({"title": "x"}, "body"), ({"title": 5, "body": "x"}, "title"),
        ({"title": "x", "body": "\u200b\n"}, "body"), ({"title": "x", "body": "x", "client_id": "no"}, "client_id"),
        ({"title": "x", "body": "x", "pictures": ["0123456789abcdef"]}, "pictures"),
        ({"title": "x", "body": "", "pictures": ["0123456789abcdef"]}, "body"),
    ],
    ids=["no-title", "long-title", "no-body", "long-body", "enormous", "body-missing", "title-no-text", "unseen",
         "client-id", "picture", "only-pictures"],
)  # fmt: skip
async def test_a_topic_that_can_not_be_is_refused(house: House, cast: Cast, body: JSON, field: str) -> None:
    answer = await house.caller(cast.rosa).post(f"/neighbourhoods/{HOME}/topics", body)
    assert (answer.status, [error["field"] for error in answer.json["errors"]]) == (422, [field])


async def test_pictures_alone_are_asked_for_words(house: House, cast: Cast) -> None:
    topic = (await _begin(house, cast.rosa))["id"]
    answer = await _reply(house, cast.amir, topic, " ", pictures=["0123456789abcdef"])
    assert (answer.status, answer.json["errors"][0]["field"]) == (422, "body")
    assert "about your pictures" in answer.json["detail"]


async def test_an_unknown_section_topic_or_reply_is_not_found(house: House, cast: Cast) -> None:
    rosa, unknown = house.caller(cast.rosa), "0123456789abcdef"
    body = {"title": TITLE, "body": WORDS, "section": "nowhere"}
    assert (await rosa.post(f"/neighbourhoods/{HOME}/topics", body)).status == 404
    assert (await rosa.post("/neighbourhoods/nowhere/topics", {"title": TITLE, "body": WORDS})).status == 404
    assert (await rosa.get(f"/topics/{unknown}")).status == 404
    assert (await rosa.get(f"/topics/{unknown}/replies")).status == 404
    assert (await rosa.post(f"/topics/{unknown}/replies", {"body": "x"})).status == 404
    assert (await rosa.patch(f"/replies/{unknown}", {"body": "x", "version": 1})).status == 404
    assert (await rosa.delete(f"/replies/{unknown}")).status == 404


async def test_who_is_signed_out_reads_and_writes_nothing(house: House, cast: Cast) -> None:
    topic = (await _begin(house, cast.rosa))["id"]
    caller = house.caller()
    assert (await caller.get(f"/topics/{topic}")).status == 200
    assert (await caller.post(f"/topics/{topic}/replies", {"body": "x"})).status == 401
    assert (await caller.post(f"/neighbourhoods/{HOME}/topics", {"title": "x", "body": "x"})).status == 401


async def test_a_guest_is_let_in_by_the_section_alone(house: House, cast: Cast) -> None:
    topic = (await _begin(house, cast.rosa))["id"]
    assert (await _reply(house, cast.gwen, topic, "Hello")).status == 403


async def test_only_an_officer_of_the_place_answers_officially(house: House, cast: Cast) -> None:
    topic = (await _begin(house, cast.rosa))["id"]
    for member in (cast.amir, cast.mo, cast.nia):
        assert (await _reply(house, member, topic, "Officially", official=True)).status == 403
    answer = await _reply(house, cast.ada, topic, "We look into it", official=True)
    assert (answer.status, answer.json["official"]) == (201, True)
    assert (await house.caller().get(f"/topics/{topic}")).json["state"] == "answered"


async def test_amir_changes_his_words_and_an_old_version_is_refused(house: House, cast: Cast) -> None:
    topic = (await _begin(house, cast.rosa))["id"]
    amir = house.caller(cast.amir)
    reply = (await _reply(house, cast.amir, topic, "At fuor")).json
    changed = await amir.patch(f"/replies/{reply['id']}", {"body": "At four", "version": reply["version"]})
    assert (changed.status, changed.json["body"], changed.json["edited"]) == (200, "At four", True)
    assert changed.json["version"] == reply["version"] + 1
    late = await amir.patch(f"/replies/{reply['id']}", {"body": "At five", "version": reply["version"]})
    assert late.status == 409
    assert late.json["reply"]["body"] == "At four"
    assert (await _said(house, topic))[1]["body"] == "At four"


async def test_nobody_changes_or_takes_back_the_words_of_others(house: House, cast: Cast) -> None:
    topic = (await _begin(house, cast.rosa))["id"]
    reply = (await _reply(house, cast.amir, topic, "Mine")).json["id"]
    for member in (cast.rosa, cast.ada, cast.mo, cast.olga):
        caller = house.caller(member)
        assert (await caller.patch(f"/replies/{reply}", {"body": "Theirs", "version": 1})).status == 403
        assert (await caller.delete(f"/replies/{reply}")).status == 403


async def test_amir_takes_his_words_back_and_their_number_stays(house: House, cast: Cast) -> None:
    topic = (await _begin(house, cast.rosa))["id"]
    reply = (await _reply(house, cast.amir, topic, "Mine")).json["id"]
    await _reply(house, cast.rosa, topic, "Yours", reply_to=reply)
    assert (await house.caller(cast.amir).delete(f"/replies/{reply}")).status == 204
    said = await _said(house, topic)
    assert [(item["number"], item["body"], item["html"] is None) for item in said] == [
        (1, WORDS, False), (2, None, True), (3, "Yours", False),
    ]  # fmt: skip
    assert (await house.caller().get(f"/topics/{topic}")).json["replies"] == 1
    assert (await house.caller(cast.amir).delete(f"/replies/{reply}")).status == 409


@pytest.mark.parametrize("limit", [1, 50, 100])
async def test_a_walk_of_250_replies_finds_each_once(house: House, cast: Cast, limit: int) -> None:
    topic = await add_topic(await forum_of_neighbourhood(HOME), cast.rosa, TITLE, replies=249)
    found: list[int] = []
    after: int | None = 0
    while after is not None:
        page = (await house.caller().get(f"/topics/{topic}/replies?after={after}&limit={limit}")).json
        assert len(page["items"]) <= limit
        found += [item["number"] for item in page["items"]]
        after = page["next"]
    assert found == list(range(1, 251))
