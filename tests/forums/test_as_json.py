"""What the forms of the forums do can be done over JSON, by the same people and with the same outcome."""

import json

import pytest

from forums.places.models import Section
from forums.places.service import staff_forum
from tests.cast import Cast
from tests.contract.description import Description
from tests.forums.talk import Talk
from tests.house import House

NEW = {"kind": "neighbourhood", "name": "Lost and found", "about": "What turned up", "who_replies": "postcode"}


@pytest.fixture(autouse=True)
async def _described(house: House) -> None:
    """Every answer is held against the description of the API."""
    house.check = Description((await house.caller().get("/openapi.json")).json).check


async def test_dee_adds_a_section_changes_it_and_archives_it(talk: Talk, cast: Cast) -> None:
    dee = talk.house.caller(cast.dee)
    added = await dee.post("/sections", NEW)
    assert added.json["position"] > 0, "those that a forum begins with stand before it"
    assert added.status == 201, added.text
    section = added.json
    assert (section["slug"], section["who_replies"], section["archived"]) == ("lost-and-found", "postcode", False)
    listed = (await dee.get("/sections")).json["items"]
    assert [each["name"] for each in listed if each["kind"] == "neighbourhood"][-1] == "Lost and found"
    words = {**NEW, "name": "Found", "mode": "slow", "slow_seconds": 30, "version": section["version"]}
    del words["kind"]
    changed = (await dee.patch(f"/sections/{section['id']}", words)).json
    assert (changed["name"], changed["slug"], changed["slow_seconds"]) == ("Found", "lost-and-found", 30)
    assert (await dee.patch(f"/sections/{section['id']}", words)).status == 409
    up = (await dee.post(f"/sections/{section['id']}/arrangement", {"action": "up"})).json
    assert up["position"] == section["position"] - 1
    archived = await dee.post(f"/sections/{section['id']}/arrangement", {"action": "archive"})
    assert archived.json["archived"] is True
    assert (await dee.post(f"/sections/{section['id']}/arrangement", {"action": "restore"})).json["archived"] is False
    general = await Section.get(force_id="south-wales", kind="neighbourhood", slug="general")
    refused = await dee.post(f"/sections/{general.id}/arrangement", {"action": "archive"})
    assert refused.status == 409


async def test_nobody_but_administrators_of_the_force_keeps_sections(talk: Talk, cast: Cast) -> None:
    section = (await talk.house.caller(cast.dee).post("/sections", NEW)).json
    words = {"name": "Mine", "version": section["version"]}
    for who, status in ((None, 401), (cast.rosa, 403), (cast.ada, 403), (cast.mo, 403), (cast.max, 403)):
        caller = talk.house.caller(who)
        asked = [
            await caller.get("/sections"), await caller.post("/sections", NEW),
            await caller.patch(f"/sections/{section['id']}", words),
            await caller.post(f"/sections/{section['id']}/arrangement", {"action": "archive"}),
        ]  # fmt: skip
        assert {each.status for each in asked} == {status}, who
    assert (await Section.get(id=section["id"])).version == section["version"]
    for wrong in ({**NEW, "name": ""}, {**NEW, "mode": "never"}, {**NEW, "name": "x" * 61}, {"name": "No kind"}):
        assert (await talk.house.caller(cast.dee).post("/sections", wrong)).status == 422, wrong


async def test_mo_says_who_may_write_in_a_forum(talk: Talk, cast: Cast) -> None:
    forum = (await talk.forum())["id"]
    body = {"mode": "slow", "slow_seconds": 45, "reason": "It is heated."}
    assert (await talk.house.caller(cast.rosa).put(f"/forums/{forum}/mode", body)).status == 403
    assert (await talk.house.caller(cast.nia).put(f"/forums/{forum}/mode", body)).status == 403
    assert (await talk.house.caller(cast.mo).put(f"/forums/{forum}/mode", body)).status == 204
    assert (await talk.house.caller().get(f"/forums/{forum}")).json["mode"] == "slow"
    assert (await talk.house.caller(cast.mo).put(f"/forums/{forum}/mode", {**body, "slow_seconds": 0})).status == 422


async def test_many_topics_are_moved_and_hidden_at_once(talk: Talk, cast: Cast) -> None:
    forum = (await talk.forum())["id"]
    topics = [str((await talk.topic(cast.rosa, f"Topic {number}")).topic_id) for number in range(2)]
    ada = talk.house.caller(cast.ada)
    moving = {"action": "move", "topics": [*topics, "0" * 16], "section": "traffic"}
    tidied = (await ada.post(f"/forums/{forum}/arrangement", moving)).json
    assert (tidied["done"], [each["topic"] for each in tidied["refused"]]) == (2, ["0" * 16])
    assert (await ada.get(f"/topics/{topics[0]}")).json["section"] == "traffic"
    assert (await talk.house.caller(cast.rosa).post(f"/forums/{forum}/arrangement", moving)).status == 403
    hiding = {"action": "hide", "topics": topics[:1], "clause": "kind", "reason": "It says who people are."}
    hidden = await ada.post(f"/forums/{forum}/arrangement", hiding)
    assert (hidden.status, hidden.json["done"]) == (200, 1)
    assert (await talk.house.caller().get(f"/topics/{topics[0]}")).status == 404


async def test_staff_read_what_was_changed_in_a_reply(talk: Talk, cast: Cast) -> None:
    reply = await talk.reply(cast.amir, (await talk.topic(cast.rosa)).topic_id, "It is dark here")
    await talk.house.caller(cast.amir).patch(f"/replies/{reply.id}", {"body": "It is light here", "version": 1})
    [change] = (await talk.house.caller(cast.ada).get(f"/replies/{reply.id}/revisions")).json["items"]
    assert change["by"]["id"] == cast.amir.id
    pieces = [(piece["kind"], piece["text"]) for piece in change["pieces"]]
    assert ("gone", "dark") in pieces
    assert ("new", "light") in pieces
    for who, status in ((None, 401), (cast.amir, 403), (cast.nia, 403)):
        assert (await talk.house.caller(who).get(f"/replies/{reply.id}/revisions")).status == status


async def test_staff_decide_where_a_reply_stands(talk: Talk, cast: Cast) -> None:
    reply = await talk.reply(cast.amir, (await talk.topic(cast.rosa)).topic_id)
    hide = {"action": "hide", "reason": "It says who people are.", "clause": "kind"}
    path = f"/replies/{reply.id}/decision"
    for who, status in ((None, 401), (cast.rosa, 403), (cast.nia, 403)):
        assert (await talk.house.caller(who).put(path, hide)).status == status
    assert (await talk.house.caller(cast.ada).put(path, hide)).status == 204
    assert (await talk.house.caller(cast.ada).put(path, {**hide, "action": "approve"})).status == 409
    assert (await talk.row(reply.id)).state == "hidden"
    assert (await talk.house.caller(cast.mo).put(path, {**hide, "action": "restore"})).status == 204
    assert (await talk.row(reply.id)).state == "published"


async def test_a_forum_is_taken_out_and_brought_into_another_one(talk: Talk, cast: Cast) -> None:
    topic = await talk.topic(cast.rosa)
    await talk.reply(cast.amir, topic.topic_id)
    mo, forum = talk.house.caller(cast.mo), (await talk.forum())["id"]
    file = await mo.get(f"/forums/{forum}/export")
    assert file.status == 200
    assert [each["title"] for each in file.json["topics"]] == ["The lamp by the school"]
    assert (await mo.get(f"/forums/{forum}/export", params={"kind": "csv"})).text.count("\n") >= 3
    goal = (await staff_forum("south-wales"))["id"]
    for topic_of in file.json["topics"]:
        assert topic_of["id"] == topic.topic_id
    other = {**file.json, "topics": [{**each, "id": f"other-{each['id']}"} for each in file.json["topics"]]}
    data, media = json.dumps(other), {"Content-Type": "application/json"}
    report = await mo.send("POST", f"/api/v1/forums/{goal}/import", data=data, headers=media)
    assert (report.status, report.json["added"], report.json["bad"]) == (200, 1, [])
    again = await mo.send("POST", f"/api/v1/forums/{goal}/import", data=data, headers=media)
    assert (again.json["added"], again.json["known"]) == (0, 1)
    for who in (cast.rosa, cast.ada, cast.max):
        caller = talk.house.caller(who)
        assert (await caller.get(f"/forums/{forum}/export")).status in (403, 404)
        refused = await caller.send("POST", f"/api/v1/forums/{forum}/import", data=data, headers=media)
        assert refused.status in (403, 404)


async def test_words_are_drawn_before_they_are_posted(talk: Talk, cast: Cast) -> None:
    rosa = talk.house.caller(cast.rosa)
    drawn = (await rosa.post("/preview", {"body": "**Dark** <script>alert(1)</script>"})).json["html"]
    assert "<strong>Dark</strong>" in drawn
    assert "<script" not in drawn
    assert (await rosa.post("/preview", {"body": " "})).status == 422
    assert (await talk.house.caller().post("/preview", {"body": "Dark"})).status == 401
    assert (await rosa.post("/topics/" + "0" * 16 + "/put-forward", {})).status == 404
